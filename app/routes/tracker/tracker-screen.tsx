import { Link, useSearchParams } from '@remix-run/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { problemText } from '~/components/problem-text'
import { decodeCell } from '~/domain/cell-code'
import type { Id } from '~/domain/ids'
import type { ActionResult } from '~/domain/result'
import type { TrackerRow } from '~/domain/tracker-row'
import { paths } from '~/paths'
import { trackerText } from '~/text/tracker.en'
import { LinkButton } from '~/ui/button'
import { EmptyState, GhostGrid } from '~/ui/empty-state'
import { LiveDot } from '~/ui/live-dot'
import { PageHeader } from '~/ui/page-header'
import { CellPanelHost, type OpenCell, type PanelIntent } from './cell-panel-host'
import type { CellView } from './cell-page.server'
import { KeysDialog } from './keys-dialog'
import { SilentSubmission } from './silent-submission'
import { TrackerBar, ViewSwitch } from './tracker-bar'
import type { CellPlace } from './tracker-grid'
import type { TrackerSection as SectionView, TrackerView } from './tracker-page.server'
import { isFiltered, readTrackerSearch, writeTrackerSearch, type TrackerSearch } from './tracker-search'
import { SectionFigures, TrackerSection } from './tracker-section'
import { useLiveTracker } from './use-live-tracker'
import { eventIdOf, useRecording, type QuickCell } from './use-recording'
import { useTrackerLines } from './use-tracker-lines'
import { useTrackerTable } from './use-tracker-table'

const noIntent: PanelIntent = { why: null, isNotYet: false }

