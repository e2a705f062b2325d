/**
 * The lines of a pasted text, ready to be rows: empty lines dropped, list marks at the start ("- ", "* ", "1. ", "2) ",
 * "• ") taken off, tabs from a spreadsheet turned into spaces.
 */
export function linesOf(pasted: string): string[] {
  return pasted
    .split(/\r\n|\r|\n/u)
    .map((line) =>
      line
        .replace(/\t+/gu, ' ')
        .trim()
        .replace(/^(?:[-*•–]|\d{1,3}[.)])\s+/u, '')
        .trim(),
    )
    .filter((line) => line !== '')
}
