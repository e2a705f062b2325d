import { useFetcher } from '@remix-run/react'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { problemText } from '~/components/problem-text'
import type { Id } from '~/domain/ids'
import type { ActionResult } from '~/domain/result'
import type { TrackerRow } from '~/domain/tracker-row'
import { paths } from '~/paths'
import { statusText } from '~/text/status.en'
import { trackerText } from '~/text/tracker.en'
import { IconButton } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { SidePanel } from '~/ui/side-panel'
import { Spinner } from '~/ui/progress'
import { CellBody, CellFoot, CellHead } from './cell-panel'
import type { CellView, PersonName } from './cell-page.server'
import { useJudge } from './use-judge'

const words = trackerText.panel

export type OpenCell = {
  readonly programId: Id<'program'>
  readonly personId: Id<'person'>
  readonly qualificationId: Id<'qualification'>
}

/** Why the panel opened in place of an act by key, and what to do first in it. */
export type PanelIntent = { readonly why: string | null; readonly isNotYet: boolean }

type HostProps = {
  open: OpenCell
  intent: PanelIntent
  /** The person's line, for the figure; null when the person is not among those shown. */
  row: TrackerRow | null
  candidates: readonly PersonName[]
  /** Grows when the stream brought something about this person. */
  freshness: unknown
  onClose: () => void
  /** To the person before or after, same qualification; null at an end. */
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  onRecorded: (view: CellView, result: ActionResult & { ok: true }) => void
}

/** Reads one cell and shows it beside the grid. What was typed stays while the cell stays. */
export function CellPanelHost(props: HostProps) {
  const { open, freshness } = props
  const address = paths.cell(open)
  const reading = useFetcher<CellView | { problem: { code: string } }>({ key: 'open-cell' })
  const loadRef = useRef(reading.load)
  loadRef.current = reading.load
  useEffect(() => loadRef.current(address), [address, freshness])
  const data = reading.data
  const read =
    data && 'person' in data && data.person.id === open.personId && data.qualification.id === open.qualificationId
      ? (data as CellView)
      : null
  // A lost connection must not take what is typed: what was read last stays.
  const [last, setLast] = useState<{ address: string; view: CellView } | null>(null)
  useEffect(() => {
    if (read) setLast({ address, view: read })
  }, [read, address])
  const view = read ?? (last?.address === address ? last.view : null)
  const refusal = data && 'problem' in data && reading.state === 'idle' ? problemText(data.problem) : null
  const label = view ? words.label(view.qualification.name, view.person.name) : words.loading
  return <OpenPanel key={address} {...props} view={view} refusal={refusal} label={label} />
}

function OpenPanel({
  view,
  refusal,
  label,
  open,
  intent,
  row,
  candidates,
  onClose,
  onPrevious,
  onNext,
  onRecorded,
}: HostProps & { view: CellView | null; refusal: string | null; label: string }) {
  // A key of its own per record, so that the form is empty again after one.
  const [round, setRound] = useState(0)
  const fetcher = useFetcher<ActionResult>({ key: `judge-${open.personId}-${open.qualificationId}-${round}` })
  const judge = useJudge(view, fetcher)
  const { state, data } = fetcher
  const { formId, clear } = judge
  useEffect(() => {
    const result = data as ActionResult | undefined
    if (state !== 'idle' || !result?.ok || !view) return
    setRound(round + 1)
    clear()
    onRecorded(view, result)
  }, [state, data, view, round, clear, onRecorded])
  const isShown = view !== null
  useEffect(() => {
    if (isShown && intent.isNotYet) document.getElementById(`${formId}-note`)?.focus()
  }, [isShown, intent.isNotYet, formId])
  return (
    <SidePanel
      label={label}
      head={
        view ? (
          <CellHead
            view={view}
            figure={
              row && row.readiness.needed > 0 ? statusText.readiness(row.readiness.met, row.readiness.needed) : null
            }
          />
        ) : (
          <span className="truncate font-strong">{row?.name}</span>
        )
      }
      acts={
        <>
          <IconButton
            label={words.previousPerson}
            icon={<ChevronUp aria-hidden />}
            onClick={onPrevious ?? undefined}
            disabledReason={onPrevious ? null : words.firstPerson}
          />
          <IconButton
            label={words.nextPerson}
            icon={<ChevronDown aria-hidden />}
            onClick={onNext ?? undefined}
            disabledReason={onNext ? null : words.lastPerson}
          />
        </>
      }
      onClose={onClose}
      footer={view?.cell ? <CellFoot view={view} judge={judge} /> : undefined}
      className="tg-panel"
    >
      {view ? (
        <>
          {intent.why && round === 0 && <Notice className="mb-3">{intent.why}</Notice>}
          <CellBody key={round} view={view} judge={judge} candidates={candidates} />
        </>
      ) : refusal ? (
        <Notice tone="problem" title={refusal}>
          {words.gone}
        </Notice>
      ) : (
        <p role="status" className="flex items-center gap-2 text-ink-3">
          <Spinner /> {words.loading}
        </p>
      )}
    </SidePanel>
  )
}
