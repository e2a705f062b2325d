/**
 * How long somebody stays signed in. Whoever may change other people's records is signed out after an hour without a
 * sign of life and after twelve in any case; everybody else after a day and a week (SECURITY D8). An open live
 * tracker is a sign of life: it is the screen a manager keeps open.
 */
import type { Actor } from './access'
import type { Instant } from './calendar-date'

const hour = 3_600_000

/** Whether a session that began at `startsAt` and was last seen at `seenAt` still holds at `now`. */
export function isSessionAlive(
  session: { startsAt: Instant; seenAt: Instant },
  actor: Pick<Actor, 'isAdministrator' | 'isDesigner' | 'isAuditor' | 'managesPeople'>,
  now: Instant,
): boolean {
  const { idle, absolute } = sessionLimits(actor)
  const at = Date.parse(now)
  return at - Date.parse(session.seenAt) <= idle && at - Date.parse(session.startsAt) <= absolute
}

/** Idle and absolute limit in milliseconds. */
export function sessionLimits(actor: Pick<Actor, 'isAdministrator' | 'isDesigner' | 'isAuditor' | 'managesPeople'>): {
  idle: number
  absolute: number
} {
  const isPrivileged = actor.isAdministrator || actor.isDesigner || actor.isAuditor || actor.managesPeople
  return isPrivileged ? { idle: hour, absolute: 12 * hour } : { idle: 24 * hour, absolute: 7 * 24 * hour }
}
