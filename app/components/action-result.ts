import { useActionData } from '@remix-run/react'
import { useEffect } from 'react'
import type { ActionResult } from '~/domain/result'

/**
 * What the last submit of this page's form was answered. Answers are JSON by construction, so the type survives. After a
 * refusal the first field that has to be changed gets the focus, so that nobody searches for it.
 */
export function useActionResult(): ActionResult | undefined {
  const result = useActionData<unknown>() as ActionResult | undefined
  useEffect(() => {
    if (result && !result.ok) document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus()
  }, [result])
  return result
}
