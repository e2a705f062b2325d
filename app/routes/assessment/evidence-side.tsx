import { FileText, Link2 } from 'lucide-react'
import { RequirementTags } from '~/components/requirement-words'
import { StatusWords } from '~/components/status-glyph'
import { assessmentText as text } from '~/text/assessment.en'
import { Avatar } from '~/ui/avatar'
import { formatDate, formatInstant } from '~/ui/date'
import type { DemonstrationPageView } from './demonstration-page.server'

/** What is to be judged: who, what mastering it means, what was sent, and what was said before. */
export function EvidenceSide({ view }: { view: DemonstrationPageView }) {
  const { cell, open } = view
  const method = cell.methods.find((one) => one.id !== null && one.id === open?.methodId)
  const isDescribed = method && `${method.instructions}${method.evidenceRequired}${method.accommodations}` !== ''
  return (
    <div className="judge-body grid content-start gap-5">
      <div>
        <div className="mb-1 flex flex-wrap items-center gap-2 text-t12 text-ink-2">
          <Avatar name={cell.person.name} />
          {cell.person.name}
          <RequirementTags requirementClass={cell.requirement.class} critical={cell.requirement.isCritical} />
        </div>
        <h1 className="text-t20 font-strong tracking-[-.01em]">{cell.qualification.name}</h1>
        <p className="mt-1 text-ink-2">{cell.qualification.statement}</p>
        {open && <p className="mt-1 text-t12 text-ink-3 first-letter:uppercase">{requestWords(view)}</p>}
      </div>
      {open && open.note !== '' && (
        <section aria-labelledby="wrote">
          <h2 id="wrote" className="pb-1">
            {text.wrote(firstName(cell.person.name))}
          </h2>
          <blockquote className="quote text-t14">{open.note}</blockquote>
        </section>
      )}
      {open && <Evidence view={view} />}
      {method && isDescribed && (
        <section aria-labelledby="way">
          <h2 id="way" className="pb-1">
            {text.way}
          </h2>
          <p className="whitespace-pre-line text-ink-2">{method.instructions}</p>
          {method.evidenceRequired !== '' && (
            <p className="mt-1 text-t12 text-ink-2">{text.bring(method.evidenceRequired)}</p>
          )}
          {method.accommodations !== '' && (
            <p className="mt-1 text-t12 text-ink-2">{text.accommodations(method.accommodations)}</p>
          )}
        </section>
      )}
      <Earlier view={view} />
    </div>
  )
}

/** First word of a name, as colleagues write of each other. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

function requestWords({ open, zone }: DemonstrationPageView): string {
  if (!open) return ''
  const words = [text.attempt(open.number)]
  if (open.requestedAt && open.requestedBy) {
    words.push(text.requestedOn(formatInstant(open.requestedAt, { locale: text.locale, zone }), open.requestedBy.name))
  }
  if (open.dueOn) words.push(text.dueOn(formatDate(open.dueOn, { locale: text.locale })))
  return text.line(words)
}

function Evidence({ view }: { view: DemonstrationPageView }) {
  const evidence = view.open?.evidence ?? []
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence" className="pb-2">
        {text.evidence}
      </h2>
      {evidence.length === 0 ? (
        <p className="text-ink-2">{text.noEvidence}</p>
      ) : (
        <ul role="list" className="rows">
          {evidence.map((one) => {
            const Icon = one.url ? Link2 : FileText
            return (
              <li key={one.id} className="items-start">
                <Icon aria-hidden className="mt-0.5 size-4 flex-none text-ink-3" />
                <div className="min-w-0 grow">
                  {one.url ? (
                    <a href={one.url} rel="noopener noreferrer" target="_blank" className="link break-words">
                      {one.title || one.url}
                    </a>
                  ) : (
                    <>
                      {one.title !== '' && <div className="font-strong">{one.title}</div>}
                      <p className="break-words whitespace-pre-line text-ink-2">{one.body}</p>
                    </>
                  )}
                  <div className="text-t12 text-ink-3">
                    {text.evidenceFrom(
                      one.from.name,
                      formatInstant(one.addedAt, { locale: text.locale, zone: view.zone }),
                    )}
                  </div>
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

const verdictStatus = { mastered: 'mastered', 'not-yet': 'not-yet', continues: 'in-review' } as const

function Earlier({ view }: { view: DemonstrationPageView }) {
  if (view.earlier.length === 0) return null
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier" className="pb-2">
        {text.earlier}
      </h2>
      <ol role="list" className="grid gap-3">
        {view.earlier.map((one, place) => (
          <li key={`${one.performedOn} ${place}`} className="path-try mt-0">
            <div className="flex flex-wrap items-baseline gap-x-2 text-t12">
              <StatusWords status={verdictStatus[one.verdict]}>{text.verdict[one.verdict]}</StatusWords>
              <span className="text-ink-3">
                {text.line([
                  formatDate(one.performedOn, { locale: text.locale }),
                  text.method[one.methodKind],
                  one.assessor,
                ])}
              </span>
            </div>
            {one.note !== '' && <p className="text-ink-2">{one.note}</p>}
            {one.notYet.map((criterion) => (
              <StatusWords key={criterion} status="not-yet">
                {criterion}
              </StatusWords>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
