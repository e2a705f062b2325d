/**
 * A demonstration (an attempt) from request to verdict (DESIGN 4.1, 4.5). What happened is kept as instants; the phase is
 * derived from them. One is open per person and qualification; it is numbered. A lock stops a request, but "locking
 * later does not cancel an open demonstration". Returned as incomplete is not a verdict.
 */
import type { NextAttempt } from './attempts'
import type { CalendarDate, Instant } from './calendar-date'
import type { Id } from './ids'
import { ok, refused, type Problem, type Result } from './result'

export const demonstrationPhases = [
  'requested',
  'scheduled',
  'submitted',
  'continues',
  'returned',
  'assessed',
  'withdrawn',
] as const
export type DemonstrationPhase = (typeof demonstrationPhases)[number]

export type DemonstrationFacts = {
  readonly personId: Id<'person'>
  /** Who asked: the person, or a manager for them. Null when it came into being by an assessment. */
  readonly requestedById: Id<'person'> | null
  readonly scheduledFor: CalendarDate | null
  readonly submittedAt: Instant | null
  readonly returnedAt: Instant | null
  readonly withdrawnAt: Instant | null
  readonly assessedAt: Instant | null
  readonly continuesAt: Instant | null
  /** Who was chosen, or who claimed it by opening it. */
  readonly assessorId: Id<'person'> | null
  readonly isChosenByPerson: boolean
}

/** The phase now. Whatever happened last among submitting, returning and a sitting that continues decides. */
export function demonstrationPhase(facts: DemonstrationFacts): DemonstrationPhase {
  if (facts.withdrawnAt) return 'withdrawn'
  if (facts.assessedAt) return 'assessed'
  const submitted = facts.submittedAt ?? ''
  const continued = facts.continuesAt ?? ''
  if (facts.returnedAt && facts.returnedAt >= submitted && facts.returnedAt >= continued) return 'returned'
  if (continued !== '' && continued >= submitted) return 'continues'
  if (submitted !== '') return 'submitted'
  return facts.scheduledFor ? 'scheduled' : 'requested'
}

export function isOpen(facts: DemonstrationFacts): boolean {
  const phase = demonstrationPhase(facts)
  return phase !== 'assessed' && phase !== 'withdrawn'
}

export type WaitsFor =
  | { readonly who: 'nobody' }
  | { readonly who: 'person' }
  /** A named assessor, or, with null, any who may sign. */
  | { readonly who: 'assessor'; readonly assessorId: Id<'person'> | null }

/** Whose turn it is. Returned waits for the person, everything else that is open for an assessor. */
export function waitsFor(facts: DemonstrationFacts): WaitsFor {
  const phase = demonstrationPhase(facts)
  if (phase === 'assessed' || phase === 'withdrawn') return { who: 'nobody' }
  if (phase === 'returned') return { who: 'person' }
  return { who: 'assessor', assessorId: facts.assessorId }
}

export type RequestFacts = {
  readonly isOpenAlready: boolean
  /** Holds the role, works towards it, or the qualification is in the catalogue. */
  readonly isTakingPart: boolean
  readonly isExempt: boolean
  /** Names of what has to be met first; empty when it is open. */
  readonly waitsForNames: readonly string[]
  readonly next: NextAttempt
  /** Whether the assessor the person picked may sign; null when none was picked. */
  readonly chosenAssessorMaySign: boolean | null
}

export type RequestProblem = Problem<
  'already-open' | 'not-taking-part' | 'exempt' | 'locked' | 'waiting-time' | 'coaching-talk' | 'assessor-may-not-sign'
>

/** May a demonstration be requested now? Answers with its number. */
export function decideRequest(facts: RequestFacts): Result<{ readonly number: number }, RequestProblem> {
  if (facts.isOpenAlready) return refused('already-open')
  if (!facts.isTakingPart) return refused('not-taking-part')
  if (facts.isExempt) return refused('exempt')
  if (facts.waitsForNames.length > 0) return refused('locked', { names: facts.waitsForNames.join(', ') })
  const [wait] = facts.next.waitsFor
  if (wait === 'coaching-talk') return refused(wait, { misses: String(facts.next.misses) })
  if (wait === 'waiting-time') return refused(wait, facts.next.opensOn ? { opensOn: facts.next.opensOn } : {})
  if (facts.chosenAssessorMaySign === false) return refused('assessor-may-not-sign')
  return ok({ number: facts.next.number })
}

/** Withdrawing: by the person, or by whoever asked for them, while it is open. Rights are `can`'s matter. */
export function decideWithdraw(facts: DemonstrationFacts): Result<null, Problem<'closed'>> {
  return isOpen(facts) ? ok(null) : refused('closed')
}

/** Returning as incomplete: no verdict, but it has to say what is missing. Not twice in a row. */
export function decideReturn(
  facts: DemonstrationFacts,
  reason: string,
): Result<{ readonly reason: string }, Problem<'closed' | 'reason-missing' | 'already-returned'>> {
  if (!isOpen(facts)) return refused('closed')
  if (demonstrationPhase(facts) === 'returned') return refused('already-returned')
  if (reason.trim() === '') return refused('reason-missing')
  return ok({ reason: reason.trim() })
}

/** Submitting evidence, the first time or after it was returned. */
export function decideSubmit(
  facts: DemonstrationFacts,
  given: { readonly evidenceCount: number; readonly note: string },
): Result<null, Problem<'closed' | 'nothing-to-submit'>> {
  if (!isOpen(facts)) return refused('closed')
  if (given.evidenceCount === 0 && given.note.trim() === '') return refused('nothing-to-submit')
  return ok(null)
}

/** A day for showing it: today or later. */
export function decideSchedule(
  facts: DemonstrationFacts,
  on: CalendarDate,
  today: CalendarDate,
): Result<null, Problem<'closed' | 'in-the-past'>> {
  if (!isOpen(facts)) return refused('closed')
  return on < today ? refused('in-the-past') : ok(null)
}

export type Claimant = {
  readonly personId: Id<'person'>
  readonly maySign: boolean
  /** Name of whoever has it now, for the sentence; '' when nobody has. */
  readonly holderName: string
}

/**
 * Opening an unassigned demonstration claims it (UX, Assessment). Claiming what one has already is no change; what
 * somebody else has is a conflict that names them.
 */
export function decideClaim(
  facts: DemonstrationFacts,
  claimant: Claimant,
): Result<{ readonly isNew: boolean }, Problem<'closed' | 'self' | 'may-not-sign' | 'claimed-by-another'>> {
  if (!isOpen(facts)) return refused('closed')
  if (claimant.personId === facts.personId) return refused('self')
  if (!claimant.maySign) return refused('may-not-sign')
  if (facts.assessorId === claimant.personId) return ok({ isNew: false })
  if (facts.assessorId !== null) return refused('claimed-by-another', { name: claimant.holderName })
  return ok({ isNew: true })
}

/**
 * Handing back makes it unassigned again, so that all who may sign see it; "nothing is orphaned". A declined choice of
 * the person is handed back with a reason.
 */
export function decideHandBack(
  facts: DemonstrationFacts,
  by: Id<'person'>,
  reason: string,
): Result<null, Problem<'closed' | 'not-yours' | 'reason-missing'>> {
  if (!isOpen(facts)) return refused('closed')
  if (facts.assessorId !== by) return refused('not-yours')
  if (facts.isChosenByPerson && reason.trim() === '') return refused('reason-missing')
  return ok(null)
}