/** The tracker of one program, or of my people over all their programs. */
export function TrackerScreen({ view, isMine }: { view: TrackerView; isMine: boolean }) {
  const [params, setParams] = useSearchParams()
  const search = useMemo(() => readTrackerSearch(params), [params])
  const [intent, setIntent] = useState<PanelIntent>(noIntent)
  const [isKeysOpen, setKeysOpen] = useState(false)
  const searchField = useRef<HTMLInputElement>(null)
  const reloads = useRef(new Map<Id<'program'>, () => void>())

  const onSearch = useCallback(
    (change: Partial<TrackerSearch>) =>
      setParams((now) => writeTrackerSearch(now, change), {
        // Opening a panel is a step back leads out of; filters are not.
        replace: !('panel' in change),
        preventScrollReset: true,
      }),
    [setParams],
  )
  const recording = useRecording(useCallback((programId) => reloads.current.get(programId)?.(), []))
  const live = useLiveTracker(view, recording.arrived)

  const only = view.sections.length === 1 ? view.sections[0] : undefined
  const panelSection =
    search.panel && view.sections.find((one) => one.programId === (search.panel?.programId ?? only?.programId))
  const open = useMemo<OpenCell | null>(
    () =>
      search.panel && panelSection
        ? {
            programId: panelSection.programId,
            personId: search.panel.personId,
            qualificationId: search.panel.qualificationId,
          }
        : null,
    [search.panel, panelSection],
  )
  const openCell = useCallback(
    (section: SectionView, { row, column }: CellPlace, why: PanelIntent = noIntent) => {
      const definition = section.columns[column]
      if (!definition) return
      setIntent(why)
      onSearch({
        panel: {
          personId: row.personId,
          qualificationId: definition.qualificationId,
          programId: isMine ? section.programId : null,
        },
      })
    },
    [onSearch, isMine],
  )
  const close = useCallback(() => onSearch({ panel: null }), [onSearch])
  const [listed, setListed] = useState<ReadonlyMap<Id<'program'>, readonly TrackerRow[]>>(new Map())
  const onListed = useCallback(
    (programId: Id<'program'>, rows: readonly TrackerRow[]) =>
      setListed((known) => (known.get(programId) === rows ? known : new Map(known).set(programId, rows))),
    [],
  )

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === '/') {
        event.preventDefault()
        searchField.current?.focus()
      }
      if (event.key === '?') setKeysOpen(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  const onLetter = (section: SectionView, letter: string, place: CellPlace): boolean => {
    if (letter === 'u') return (recording.undo(), true)
    if (letter === 'n') return (openCell(section, place, { why: null, isNotYet: true }), true)
    if (letter !== 'm') return false
    const cell = quickCellOf(section, place)
    const refusal = quickRefusal(section, place, view.viewerId)
    if (!cell) return false
    if (refusal) openCell(section, place, { why: problemText({ code: refusal }), isNotYet: false })
    else recording.signOff(cell)
    return true
  }

  function onRecorded(section: SectionView, cellView: CellView, result: ActionResult & { ok: true }) {
    const cell: QuickCell = {
      programId: section.programId,
      personId: cellView.person.id,
      qualificationId: cellView.qualification.id,
      personName: cellView.person.name,
      title: cellView.qualification.name,
    }
    recording.recorded(cell, eventIdOf(result), trackerText.quick.sent(cell.personName, cell.title))
    if (!live.isLive) reloads.current.get(section.programId)?.()
  }

  const panelRows = open ? (listed.get(open.programId) ?? panelSection?.rows ?? []) : []
  const openAt = open ? panelRows.findIndex((row) => row.personId === open.personId) : -1
  const step = (by: number) => {
    const row = panelRows[openAt + by]
    if (!open || openAt < 0 || !row) return null
    return () => onSearch({ panel: { ...open, personId: row.personId, programId: isMine ? open.programId : null } })
  }
  return (
    <div className="tg-screen">
      <div className={only ? 'tg-work is-one' : 'tg-work'}>
        <PageHeader
          line={false}
          title={only ? only.roleTitle : trackerText.title}
          meta={
            <>
              {only && <span className="max-md:hidden">{trackerText.version(only.versionNumber)}</span>}
              {view.sections.length > 0 && (
                <span className="max-md:hidden">
                  <ViewSwitch search={search} params={params} />
                </span>
              )}
            </>
          }
          actions={
            <LiveDot
              live={live.isLive}
              label={live.isLive ? trackerText.live : live.isConnecting ? trackerText.connecting : trackerText.notLive}
            />
          }
        />
        {view.sections.length === 0 ? (
          <NoProgram />
        ) : (
          <TrackerBar
            search={search}
            teams={view.teams}
            columns={only?.columns ?? []}
            searchField={searchField}
            onChange={onSearch}
            onKeys={() => setKeysOpen(true)}
          />
        )}
        {view.sections.map((section) => (
          <LiveSection
            key={section.programId}
            section={section}
            view={view}
            isMine={isMine}
            isOnly={section === only}
            search={search}
            live={live}
            names={live.names}
            recording={recording}
            reloads={reloads.current}
            open={open?.programId === section.programId ? open : null}
            onSearch={onSearch}
            onListed={onListed}
            onOpen={(place) => openCell(section, place)}
            onLetter={(letter, place) => onLetter(section, letter, place)}
            onClose={close}
          />
        ))}
      </div>
      {open && panelSection && (
        <CellPanelHost
          open={open}
          intent={intent}
          row={panelRows[openAt] ?? null}
          candidates={panelRows.map((row) => ({ id: row.personId, name: row.name }))}
          freshness={live.patches.get(open.programId)?.get(open.personId)}
          onClose={close}
          onPrevious={step(-1)}
          onNext={step(1)}
          onRecorded={(cellView, result) => onRecorded(panelSection, cellView, result)}
        />
      )}
      {recording.sending.map((sending) => (
        <SilentSubmission key={sending.id} sending={sending} onDone={recording.done} />
      ))}
      <KeysDialog open={isKeysOpen} onOpenChange={setKeysOpen} />
    </div>
  )
}

type LiveSectionProps = {
  section: SectionView
  view: TrackerView
  isMine: boolean
  isOnly: boolean
  search: TrackerSearch
  live: ReturnType<typeof useLiveTracker>
  names: Readonly<Record<Id<'person'>, string>>
  recording: ReturnType<typeof useRecording>
  reloads: Map<Id<'program'>, () => void>
  open: OpenCell | null
  onSearch: (change: Partial<TrackerSearch>) => void
  /** The lines shown, for the arrows of the panel. */
  onListed: (programId: Id<'program'>, rows: readonly TrackerRow[]) => void
  onOpen: (place: CellPlace) => void
  onLetter: (letter: string, place: CellPlace) => boolean
  onClose: () => void
}

