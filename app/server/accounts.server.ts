import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { dateInZone } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { waitBeforeTry } from '~/domain/sign-in-limits'
import {
  acceptTry,
  deleteUnlinkedAccount,
  deleteTry,
  findPersonOfAccount,
  insertAccount,
  insertTry,
  isEmailTaken,
  listTries,
} from '~db/queries/account.server'
import { deleteSessions } from '~db/queries/session.server'
import { hashPassword } from './password.server'
import { services, type Services } from './services.server'
import { findSessionToken, sessionCookieName, sha256 } from './session.server'
import { addressHeader, sessionSeconds, signInLibrary, type SignInLibrary } from './sign-in-library.server'

/** What a sign-in needs of the request besides what was typed. */
export interface SignInRequest {
  readonly email: string
  readonly password: string
  readonly address: string
  readonly userAgent: string | null
  /** The request's Cookie header: an earlier session ends, a known device has tries of its own. */
  readonly cookie: string | null
}

export type SignInAnswer =
  | { readonly ok: true; readonly accountId: Id<'account'>; readonly setCookies: readonly string[] }
  | { readonly ok: false; readonly code: 'wrong-credentials' }
  | { readonly ok: false; readonly code: 'too-many-tries'; readonly waitSeconds: number }

const signedInAnswer = z.object({ token: z.string(), user: z.object({ id: z.string() }) })
const deviceDays = 400

/**
 * Signs somebody in by e-mail and password. Answers and takes the same whether or not there is such an account; a try
 * is written down before the password is looked at, so that many at once cannot all be looked at.
 */
export async function signIn(request: SignInRequest): Promise<SignInAnswer> {
  const { queue, clock } = services()
  const email = normalEmail(request.email)
  const device = knownDevice(request.cookie, email)
  const limitKey = sha256(device ? `${device}\n${email}` : email)
  const id = randomUUID()
  const wait = await queue.write(null, async (tx) => {
    const now = clock.now()
    const left = waitBeforeTry(await listTries(tx, limitKey, now), now)
    if (left === 0) await insertTry(tx, { id, emailSha256: limitKey, at: now })
    return left
  })
  if (wait > 0) return { ok: false, code: 'too-many-tries', waitSeconds: Math.ceil(wait / 1000) }

  const response = await askLibrary(request, email)
  if (response.status === 429) {
    await queue.write(null, (tx) => deleteTry(tx, id))
    return { ok: false, code: 'too-many-tries', waitSeconds: Number(response.headers.get('x-retry-after') ?? 60) }
  }
  if (!response.ok) return { ok: false, code: 'wrong-credentials' }
  const { token, user } = signedInAnswer.parse(await response.json())
  const accountId = user.id as Id<'account'>
  await queue.write(null, (tx) => acceptTry(tx, id))
  if (!(await mayStillSignIn(accountId))) {
    await deleteSession(token)
    return { ok: false, code: 'wrong-credentials' }
  }
  await endSessionOf(request.cookie)
  return { ok: true, accountId, setCookies: [...response.headers.getSetCookie(), deviceCookie(email)] }
}

/** Ends the session of a request's cookie and answers the cookie that forgets it. */
export async function signOut(cookie: string | null): Promise<readonly string[]> {
  await endSessionOf(cookie)
  return [setSessionCookie('', 0)]
}

/**
 * A fresh session without a password: after an invitation or the creation of an organisation, and for the offered
 * accounts of a sample organisation. Ends the session the request came with.
 */
export async function createSessionFor(
  accountId: Id<'account'>,
  request: { address?: string; userAgent?: string | null; cookie?: string | null } = {},
): Promise<{ token: string; setCookies: readonly string[] }> {
  const { auth } = await library()
  const context = await auth.$context
  const session = await context.internalAdapter.createSession(accountId, false, {
    ipAddress: request.address ?? '',
    userAgent: request.userAgent ?? '',
  })
  await endSessionOf(request.cookie ?? null)
  const signature = createHmac('sha256', services().secret).update(session.token).digest('base64')
  return { token: session.token, setCookies: [setSessionCookie(`${session.token}.${signature}`, sessionSeconds)] }
}

