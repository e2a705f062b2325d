import { Form, useActionData } from '@remix-run/react'
import { FileText, Link2 } from 'lucide-react'
import { fieldErrorOf, typedOf } from '~/components/form-answer'
import { FormProblem } from '~/components/form-problem'
import { StatusWords } from '~/components/status-glyph'
import type { ActionResult } from '~/domain/result'
import { myPathText as text } from '~/text/my-path.en'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/inputs'
import type { MyDemonstration, MyQualificationView } from './my-qualification-view'
import { dateWords, dayWords } from './path-words'
import { EvidenceFields } from './request-form'

/** The demonstration that is open: whom it waits for, what was sent, and what can be added or taken back. */
export function MyOpenDemonstration({
  view,
  demonstration,
}: {
  view: MyQualificationView
  demonstration: MyDemonstration
}) {
  const isReturned = demonstration.phase === 'returned'
  return (
    <section
      id="request"
      aria-labelledby="demonstration"
      className="grid scroll-mt-4 gap-4 rounded-r3 border border-line p-4"
    >
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h2 id="demonstration">{text.open.title}</h2>
        <span className="text-t12 text-ink-3">{text.open.number(demonstration.number)}</span>
      </div>
      {isReturned ? (
        <div className="grid gap-2">
          <StatusWords status="returned">{text.open.returned}</StatusWords>
          <h3 className="text-t12 text-ink-2">{text.open.returnedFor}</h3>
          <blockquote className="quote">{demonstration.returnReason}</blockquote>
        </div>
      ) : (
        <div className="grid gap-1">
          <StatusWords status="in-review">{waitsWords(view, demonstration)}</StatusWords>
          <p className="text-t12 text-ink-2">{stateWords(demonstration)}</p>
        </div>
      )}
      {demonstration.note !== '' && (
        <div className="grid gap-1">
          <h3 className="text-t12 text-ink-2">{text.open.yourNote}</h3>
          <blockquote className="quote">{demonstration.note}</blockquote>
        </div>
      )}
      <EvidenceList evidence={demonstration.evidence} />
      <AddMore demonstration={demonstration} isReturned={isReturned} />
      <Withdraw demonstration={demonstration} />
    </section>
  )
}

function waitsWords(view: MyQualificationView, { assessor }: MyDemonstration): string {
  if (assessor) return text.open.waitsFor(assessor)
  if (view.assessors.length === 0) return text.open.waitsForAnybody
  return text.open.waitsForAny(text.names(view.assessors.map((one) => one.name)))
}

function stateWords({ phase, scheduledFor, shown, dueOn }: MyDemonstration): string {
  const words: string[] = []
  if (scheduledFor) words.push(text.open.scheduled(dayWords(scheduledFor)))
  if (phase === 'continues') words.push(text.open.continues(shown.met, shown.of))
  if (dueOn) words.push(text.open.due(dateWords(dueOn)))
  return words.join(' ')
}

function EvidenceList({ evidence }: { evidence: MyDemonstration['evidence'] }) {
  if (evidence.length === 0) return null
  return (
    <div>
      <h3 className="pb-1 text-t12 text-ink-2">{text.open.evidence}</h3>
      <ul role="list" className="rows">
        {evidence.map((one) => (
          <li key={one.id}>
            {one.url ? (
              <Link2 aria-hidden className="size-4 flex-none text-ink-3" />
            ) : (
              <FileText aria-hidden className="size-4 flex-none text-ink-3" />
            )}
            {one.url ? (
              <a href={one.url} rel="noopener noreferrer" target="_blank" className="link min-w-0 break-words">
                {one.title || one.url}
              </a>
            ) : (
              <span className="min-w-0 break-words whitespace-pre-line">{one.title || one.body}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function AddMore({ demonstration, isReturned }: { demonstration: MyDemonstration; isReturned: boolean }) {
  const answer = useActionData<ActionResult>() as ActionResult | undefined
  const isMine = answer && !answer.ok && answer.intent === 'submit-evidence'
  const given = isMine ? answer : undefined
  const form = (
    <Form
      key={demonstration.evidence.length}
      method="post"
      aria-label={isReturned ? text.open.addTitle : text.open.addMore}
      className="grid gap-3"
    >
      <input type="hidden" name="intent" value="submit-evidence" />
      <input type="hidden" name="demonstrationId" value={demonstration.id} />
      <TextArea
        label={isReturned ? text.open.addNote : text.request.note}
        name="note"
        optional
        rows={2}
        defaultValue={typedOf(given, 'note')}
        error={fieldErrorOf(given, 'note')}
      />
      <EvidenceFields answer={given} />
      <FormProblem result={answer} intent="submit-evidence" />
      <Button type="submit" variant={isReturned ? 'primary' : 'default'} className="w-fit max-md:w-full">
        {isReturned ? text.open.add : text.open.addMore}
      </Button>
    </Form>
  )
  if (isReturned) return form
  return (
    <details className="path-more" open={Boolean(isMine)}>
      <summary className="link">{text.open.addMore}</summary>
      <div className="pt-2">{form}</div>
    </details>
  )
}

function Withdraw({ demonstration }: { demonstration: MyDemonstration }) {
  const answer = useActionData<ActionResult>() as ActionResult | undefined
  return (
    <Form method="post" className="grid gap-1 border-t border-line pt-3">
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="demonstrationId" value={demonstration.id} />
      <Button type="submit" size="s" className="w-fit" aria-describedby="withdraw-why">
        {text.open.withdraw}
      </Button>
      <p id="withdraw-why" className="text-t12 text-ink-3">
        {text.open.withdrawWhy}
      </p>
      <FormProblem result={answer} intent="withdraw" />
    </Form>
  )
}