/** A section with its lines: what the page brought, the matrix, the stream and what is expected, as one. */
function LiveSection(props: LiveSectionProps) {
  const { section, view, isMine, isOnly, search, live, recording, reloads, onListed } = props
  const { programId } = section
  const lines = useTrackerLines(section, {
    liveAfter: view.liveAfter,
    isServerFiltered: isFiltered(view.query),
    isMine,
    patches: live.patches.get(programId),
    expected: recording.expected,
  })
  const { rows, isComplete, reload } = lines
  const shown = useTrackerTable(rows, section.columns, search)
  useEffect(() => {
    reloads.set(programId, reload)
    return () => void reloads.delete(programId)
  }, [reloads, programId, reload])
  useEffect(() => onListed(programId, shown), [onListed, programId, shown])
  const { viewerId } = view
  const viewer = useMemo(
    () => ({ viewerId, names: { ...lines.names, ...props.names } }),
    [viewerId, lines.names, props.names],
  )
  const pending = useMemo(() => pendingColumns(recording.pending, section), [recording.pending, section])
  const figures = (
    <SectionFigures section={section} rows={rows} shown={shown} isComplete={isComplete} viewerId={viewerId} />
  )
  return (
    <section aria-label={trackerText.section(section.roleTitle)} className="tg-section">
      {!isOnly && (
        <div className="tg-section-head">
          <h2>
            <Link to={paths.programTracker(programId)}>{section.roleTitle}</Link>
          </h2>
          <span className="text-t12 text-ink-3">{trackerText.version(section.versionNumber)}</span>
        </div>
      )}
      {figures}
      <TrackerSection
        section={section}
        rows={rows}
        shown={shown}
        isComplete={isComplete}
        isOnly={isOnly}
        viewer={viewer}
        search={search}
        open={props.open}
        fresh={live.fresh}
        pending={pending}
        onSearch={props.onSearch}
        onOpen={props.onOpen}
        onLetter={props.onLetter}
        onClose={props.onClose}
      />
    </section>
  )
}

function NoProgram() {
  return (
    <EmptyState title={trackerText.empty.noProgram} picture={<GhostGrid />}>
      <p>{trackerText.empty.noProgramText}</p>
      <p className="mt-3">
        <LinkButton>
          <Link to={paths.programs()}>{trackerText.empty.toPrograms}</Link>
        </LinkButton>
      </p>
    </EmptyState>
  )
}

function quickCellOf(section: SectionView, { row, column }: CellPlace): QuickCell | null {
  const definition = section.columns[column]
  if (!definition) return null
  return {
    programId: section.programId,
    personId: row.personId,
    qualificationId: definition.qualificationId,
    personName: row.name,
    title: definition.name,
  }
}

/** Why one key is not enough here, as a problem code; null when it may be tried. The server decides again. */
function quickRefusal(section: SectionView, { row, column }: CellPlace, viewerId: Id<'person'>): string | null {
  const definition = section.columns[column]
  const face = decodeCell(row.code.charAt(column) || '.')
  if (!definition || !face) return 'not-applicable'
  if (row.personId === viewerId) return 'self'
  if (definition.quickProblem) return definition.quickProblem
  if (!definition.isMineToSign) return 'may-not-sign'
  if (definition.levelLabels.length > 1) return 'level-missing'
  return face.marks.isLocked ? 'locked' : null
}

function pendingColumns(cells: readonly QuickCell[], section: SectionView): ReadonlyMap<Id<'person'>, number[]> {
  const columns = new Map<Id<'person'>, number[]>()
  for (const cell of cells) {
    if (cell.programId !== section.programId) continue
    const column = section.columns.findIndex((one) => one.qualificationId === cell.qualificationId)
    columns.set(cell.personId, [...(columns.get(cell.personId) ?? []), column])
  }
  return columns
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
