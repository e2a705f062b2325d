import { memo } from 'react'
import { trackerText } from '~/text/tracker.en'
import { blockSize } from './grid-line'
import type { TrackerColumn } from './tracker-page.server'
import type { Band } from './tracker-lines'
import type { Order } from './tracker-search'

/** Column headers of the grid: slanted names, the bands of the groups, and how many have met each. */
export const GridHead = memo(function GridHead({
  columns,
  bands,
  met,
  showsMinimum,
  firstBlock,
  lastBlock,
  active,
  lit,
  sort,
  isDescending,
  onSort,
  onGroup,
}: {
  columns: readonly TrackerColumn[]
  bands: readonly Band[]
  /** Per column over all the people of the section; null until everybody is known. */
  met: readonly number[] | null
  showsMinimum: boolean
  firstBlock: number
  lastBlock: number
  /** Column whose header has the roving focus; -1 is the person column. */
  active: number | null
  /** Column tinted along the slant. */
  lit: number | null
  sort: Order
  isDescending: boolean
  onSort: (order: Order) => void
  onGroup: () => void
}) {
  const first = firstBlock * blockSize
  const shown = columns.slice(first, (lastBlock + 1) * blockSize)
  const lead = <div role="none" className="tg-lead" style={{ width: `calc(${first} * var(--cell))` }} />
  const order = (key: Order) => (sort === key ? (isDescending ? 'descending' : 'ascending') : undefined)
  const starts = new Set(bands.map((band) => band.start))
  const hasMinimum = showsMinimum && columns.some((column) => column.coverageMinimum !== null)
  return (
    <div role="rowgroup" className="tg-head">
      <div role="row" aria-rowindex={1} className="tg-names">
        <div
          role="columnheader"
          aria-colindex={1}
          aria-sort={order('name')}
          tabIndex={active === -1 ? 0 : -1}
          className="tg-corner"
        >
          <button type="button" tabIndex={-1} onClick={() => onSort('name')}>
            {trackerText.person}
          </button>
          <button type="button" tabIndex={-1} onClick={() => onSort('readiness')} aria-pressed={sort === 'readiness'}>
            {trackerText.ready}
          </button>
        </div>
        {lead}
        {shown.map((column, place) => {
          const at = first + place
          return (
            <div
              key={column.qualificationId}
              role="columnheader"
              aria-colindex={at + 2}
              aria-sort={order(column.qualificationId)}
              aria-label={column.name}
              tabIndex={active === at ? 0 : -1}
              data-name={column.name.length > 20 ? column.name : undefined}
              data-column={at}
              className={nameClass(starts.has(at), lit === at, sort === column.qualificationId)}
            >
              <i aria-hidden />
              <span aria-hidden>{column.name}</span>
            </div>
          )
        })}
      </div>
      {bands.some((band) => band.name !== null) && (
        <div role="row" aria-rowindex={2} className="tg-bands">
          <div role="columnheader" aria-colindex={1} className="tg-who" aria-label={trackerText.person} />
          {bands.map((band) => (
            <div
              key={band.start}
              role="columnheader"
              aria-colindex={band.start + 2}
              aria-colspan={band.span}
              className="tg-band"
              style={{ width: `calc(${band.span} * var(--cell))` }}
            >
              {/* The same way as the switch Overview, for the mouse; hence out of the tab order. */}
              <button type="button" tabIndex={-1} onClick={onGroup} title={band.name ?? trackerText.ungrouped}>
                {band.name ?? trackerText.ungrouped}
              </button>
            </div>
          ))}
        </div>
      )}
      <div role="row" aria-rowindex={3} className="tg-counts">
        <div role="rowheader" aria-colindex={1} className="tg-who">
          {hasMinimum ? trackerText.metAndMinimum : trackerText.metOnly}
        </div>
        {lead}
        {shown.map((column, place) => (
          <CountCell
            key={column.qualificationId}
            at={first + place}
            met={met?.[first + place] ?? null}
            minimum={showsMinimum ? column.coverageMinimum : null}
          />
        ))}
      </div>
    </div>
  )
})

function CountCell({ at, met, minimum }: { at: number; met: number | null; minimum: number | null }) {
  const isLow = met !== null && minimum !== null && met < minimum
  return (
    <div
      role="gridcell"
      aria-colindex={at + 2}
      className={isLow ? 'tg-count is-low' : 'tg-count'}
      aria-label={met === null ? trackerText.loadingAll : trackerText.metOf(met, minimum)}
    >
      <span aria-hidden>
        <b>{met ?? '·'}</b>
        {minimum === null ? '' : `/${minimum}`}
      </span>
    </div>
  )
}

function nameClass(startsGroup: boolean, isLit: boolean, isSorted: boolean): string {
  return `tg-name${startsGroup ? ' is-first' : ''}${isLit ? ' is-lit' : ''}${isSorted ? ' is-sorted' : ''}`
}
