/**
 * One assessor's judgement in one sitting, and what follows from it (DESIGN 4.5). "Mastered" needs every required
 * criterion met, counting the sittings before; after a sitting it is mastered, not yet, or continues ("6 of 9 shown").
 * "Not yet" always says what is missing. With two signatures it continues until the second; if they disagree nothing is
 * recorded and a third assessor decides. Rights are asked before (`can`, `canSign`); here is only what may be said.
 */
import { criteriaUpTo, type AssessmentRule, type Criterion, type Method } from './assessment-rule'
import { addDays, type CalendarDate, type Instant } from './calendar-date'
import type { Id } from './ids'
import { quickSignOffProblem, type QuickSignOffProblem } from './quick-sign-off'
import { ok, refused, type Problem, type Result } from './result'
import { criteriaMet, partsShown, type Sitting, type VerdictOnCriterion } from './sittings'
import type { LedgerKind, MethodKind, OverallVerdict } from './vocabulary'

/** Later than so many days after performing an observed task, a reason is asked. */
export const daysToSignWithoutReason = 7

/** What the assessor says. Text not given is ''. */
export type Judgement = {
  readonly verdicts: readonly VerdictOnCriterion[]
  readonly overall: OverallVerdict
  /** The level reached; may be null where the qualification has one level, or when it is not mastered. */
  readonly level: number | null
  readonly performedOn: CalendarDate
  readonly note: string
  readonly methodKind: MethodKind
  /** Null for a way that is not written down in the design. */
  readonly methodId: Id<'method'> | null
  readonly lateReason: string
  readonly lockReason: string
  /** One key or bulk: the record says "all criteria at once". */
  readonly isAllAtOnce: boolean
}

/** The open demonstration the judgement belongs to; null when it is signed without one. */
export type JudgedDemonstration = {
  /** Requested by or for the person, so a miss counts as an attempt; otherwise it is feedback. */
  readonly isRequested: boolean
  /** Sittings so far, without voided ones. */
  readonly sittings: readonly Sitting[]
}

export type AssessmentContext = {
  readonly assessorId: Id<'person'>
  readonly subjectId: Id<'person'>
  readonly now: Instant
  /** Today in the organisation's zone. */
  readonly today: CalendarDate
  readonly criteria: readonly Criterion[]
  readonly methods: readonly Method[]
  readonly levelCount: number
  /** Names of the prerequisites not met; empty when it is open. */
  readonly waitsForNames: readonly string[]
  readonly isCritical: boolean
  readonly hasEvidence: boolean
  /** Password or PIN was given for this signature. */
  readonly hasReauthenticated: boolean
  readonly isSharedDevice: boolean
  /** Levels that were ever proven: what was is renewed, what was not is mastered. */
  readonly provenLevels: readonly number[]
}

/** What the ledger is told, or null when the sitting leaves no event: only the assessment is kept. */
export type AssessmentEvent = Extract<LedgerKind, 'mastered' | 'renewed' | 'not-yet' | 'continued'>

export type Assessed = {
  /** What becomes of the demonstration. */
  readonly outcome: OverallVerdict
  readonly event: AssessmentEvent | null
  /** Makes it mastered: a sign-off. */
  readonly isSignOff: boolean
  readonly level: number | null
  readonly performedOn: CalendarDate
  readonly note: string
  /** "6 of 9 shown": required criteria of the level judged. */
  readonly shown: { readonly met: number; readonly of: number }
  readonly missingCriterionIds: readonly Id<'criterion'>[]
  /** The verdicts to keep; those of "all criteria at once" are filled in. */
  readonly verdicts: readonly VerdictOnCriterion[]
  /** Signed although locked: the cell carries a gap until the prerequisite is met. */
  readonly isGap: boolean
  readonly lockReason: string | null
  readonly lateReason: string | null
  /** A miss that counts towards waiting time and coaching talk. */
  readonly isAttempt: boolean
  readonly isAllAtOnce: boolean
  /** Why it continues although this assessor is done: the second signature, or a third assessor. */
  readonly awaits: 'nothing' | 'second-signature' | 'third-assessor'
}

export type AssessmentProblem = Problem<
  | QuickSignOffProblem['code']
  | 'self'
  | 'in-the-future'
  | 'late-reason-missing'
  | 'level-unknown'
  | 'criterion-unknown'
  | 'criteria-missing'
  | 'parts-missing'
  | 'nothing-observed'
  | 'say-what-is-missing'
  | 'locked-critical'
  | 'lock-reason-missing'
  | 'second-person-needed'
>

