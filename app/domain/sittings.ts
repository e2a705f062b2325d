/**
 * One demonstration may take several sittings by several assessors (DESIGN 4.5): "criteria and parts met stay met for N
 * days (default 90)". This folds the sittings so far, and the one being recorded, into what has been shown.
 */
import { addDays, type CalendarDate, type Instant } from './calendar-date'
import type { Id } from './ids'
import type { CriterionVerdict, OverallVerdict } from './vocabulary'

export type VerdictOnCriterion = { readonly criterionId: Id<'criterion'>; readonly verdict: CriterionVerdict }

export type Sitting = {
  readonly assessorId: Id<'person'>
  readonly performedOn: CalendarDate
  readonly signedAt: Instant
  /** What the assessor said overall. With two signatures the first says mastered and the demonstration continues. */
  readonly overall: OverallVerdict
  readonly level: number | null
  readonly methodId: Id<'method'> | null
  readonly verdicts: readonly VerdictOnCriterion[]
}

/** Whether a sitting still counts for a demonstration that is judged on `on`: N days, that last day included. */
export function stillCounts(sitting: Sitting, on: CalendarDate, keepDays: number): boolean {
  return addDays(sitting.performedOn, keepDays) >= on
}

/**
 * The criteria shown by `on`. The latest verdict decides, in the order performed; "not observed" says nothing, so it
 * takes nothing back.
 */
export function criteriaMet(
  sittings: readonly Sitting[],
  on: CalendarDate,
  keepDays: number,
): ReadonlySet<Id<'criterion'>> {
  const met = new Set<Id<'criterion'>>()
  for (const sitting of inOrder(sittings)) {
    for (const { criterionId, verdict } of sitting.verdicts) {
      if (verdict === 'not-yet') met.delete(criterionId)
      if (verdict === 'met' && stillCounts(sitting, on, keepDays)) met.add(criterionId)
    }
  }
  return met
}

/** The parts of an all-of group that have been shown: by a sitting that did not end in "not yet". */
export function partsShown(
  sittings: readonly Sitting[],
  on: CalendarDate,
  keepDays: number,
): ReadonlySet<Id<'method'>> {
  const shown = new Set<Id<'method'>>()
  for (const sitting of inOrder(sittings)) {
    if (sitting.methodId === null) continue
    if (sitting.overall === 'not-yet') shown.delete(sitting.methodId)
    else if (stillCounts(sitting, on, keepDays)) shown.add(sitting.methodId)
  }
  return shown
}

function inOrder(sittings: readonly Sitting[]): readonly Sitting[] {
  return [...sittings].sort((a, b) =>
    a.performedOn !== b.performedOn ? (a.performedOn < b.performedOn ? -1 : 1) : a.signedAt < b.signedAt ? -1 : 1,
  )
}
