import { type CalendarDate, addDays, daysBetween, earlierOf, laterOf } from './calendar-date'
import type { Readiness } from './readiness'

/**
 * On the way to a target date, the musts are expected evenly over the days. Behind is more than one short of that; one
 * is the noise of a week. Absences pause it: their days count neither as passed nor as available. Without a target
 * there is no mark.
 */
export type Pace = {
  /** Whole musts expected to be met by today. */
  readonly expected: number
  /** Whole musts fewer than expected, 0 when none. */
  readonly short: number
  readonly isBehind: boolean
}

/** From its first to its last day; `to` null: not yet back. */
export type AbsenceDays = { readonly from: CalendarDate; readonly to: CalendarDate | null }

/** The pace of one person, or null without a target date or where nothing is required. */
export function paceOf(facts: {
  readiness: Readiness
  since: CalendarDate
  targetOn: CalendarDate | null
  today: CalendarDate
  absences?: readonly AbsenceDays[]
}): Pace | null {
  const { readiness, since, targetOn, today, absences = [] } = facts
  if (targetOn === null || readiness.needed === 0) return null
  const available = presentDays(since, targetOn, absences)
  const passed = presentDays(since, earlierOf(today, targetOn), absences)
  const share = today >= targetOn ? 1 : available > 0 ? passed / available : 0
  const expected = readiness.needed * share
  const short = expected - readiness.met
  return { expected: Math.floor(expected), short: Math.max(0, Math.floor(short)), isBehind: short > 1 }
}

/** Days after `from` through `to`, without those of an absence; overlapping absences count once. */
function presentDays(from: CalendarDate, to: CalendarDate, absences: readonly AbsenceDays[]): number {
  if (to <= from) return 0
  let present = daysBetween(from, to)
  let countedThrough = from
  for (const absence of [...absences].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const first = laterOf(absence.from, addDays(countedThrough, 1))
    const last = absence.to === null ? to : earlierOf(absence.to, to)
    if (last < first) continue
    present -= daysBetween(first, last) + 1
    countedThrough = last
  }
  return present
}
