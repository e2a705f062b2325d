/**
 * One-key and bulk "mastered" (DESIGN 4.5) need: quick sign-off allowed, one signature, no password, no required
 * evidence, a level given. They mark all required criteria met, and the record says "all criteria at once".
 */
import type { AssessmentRule, Method } from './assessment-rule'
import type { CalendarDate } from './calendar-date'
import type { Judgement } from './assessing'
import type { Problem } from './result'

export type QuickSignOffFacts = {
  readonly levelCount: number
  /** The level given; null where none was chosen. */
  readonly level: number | null
  readonly methods: readonly Method[]
  readonly isSharedDevice: boolean
  /** A locked one needs a reason, so it goes through the panel. */
  readonly isLocked: boolean
}

export type QuickSignOffProblem = Problem<
  'quick-not-allowed' | 'two-signatures' | 'reauthentication-needed' | 'evidence-missing' | 'level-missing' | 'locked'
>

/** Why this cannot be signed with one key; null when it can. The panel remains open to it in every case. */
export function quickSignOffProblem(rule: AssessmentRule, facts: QuickSignOffFacts): QuickSignOffProblem | null {
  if (!rule.isQuickAllowed) return { code: 'quick-not-allowed' }
  if (rule.signatures > 1) return { code: 'two-signatures' }
  if (rule.needsReauthentication || facts.isSharedDevice) return { code: 'reauthentication-needed' }
  if (facts.methods.length > 0 && quickMethod(facts.methods) === null) return { code: 'evidence-missing' }
  if (facts.levelCount > 1 && facts.level === null) return { code: 'level-missing' }
  return facts.isLocked ? { code: 'locked' } : null
}

/**
 * The way a quick sign-off counts as: the first that asks for no evidence and is no part of an all-of group, observed
 * tasks first, as that is what is signed where one looks. Null where every way needs more.
 */
export function quickMethod(methods: readonly Method[]): Method | null {
  const possible = methods.filter((method) => method.evidenceRequired.trim() === '' && method.allOfGroup === null)
  return possible.find((method) => method.kind === 'observed-task') ?? possible[0] ?? null
}

/** The judgement a quick sign-off stands for; `decideAssessment` decides it like any other. */
export function quickJudgement(facts: Pick<QuickSignOffFacts, 'level' | 'methods'>, today: CalendarDate): Judgement {
  const method = quickMethod(facts.methods)
  return {
    verdicts: [],
    overall: 'mastered',
    level: facts.level,
    performedOn: today,
    note: '',
    methodKind: method?.kind ?? 'observed-task',
    methodId: method?.id ?? null,
    lateReason: '',
    lockReason: '',
    isAllAtOnce: true,
  }
}
