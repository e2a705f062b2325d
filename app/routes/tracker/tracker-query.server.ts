import { decodeRow } from '~/domain/cell-code'
import { isId, type Id } from '~/domain/ids'
import { percentOf } from '~/domain/readiness'
import type { ProgramRules } from '~/domain/program-rules'
import type { TrackerRow } from '~/domain/tracker-row'
import { cellStatuses } from '~/domain/vocabulary'
import type { TrackerQuery, TrackerSort } from './tracker-page.server'

/** The address of a tracker as a question. What is unknown is left out, never an error. */
export function readTrackerQuery(search: URLSearchParams): TrackerQuery {
  const team = search.get('team') ?? ''
  const status = cellStatuses.find((one) => one === search.get('status')) ?? null
  return {
    teamId: isId('team', team) ? team : null,
    status,
    search: (search.get('q') ?? '').trim().slice(0, 100),
    sort: sortOf(search.get('sort') ?? ''),
    isDescending: search.get('from') === 'last',
  }
}

/** Whether the question can only be answered from everybody's cells, not from a window by name. */
export function needsCells(query: TrackerQuery): boolean {
  return query.status !== null || query.sort !== 'name'
}

/** Filters by status and sorts; ties stay by name, because the rows come so. */
export function arrange(rules: ProgramRules, rows: readonly TrackerRow[], query: TrackerQuery): TrackerRow[] {
  const { status, sort, isDescending } = query
  const kept =
    status === null ? [...rows] : rows.filter((row) => decodeRow(row.code).some((face) => face?.status === status))
  if (sort !== 'name') {
    const rank = rankOf(rules, sort)
    const ranks = new Map(kept.map((row) => [row.personId, rank(row)]))
    kept.sort((a, b) => (ranks.get(a.personId) ?? 0) - (ranks.get(b.personId) ?? 0))
  }
  return isDescending ? kept.reverse() : kept
}

function rankOf(rules: ProgramRules, sort: TrackerSort): (row: TrackerRow) => number {
  if (sort === 'readiness') return (row) => percentOf(row.readiness) ?? 101
  const column = rules.requirements.findIndex((rule) => rule.qualificationId === sort)
  return (row) => {
    const face = decodeRow(row.code)[column] ?? null
    return face === null ? cellStatuses.length : cellStatuses.indexOf(face.status)
  }
}

function sortOf(text: string): TrackerSort {
  if (text === 'readiness') return text
  return isId('qualification', text) ? (text satisfies Id<'qualification'>) : 'name'
}
