/**
 * On which day something was shown, so that today the cell says what the sample wants it to say. Every working day that
 * could be the one is tried against the product's own rule of validity, so the sample never contradicts it.
 */
import { addDays, addMonths, daysBetween, type CalendarDate } from '~/domain/calendar-date'
import { decideExpiry, renewalWindowOf, type Validity } from '~/domain/validity'

export type Wanted = 'mastered' | 'expiring' | 'expired'

export interface Proof {
  readonly performedOn: CalendarDate
  readonly expiresOn: CalendarDate | null
}

export interface DayWanted {
  readonly validity: Validity
  readonly status: Wanted
  readonly today: CalendarDate
  /** First day on which it can have been shown. */
  readonly from: CalendarDate
  /** The day that would suit the story best. */
  readonly around: CalendarDate
}

/** How long the paper lasts that an outside course gives. */
const documentMonths = 24

/** The proof nearest to the wanted day that has the wanted status today; null where no day has. */
export function findProof(wanted: DayWanted): Proof | null {
  return nearest(wanted, (performedOn) => expiryOf(wanted.validity, performedOn, null))
}

/** A first proof and its renewal inside the window; null where the validity has no end or no day fits. */
export function findRenewal(wanted: DayWanted): { first: Proof; renewal: Proof } | null {
  const { validity } = wanted
  if (validity.kind !== 'months' && validity.kind !== 'fixed-day') return null
  const firstFor = (performedOn: CalendarDate): Proof => {
    const before =
      validity.kind === 'months'
        ? addDays(addMonths(performedOn, -(validity.months ?? 12)), 19)
        : addDays(performedOn, -200)
    const on = workingDay(before)
    return { performedOn: on, expiresOn: expiryOf(validity, on, null) ?? null }
  }
  const renewal = nearest(wanted, (performedOn) => expiryOf(validity, performedOn, firstFor(performedOn)))
  return renewal && { first: firstFor(renewal.performedOn), renewal }
}

/** The day itself, or the Friday before it. */
export function workingDay(day: CalendarDate): CalendarDate {
  const weekday = ((daysBetween('2024-01-01', day) % 7) + 7) % 7 // 1 January 2024 was a Monday.
  return addDays(day, weekday === 5 ? -1 : weekday === 6 ? -2 : 0)
}

/** The last good day after a demonstration on this day; undefined where the rule refuses it. */
export function expiryOf(
  validity: Validity,
  performedOn: CalendarDate,
  previous: Proof | null,
): CalendarDate | null | undefined {
  const documentDate = validity.kind === 'document' ? addMonths(performedOn, documentMonths) : null
  const decided = decideExpiry(validity, { performedOn, documentDate, previous })
  return decided.ok ? decided.value : undefined
}

function nearest(
  { validity, status, today, from, around }: DayWanted,
  endOf: (performedOn: CalendarDate) => CalendarDate | null | undefined,
): Proof | null {
  const windowEnd = addDays(today, renewalWindowOf(validity))
  const last = addDays(today, -2)
  const furthest = Math.max(Math.abs(daysBetween(around, from)), Math.abs(daysBetween(around, last)))
  for (let distance = 0; distance <= furthest; distance += 1) {
    for (const day of [addDays(around, -distance), addDays(around, distance)]) {
      if (day < from || day > last || day !== workingDay(day)) continue
      const expiresOn = endOf(day)
      if (expiresOn !== undefined && statusAt(expiresOn, today, windowEnd) === status)
        return { performedOn: day, expiresOn }
    }
  }
  return null
}

function statusAt(expiresOn: CalendarDate | null, today: CalendarDate, windowEnd: CalendarDate): Wanted {
  if (expiresOn === null || expiresOn > windowEnd) return 'mastered'
  return expiresOn < today ? 'expired' : 'expiring'
}