/** Decides one sitting. Dates are the organisation's; nothing is read but the arguments. */
export function decideAssessment(
  open: JudgedDemonstration | null,
  judgement: Judgement,
  rule: AssessmentRule,
  context: AssessmentContext,
): Result<Assessed, AssessmentProblem> {
  if (context.assessorId === context.subjectId) return refused('self')
  const unsaid =
    problemOfDate(judgement, context) ?? problemOfLevel(judgement, context) ?? problemOfVerdicts(judgement, context)
  if (unsaid) return unsaid
  const unquick = judgement.isAllAtOnce ? problemOfQuick(judgement, rule, context) : null
  if (unquick) return { ok: false, problem: unquick }

  const level = judgement.level ?? context.levelCount
  const verdicts = judgement.isAllAtOnce ? allCriteriaMet(context.criteria, level) : judgement.verdicts
  const sitting: Sitting = { ...judgement, verdicts, assessorId: context.assessorId, signedAt: context.now }
  const earlier = open?.sittings ?? []
  const shown = shownSoFar([...earlier, sitting], level, rule, context)

  const unshown = judgement.overall === 'mastered' ? problemOfMastery(shown, judgement, rule, context) : null
  const refusal = unshown ?? problemOfLock(judgement, context)
  if (refusal) return refusal

  const settled = settle(earlier, judgement.overall, level, rule, context.assessorId)
  if (!settled.ok) return settled
  const { outcome, awaits, signedLevel } = settled.value
  return ok({
    outcome,
    event: eventOf(outcome, awaits, signedLevel, context),
    isSignOff: outcome === 'mastered',
    level: outcome === 'mastered' ? signedLevel : judgement.level,
    performedOn: judgement.performedOn,
    note: judgement.note.trim(),
    shown: { met: shown.required.length - shown.missing.length, of: shown.required.length },
    missingCriterionIds: shown.missing.map((criterion) => criterion.id),
    verdicts,
    isGap: outcome === 'mastered' && context.waitsForNames.length > 0,
    lockReason: trimmedOrNull(judgement.lockReason),
    lateReason: trimmedOrNull(judgement.lateReason),
    isAttempt: outcome === 'not-yet' && open !== null && open.isRequested,
    isAllAtOnce: judgement.isAllAtOnce,
    awaits,
  })
}

/** Verdicts of "all criteria at once": every required criterion up to the level is met, the rest not observed. */
export function allCriteriaMet(criteria: readonly Criterion[], level: number): readonly VerdictOnCriterion[] {
  return criteriaUpTo(criteria, level).map((criterion) => ({
    criterionId: criterion.id,
    verdict: criterion.isRequired ? 'met' : 'not-observed',
  }))
}

function problemOfDate(judgement: Judgement, context: AssessmentContext) {
  if (judgement.performedOn > context.today) return refused('in-the-future')
  const isLate = addDays(judgement.performedOn, daysToSignWithoutReason) < context.today
  if (judgement.methodKind === 'observed-task' && isLate && judgement.lateReason.trim() === '') {
    return refused('late-reason-missing', { days: String(daysToSignWithoutReason) })
  }
  return null
}

function problemOfLevel({ level, overall }: Judgement, { levelCount }: AssessmentContext) {
  if (level === null) return overall === 'mastered' && levelCount > 1 ? refused('level-missing') : null
  return Number.isInteger(level) && level >= 1 && level <= levelCount ? null : refused('level-unknown')
}

function problemOfVerdicts(judgement: Judgement, context: AssessmentContext) {
  const known = new Set(context.criteria.map((criterion) => criterion.id))
  if (judgement.verdicts.some(({ criterionId }) => !known.has(criterionId))) return refused('criterion-unknown')
  const hasNote = judgement.note.trim() !== ''
  if (judgement.overall === 'not-yet' && !hasNote && !judgement.verdicts.some(({ verdict }) => verdict === 'not-yet')) {
    return refused('say-what-is-missing')
  }
  const hasObserved = judgement.verdicts.some(({ verdict }) => verdict !== 'not-observed')
  if (judgement.overall === 'continues' && !hasNote && !hasObserved) return refused('nothing-observed')
  return null
}

/** "All criteria at once" is only for what may be signed with one key, by whatever road it comes. */
function problemOfQuick(judgement: Judgement, rule: AssessmentRule, context: AssessmentContext) {
  const { levelCount, methods, isSharedDevice } = context
  const isLocked = context.waitsForNames.length > 0
  return quickSignOffProblem(rule, { levelCount, level: judgement.level, methods, isSharedDevice, isLocked })
}

