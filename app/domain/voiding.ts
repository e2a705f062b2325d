/**
 * Nothing is erased: a correction is a further event that names what it cancels (DESIGN 4.1). Undo is a void by the
 * signer within 10 minutes, no reason asked; later a void has a reason. Nobody voids what is about themselves.
 */
import type { Instant } from './calendar-date'
import type { Id } from './ids'
import { ok, refused, type Problem, type Result } from './result'
import type { LedgerKind } from './vocabulary'

/** How long the signer may undo without a reason; mail about a sign-off waits as long. */
export const minutesToUndo = 10

/** Kinds that describe a person's standing or its exemptions and can be taken back; the rest is history of other things. */
export const voidableKinds: readonly LedgerKind[] = [
  'mastered',
  'not-yet',
  'continued',
  'renewed',
  'held',
  'released',
  'exempted',
  'unexempted',
  'recognised',
  'imported',
  'confirmed',
]

export type VoidedEvent = {
  readonly kind: LedgerKind
  readonly personId: Id<'person'> | null
  readonly actorId: Id<'person'> | null
  readonly recordedAt: Instant
  readonly isVoided: boolean
}

export type VoidProblem = Problem<'self' | 'not-voidable' | 'already-voided' | 'reason-missing'>

/** May `actorId` void the event now? `can(actor, 'revoke-sign-off', …)` is asked before. `reason` may be ''. */
export function decideVoid(
  event: VoidedEvent,
  by: { readonly actorId: Id<'person'>; readonly now: Instant; readonly reason: string },
): Result<{ readonly isUndo: boolean; readonly reason: string | null }, VoidProblem> {
  if (!voidableKinds.includes(event.kind)) return refused('not-voidable')
  if (event.personId === by.actorId) return refused('self')
  if (event.isVoided) return refused('already-voided')
  const reason = by.reason.trim()
  const isUndo = event.actorId === by.actorId && undoTimeLeft(event.recordedAt, by.now) > 0
  if (!isUndo && reason === '') return refused('reason-missing')
  return ok({ isUndo, reason: reason === '' ? null : reason })
}

/** Milliseconds the signer has left to undo an event recorded at `recordedAt`; 0 when it is over. */
export function undoTimeLeft(recordedAt: Instant, now: Instant): number {
  return Math.max(0, Date.parse(recordedAt) + minutesToUndo * 60_000 - Date.parse(now))
}
