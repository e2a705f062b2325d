import { Form, useActionData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { fieldErrorOf } from '~/components/form-answer'
import { FormProblem } from '~/components/form-problem'
import type { ActionResult } from '~/domain/result'
import { assessmentText as text } from '~/text/assessment.en'
import { Button, buttonClass } from '~/ui/button'
import { SelectField, TextArea } from '~/ui/inputs'
import type { DemonstrationPageView } from './demonstration-page.server'

type Open = NonNullable<DemonstrationPageView['open']>

/** Passing it on: hand over to another, hand back to all, or decline what the person chose. */
export function DemonstrationActs({ view, open }: { view: DemonstrationPageView; open: Open }) {
  const answer = useActionData<ActionResult>() as ActionResult | undefined
  const mayHandBack = open.isMine
  return (
    <>
      {view.mayHandOver && (
        <Act label={text.handOver} isOpen={isAnswered(answer, 'hand-over')}>
          {view.others.length === 0 ? (
            <p className="text-ink-2">{text.handOverNone}</p>
          ) : (
            <Form method="post" className="grid gap-3">
              <input type="hidden" name="intent" value="hand-over" />
              <SelectField
                label={text.handOverTo}
                name="assessorId"
                error={fieldErrorOf(answer, 'assessorId')}
                options={view.others.map((one) => ({ value: one.id, label: one.name }))}
              />
              <FormProblem result={answer} intent="hand-over" />
              <Button type="submit" size="s" className="w-fit">
                {text.handOver}
              </Button>
            </Form>
          )}
        </Act>
      )}
      {mayHandBack && !view.isChosenByPerson && (
        <Form method="post" title={text.handBackWhy}>
          <input type="hidden" name="intent" value="hand-back" />
          <Button type="submit" size="s">
            {text.handBack}
          </Button>
          <FormProblem result={answer} intent="hand-back" />
        </Form>
      )}
      {mayHandBack && view.isChosenByPerson && (
        <Act label={text.decline} isOpen={isAnswered(answer, 'hand-back')}>
          <Form method="post" className="grid gap-3">
            <input type="hidden" name="intent" value="hand-back" />
            <TextArea
              label={text.declineReason}
              name="reason"
              rows={2}
              hint={text.declineWhy}
              error={fieldErrorOf(answer, 'reason')}
            />
            <FormProblem result={answer} intent="hand-back" />
            <Button type="submit" size="s" className="w-fit">
              {text.declineAct}
            </Button>
          </Form>
        </Act>
      )}
    </>
  )
}

/** A button that opens a small form below it, also without script. */
export function Act({ label, isOpen, children }: { label: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className="act" open={isOpen}>
      <summary className={buttonClass({ size: 's' })}>{label}</summary>
      <div className="act-form">{children}</div>
    </details>
  )
}

function isAnswered(answer: ActionResult | undefined, intent: string): boolean {
  return answer !== undefined && !answer.ok && answer.intent === intent
}
