import { memo } from 'react'
import { ArrowDown } from 'lucide-react'
import { Readiness } from '~/components/readiness'
import { statusFamily } from '~/components/status-family'
import type { CellFace } from '~/domain/cell'
import { decodeCell } from '~/domain/cell-code'
import type { TrackerRow } from '~/domain/tracker-row'
import { trackerText } from '~/text/tracker.en'
import { Avatar } from '~/ui/avatar'
import type { TrackerColumn } from './tracker-page.server'
import { nameOfCell, waitingOf, type Viewer } from './tracker-lines'

/** Columns are mounted in blocks of so many, so that scrolling sideways mounts blocks and renders nothing again. */
export const blockSize = 4

/** What is special about the cells of one line, by column; stable while nothing of it changes. */
export type LineMarks = {
  /** Where the roving focus is: -1 on the person, null elsewhere. */
  readonly active: number | null
  /** The cell the panel shows. */
  readonly open: number | null
  /** Just changed by somebody. */
  readonly fresh: readonly number[]
  /** Sent, not yet answered. */
  readonly pending: readonly number[]
}

export const noMarks: LineMarks = { active: null, open: null, fresh: [], pending: [] }

/** One person: the sticky name, then the blocks that are in view. Position and size come from CSS variables. */
export const GridLine = memo(function GridLine({
  row,
  index,
  columns,
  viewer,
  marks,
  firstBlock,
  lastBlock,
}: {
  row: TrackerRow
  /** Place among the lines shown, from 0. */
  index: number
  columns: readonly TrackerColumn[]
  viewer: Viewer
  marks: LineMarks
  firstBlock: number
  lastBlock: number
}) {
  const blocks = []
  for (let block = firstBlock; block <= lastBlock; block += 1) {
    const start = block * blockSize
    blocks.push(
      <GridBlock
        key={block}
        row={row}
        slice={row.code.slice(start, start + blockSize)}
        start={start}
        columns={columns}
        viewer={viewer}
        active={within(marks.active, start)}
        open={within(marks.open, start)}
        fresh={bitsOf(marks.fresh, start)}
        pending={bitsOf(marks.pending, start)}
      />,
    )
  }
  return (
    <div
      role="row"
      aria-rowindex={index + 4}
      data-person={row.personId}
      className={marks.open === null ? 'tg-line' : 'tg-line is-open'}
      style={{ top: `calc(${index} * var(--row))` }}
    >
      <div role="rowheader" aria-colindex={1} tabIndex={marks.active === -1 ? 0 : -1} className="tg-who">
        <Avatar name={row.name} />
        <span className="truncate grow">{row.name}</span>
        {row.behind !== null && row.behind > 0 && (
          <ArrowDown role="img" aria-label={trackerText.behind(row.behind)} className="tg-pace" />
        )}
        <Readiness met={row.readiness.met} needed={row.readiness.needed} />
      </div>
      <div role="none" className="tg-lead" style={{ width: `calc(${firstBlock * blockSize} * var(--cell))` }} />
      {blocks}
    </div>
  )
})

/** Four cells, one element each. `fresh` and `pending` have a bit per cell; `active` and `open` its place or -1. */
const GridBlock = memo(function GridBlock({
  row,
  slice,
  start,
  columns,
  viewer,
  active,
  open,
  fresh,
  pending,
}: {
  row: TrackerRow
  slice: string
  start: number
  columns: readonly TrackerColumn[]
  viewer: Viewer
  active: number
  open: number
  fresh: number
  pending: number
}) {
  const cells = []
  for (let place = 0; place < slice.length; place += 1) {
    const column = start + place
    const definition = columns[column]
    if (!definition) continue
    const face = decodeCell(slice.charAt(place))
    const waiting = face && waitingOf(face, row, column, definition.isMineToSign, viewer.viewerId)
    const bit = 1 << place
    cells.push(
      <span
        key={column}
        role="gridcell"
        aria-colindex={column + 2}
        aria-label={nameOfCell(face, row, column, definition.name, waiting, viewer)}
        aria-selected={open === place || undefined}
        aria-busy={(pending & bit) !== 0 || undefined}
        tabIndex={active === place ? 0 : -1}
        className={classOfCell(face, open === place, (fresh & bit) !== 0, (pending & bit) !== 0)}
        data-gap={face?.marks.hasGap ? '' : undefined}
        data-wait={waiting ?? undefined}
        data-level={face?.marks.level ?? undefined}
        data-imported={face?.marks.isImported ? '' : undefined}
        data-new={face?.isNew ? '' : undefined}
      />,
    )
  }
  return <>{cells}</>
})

function classOfCell(face: CellFace | null, isOpen: boolean, isFresh: boolean, isPending: boolean): string {
  // Plain concatenation: this runs for every cell.
  let name = face === null ? 'c blank c-none tg-cell' : `c ${statusFamily[face.status]} c-${face.status} tg-cell`
  if (isOpen) name += ' is-focused'
  if (isFresh) name += ' is-fresh'
  if (isPending) name += ' is-pending'
  return name
}

function within(column: number | null, start: number): number {
  return column === null || column < start || column >= start + blockSize ? -1 : column - start
}

function bitsOf(columns: readonly number[], start: number): number {
  let bits = 0
  for (const column of columns) if (column >= start && column < start + blockSize) bits |= 1 << (column - start)
  return bits
}
