/**
 * Where the keys of the grid lead (UX "Tracker": arrow keys, Home, End, Ctrl and arrows, type-ahead for a person).
 * Line -1 is the row of headings, column -1 the person; qualifications count from 0.
 */
import { plain } from './use-tracker-table'

export type Position = { readonly line: number; readonly column: number }
export type Extent = { readonly lines: number; readonly columns: number }

/** How many lines Page Up and Page Down move. */
export const pageOfLines = 10

/** The place a key leads to, or null for a key that does not move. Never outside the grid. */
export function positionAfter(key: string, isControl: boolean, at: Position, extent: Extent): Position | null {
  const lastLine = extent.lines - 1
  const lastColumn = extent.columns - 1
  const to = (line: number, column: number): Position => ({
    line: Math.max(-1, Math.min(lastLine, line)),
    column: Math.max(-1, Math.min(lastColumn, column)),
  })
  switch (key) {
    case 'ArrowRight':
      return to(at.line, isControl ? lastColumn : at.column + 1)
    case 'ArrowLeft':
      return to(at.line, isControl ? -1 : at.column - 1)
    case 'ArrowDown':
      return to(isControl ? lastLine : at.line + 1, at.column)
    case 'ArrowUp':
      return to(isControl ? (at.line > 0 ? 0 : -1) : at.line - 1, at.column)
    case 'Home':
      return to(isControl ? 0 : at.line, 0)
    case 'End':
      return to(isControl ? lastLine : at.line, lastColumn)
    case 'PageDown':
      return to(at.line + pageOfLines, at.column)
    case 'PageUp':
      return to(at.line - pageOfLines, at.column)
    default:
      return null
  }
}

/**
 * The line whose name begins with what was typed, looking on from the present one and round; -1 when there is none.
 * One letter again and again goes through all who begin with it.
 */
export function lineByTyping(names: readonly string[], typed: string, from: number): number {
  const letters = plain(typed)
  const isRepeated = letters.length > 1 && [...letters].every((letter) => letter === letters.charAt(0))
  const wanted = isRepeated ? letters.charAt(0) : letters
  const start = wanted.length > 1 ? from : from + 1
  for (let step = 0; step < names.length; step += 1) {
    const line = (((start + step) % names.length) + names.length) % names.length
    const name = plain(names[line] ?? '')
    if (name.startsWith(wanted) || name.split(' ').some((word) => word.startsWith(wanted))) return line
  }
  return -1
}
