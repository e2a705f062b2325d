import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useActionResult } from '~/components/action-result'
import { FormProblem } from '~/components/form-problem'
import { Button } from '~/ui/button'
import { Disclosure } from '~/ui/disclosure'

/** One act of a page with several: its intent, its fields, its refusal and its button. */
export function ActForm({
  intent,
  submit,
  variant,
  children,
}: {
  intent: string
  submit: ReactNode
  variant?: 'primary' | 'default'
  children?: ReactNode
}) {
  const result = useActionResult()
  return (
    <Form method="post" className="grid gap-3">
      <input type="hidden" name="intent" value={intent} />
      <FormProblem result={result} intent={intent} />
      {children && <div className="grid gap-3 sm:grid-cols-2">{children}</div>}
      <div>
        <Button type="submit" variant={variant}>
          {submit}
        </Button>
      </div>
    </Form>
  )
}

/** The same, folded away until it is wanted; open again after a refusal. */
export function FoldedAct({ label, ...act }: Parameters<typeof ActForm>[0] & { label: ReactNode }) {
  const result = useActionResult()
  return (
    <Disclosure label={label} open={result?.ok === false && result.intent === act.intent}>
      <ActForm {...act} />
    </Disclosure>
  )
}

/** A button in a row that does one thing to that row. `name` says to which, for those who hear it. */
export function RowAct({
  intent,
  fields,
  name,
  children,
}: {
  intent: string
  fields: Readonly<Record<string, string>>
  name: string
  children: ReactNode
}) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(fields).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Button type="submit" size="s" variant="quiet" aria-label={name}>
        {children}
      </Button>
    </Form>
  )
}
