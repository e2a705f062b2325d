import type { ActionResult } from '~/domain/result'

/** What is wrong with one field, for its `error`. */
export function fieldErrorOf(answer: ActionResult | undefined, field: string): string[] | null {
  if (!answer || answer.ok) return null
  const errors = answer.fieldErrors?.[field]
  return errors && errors.length > 0 ? [...errors] : null
}

/** What was typed into a field before the refusal, else what is saved. */
export function typedOf(answer: ActionResult | undefined, field: string, saved = ''): string {
  if (!answer || answer.ok) return saved
  const value = answer.values[field]
  return typeof value === 'string' ? value : saved
}
