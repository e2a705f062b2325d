import { Link } from '@remix-run/react'
import { ArrowDown, ChevronRight } from 'lucide-react'
import { memo, useState } from 'react'
import { CellChip } from '~/components/cell-chip'
import { Readiness } from '~/components/readiness'
import { StatusWords } from '~/components/status-glyph'
import type { CellFace } from '~/domain/cell'
import { decodeCell } from '~/domain/cell-code'
import type { Id } from '~/domain/ids'
import type { TrackerRow } from '~/domain/tracker-row'
import { paths } from '~/paths'
import { statusText } from '~/text/status.en'
import { trackerText } from '~/text/tracker.en'
import { Avatar } from '~/ui/avatar'
import { needsSomebody, statusSentence, waitingOf, type Band, type Viewer } from './tracker-lines'
import type { TrackerColumn } from './tracker-page.server'
import { useGrowing } from './use-growing'
import { useHasScript } from './use-screen'

type ListProps = {
  label: string
  rows: readonly TrackerRow[]
  programId: Id<'program'>
  columns: readonly TrackerColumn[]
  bands: readonly Band[]
  viewer: Viewer
  /** Opens the panel in place; without script the link leads to the cell's own page. */
  onOpen: (row: TrackerRow, column: number) => void
}

/** How many the server writes as they will be: what a phone shows before one scrolls. */
const firstEntries = 3

/**
 * The tracker on a phone: people with a strip of cells per group, and what asks for somebody as rows. The server cannot
 * know the screen, so it writes what a phone shows first, then a name a person that leads to that person's cells: few
 * people are written whole, which is how the cells are read and reached without script.
 */
export function PeopleList({ label, rows, ...rest }: ListProps) {
  const hasScript = useHasScript()
  const { count, end } = useGrowing<HTMLLIElement>(rows.length, growth)
  if (!hasScript) {
    const isFew = rows.length <= firstEntries
    return (
      <ul role="list" aria-label={label} className="tg-list">
        {rows.map((row, at) =>
          at < firstEntries ? (
            <PersonEntry key={row.personId} row={row} holds={isFew ? 'cells' : 'link'} {...rest} />
          ) : (
            <PersonLink key={row.personId} row={row} />
          ),
        )}
      </ul>
    )
  }
  return (
    <ul role="list" aria-label={label} className="tg-list">
      {rows.slice(0, count).map((row) => (
        <PersonEntry key={row.personId} row={row} holds="when-open" {...rest} />
      ))}
      {count < rows.length && <li ref={end} aria-hidden />}
    </ul>
  )
}

/** Entries added when the end of the list comes near. */
const growth = 20

/** The same page with one person on it, whose cells are then all there. */
const hrefOfPerson = (row: TrackerRow) => `?${new URLSearchParams({ q: row.name }).toString()}`

function PersonLink({ row }: { row: TrackerRow }) {
  return (
    <li>
      <a href={hrefOfPerson(row)}>{row.name}</a>
      <Readiness met={row.readiness.met} needed={row.readiness.needed} />
    </li>
  )
}

const PersonEntry = memo(function PersonEntry({
  row,
  programId,
  columns,
  bands,
  viewer,
  holds,
  onOpen,
}: Omit<ListProps, 'rows' | 'label'> & {
  row: TrackerRow
  /** What unfolds: every cell, every cell once it is open, or the way to a page with them. */
  holds: 'cells' | 'when-open' | 'link'
}) {
  const asking = columns.flatMap((column, at) => {
    const face = decodeCell(row.code.charAt(at) || '.')
    return face && (needsSomebody(face) || face.status === 'not-yet') ? [{ column, at, face }] : []
  })
  const [isOpen, setOpen] = useState(false)
  const hrefOf = (column: TrackerColumn) =>
    paths.cell({ programId, personId: row.personId, qualificationId: column.qualificationId })
  const entry = ({ column, at, face }: Entry) => (
    <Link
      key={column.qualificationId}
      to={hrefOf(column)}
      preventScrollReset
      className="tg-asks"
      onClick={(event) => {
        event.preventDefault()
        onOpen(row, at)
      }}
    >
      <span className="min-w-0 grow">
        <b className="block">{column.name}</b>
        {face === null ? (
          <span className="text-t12 text-ink-3">{statusText.doesNotApply}</span>
        ) : (
          <StatusWords status={face.status}>
            {waitingOf(face, row, at, column.isMineToSign, viewer.viewerId) === 'mine'
              ? trackerText.waitingForYou
              : statusSentence(face, row, at, viewer)}
          </StatusWords>
        )}
      </span>
      <ChevronRight aria-hidden className="size-4" />
    </Link>
  )
  return (
    <li>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="flex items-center gap-2 text-t14">
            <Avatar name={row.name} size="l" />
            <span className="min-w-0 grow truncate font-strong">{row.name}</span>
            {row.behind !== null && row.behind > 0 && (
              <ArrowDown role="img" aria-label={trackerText.behind(row.behind)} className="tg-pace" />
            )}
            <Readiness met={row.readiness.met} needed={row.readiness.needed} />
          </span>
          <Strip row={row} bands={bands} viewer={viewer} columns={columns} />
        </summary>
        {holds === 'link' && <a href={hrefOfPerson(row)}>{trackerText.allOf(row.name)}</a>}
        {(holds === 'cells' || isOpen) && (
          <div className="grid gap-2 pt-2">
            {columns.map((column, at) => entry({ column, at, face: decodeCell(row.code.charAt(at) || '.') }))}
          </div>
        )}
      </details>
      {!isOpen && asking.map(entry)}
    </li>
  )
})

/** A glance at the row; what it says in words is in the list it opens. */
function Strip({ row, bands, viewer, columns }: Pick<ListProps, 'bands' | 'viewer' | 'columns'> & { row: TrackerRow }) {
  return (
    <span aria-hidden className="tg-strip">
      {bands.map((band) => (
        <span key={band.start} className="tg-strip-group">
          {columns.slice(band.start, band.start + band.span).map((column, place) => {
            const at = band.start + place
            const face = decodeCell(row.code.charAt(at) || '.')
            return (
              <CellChip
                key={column.qualificationId}
                status={face?.status ?? null}
                look="strip"
                gap={face?.marks.hasGap}
                imported={face?.marks.isImported}
                waiting={face && waitingOf(face, row, at, column.isMineToSign, viewer.viewerId)}
              />
            )
          })}
        </span>
      ))}
    </span>
  )
}

type Entry = { column: TrackerColumn; at: number; face: CellFace | null }