type Shown = {
  readonly required: readonly Criterion[]
  readonly missing: readonly Criterion[]
  readonly missingParts: readonly Method[]
}

function shownSoFar(
  sittings: readonly Sitting[],
  level: number,
  rule: AssessmentRule,
  context: AssessmentContext,
): Shown {
  const on = sittings.at(-1)?.performedOn ?? context.today
  const met = criteriaMet(sittings, on, rule.keepDays)
  const required = criteriaUpTo(context.criteria, level).filter((criterion) => criterion.isRequired)
  const parts = partsShown(sittings, on, rule.keepDays)
  return {
    required,
    missing: required.filter((criterion) => !met.has(criterion.id)),
    missingParts: partsAskedBy(sittings, context.methods).filter((part) => part.id !== null && !parts.has(part.id)),
  }
}

/** The parts of the all-of group this demonstration goes by; none when the way chosen stands alone. */
function partsAskedBy(sittings: readonly Sitting[], methods: readonly Method[]): readonly Method[] {
  const used = new Set(sittings.map((sitting) => sitting.methodId))
  const group = methods.find((method) => method.allOfGroup !== null && method.id !== null && used.has(method.id))
  return group ? methods.filter((method) => method.allOfGroup === group.allOfGroup) : []
}

function problemOfMastery(shown: Shown, judgement: Judgement, rule: AssessmentRule, context: AssessmentContext) {
  if (shown.missing.length > 0) {
    return refused('criteria-missing', {
      met: String(shown.required.length - shown.missing.length),
      of: String(shown.required.length),
      names: shown.missing.map((criterion) => criterion.text).join('; '),
    })
  }
  if (shown.missingParts.length > 0) return refused('parts-missing', { count: String(shown.missingParts.length) })
  const method = context.methods.find((each) => each.id !== null && each.id === judgement.methodId)
  if (method && method.evidenceRequired.trim() !== '' && !context.hasEvidence) {
    return refused('evidence-missing', { evidence: method.evidenceRequired })
  }
  const asksAgain = rule.needsReauthentication || context.isSharedDevice
  return asksAgain && !context.hasReauthenticated ? refused('reauthentication-needed') : null
}

/** A lock does not silence an assessor who has seen it, except for what is critical (DESIGN 4.4). */
function problemOfLock(judgement: Judgement, context: AssessmentContext) {
  if (context.waitsForNames.length === 0 || judgement.overall === 'not-yet') return null
  const names = context.waitsForNames.join(', ')
  if (context.isCritical) return refused('locked-critical', { names })
  return judgement.lockReason.trim() === '' ? refused('lock-reason-missing', { names }) : null
}

type Settled = Pick<Assessed, 'outcome' | 'awaits'> & { readonly signedLevel: number }

/**
 * One signature settles it at once, and so does a first "not yet": mastery cannot be reached without that assessor's
 * yes. After a first "mastered", the second person confirms (the lower level is what both vouch for) or disagrees; then
 * a third person decides alone.
 */
function settle(
  earlier: readonly Sitting[],
  overall: OverallVerdict,
  level: number,
  rule: AssessmentRule,
  assessorId: Id<'person'>,
): Result<Settled, AssessmentProblem> {
  const done = (outcome: OverallVerdict, awaits: Assessed['awaits'] = 'nothing', signedLevel = level) =>
    ok({ outcome, awaits, signedLevel })
  if (rule.signatures === 1 || overall === 'continues') return done(overall)

  const firstAt = earlier.findIndex((sitting) => sitting.overall === 'mastered')
  const first = earlier[firstAt]
  if (!first) return overall === 'mastered' ? done('continues', 'second-signature') : done('not-yet')
  if (first.assessorId === assessorId) return refused('second-person-needed')

  const against = earlier.slice(firstAt + 1).find((sitting) => sitting.overall === 'not-yet')
  if (against) return against.assessorId === assessorId ? refused('second-person-needed') : done(overall)
  if (overall === 'not-yet') return done('continues', 'third-assessor')
  return done('mastered', 'nothing', Math.min(level, first.level ?? level))
}

function eventOf(
  outcome: OverallVerdict,
  awaits: Assessed['awaits'],
  level: number,
  context: AssessmentContext,
): AssessmentEvent | null {
  if (awaits === 'third-assessor') return null
  if (outcome === 'mastered') return context.provenLevels.includes(level) ? 'renewed' : 'mastered'
  return outcome === 'not-yet' ? 'not-yet' : 'continued'
}

function trimmedOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
