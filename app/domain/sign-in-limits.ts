/**
 * How often a password may be tried for one e-mail address, whether or not there is an account behind it: three times
 * at once, then after a wait that doubles with each miss, and never more than twenty misses in an hour. There is no
 * lock: the right password works after the wait (SECURITY D9). Misses older than an hour are forgotten.
 */
import type { Instant } from './calendar-date'

const hour = 3_600_000
const freeMisses = 3
const mostMissesAnHour = 20
const longestWait = 900_000

export type SignInTry = { readonly at: Instant; readonly isAccepted: boolean }

/**
 * Milliseconds to wait before the next password for this address is looked at; 0 when it may be tried now.
 * @param tries those of the last hour, newest first
 */
export function waitBeforeTry(tries: readonly SignInTry[], now: Instant): number {
  const at = Date.parse(now)
  const misses = tries.filter((one) => !one.isAccepted && at - Date.parse(one.at) < hour)
  const oldestThatCounts = misses[mostMissesAnHour - 1]
  if (oldestThatCounts) return Date.parse(oldestThatCounts.at) + hour - at
  const accepted = tries.find((one) => one.isAccepted)
  const sinceAccepted = misses.filter((one) => !accepted || one.at >= accepted.at).length
  const last = misses[0]
  if (!last || sinceAccepted < freeMisses) return 0
  const wait = Math.min(1000 * 2 ** (sinceAccepted - freeMisses), longestWait)
  return Math.max(0, Date.parse(last.at) + wait - at)
}

/** The oldest moment that still counts at `now`. */
export function triesCountSince(now: Instant): Instant {
  return new Date(Date.parse(now) - hour).toISOString() as Instant
}
