import { Form, useActionData } from '@remix-run/react'
import { fieldErrorOf, typedOf } from '~/components/form-answer'
import { FormProblem } from '~/components/form-problem'
import type { ActionResult } from '~/domain/result'
import { assessmentText as text } from '~/text/assessment.en'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/inputs'
import { Act } from './demonstration-acts'
import type { DemonstrationPageView } from './demonstration-page.server'

/** Taking what nobody has. */
export function Claim() {
  return (
    <Form method="post" className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="intent" value="claim" />
      <p className="min-w-0 flex-1 basis-48 text-t12 text-ink-2">{text.claimWhy}</p>
      <Button type="submit" variant="primary">
        {text.claim}
      </Button>
    </Form>
  )
}

/** Returning it as incomplete, with what is missing. */
export function ReturnAct({ view, reason }: { view: DemonstrationPageView; reason: string | null }) {
  const answer = useActionData<ActionResult>() as ActionResult | undefined
  const isAnswered = answer !== undefined && !answer.ok && answer.intent === 'return-demonstration'
  if (reason) {
    return (
      <Button size="s" className="h-8" disabledReason={reason} reasonPlacement="none">
        {text.return}
      </Button>
    )
  }
  return (
    <Act label={text.return} isOpen={isAnswered}>
      <Form method="post" className="grid gap-3" key={view.demonstrationId}>
        <input type="hidden" name="intent" value="return-demonstration" />
        <TextArea
          label={text.returnReason}
          name="reason"
          rows={2}
          hint={text.returnWhy}
          defaultValue={isAnswered ? typedOf(answer, 'reason') : ''}
          error={fieldErrorOf(answer, 'reason')}
        />
        <FormProblem result={answer} intent="return-demonstration" />
        <Button type="submit" size="s" className="w-fit">
          {text.returnAct}
        </Button>
      </Form>
    </Act>
  )
}
