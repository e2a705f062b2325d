/**
 * Several attempts, and no limit that ends the road (DESIGN 4.5): after a miss the next attempt opens when the waiting
 * time is over, after N misses when the coaching talk is recorded; the screen says when and why. Counted are requested
 * demonstrations judged "not yet" since it was last mastered; recorded without a request it is feedback.
 */
import type { AssessmentRule } from './assessment-rule'
import { addDays, compareDates, type CalendarDate } from './calendar-date'
import { eventsInForce, provingKinds, type LedgerEvent } from './ledger'

/** Days away, both ends included; null is still away. Waiting time pauses meanwhile (DESIGN 4.1, absence). */
export type Away = { readonly from: CalendarDate; readonly to: CalendarDate | null }

export type AttemptFacts = {
  /** Days of the misses since it was last mastered, from `missesSinceMastered`. */
  readonly missedOn: readonly CalendarDate[]
  /** Days of the coaching talks recorded for this person and qualification. */
  readonly coachingTalksOn: readonly CalendarDate[]
  readonly absences: readonly Away[]
  /** Highest number of a demonstration so far; 0 where there was none. */
  readonly lastNumber: number
}

export type AttemptWait = 'waiting-time' | 'coaching-talk'

export type NextAttempt = {
  /** Its number. */
  readonly number: number
  readonly isOpen: boolean
  /** Why not yet; both may hold at once. */
  readonly waitsFor: readonly AttemptWait[]
  /** First day it can be requested, as far as waiting time decides; null where that has no known end. */
  readonly opensOn: CalendarDate | null
  readonly misses: number
}

/** When the next attempt opens, and why it is not open yet. `today` is the day in the organisation's zone. */
export function nextAttempt(
  facts: AttemptFacts,
  rule: Pick<AssessmentRule, 'waitingDays' | 'coachingAfter'>,
  today: CalendarDate,
): NextAttempt {
  const missedOn = [...facts.missedOn].sort(compareDates)
  const last = missedOn.at(-1)
  const opensOn = last === undefined ? today : waitingEndsOn(last, rule.waitingDays, facts.absences)
  const waitsFor: AttemptWait[] = []
  if (opensOn === null || opensOn > today) waitsFor.push('waiting-time')
  if (owesCoachingTalk(missedOn, facts.coachingTalksOn, rule.coachingAfter)) waitsFor.push('coaching-talk')
  return { number: facts.lastNumber + 1, isOpen: waitsFor.length === 0, waitsFor, opensOn, misses: missedOn.length }
}

/** Days of the misses that count: requested, not voided, since the last event that proved it. Any order of events. */
export function missesSinceMastered(events: readonly LedgerEvent[]): readonly CalendarDate[] {
  const proving: ReadonlySet<string> = new Set(provingKinds)
  const inForce = eventsInForce(events)
  const lastProof = inForce.findLastIndex((event) => proving.has(event.kind))
  return inForce
    .slice(lastProof + 1)
    .filter((event) => event.kind === 'not-yet' && event.isAttempt)
    .map((event) => event.occurredOn)
}

/** "The person may ask once for another assessor" (DESIGN 4.5): once per qualification, after a verdict of not yet. */
export function canAskForAnotherAssessor(facts: { readonly misses: number; readonly hasAsked: boolean }): boolean {
  return facts.misses > 0 && !facts.hasAsked
}

/** The day the wait is over: `days` days of presence after the miss. Null while an absence without end swallows it. */
function waitingEndsOn(missedOn: CalendarDate, days: number, absences: readonly Away[]): CalendarDate | null {
  let day = missedOn
  let left = days
  while (left > 0) {
    day = addDays(day, 1)
    const away = absences.find((absence) => absence.from <= day && (absence.to === null || absence.to >= day))
    if (!away) left -= 1
    else if (away.to === null || addDays(away.to, 1) === away.to) return null
    else day = away.to
  }
  return day
}

/** A talk is owed once `coachingAfter` misses have come together since the last talk. A talk on the day of a miss is after it. */
function owesCoachingTalk(
  missedOn: readonly CalendarDate[],
  talksOn: readonly CalendarDate[],
  coachingAfter: number | null,
): boolean {
  if (coachingAfter === null || coachingAfter <= 0) return false
  const lastTalk = [...talksOn].sort(compareDates).at(-1)
  const since = missedOn.filter((day) => lastTalk === undefined || day > lastTalk)
  return since.length >= coachingAfter
}
