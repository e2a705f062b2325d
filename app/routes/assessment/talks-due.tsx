import { Form, useActionData } from '@remix-run/react'
import { fieldErrorOf } from '~/components/form-answer'
import { FormProblem } from '~/components/form-problem'
import type { CalendarDate } from '~/domain/calendar-date'
import type { ActionResult } from '~/domain/result'
import { paths } from '~/paths'
import { assessmentText as text } from '~/text/assessment.en'
import { Button } from '~/ui/button'
import { DateField, TextArea } from '~/ui/inputs'
import type { TalkDue } from './queue-view'

/** People whose next attempt waits for a talk, each with the form that records it. */
export function TalksDue({ talks, today }: { talks: readonly TalkDue[]; today: CalendarDate }) {
  const answer = useActionData<ActionResult>() as ActionResult | undefined
  return (
    <section aria-labelledby="talks">
      <h2 id="talks" className="px-4 pt-4 pb-1 text-t12 text-ink-2">
        {text.talks.title}
      </h2>
      <p className="px-4 pb-2 text-t12 text-ink-3">{text.talks.why}</p>
      <FormProblem result={answer} intent="record-coaching-talk" />
      <ul role="list" className="rows rows-inset">
        {talks.map((talk) => (
          <li key={`${talk.personId}-${talk.qualificationId}`}>
            <div className="min-w-0 grow">
              <div className="font-strong">{talk.qualificationName}</div>
              <div className="text-t12 text-ink-3">{text.line([talk.personName, text.talks.line(talk.misses)])}</div>
              <details className="path-more">
                <summary className="link">{text.talks.record}</summary>
                <Form
                  method="post"
                  action={paths.queue()}
                  aria-label={text.talks.recordFor(talk.personName, talk.qualificationName)}
                  className="grid gap-3 py-2"
                >
                  <input type="hidden" name="intent" value="record-coaching-talk" />
                  <input type="hidden" name="programId" value={talk.programId} />
                  <input type="hidden" name="personId" value={talk.personId} />
                  <input type="hidden" name="qualificationId" value={talk.qualificationId} />
                  <DateField
                    label={text.talks.on}
                    name="on"
                    defaultValue={today}
                    max={today}
                    error={fieldErrorOf(answer, 'on')}
                  />
                  <TextArea
                    label={text.talks.note}
                    name="note"
                    optional
                    rows={2}
                    hint={text.talks.noteHint}
                    error={fieldErrorOf(answer, 'note')}
                  />
                  <Button type="submit" size="s" className="w-fit">
                    {text.talks.save}
                  </Button>
                </Form>
              </details>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
