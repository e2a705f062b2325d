import { Form, useActionData, useNavigation } from '@remix-run/react'
import { fieldErrorOf, typedOf } from '~/components/form-answer'
import { FormProblem } from '~/components/form-problem'
import type { ActionResult } from '~/domain/result'
import { myPathText as text } from '~/text/my-path.en'
import { Button } from '~/ui/button'
import { SelectField, TextArea, TextField } from '~/ui/inputs'
import { RadioGroup } from '~/ui/radio-group'
import type { MyQualificationView } from './my-qualification-view'
import { requestReason } from './path-words'

/** Asking to show it. Where that cannot be done now, the button keeps its place and says why and when. */
export function RequestForm({ view }: { view: MyQualificationView }) {
  const answer = useActionData<ActionResult>() as ActionResult | undefined
  const isSending = useNavigation().formData?.get('intent') === 'request'
  const reason = requestReason(view)
  const isRenewal = view.item?.status === 'expired' || view.item?.status === 'expiring'
  const ways = view.methods.filter((method) => method.id !== null)
  const title = isRenewal ? text.request.renewalTitle : text.request.title
  return (
    <Form
      id="request"
      method="post"
      aria-labelledby="request-title"
      className="grid scroll-mt-4 gap-4 rounded-r3 border border-line p-4"
    >
      <h2 id="request-title">{title}</h2>
      {reason ? (
        <Button variant="primary" className="w-fit" disabledReason={reason}>
          {title}
        </Button>
      ) : (
        <>
          <input type="hidden" name="intent" value="request" />
          <input type="hidden" name="personId" value={view.personId} />
          {view.criteria.length > 0 && (
            <p className="text-t12 text-ink-2">{text.request.judged(view.criteria.length)}</p>
          )}
          {ways.length > 0 && (
            <RadioGroup
              name="methodId"
              label={text.request.way}
              defaultValue={typedOf(answer, 'methodId', ways.length === 1 ? (ways[0]?.id ?? '') : '')}
              error={fieldErrorOf(answer, 'methodId')}
              options={ways.map((method) => ({
                value: method.id ?? '',
                label: <span className="inline-block first-letter:uppercase">{text.method[method.kind]}</span>,
                hint: method.evidenceRequired === '' ? undefined : text.one.evidence(method.evidenceRequired),
              }))}
            />
          )}
          <TextArea
            label={text.request.note}
            name="note"
            optional
            rows={2}
            defaultValue={typedOf(answer, 'note')}
            error={fieldErrorOf(answer, 'note')}
          />
          <EvidenceFields answer={answer} />
          <SelectField
            label={text.request.assessor}
            name="assessorId"
            defaultValue={typedOf(answer, 'assessorId')}
            error={fieldErrorOf(answer, 'assessorId')}
            options={[
              { value: '', label: text.request.anybody },
              ...view.assessors.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
          <FormProblem result={answer} intent="request" />
          <Button type="submit" variant="primary" className="w-fit max-md:w-full" aria-busy={isSending || undefined}>
            {text.request.send}
          </Button>
        </>
      )}
    </Form>
  )
}

/** A link as evidence with what it is; the same fields wherever evidence is added. */
export function EvidenceFields({ answer }: { answer: ActionResult | undefined }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="label mb-1">{text.request.evidence}</legend>
      <TextField
        label={text.request.link}
        name="evidenceUrl"
        type="url"
        inputMode="url"
        optional
        hint={text.request.linkHint}
        defaultValue={typedOf(answer, 'evidenceUrl')}
        error={fieldErrorOf(answer, 'evidenceUrl')}
      />
      <TextField
        label={text.request.linkTitle}
        name="evidenceTitle"
        optional
        defaultValue={typedOf(answer, 'evidenceTitle')}
        error={fieldErrorOf(answer, 'evidenceTitle')}
      />
    </fieldset>
  )
}
