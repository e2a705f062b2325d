import { Form, useActionData } from '@remix-run/react'
import { fieldErrorOf } from '~/components/form-answer'
import { FormProblem } from '~/components/form-problem'
import type { ActionResult } from '~/domain/result'
import { paths } from '~/paths'
import { myPathText as text } from '~/text/my-path.en'
import { Button } from '~/ui/button'
import { DateField, SelectField } from '~/ui/inputs'
import type { MyPathView } from './my-path-view'

/** Choosing the role to work towards. A `details`, so that it opens without script. */
export function TargetRoleForm({ view, isOpen = false }: { view: MyPathView; isOpen?: boolean }) {
  const answer = useActionData<ActionResult>() as ActionResult | undefined
  const isMine = answer && !answer.ok && answer.intent === 'choose-target-role'
  const chosen = view.target?.from === 'career-path' ? '' : (view.target?.roleId ?? '')
  return (
    <details open={isOpen || Boolean(isMine)} className="target-role grow">
      <summary className="link w-fit cursor-pointer">{isOpen ? text.chooseRole : text.changeRole}</summary>
      <Form
        method="post"
        action={paths.myPath()}
        aria-label={text.target.title}
        className="mt-2 grid max-w-[420px] gap-3 rounded-r3 border border-line p-4"
      >
        <input type="hidden" name="intent" value="choose-target-role" />
        <SelectField
          label={text.target.title}
          name="roleId"
          defaultValue={chosen}
          error={fieldErrorOf(answer, 'roleId')}
          options={[
            { value: '', label: text.target.automatic },
            ...view.choices.map((choice) => ({
              value: choice.roleId,
              label: choice.hasProgram ? choice.title : text.target.withoutProgram(choice.title),
            })),
          ]}
        />
        <DateField
          label={text.target.date}
          name="targetOn"
          optional
          hint={text.target.dateHint}
          defaultValue={view.target?.targetOn ?? ''}
          min={view.today}
          error={fieldErrorOf(answer, 'targetOn')}
        />
        <FormProblem result={answer} intent="choose-target-role" />
        <div>
          <Button type="submit">{text.target.save}</Button>
        </div>
      </Form>
    </details>
  )
}
