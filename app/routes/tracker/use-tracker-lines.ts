import { useFetcher } from '@remix-run/react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { decodeRow, encodeCell } from '~/domain/cell-code'
import type { Id } from '~/domain/ids'
import { readinessOf, scopeOf } from '~/domain/readiness'
import type { TrackerRow } from '~/domain/tracker-row'
import { paths } from '~/paths'
import type { MatrixView, TrackerSection } from './tracker-page.server'

/** A line as the stream sent it; null: no longer takes part. */
export type Patch = { readonly row: TrackerRow | null; readonly sequence: number }
export type Patches = ReadonlyMap<Id<'person'>, Patch>

/** A cell somebody else just changed. */
export type FreshCell = {
  readonly id: string
  readonly personId: Id<'person'>
  readonly qualificationId: Id<'qualification'>
  readonly actorName: string
  /** "Signed off by Priya". */
  readonly words: string
}

/** A cell shown as mastered before the server has said so, or before the stream has brought the line. */
export type Expected = {
  readonly programId: Id<'program'>
  readonly personId: Id<'person'>
  readonly qualificationId: Id<'qualification'>
}

const masteredFace = {
  status: 'mastered',
  isMet: true,
  isOpen: true,
  isNew: false,
  marks: { waiting: null, isLocked: false, hasGap: false, level: null, isImported: false },
} as const

const noPatches: Patches = new Map()

/**
 * The lines of one section as far as they are known: the first window of the page, then everybody from the matrix,
 * then what the stream brought, the newest of each person. `isComplete` says whether everybody is there, so that count
 * row and figures may be computed.
 */
export function useTrackerLines(
  section: TrackerSection,
  known: {
    readonly liveAfter: number
    readonly isServerFiltered: boolean
    readonly isMine: boolean
    readonly patches: Patches | undefined
    readonly expected: readonly Expected[]
  },
) {
  const { liveAfter, isServerFiltered, isMine, patches = noPatches, expected } = known
  const { programId } = section
  const fetcher = useFetcher<MatrixView>({ key: `matrix-${programId}` })
  const matrix = fetcher.data && 'rows' in fetcher.data && fetcher.data.programId === programId ? fetcher.data : null
  const isWindowAll = !isServerFiltered && section.total === section.rows.length
  const { load } = fetcher
  const loadRef = useRef(load)
  loadRef.current = load
  const address = paths.matrix(programId, isMine)
  const reload = useCallback(() => loadRef.current(address), [address])
  const needsMatrix = !isWindowAll
  // Again when the page was read again: then what the matrix says may be older than what led to it.
  useEffect(() => {
    if (needsMatrix) reload()
  }, [needsMatrix, reload, liveAfter])

  const isComplete = isWindowAll || matrix !== null
  const lines = useMemo(() => {
    // A full window read after the matrix says all; who is only in the matrix has left.
    const current = isWindowAll && matrix && matrix.sequence < liveAfter ? null : matrix
    return mergeLines(section.rows, liveAfter, current, patches, !isMine && isComplete)
  }, [section.rows, liveAfter, isWindowAll, matrix, patches, isMine, isComplete])
  const rows = useMemo(() => withExpected(lines, section, expected), [lines, section, expected])
  const names = useMemo(() => ({ ...section.names, ...matrix?.names }), [section.names, matrix])
  return { rows, certain: lines, isComplete, names, reload }
}

/** The newest line of each person by the sequence it is current at; in the order of the sources. */
export function mergeLines(
  first: readonly TrackerRow[],
  sequence: number,
  matrix: Pick<MatrixView, 'rows' | 'sequence'> | null,
  patches: Patches,
  takesNewPeople: boolean,
): readonly TrackerRow[] {
  const newest = new Map<Id<'person'>, Patch>()
  const offer = (personId: Id<'person'>, patch: Patch) => {
    const known = newest.get(personId)
    if (!known || patch.sequence > known.sequence) newest.set(personId, patch)
  }
  for (const row of matrix?.rows ?? []) offer(row.personId, { row, sequence: matrix?.sequence ?? 0 })
  // A window read after the matrix may hold newer lines, but who is missing from a full matrix is gone.
  for (const row of first) {
    if (matrix === null || newest.has(row.personId) || sequence > matrix.sequence)
      offer(row.personId, { row, sequence })
  }
  for (const [personId, patch] of patches) {
    const isNews = patch.sequence > (matrix?.sequence ?? sequence)
    if (newest.has(personId) || (takesNewPeople && isNews && patch.row)) offer(personId, patch)
  }
  return [...newest.values()].flatMap(({ row }) => row ?? [])
}

/** The lines with what is expected to be mastered filled in, readiness included, by the same function as ever. */
export function withExpected(
  lines: readonly TrackerRow[],
  section: Pick<TrackerSection, 'programId' | 'rules' | 'columns'>,
  expected: readonly Expected[],
): readonly TrackerRow[] {
  const here = expected.filter((one) => one.programId === section.programId)
  if (here.length === 0) return lines
  return lines.map((row) => {
    const columns = here
      .filter((one) => one.personId === row.personId)
      .map((one) => section.columns.findIndex((column) => column.qualificationId === one.qualificationId))
      .filter((column) => column >= 0)
    if (columns.length === 0) return row
    let code = row.code
    for (const column of columns) code = code.slice(0, column) + encodeCell(masteredFace) + code.slice(column + 1)
    const readiness = readinessOf(section.rules, decodeRow(code), scopeOf(row.participation))
    return { ...row, code, readiness }
  })
}
