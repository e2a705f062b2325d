import { Link } from '@remix-run/react'
import { useMemo } from 'react'
import type { Id } from '~/domain/ids'
import type { TrackerRow } from '~/domain/tracker-row'
import { paths } from '~/paths'
import { trackerText } from '~/text/tracker.en'
import { Button, LinkButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Figure } from '~/ui/figure'
import { OverviewGrid } from './overview-grid'
import { PeopleList } from './people-list'
import { TrackerGrid, type CellPlace } from './tracker-grid'
import { bandsOf, figuresOf, metPerColumn, type Viewer } from './tracker-lines'
import type { TrackerSection as SectionView } from './tracker-page.server'
import { isFiltered, type TrackerSearch } from './tracker-search'
import type { FreshCell } from './use-tracker-lines'
import { useScreen } from './use-screen'

const words = trackerText.figures

export type SectionProps = {
  readonly section: SectionView
  /** All lines known, and those the filters leave, in order. */
  readonly rows: readonly TrackerRow[]
  readonly shown: readonly TrackerRow[]
  readonly isComplete: boolean
  /** Alone on its page. */
  readonly isOnly: boolean
  readonly viewer: Viewer
  readonly search: TrackerSearch
  readonly open: { personId: Id<'person'>; qualificationId: Id<'qualification'> } | null
  readonly fresh: readonly FreshCell[]
  readonly pending: ReadonlyMap<Id<'person'>, readonly number[]>
  readonly onSearch: (change: Partial<TrackerSearch>) => void
  readonly onOpen: (place: CellPlace) => void
  readonly onLetter: (letter: string, place: CellPlace) => boolean
  readonly onClose: () => void
}

/** The people of one program: figures, then the grid, the overview, or on a phone the list. */
export function TrackerSection(props: SectionProps) {
  const { section, rows, shown, isComplete, viewer, search, onSearch, onOpen } = props
  const { columns, rules, groups, roleTitle } = section
  const screen = useScreen()
  const bands = useMemo(() => bandsOf(rules, groups), [rules, groups])
  // Who sees but oneself has no team to cover.
  const isAlone = rows.length === 1 && rows[0]?.personId === viewer.viewerId
  const met = useMemo(
    () => (isComplete ? metPerColumn(rows, columns.length) : null),
    [isComplete, rows, columns.length],
  )
  if (rows.length === 0 && section.total === 0 && !isFiltered(search)) return <NobodyYet roleTitle={roleTitle} />
  if (shown.length === 0 && !isComplete) return null
  if (shown.length === 0 && !props.isOnly) {
    return <p className="border-t border-line px-4 py-3 text-ink-2">{trackerText.empty.noMatch}</p>
  }
  if (shown.length === 0) return <NoMatch hidden={rows.length} onSearch={onSearch} />
  const toDetail = () => onSearch({ view: 'detail' })
  const toOverview = () => onSearch({ view: 'overview' })
  return (
    <>
      {screen !== 'phone' && (
        <div className="tg-wide">
          {search.view === 'overview' ? (
            <OverviewGrid
              label={trackerText.overviewGrid(roleTitle)}
              rows={shown}
              rules={rules}
              groups={groups}
              onGroup={toDetail}
            />
          ) : (
            <TrackerGrid
              label={trackerText.grid(roleTitle)}
              rows={shown}
              columns={columns}
              bands={bands}
              met={met}
              showsMinimum={!isAlone}
              viewer={viewer}
              search={search}
              open={props.open}
              fresh={props.fresh}
              pending={props.pending}
              onSort={(sort) => onSearch({ sort, isDescending: search.sort === sort && !search.isDescending })}
              onGroup={toOverview}
              onOpen={onOpen}
              onLetter={props.onLetter}
              onClose={props.onClose}
            />
          )}
        </div>
      )}
      {screen !== 'wide' && (
        <div className="tg-narrow">
          <PeopleList
            label={trackerText.list(roleTitle)}
            rows={shown}
            programId={section.programId}
            columns={columns}
            bands={bands}
            viewer={viewer}
            onOpen={(row, column) => onOpen({ row, column })}
          />
        </div>
      )}
    </>
  )
}

/** "18 people, 4 ready, 5 need action, 8 to renew": over everybody of the section, whatever is filtered. */
export function SectionFigures({
  section,
  rows,
  shown,
  isComplete,
  viewerId,
}: {
  section: SectionView
  rows: readonly TrackerRow[]
  shown: readonly TrackerRow[]
  isComplete: boolean
  viewerId: Id<'person'>
}) {
  const figures = useMemo(() => figuresOf(rows, section.columns, viewerId), [rows, section.columns, viewerId])
  if (!isComplete) return <p className="tg-figures text-ink-3">{trackerText.loadingAll}</p>
  const people = shown.length < rows.length ? words.shownOf(shown.length, rows.length) : String(rows.length)
  return (
    <div className="tg-figures">
      <Figure value={people}>{words.people(rows.length)}</Figure>
      <Figure value={figures.ready}>{words.ready}</Figure>
      <Figure value={figures.needAction}>{words.needAction(figures.needAction)}</Figure>
      <Figure value={figures.toRenew}>{words.toRenew}</Figure>
      {figures.waitForMe > 0 && (
        <Link to={paths.queue()} className="text-ink-2 underline underline-offset-2 md:ml-auto">
          {words.waitForMe(figures.waitForMe)}
        </Link>
      )}
    </div>
  )
}

function NobodyYet({ roleTitle }: { roleTitle: string }) {
  return (
    <EmptyState title={trackerText.empty.nobody}>
      <p>{trackerText.empty.nobodyText(roleTitle)}</p>
      <p className="mt-3">
        <LinkButton>
          <Link to={paths.people()}>{trackerText.empty.toPeople}</Link>
        </LinkButton>
      </p>
    </EmptyState>
  )
}

function NoMatch({ hidden, onSearch }: { hidden: number; onSearch: SectionProps['onSearch'] }) {
  return (
    <EmptyState title={trackerText.empty.noMatch}>
      <p>{trackerText.empty.noMatchText(hidden)}</p>
      <p className="mt-3">
        <Button onClick={() => onSearch({ search: '', teamId: null, status: null })}>{trackerText.filter.clear}</Button>
      </p>
    </EmptyState>
  )
}
