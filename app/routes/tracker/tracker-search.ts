/**
 * What the address of a tracker says: filters, order, view and the open panel, so that reload, back and a shared link
 * show the same (UX "Tracker"). Parsed by the server for the first window and by the browser for everything after.
 * Unknown values are left out, never an error.
 */
import { isId, type Id } from '~/domain/ids'
import { cellStatuses, type CellStatus } from '~/domain/vocabulary'

export const trackerViews = ['detail', 'overview'] as const
export type TrackerView = (typeof trackerViews)[number]

/** `name`, `readiness`, or the status in one column. */
export type Order = 'name' | 'readiness' | Id<'qualification'>

export type TrackerSearch = {
  readonly search: string
  readonly teamId: Id<'team'> | null
  readonly status: CellStatus | null
  readonly sort: Order
  readonly isDescending: boolean
  readonly view: TrackerView
  /** The open panel; null when none is. The program is known by the page, or named where a page shows several. */
  readonly panel: PanelKey | null
}

export type PanelKey = {
  readonly personId: Id<'person'>
  readonly qualificationId: Id<'qualification'>
  readonly programId: Id<'program'> | null
}

/** Reads the parameters; what is absent or unknown takes its default. */
export function readTrackerSearch(params: URLSearchParams): TrackerSearch {
  const teamId = params.get('team') ?? ''
  const status = params.get('status') ?? ''
  const sort = params.get('sort') ?? ''
  const view = params.get('view') ?? ''
  return {
    search: (params.get('q') ?? '').slice(0, 100),
    teamId: isId('team', teamId) ? teamId : null,
    status: cellStatuses.find((known) => known === status) ?? null,
    sort: sort === 'readiness' || isId('qualification', sort) ? sort : 'name',
    isDescending: params.get('from') === 'last',
    view: trackerViews.find((known) => known === view) ?? 'detail',
    panel: readPanel(params),
  }
}

/** The parameters with some of them changed; defaults are left out, so that a plain tracker has a plain address. */
export function writeTrackerSearch(params: URLSearchParams, change: Partial<TrackerSearch>): URLSearchParams {
  const wanted = { ...readTrackerSearch(params), ...change }
  const next = new URLSearchParams(params)
  const set = (name: string, value: string | null) => (value ? next.set(name, value) : next.delete(name))
  set('q', wanted.search.trim())
  set('team', wanted.teamId)
  set('status', wanted.status)
  set('sort', wanted.sort === 'name' ? null : wanted.sort)
  set('from', wanted.isDescending ? 'last' : null)
  set('view', wanted.view === 'detail' ? null : wanted.view)
  set('person', wanted.panel?.personId ?? null)
  set('qualification', wanted.panel?.qualificationId ?? null)
  set('program', wanted.panel?.programId ?? null)
  return next
}

/** True when anything narrows what is shown. */
export function isFiltered(search: Pick<TrackerSearch, 'search' | 'teamId' | 'status'>): boolean {
  return search.search.trim() !== '' || search.teamId !== null || search.status !== null
}

/** The same parameters as a link; `?` alone clears them. */
export function searchHref(params: URLSearchParams, change: Partial<TrackerSearch>): string {
  return `?${writeTrackerSearch(params, change).toString()}`
}

function readPanel(params: URLSearchParams): PanelKey | null {
  const personId = params.get('person') ?? ''
  const qualificationId = params.get('qualification') ?? ''
  const programId = params.get('program') ?? ''
  if (!isId('person', personId) || !isId('qualification', qualificationId)) return null
  return { personId, qualificationId, programId: isId('program', programId) ? programId : null }
}
