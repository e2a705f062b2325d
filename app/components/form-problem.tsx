import type { ActionResult } from '~/domain/result'
import { Notice } from '~/ui/notice'
import { problemText } from './problem-text'

/** What the last submit of a form was refused for as a whole; nothing when it was not, or when a field says it. */
export function FormProblem({ result, intent }: { result: ActionResult | undefined; intent?: string }) {
  if (!result || result.ok || !result.problem) return null
  if (intent !== undefined && result.intent !== intent) return null
  return <Notice tone="problem" title={problemText(result.problem)} />
}
