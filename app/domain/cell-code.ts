import type { CellFace, Waiting } from './cell'
import { type CellStatus, cellStatuses } from './vocabulary'

/**
 * A row of cells as one string, one character per cell, so that the whole matrix of a large organisation travels and
 * is filtered and sorted in the browser (DESIGN 5). A face is a number in mixed radix, status first and rare marks
 * last; the numbers are written in an alphabet of printable characters that JSON never escapes: 62 ASCII letters and
 * digits for the common faces (one byte), then contiguous CJK ideographs from U+4E00. "." is a requirement that does
 * not apply. Dates are not in the code; they travel with the rows on screen.
 */
const notApplicable = '.'
const commonFaces = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const firstRareFace = 0x4e00

const waitings: readonly (Waiting | null)[] = [null, 'assessor', 'person']
/** 0 stands for no level shown; a qualification has at most five. */
const levelChoices = 6
const faceCount = cellStatuses.length * 2 * waitings.length * levelChoices * 2 * 2 * 2

const faces: readonly CellFace[] = Array.from({ length: faceCount }, (_, index) => faceAt(index))

/** The code of one cell; dates are left out. */
export function encodeCell(face: CellFace | null): string {
  return face === null ? notApplicable : characterAt(indexOf(face))
}

/** The face behind one character; null where the requirement does not apply. Throws on a character of no face. */
export function decodeCell(character: string): CellFace | null {
  if (character === notApplicable) return null
  const face = faces[indexOfCharacter(character)]
  if (!face) throw new RangeError(`Not the code of a cell: ${JSON.stringify(character)}`)
  return face
}

/** One character per cell, in column order. */
export function encodeRow(row: readonly (CellFace | null)[]): string {
  let text = ''
  for (const face of row) text += encodeCell(face)
  return text
}

/** The faces of a row. They are shared between rows: read them, never change them. */
export function decodeRow(text: string): (CellFace | null)[] {
  const row: (CellFace | null)[] = new Array(text.length)
  for (let column = 0; column < text.length; column += 1) row[column] = decodeCell(text.charAt(column))
  return row
}

function indexOf(face: CellFace): number {
  const { marks } = face
  let index = face.isNew ? 1 : 0
  index = index * 2 + (marks.hasGap ? 1 : 0)
  index = index * 2 + (marks.isImported ? 1 : 0)
  index = index * levelChoices + (marks.level ?? 0)
  index = index * waitings.length + waitings.indexOf(marks.waiting)
  index = index * 2 + (marks.isLocked ? 1 : 0)
  return index * cellStatuses.length + cellStatuses.indexOf(face.status)
}

/** The inverse of `indexOf`: takes the digits off in the opposite order. */
function faceAt(index: number): CellFace {
  let rest = index
  const take = (choices: number) => {
    const digit = rest % choices
    rest = (rest - digit) / choices
    return digit
  }
  const status = cellStatuses[take(cellStatuses.length)] as CellStatus // The digit is below the length.
  const isLocked = take(2) === 1
  const waiting = waitings[take(waitings.length)] ?? null
  const level = take(levelChoices) || null
  const isImported = take(2) === 1
  const hasGap = take(2) === 1
  const isNew = take(2) === 1
  const isMet = status === 'mastered' || status === 'expiring'
  return { status, isMet, isOpen: !isLocked && !hasGap, isNew, marks: { waiting, isLocked, hasGap, level, isImported } }
}

function characterAt(index: number): string {
  return index < commonFaces.length
    ? commonFaces.charAt(index)
    : String.fromCharCode(firstRareFace + index - commonFaces.length)
}

function indexOfCharacter(character: string): number {
  const code = character.charCodeAt(0)
  return code < 0x80 ? commonFaces.indexOf(character) : code - firstRareFace + commonFaces.length
}
