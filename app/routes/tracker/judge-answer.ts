import { problemText } from '~/components/problem-text'
import type { ActionResult } from '~/domain/result'
import { criterionVerdicts, type CriterionVerdict } from '~/domain/vocabulary'

/** The field a problem belongs beside. */
const fieldOfProblem: Readonly<Record<string, string>> = {
  'in-the-future': 'performedOn',
  'late-reason-missing': 'lateReason',
  'lock-reason-missing': 'lockReason',
  'level-missing': 'level',
  'level-unknown': 'level',
  'criteria-missing': 'criteria',
  'nothing-observed': 'criteria',
  'say-what-is-missing': 'note',
}

/** True when the problem stands beside its field and needs no notice. */
export function isShownBeside(code: string): boolean {
  return code in fieldOfProblem
}

/** The sentences beside one field; null when there are none. */
export function errorsOf(result: ActionResult | null, field: string): string[] | null {
  if (!result || result.ok) return null
  const own = Object.entries(result.fieldErrors ?? {})
    .filter(([name]) => name === field || name.startsWith(`${field}[`))
    .flatMap(([, list]) => list)
  if (result.problem && fieldOfProblem[result.problem.code] === field) own.push(problemText(result.problem))
  return own.length > 0 ? own : null
}

/** What was typed in a form that was refused. */
export function typedIn(result: ActionResult | null, field: string): string | undefined {
  const value = result && !result.ok ? result.values[field] : undefined
  return typeof value === 'string' ? value : undefined
}

/** What was marked in a form that was refused. */
export function verdictsOf(result: ActionResult | null): Record<string, CriterionVerdict> {
  const given = result && !result.ok ? result.values.criteria : undefined
  if (!Array.isArray(given)) return {}
  return Object.fromEntries(
    given.flatMap((one: { criterionId?: unknown; verdict?: unknown } | null) => {
      const verdict = criterionVerdicts.find((known) => known === one?.verdict)
      return verdict && typeof one?.criterionId === 'string' ? [[one.criterionId, verdict]] : []
    }),
  )
}
