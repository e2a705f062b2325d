import { isRouteErrorResponse } from '@remix-run/react'
import type { ActionResult, Problem } from '~/domain/result'

/** What went wrong with a request of the panel, as a problem with a sentence. */
export function problemOfFailure(error: unknown): Problem {
  const status = error instanceof Response ? error.status : isRouteErrorResponse(error) ? error.status : 0
  const code = isRouteErrorResponse(error) ? (error.data as { code?: unknown } | null)?.code : undefined
  if (status === 401) return { code: 'signed-out' }
  if (status === 404) return { code: 'not-found' }
  if (status === 403) return { code: typeof code === 'string' ? code : 'forbidden' }
  if (status === 503) return { code: 'try-again' }
  return { code: status === 0 ? 'lost' : 'bug' }
}

/** The same as the answer of a form that was not received or not allowed. */
export function answerOfFailure(error: unknown, intent: string): ActionResult {
  return { ok: false, intent, problem: problemOfFailure(error), values: {} }
}
