import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { ProgramRules } from '~/domain/program-rules'
import type { TrackerRow } from '~/domain/tracker-row'
import type { CellStatus, QualificationKind } from '~/domain/vocabulary'
import type { PageContext } from '~/server/guard.server'

/** `/tracker`: my people over all their programs; `/programs/:programId/tracker`: one section. */
export interface TrackerView {
  readonly today: CalendarDate
  readonly viewerId: Id<'person'>
  /** Open the live stream after this: `paths.live(liveAfter)`. */
  readonly liveAfter: number
  readonly query: TrackerQuery
  /** Teams of the people seen, for the filter, by name. */
  readonly teams: readonly { readonly id: Id<'team'>; readonly name: string }[]
  readonly sections: readonly TrackerSection[]
}

/** From the address: `?team=&status=&q=&sort=&from=`. Unknown values are left out, never an error. */
export interface TrackerQuery {
  readonly teamId: Id<'team'> | null
  readonly status: CellStatus | null
  readonly search: string
  readonly sort: TrackerSort
  readonly isDescending: boolean
}
/** `name`, `readiness`, or the status in one column. */
export type TrackerSort = 'name' | 'readiness' | Id<'qualification'>

export interface TrackerSection {
  readonly programId: Id<'program'>
  readonly roleTitle: string
  readonly versionNumber: number
  /** Everything figures are computed from; `readinessOf(rules, decodeRow(code), scope)` works in the browser. */
  readonly rules: ProgramRules
  /** In the order of `rules.requirements` and of the characters of a row's code. */
  readonly columns: readonly TrackerColumn[]
  readonly groups: readonly { readonly id: Id<'requirement-group'>; readonly name: string }[]
  /** How many people the filters of the server (team, search, status) leave. */
  readonly total: number
  /** The first window, at most `windowSize` lines. `MatrixView` brings all of them. */
  readonly rows: readonly TrackerRow[]
  /** Names of assessors that appear in `rows[].assessors`. */
  readonly names: Readonly<Record<Id<'person'>, string>>
}

export interface TrackerColumn {
  readonly qualificationId: Id<'qualification'>
  readonly name: string
  readonly kind: QualificationKind
  readonly groupName: string | null
  /** Names of the levels, lowest first; empty: the one level "Mastered". */
  readonly levelLabels: readonly string[]
  /** Why `M` is not possible here for anybody (code of `quickSignOffProblem`), or null. The server decides again. */
  readonly quickProblem: string | null
  /** I may sign this for people I manage, or by name or grant: an unassigned demonstration here is my turn. */
  readonly isMineToSign: boolean
  /** How many should hold it, summed over the teams seen; null: no minimum set. */
  readonly coverageMinimum: number | null
}

/** `/programs/:programId/matrix`: every line I may see, for count row, filter and sort in the browser. */
export interface MatrixView {
  readonly programId: Id<'program'>
  readonly sequence: number
  /** By name. `/tracker` shows my people only; a designer's or auditor's program tracker everybody. */
  readonly rows: readonly TrackerRow[]
  readonly names: Readonly<Record<Id<'person'>, string>>
}

export const windowSize = 60

/** Read model of `/tracker`. @throws Forbidden where one has nobody to see */
export async function trackerPage(context: PageContext): Promise<TrackerView> {
  void context
  throw new Error('not there yet')
}

/** Read model of `/programs/:programId/tracker`. @throws NotFound, Forbidden */
export async function programTrackerPage(context: PageContext): Promise<TrackerView> {
  void context
  throw new Error('not there yet')
}

/** All lines of one program that the viewer may see; `?mine=1` only my people, as `/tracker` shows. */
export async function matrixPage(context: PageContext): Promise<MatrixView> {
  void context
  throw new Error('not there yet')
}
