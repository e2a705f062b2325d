import { Check } from 'lucide-react'
import type { Method, Threshold } from '~/domain/assessment-rule'
import { myPathText as text } from '~/text/my-path.en'
import type { MyQualificationView } from './my-qualification-view'

/** What mastering it means: statement, threshold, criteria, the ways to show it and who may assess it. */
export function WhatIsLookedAt({ view }: { view: MyQualificationView }) {
  return (
    <>
      <section aria-labelledby="statement" className="grid gap-3">
        <h2 id="statement">{text.one.statement}</h2>
        <p className="text-t14 text-ink-2">{view.statement}</p>
        <ThresholdColumns threshold={view.threshold} />
        {view.lighterRenewal !== '' && (
          <p className="text-t12 text-ink-2">{text.one.lightRenewal(view.lighterRenewal)}</p>
        )}
      </section>
      {view.criteria.length > 0 && (
        <section aria-labelledby="criteria">
          <h2 id="criteria" className="pb-2">
            {text.one.criteria}
          </h2>
          <ul role="list" className="rows">
            {view.criteria.map((criterion) => (
              <li key={criterion.id} className="items-start">
                <span className="min-w-0 grow">
                  {criterion.text}{' '}
                  {!criterion.isRequired && <span className="text-t12 text-ink-3">{text.one.optional}</span>}
                </span>
                {criterion.shown && (
                  <span className="green st flex-none text-t12">
                    <Check aria-hidden className="size-3.5" />
                    {text.one.shownBefore}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="ways">
        <h2 id="ways" className="pb-2">
          {text.one.ways}
        </h2>
        {view.methods.length === 0 ? (
          <p className="text-ink-2">{text.one.anyWay}</p>
        ) : (
          <ul role="list" className="rows">
            {view.methods.map((method, place) => (
              <li key={method.id ?? place} className="items-start">
                <Way method={method} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="assessors">
        <h2 id="assessors" className="pb-1">
          {text.one.assessors}
        </h2>
        <p className="text-ink-2">{assessorWords(view)}</p>
      </section>
    </>
  )
}

function Way({ method }: { method: Method }) {
  return (
    <div className="min-w-0">
      <div className="font-strong first-letter:uppercase">{text.method[method.kind]}</div>
      {method.instructions !== '' && <p className="whitespace-pre-line text-ink-2">{method.instructions}</p>}
      {method.evidenceRequired !== '' && (
        <p className="text-t12 text-ink-2">{text.one.evidence(method.evidenceRequired)}</p>
      )}
      {method.accommodations !== '' && (
        <p className="text-t12 text-ink-2">{text.one.accommodations(method.accommodations)}</p>
      )}
    </div>
  )
}

function assessorWords(view: MyQualificationView): string {
  if (view.assessors.length === 0) return text.one.nobody
  const words = [`${text.names(view.assessors.map((one) => one.name))}.`]
  if (view.signatures === 2) words.push(text.one.signatures)
  words.push(text.one.turnaround(view.turnaroundDays))
  return words.join(' ')
}

/** The parts of the threshold that were said, side by side. */
export function ThresholdColumns({ threshold }: { threshold: Threshold }) {
  const parts = partsOf(threshold).filter((part) => part.value !== '')
  if (parts.length === 0) return null
  return (
    <dl
      aria-label={text.one.threshold}
      className="grid grid-flow-row gap-x-4 gap-y-2 border-y border-line py-2 sm:auto-cols-fr sm:grid-flow-col"
    >
      {parts.map((part) => (
        <div key={part.label} className="min-w-0">
          <dt className="text-t12 text-ink-3">{part.label}</dt>
          <dd>{part.value}</dd>
        </div>
      ))}
    </dl>
  )
}

function partsOf(threshold: Threshold): { label: string; value: string }[] {
  switch (threshold.kind) {
    case 'skill':
      return [
        { label: text.scope, value: threshold.scope },
        { label: text.accuracy, value: threshold.accuracy },
        { label: text.time, value: threshold.time },
      ]
    case 'knowledge':
      return [
        { label: text.scope, value: threshold.scope },
        { label: text.accuracy, value: threshold.accuracy },
      ]
    case 'experience':
      return [
        { label: text.amount, value: threshold.amount },
        { label: text.period, value: threshold.period },
        { label: text.confirmedBy, value: threshold.confirmedBy },
      ]
    case 'disposition':
      return [
        { label: text.occasions, value: threshold.occasions === null ? '' : String(threshold.occasions) },
        { label: text.observers, value: threshold.observers === null ? '' : String(threshold.observers) },
      ]
  }
}
