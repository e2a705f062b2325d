/** The order of lists, as the outliner changes it. */

/** `ids` with one moved by so many places, stopping at the ends. */
export function movedBy<T>(ids: readonly T[], id: T, by: number): T[] {
  const from = ids.indexOf(id)
  if (from === -1) return [...ids]
  const rest = ids.filter((each) => each !== id)
  const to = Math.min(Math.max(from + by, 0), rest.length)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}

/** `ids` with one more at a place; at the end where that is not given or further. */
export function insertedAt<T>(ids: readonly T[], added: T, at: number | undefined): T[] {
  const place = at ?? ids.length
  return [...ids.slice(0, place), added, ...ids.slice(place)]
}

/** `ids` with the new ones after one of them; at the end where that is not given or not there. */
export function insertedAfter<T>(ids: readonly T[], added: readonly T[], afterId: T | undefined): T[] {
  const at = afterId === undefined ? -1 : ids.indexOf(afterId)
  return at === -1 ? [...ids, ...added] : [...ids.slice(0, at + 1), ...added, ...ids.slice(at + 1)]
}

/**
 * The lines of a text as rows: list marks at the start ("- ", "1. ") taken off, empty lines dropped. One empty text is
 * one empty line, because Enter in the middle of a list opens one.
 */
export function linesOfText(text: string, maxLength: number): string[] {
  const lines = text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .map((line) => line.replace(/^(?:[-*•–]|\d{1,3}[.)])\s+/u, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.slice(0, maxLength))
  return lines.length > 0 ? lines : ['']
}
