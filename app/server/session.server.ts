import { createHash } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import type { Actor } from '~/domain/access'
import { dateInZone, type CalendarDate, type Instant } from '~/domain/calendar-date'
import { isSessionAlive } from '~/domain/session-limits'
import { findActor, findSignedIn, type SignedIn } from '~db/queries/actor.server'
import { touchSession } from '~db/queries/session.server'
import { services } from './services.server'

/** A signed-in person with the rights of this moment. */
export interface Session {
  readonly signedIn: SignedIn
  readonly actor: Actor
  readonly now: Instant
  readonly today: CalendarDate
}

const touchEvery = 120_000

/** The cookie's name; `__Host-` pins it to the host, which browsers accept over https only. */
export function sessionCookieName(publicUrl: string | null): string {
  return publicUrl?.startsWith('https:') ? '__Host-masterwork' : 'masterwork'
}

/** The stored form of a session token: whoever reads the database cannot sign in with it (SECURITY D8). */
export function sha256(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * The session of a request, or null: no cookie, unknown token, past its limits, or the person has left.
 * Loaders of one request run side by side and share one answer; an action forgets it before it runs (`guardedAction`),
 * and a command reads the rights anew inside its transaction.
 */
export function findSession(request: Request, context: AppLoadContext): Promise<Session | null> {
  context.session ??= readSession(request)
  return context.session
}

async function readSession(request: Request): Promise<Session | null> {
  const { db, env, clock, queue } = services()
  const token = findSessionToken(request.headers.get('cookie'), env.publicUrl)
  if (!token) return null
  const signedIn = await findSignedIn(db, sha256(token))
  if (!signedIn) return null
  const now = clock.now()
  const today = dateInZone(now, signedIn.organisation.timeZone)
  if (now > signedIn.expiresAt || (signedIn.leavesOn !== null && signedIn.leavesOn < today)) return null
  const actor = await findActor(
    db,
    { organisationId: signedIn.organisation.id, personId: signedIn.personId, accountId: signedIn.accountId },
    today,
  )
  if (!isSessionAlive(signedIn, actor, now)) return null
  if (Date.parse(now) - Date.parse(signedIn.seenAt) > touchEvery) {
    // Not waited for: losing one sign of life costs nothing, and a page must not wait for a commit.
    void queue.write(null, (tx) => touchSession(tx, signedIn.sessionId, now)).catch(() => undefined)
  }
  return { signedIn, actor, now, today }
}

/** The token of the session cookie: what stands before the sign-in library's signature. */
export function findSessionToken(header: string | null, publicUrl: string | null): string | null {
  const name = sessionCookieName(publicUrl)
  for (const part of header?.split(';') ?? []) {
    const [key, ...rest] = part.trim().split('=')
    if (key !== name) continue
    return decodeToken(rest.join('=')).split('.')[0] || null
  }
  return null
}

function decodeToken(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
