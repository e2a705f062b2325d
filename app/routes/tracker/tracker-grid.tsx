import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MouseEvent } from 'react'
import type { Id } from '~/domain/ids'
import type { TrackerRow } from '~/domain/tracker-row'
import { trackerText } from '~/text/tracker.en'
import { FreshTip } from './fresh-tip'
import { GridHead } from './grid-head'
import { blockSize, GridLine, noMarks, type LineMarks } from './grid-line'
import type { Band, Viewer } from './tracker-lines'
import type { TrackerColumn } from './tracker-page.server'
import type { Order, TrackerSearch } from './tracker-search'
import { placeOf, useRovingGrid } from './use-roving-grid'
import { useHasScript } from './use-screen'
import type { FreshCell } from './use-tracker-lines'

export type CellPlace = { readonly row: TrackerRow; readonly column: number }

export type TrackerGridProps = {
  readonly label: string
  readonly rows: readonly TrackerRow[]
  readonly columns: readonly TrackerColumn[]
  readonly bands: readonly Band[]
  readonly met: readonly number[] | null
  readonly showsMinimum: boolean
  readonly viewer: Viewer
  readonly search: TrackerSearch
  readonly open: { readonly personId: Id<'person'>; readonly qualificationId: Id<'qualification'> } | null
  readonly fresh: readonly FreshCell[]
  /** Columns sent and not answered, by person. */
  readonly pending: ReadonlyMap<Id<'person'>, readonly number[]>
  readonly onSort: (order: Order) => void
  readonly onGroup: () => void
  readonly onOpen: (place: CellPlace) => void
  /** `m`, `n`, `u`: true when the letter was an act. */
  readonly onLetter: (letter: string, place: CellPlace) => boolean
  readonly onClose: () => void
}

/** Sizes of the tokens `--row`, `--cell` and the person column in px; the first ones are those of a mouse. */
const mouseSizes = { row: 30, cell: 33, who: 206, head: 170 }

/** What the server writes: the lines and columns an ordinary window shows, nothing around them. */
const firstRect = {
  width: mouseSizes.who + 8 * blockSize * mouseSizes.cell - 1,
  height: mouseSizes.head + 18 * mouseSizes.row - 1,
}

/**
 * People by qualifications. Only the lines and blocks of columns in view are in the document; positions are CSS, so the
 * server writes the same page without knowing a screen.
 */
export function TrackerGrid(props: TrackerGridProps) {
  const { rows, columns, bands, met, viewer, search, open, fresh, pending, onOpen, onSort } = props
  const scroller = useRef<HTMLDivElement>(null)
  const sizes = useSizes(scroller)
  const activeLine = useRef(0)
  const hasScript = useHasScript()

  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.row,
    paddingStart: sizes.head,
    overscan: hasScript ? 6 : 0,
    initialRect: firstRect,
    // The line with the focus stays, or the focus would be lost by scrolling.
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range)
      const kept = activeLine.current
      return kept < 0 || kept >= range.count || inView.includes(kept) ? inView : [...inView, kept]
    },
  })
  const blocks = useVirtualizer({
    horizontal: true,
    count: Math.ceil(columns.length / blockSize),
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.cell * blockSize,
    paddingStart: sizes.who,
    overscan: hasScript ? 1 : 0,
    initialRect: firstRect,
  })
  useEffect(() => {
    lines.measure()
    blocks.measure()
  }, [lines, blocks, sizes])
  const shownBlocks = blocks.getVirtualItems()
  const firstBlock = shownBlocks[0]?.index ?? 0
  const lastBlock = shownBlocks.at(-1)?.index ?? -1

  const names = useMemo(() => rows.map((row) => row.name), [rows])
  const keyOfLine = useCallback((line: number) => rows[line]?.personId ?? '', [rows])
  const { at, handlers } = useRovingGrid({
    scroller,
    names,
    columnCount: columns.length,
    keyOfLine,
    reveal: useCallback(
      ({ line, column }) => scroller.current && scrollInto(scroller.current, line, column, sizes),
      [sizes],
    ),
    acts: {
      onEnter: ({ line, column }) => {
        const row = rows[line]
        if (line < 0) onSort(column < 0 ? 'name' : (columns[column]?.qualificationId ?? 'name'))
        else if (row) onOpen({ row, column: Math.max(0, column) })
      },
      onLetter: (letter, { line, column }) => {
        const row = rows[line]
        return row !== undefined && props.onLetter(letter, { row, column })
      },
      onEscape: props.onClose,
    },
  })
  activeLine.current = at.line

  function onClick(event: MouseEvent) {
    const place = placeOf(event.target)
    if (!place || (event.target as Element).closest('button')) return
    if (place.key === 'head')
      return place.column >= 0 ? onSort(columns[place.column]?.qualificationId ?? 'name') : undefined
    const row = rows.find((one) => one.personId === place.key)
    if (row && place.column >= 0) onOpen({ row, column: place.column })
  }

  const marks = useMarks(rows, columns, at, open, fresh, pending)
  const openColumn = open ? columns.findIndex((column) => column.qualificationId === open.qualificationId) : -1
  return (
    <>
      {/* Outside the grid, whose children are rows. */}
      <span className="sr-only" role="status">
        {fresh.map((cell) => trackerText.fresh(cell.words, 0)).join('. ')}
      </span>
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys are in `handlers`; the focus is on its cells, one of which is the tab stop */}
      <div
        ref={scroller}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 3}
        aria-colcount={columns.length + 1}
        className="tg"
        onClick={onClick}
        {...handlers}
      >
        <GridHead
          columns={columns}
          bands={bands}
          met={met}
          showsMinimum={props.showsMinimum}
          firstBlock={firstBlock}
          lastBlock={lastBlock}
          active={at.line < 0 ? at.column : null}
          lit={openColumn >= 0 ? openColumn : null}
          sort={search.sort}
          isDescending={search.isDescending}
          onSort={onSort}
          onGroup={props.onGroup}
        />
        <div
          role="rowgroup"
          className="tg-body"
          style={{
            height: `calc(${rows.length} * var(--row))`,
            width: `calc(var(--who) + ${columns.length} * var(--cell))`,
          }}
        >
          {lines.getVirtualItems().map(({ index }) => {
            const row = rows[index]
            return row ? (
              <GridLine
                key={row.personId}
                row={row}
                index={index}
                columns={columns}
                viewer={viewer}
                marks={marks.get(row.personId) ?? noMarks}
                firstBlock={firstBlock}
                lastBlock={lastBlock}
              />
            ) : null
          })}
          {bands.map((band) => (
            <i
              key={band.start}
              aria-hidden
              className="tg-line-of-group"
              style={{ left: `calc(var(--who) + ${band.start} * var(--cell))` }}
            />
          ))}
          {fresh.map((cell) => (
            <FreshTip key={cell.id} cell={cell} rows={rows} columns={columns} />
          ))}
        </div>
      </div>
    </>
  )
}

