import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { TrackerRow } from '~/domain/tracker-row'
import { hasStatus, rankOfCell } from './tracker-lines'
import type { TrackerColumn } from './tracker-page.server'
import type { TrackerSearch } from './tracker-search'

const features = tableFeatures({
  columnFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
})
const helper = createColumnHelper<typeof features, TrackerRow>()

const byName = (a: string, b: string) => a.localeCompare(b, 'en', { sensitivity: 'base' })

/** The columns that are there in every program: what is searched, filtered and sorted besides the qualifications. */
const ownColumns = [
  helper.accessor('name', {
    id: 'name',
    sortFn: (a, b) => byName(a.original.name, b.original.name),
    filterFn: (row, _id, wanted: string) => matchesName(row.original.name, wanted),
  }),
  helper.accessor((row) => row.readiness.met, {
    id: 'readiness',
    // Nearest to ready first: fewest missing, and of those who got further.
    sortFn: (a, b) => missing(a.original) - missing(b.original) || b.original.readiness.met - a.original.readiness.met,
  }),
  helper.accessor((row) => row.teamIds.join(' '), {
    id: 'team',
    filterFn: (row, _id, wanted: string) => row.original.teamIds.some((id) => id === wanted),
  }),
  helper.accessor('code', { id: 'status', filterFn: (row, _id, wanted: string) => hasStatus(row.original, wanted) }),
]

/** The lines as filtered and ordered by the address. The same rows in and the same address give the same array. */
export function useTrackerTable(
  rows: readonly TrackerRow[],
  columns: readonly TrackerColumn[],
  search: Pick<TrackerSearch, 'search' | 'teamId' | 'status' | 'sort' | 'isDescending'>,
): readonly TrackerRow[] {
  const definitions = useMemo(
    () =>
      helper.columns([
        ...ownColumns,
        ...columns.map((column, at) =>
          helper.accessor((row: TrackerRow) => row.code.charAt(at), {
            id: column.qualificationId,
            sortFn: (a, b) => rankOfCell(a.original, at) - rankOfCell(b.original, at),
          }),
        ),
      ]),
    [columns],
  )
  const { search: name, teamId, status, sort, isDescending } = search
  const knowsSort = sort === 'name' || sort === 'readiness' || columns.some((column) => column.qualificationId === sort)
  const state = useMemo(
    () => ({
      sorting: [{ id: knowsSort ? sort : 'name', desc: isDescending }],
      columnFilters: [
        ...(name.trim() ? [{ id: 'name', value: name.trim() }] : []),
        ...(teamId ? [{ id: 'team', value: teamId }] : []),
        ...(status ? [{ id: 'status', value: status }] : []),
      ],
    }),
    [knowsSort, sort, isDescending, name, teamId, status],
  )
  const data = rows as TrackerRow[] // Table never writes to its data.
  const table = useTable({
    features,
    columns: definitions,
    data,
    state,
    getRowId: idOfLine,
    enableSortingRemoval: false,
  })
  const model = table.getRowModel().rows
  return useMemo(() => model.map((row) => row.original), [model])
}

/** Every word of the search begins a word of the name: "ma ok" finds Amara Okafor's neighbours by either name. */
export function matchesName(name: string, wanted: string): boolean {
  const words = plain(name).split(/[\s'-]+/u)
  return plain(wanted)
    .split(/\s+/u)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)) || plain(name).includes(part))
}

/** Lower case without accents, so that "lucia" finds Lucía. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

function missing(row: TrackerRow): number {
  return row.readiness.needed - row.readiness.met
}

function idOfLine(row: TrackerRow): string {
  return row.personId
}