/**
 * An account with a password, linked to nobody yet; one that was left so by an interrupted start is replaced. The
 * caller has checked the password against the rules.
 * @throws when the e-mail address already signs in for somebody
 */
export async function createAccount(account: {
  email: string
  name: string
  password: string
}): Promise<Id<'account'>> {
  const { queue, clock } = services()
  const prepared = await prepareAccount(account)
  await queue.write(null, async (tx) => {
    await deleteUnlinkedAccount(tx, prepared.email)
    if (await isEmailTaken(tx, prepared.email)) throw new Error('This e-mail address already has an account')
    await insertAccount(tx, { ...prepared, at: clock.now() })
  })
  return prepared.id
}

/** The slow part of creating an account, done before the transaction that writes it. */
export async function prepareAccount(account: { email: string; name: string; password: string }) {
  return {
    id: services().clock.newId('account'),
    email: normalEmail(account.email),
    name: account.name,
    passwordHash: await hashPassword(account.password),
  }
}

/** Ends every session of an account. */
export async function deleteSessionsOf(accountId: Id<'account'>): Promise<void> {
  await services().queue.write(null, (tx) => deleteSessions(tx, accountId))
}

/** An e-mail address as accounts store it. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

const opened = new WeakMap<Services, Promise<SignInLibrary>>()

/** Closes the sign-in library's connection; it opens again when it is next needed. */
export async function closeAccounts(of: Services): Promise<void> {
  const found = opened.get(of)
  opened.delete(of)
  if (found) (await found).close()
}

function library(): Promise<SignInLibrary> {
  const of = services()
  const found = opened.get(of) ?? signInLibrary(of)
  opened.set(of, found)
  return found
}

/** Through the library's own handler, so that its limit by address applies. */
async function askLibrary(request: SignInRequest, email: string): Promise<Response> {
  const { auth } = await library()
  const { baseURL = '' } = auth.options
  return auth.handler(
    new Request(`${baseURL}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: baseURL,
        [addressHeader]: request.address || '127.0.0.1',
        'user-agent': request.userAgent ?? '',
      },
      body: JSON.stringify({ email, password: request.password }),
    }),
  )
}

async function mayStillSignIn(accountId: Id<'account'>): Promise<boolean> {
  const { db, clock } = services()
  const person = await findPersonOfAccount(db, accountId)
  return person !== null && (person.leavesOn === null || person.leavesOn >= dateInZone(clock.now(), person.timeZone))
}

async function endSessionOf(cookie: string | null): Promise<void> {
  const token = findSessionToken(cookie, services().env.publicUrl)
  if (token) await deleteSession(token)
}

async function deleteSession(token: string): Promise<void> {
  const { auth } = await library()
  await (await auth.$context).internalAdapter.deleteSession(token)
}

function setSessionCookie(value: string, seconds: number): string {
  return setCookie(sessionCookieName(services().env.publicUrl), value, seconds)
}

/** Remembers that this browser knew the password, so that strangers guessing it elsewhere cannot keep its owner out. */
function deviceCookie(email: string): string {
  const nonce = randomBytes(16).toString('hex')
  return setCookie(deviceCookieName(), `${nonce}.${deviceProof(nonce, email)}`, deviceDays * 24 * 3600)
}

function knownDevice(cookie: string | null, email: string): string | null {
  const found = new RegExp(`(?:^|;\\s*)${deviceCookieName()}=([0-9a-f]{32})\\.([0-9a-f]{64})(?:;|$)`).exec(cookie ?? '')
  const [, nonce, proof] = found ?? []
  if (!nonce || !proof) return null
  return timingSafeEqual(Buffer.from(proof), Buffer.from(deviceProof(nonce, email))) ? nonce : null
}

function deviceCookieName(): string {
  return `${sessionCookieName(services().env.publicUrl)}-device`
}

function deviceProof(nonce: string, email: string): string {
  return createHmac('sha256', services().secret).update(`device\n${nonce}\n${email}`).digest('hex')
}

function setCookie(name: string, value: string, seconds: number): string {
  const secure = services().env.publicUrl?.startsWith('https:') ? '; Secure' : ''
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}
