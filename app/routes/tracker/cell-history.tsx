import { useFetcher } from '@remix-run/react'
import { History } from 'lucide-react'
import { problemText } from '~/components/problem-text'
import type { ActionResult } from '~/domain/result'
import { paths } from '~/paths'
import { trackerText } from '~/text/tracker.en'
import { Button } from '~/ui/button'
import { formatDate } from '~/ui/date'
import { TextField } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import type { CellView, HistoryEntry } from './cell-page.server'

const words = trackerText.panel
const day = (date: string) => formatDate(date.slice(0, 10), { locale: trackerText.locale })

/** Everything recorded about this cell, newest first; what was taken back stays readable. */
export function CellHistory({ view }: { view: CellView }) {
  const { history } = view
  return (
    <details className="tg-more" open={history.length > 0 && history.length < 4}>
      <summary>
        <History aria-hidden />
        {words.history}
        <span>{history.length === 0 ? words.noHistory : words.historyCount(history.length)}</span>
      </summary>
      <ol role="list" className="grid gap-3 py-2">
        {history.map((entry, at) => (
          <li key={entry.eventId ?? `${entry.recordedAt}-${at}`}>
            <Entry entry={entry} />
            {entry.may && entry.eventId && <TakeBack view={view} entry={entry} eventId={entry.eventId} />}
          </li>
        ))}
      </ol>
    </details>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { assessment, voided } = entry
  const met = assessment?.criteria.filter((criterion) => criterion.verdict === 'met').length ?? 0
  const facts = [
    entry.actor ? words.by(entry.actor.name) : null,
    assessment ? trackerText.methodKind[assessment.methodKind].toLowerCase() : null,
    entry.expiresOn ? words.until(day(entry.expiresOn)) : null,
    entry.heldUntil ? words.heldUntil(day(entry.heldUntil)) : null,
    assessment && assessment.criteria.length > 0 ? words.criteriaMet(met, assessment.criteria.length) : null,
    assessment?.isAllAtOnce ? words.atOnce : null,
    assessment?.isGap ? words.gap : null,
  ].filter((fact) => fact !== null)
  return (
    <>
      <div className={voided ? 'line-through' : undefined}>
        <span className="font-strong">{trackerText.event[entry.kind]}</span> {day(entry.occurredOn)}
      </div>
      <div className="text-t12 text-ink-3">{facts.join(' · ')}</div>
      {(assessment?.note || entry.reason) && (
        <p className="mt-1 border-l-2 border-line-strong pl-2 whitespace-pre-wrap text-ink-2">
          {assessment?.note || entry.reason}
        </p>
      )}
      {voided && (
        <p className="text-t12 text-ink-2">
          {words.voided(voided.by, day(voided.at))} {voided.reason && words.voidedWhy(voided.reason)}
        </p>
      )}
    </>
  )
}

function TakeBack({ view, entry, eventId }: { view: CellView; entry: HistoryEntry; eventId: string }) {
  const fetcher = useFetcher<ActionResult>({ key: `take-back-${eventId}` })
  const result = fetcher.data as ActionResult | undefined
  const problem = result && !result.ok ? result.problem : undefined
  const { programId, person, qualification } = view
  const form = (
    <fetcher.Form
      method="post"
      action={paths.cell({ programId, personId: person.id, qualificationId: qualification.id })}
      className="mt-1 grid justify-items-start gap-2"
    >
      <input type="hidden" name="intent" value={entry.may ?? ''} />
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="stay" value="1" />
      {entry.may === 'void' && <TextField name="reason" label={words.voidReason} required className="w-full" />}
      <Button type="submit" size="s">
        {words.undoEntry}
      </Button>
      {problem && <Notice tone="problem" title={problemText(problem)} />}
    </fetcher.Form>
  )
  if (entry.may === 'undo') return form
  return (
    <details className="tg-take-back">
      <summary className="text-t12 text-ink-2 underline">{words.undoEntry}</summary>
      {form}
    </details>
  )
}