/** Marks per person, only for lines that have any; the same object while nothing of the line's marks changes. */
function useMarks(
  rows: readonly TrackerRow[],
  columns: readonly TrackerColumn[],
  at: { line: number; column: number },
  open: TrackerGridProps['open'],
  fresh: readonly FreshCell[],
  pending: TrackerGridProps['pending'],
): ReadonlyMap<Id<'person'>, LineMarks> {
  const { line, column } = at
  return useMemo(() => {
    const marks = new Map<Id<'person'>, LineMarks>()
    const add = (personId: Id<'person'>, more: Partial<LineMarks>) =>
      marks.set(personId, { ...(marks.get(personId) ?? noMarks), ...more })
    const columnOf = (id: Id<'qualification'>) => columns.findIndex((one) => one.qualificationId === id)
    const person = rows[line]
    if (person) add(person.personId, { active: column })
    if (open) add(open.personId, { open: columnOf(open.qualificationId) })
    for (const cell of fresh) {
      add(cell.personId, { fresh: [...(marks.get(cell.personId)?.fresh ?? []), columnOf(cell.qualificationId)] })
    }
    for (const [personId, sent] of pending) add(personId, { pending: sent })
    return marks
  }, [rows, columns, line, column, open, fresh, pending])
}

/** The sizes in px that the style sheet gives on this device. */
function useSizes(scroller: React.RefObject<HTMLDivElement>): typeof mouseSizes {
  const [sizes, setSizes] = useState(mouseSizes)
  useEffect(() => {
    const read = () => {
      const element = scroller.current
      const who = element?.querySelector<HTMLElement>('.tg-corner')
      const head = element?.querySelector<HTMLElement>('.tg-head')
      if (!element || !who || !head) return
      const style = getComputedStyle(element)
      const next = {
        row: Number.parseFloat(style.getPropertyValue('--row')) || mouseSizes.row,
        cell: Number.parseFloat(style.getPropertyValue('--cell')) || mouseSizes.cell,
        who: who.offsetWidth,
        head: head.offsetHeight,
      }
      setSizes((was) =>
        Object.entries(next).every(([key, value]) => was[key as keyof typeof was] === value) ? was : next,
      )
    }
    read()
    addEventListener('resize', read)
    return () => removeEventListener('resize', read)
  }, [scroller])
  return sizes
}

function scrollInto(element: HTMLElement, line: number, column: number, sizes: typeof mouseSizes): void {
  if (line >= 0) {
    const top = line * sizes.row
    const room = element.clientHeight - sizes.head
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + sizes.row > element.scrollTop + room) element.scrollTop = top + sizes.row - room
  }
  if (column >= 0) {
    const left = column * sizes.cell
    const room = element.clientWidth - sizes.who
    if (left < element.scrollLeft) element.scrollLeft = left
    else if (left + sizes.cell > element.scrollLeft + room) element.scrollLeft = left + sizes.cell - room
  }
}
