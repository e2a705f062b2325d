/**
 * What the tracker reads out of its lines in the browser: the name of a cell, whose turn it is, the count row and the
 * figures above the grid. Pure, so that server and browser say the same; figures come from the same readiness as
 * everywhere (DESIGN principle 7).
 */
import { cellName } from '~/components/cell-chip'
import { statusFamily } from '~/components/status-family'
import type { CellFace } from '~/domain/cell'
import { decodeCell } from '~/domain/cell-code'
import type { Id } from '~/domain/ids'
import type { ProgramRules } from '~/domain/program-rules'
import { isReady } from '~/domain/readiness'
import type { TrackerRow } from '~/domain/tracker-row'
import { statusText } from '~/text/status.en'
import { trackerText } from '~/text/tracker.en'
import { formatDate } from '~/ui/date'
import type { TrackerColumn } from './tracker-page.server'

/** Who looks, and the names of assessors that stand in lines. */
export type Viewer = {
  readonly viewerId: Id<'person'>
  readonly names: Readonly<Record<Id<'person'>, string>>
}

/** Whose turn it is, as the dot of a cell shows it; null where nothing waits. */
export function waitingOf(
  face: CellFace,
  row: TrackerRow,
  column: number,
  isMineToSign: boolean,
  viewerId: Id<'person'>,
): 'mine' | 'others' | null {
  if (face.marks.waiting === null) return null
  const isMyself = row.personId === viewerId
  if (face.marks.waiting === 'person') return isMyself ? 'mine' : 'others'
  const assessorId = row.assessors[column] ?? null
  // Unassigned ones are everybody's turn who may sign them; nobody signs themselves.
  const isMine = assessorId === null ? isMineToSign && !isMyself : assessorId === viewerId
  return isMine ? 'mine' : 'others'
}

/** The status in words, with its date or person where the line knows them: "Renew by 12 Dec 2026". */
export function statusSentence(face: CellFace, row: TrackerRow, column: number, viewer: Viewer): string {
  const date = row.dates[column]
  return statusText.sentence[face.status]({
    date: date ? formatDate(date, { locale: trackerText.locale }) : undefined,
    who: whoOf(face, row, column, viewer),
  })
}

/** The whole name of a cell: "Allergen changeover, Elif Demir: Not yet, 6 Nov 2026". */
export function nameOfCell(
  face: CellFace | null,
  row: TrackerRow,
  column: number,
  title: string,
  waiting: 'mine' | 'others' | null,
  viewer: Viewer,
): string {
  if (face === null) return trackerText.cell(title, row.name, statusText.doesNotApply)
  const { hasGap, level, isImported } = face.marks
  const sentence = statusSentence(face, row, column, viewer)
  const words = cellName(face.isNew ? trackerText.newSentence(sentence) : sentence, {
    gap: hasGap,
    level,
    imported: isImported,
    waiting: face.status === 'in-review' && waiting === 'others' ? null : waiting,
  })
  return trackerText.cell(title, row.name, words)
}

/** How many of the lines have each column met; new and exempt ones do not count. */
export function metPerColumn(rows: readonly TrackerRow[], columnCount: number): number[] {
  const met = new Array<number>(columnCount).fill(0)
  for (const row of rows) {
    for (let column = 0; column < columnCount; column += 1) {
      const face = decodeCell(row.code.charAt(column) || '.')
      if (face?.isMet) met[column] = (met[column] ?? 0) + 1
    }
  }
  return met
}

export type TrackerFigures = {
  readonly people: number
  readonly ready: number
  /** People with something that asks somebody to act: orange, or waiting for an assessor. */
  readonly needAction: number
  /** Cells in their renewal window. */
  readonly toRenew: number
  /** Cells whose turn is mine. */
  readonly waitForMe: number
}

/** The line of figures above the grid. */
export function figuresOf(
  rows: readonly TrackerRow[],
  columns: readonly TrackerColumn[],
  viewerId: Id<'person'>,
): TrackerFigures {
  let ready = 0
  let needAction = 0
  let toRenew = 0
  let waitForMe = 0
  for (const row of rows) {
    if (isReady(row.readiness)) ready += 1
    let asks = false
    for (let column = 0; column < columns.length; column += 1) {
      const face = decodeCell(row.code.charAt(column) || '.')
      if (face === null) continue
      if (face.status === 'expiring') toRenew += 1
      if (needsSomebody(face)) asks = true
      if (waitingOf(face, row, column, columns[column]?.isMineToSign ?? false, viewerId) === 'mine') waitForMe += 1
    }
    if (asks) needAction += 1
  }
  return { people: rows.length, ready, needAction, toRenew, waitForMe }
}

/** Orange, or waiting for an assessor. */
export function needsSomebody(face: CellFace): boolean {
  return statusFamily[face.status] === 'orange' || face.marks.waiting === 'assessor'
}

/** True when the line has a cell of this status. */
export function hasStatus(row: TrackerRow, status: string): boolean {
  for (const character of row.code) if (decodeCell(character)?.status === status) return true
  return false
}

/** Where a cell stands when a column is sorted: what is furthest from met first, what does not apply last. */
export function rankOfCell(row: TrackerRow, column: number): number {
  const face = decodeCell(row.code.charAt(column) || '.')
  return face === null ? columnOrder.length : columnOrder.indexOf(face.status)
}

const columnOrder: readonly CellFace['status'][] = [
  'expired',
  'on-hold',
  'returned',
  'in-review',
  'not-yet',
  'learning',
  'not-started',
  'locked',
  'expiring',
  'mastered',
  'exempt',
]

export type Band = {
  readonly groupId: Id<'requirement-group'> | null
  readonly name: string | null
  /** First column and how many. */
  readonly start: number
  readonly span: number
}

/** Neighbouring columns of one group, for the bands over the grid and the gaps in strips. */
export function bandsOf(rules: ProgramRules, groups: readonly { id: Id<'requirement-group'>; name: string }[]): Band[] {
  const bands: Band[] = []
  rules.requirements.forEach((rule, column) => {
    const last = bands.at(-1)
    if (last && last.groupId === rule.groupId) bands[bands.length - 1] = { ...last, span: last.span + 1 }
    else {
      const name = groups.find((group) => group.id === rule.groupId)?.name ?? null
      bands.push({ groupId: rule.groupId, name, start: column, span: 1 })
    }
  })
  return bands
}

function whoOf(face: CellFace, row: TrackerRow, column: number, viewer: Viewer): string | undefined {
  if (face.marks.waiting === 'person') return row.personId === viewer.viewerId ? trackerText.you : row.name
  const assessorId = row.assessors[column]
  if (!assessorId) return undefined
  return assessorId === viewer.viewerId ? trackerText.you : viewer.names[assessorId]
}
