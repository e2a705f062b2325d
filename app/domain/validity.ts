import { type CalendarDate, addMonths, addDays, nextMonthDay } from './calendar-date'
import { type Problem, type Result, ok, refused } from './result'
import type { ValidityKind } from './vocabulary'

/**
 * How long a mastery lasts (DESIGN 4.5): for ever; for a number of months, the first time and then at each repeat; to
 * a fixed day each year; or to the date on the document. Validity counts from performed-on. Renewed inside the window,
 * nothing is lost: the new end is the old end plus the validity; otherwise it counts from performed-on.
 */
export type Validity = {
  readonly kind: ValidityKind
  /** Of kind `months`: the first validity. */
  readonly months: number | null
  /** Of kind `months`: every later one; null: as the first. */
  readonly repeatMonths: number | null
  /** Of kind `fixed-day`: `MM-DD`, the last good day of each year. */
  readonly fixedDay: string | null
  /** Days before the end in which a renewal keeps the old end; null: the default of 60. */
  readonly renewalWindowDays: number | null
}

export const neverEnds: Validity = {
  kind: 'never',
  months: null,
  repeatMonths: null,
  fixedDay: null,
  renewalWindowDays: null,
}

/** What was proven before: its end, null where that never came. */
export type EarlierProof = { readonly expiresOn: CalendarDate | null }

export type Demonstrated = {
  readonly performedOn: CalendarDate
  /** The date on the document, where the validity is the document's. */
  readonly documentDate: CalendarDate | null
  /** The proof in force before; null: mastered for the first time. */
  readonly previous: EarlierProof | null
}

const defaultWindowDays = 60
const daysPerMonth = 365.25 / 12

/** The validity a revision uses: its own where it says one, else the program's default, else for ever. */
export function effectiveValidity(
  own: Omit<Validity, 'kind'> & { readonly kind: ValidityKind | null },
  inherited: Validity | null,
): Validity {
  return own.kind === null ? (inherited ?? neverEnds) : { ...own, kind: own.kind }
}

/**
 * Days of the renewal window: as set or 60, at most a quarter of the validity. Where first and repeat differ, the
 * shorter bounds both, so that one number is true for a cell and for a renewal. A document's date has no known length.
 */
export function renewalWindowOf(validity: Validity): number {
  const wanted = validity.renewalWindowDays ?? defaultWindowDays
  switch (validity.kind) {
    case 'never':
      return 0
    case 'document':
      return wanted
    case 'fixed-day':
      return Math.min(wanted, Math.floor(365 / 4))
    case 'months': {
      const first = validity.months ?? 0
      const shorter = Math.min(first, validity.repeatMonths ?? first)
      return Math.min(wanted, Math.floor((shorter * daysPerMonth) / 4))
    }
  }
}

/** True when a demonstration on this day renews `previous` without loss: from the window's first day to the last good one. */
export function isInsideWindow(validity: Validity, performedOn: CalendarDate, previous: EarlierProof | null): boolean {
  if (previous === null || previous.expiresOn === null || performedOn > previous.expiresOn) return false
  return performedOn >= addDays(previous.expiresOn, -renewalWindowOf(validity))
}

/**
 * The last good day of a mastery, or null where it never ends. The repeat validity holds from the second mastery on,
 * also when the first had lapsed in between. Refused with `document-date-missing` where the document decides and no
 * date was given, and `document-date-passed` where that date is before performed-on.
 */
export function decideExpiry(
  validity: Validity,
  shown: Demonstrated,
): Result<CalendarDate | null, Problem<'document-date-missing' | 'document-date-passed'>> {
  const { performedOn, previous } = shown
  const isInside = isInsideWindow(validity, performedOn, previous)
  const from = isInside && previous?.expiresOn ? previous.expiresOn : performedOn
  switch (validity.kind) {
    case 'never':
      return ok(null)
    case 'document':
      if (shown.documentDate === null) return refused('document-date-missing')
      if (shown.documentDate < performedOn) return refused('document-date-passed', { date: shown.documentDate })
      return ok(shown.documentDate)
    case 'fixed-day':
      return ok(validity.fixedDay === null ? null : nextMonthDay(from, validity.fixedDay))
    case 'months': {
      const months = previous === null ? validity.months : (validity.repeatMonths ?? validity.months)
      return ok(months === null ? null : addMonths(from, months))
    }
  }
}
