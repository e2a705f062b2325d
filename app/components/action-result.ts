import { useActionData } from '@remix-run/react'
import type { ActionResult } from '~/domain/result'

/** What the last submit of this page's form was answered. Answers are JSON by construction, so the type survives. */
export function useActionResult(): ActionResult | undefined {
  return useActionData<unknown>() as ActionResult | undefined
}
