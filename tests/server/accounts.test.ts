import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getMigrations } from 'better-auth/db/migration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import {
  closeAccounts,
  createAccount,
  createSessionFor,
  deleteSessionsOf,
  signIn,
  signOut,
} from '~/server/accounts.server'
import { systemClock } from '~/server/clock.server'
import { readEnv } from '~/server/env.server'
import { openServices, setServices, type Services } from '~/server/services.server'
import { findSessionToken, sha256 } from '~/server/session.server'
import { libraryOptions } from '~/server/sign-in-library.server'
import { openSqliteAccounts, sqliteKysely } from '~db/client.server'
import { insertOrganisation } from '~db/queries/organisation.server'

const password = 'a quiet river at dawn'
let dataDir: string
let services: Services
let now: Instant

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'masterwork-accounts-'))
  now = '2026-06-15T08:00:00.000Z'
  const clock = { ...systemClock, now: () => now }
  services = await openServices(readEnv({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), { clock })
  setServices(services)
})

afterEach(async () => {
  await closeAccounts(services)
  await services.close()
  rmSync(dataDir, { recursive: true })
})

/** Noor of a company in Lisbon, with an account. */
async function noor(leavesOn: '2026-06-14' | null = null): Promise<Id<'account'>> {
  const accountId = await createAccount({ email: 'Noor@Example.test', name: 'Noor', password })
  const organisationId = services.clock.newId('organisation')
  await services.queue.write(organisationId, async (tx) => {
    await insertOrganisation(tx, {
      id: organisationId,
      name: 'Tidewater Bakery',
      timeZone: 'Europe/Lisbon',
      isSample: false,
      createdAt: now,
    })
    await tx
      .insertInto('person')
      .values({
        id: services.clock.newId('person'),
        organisation_id: organisationId,
        name: 'Noor',
        staff_number: null,
        email: 'noor@example.test',
        employment: 'employee',
        employer: null,
        employment_ends_on: null,
        starts_on: '2024-01-01',
        leaves_on: leavesOn,
        account_id: accountId,
        version: 1,
        created_at: now,
      })
      .execute()
  })
  return accountId
}

let address = 0
function tryWith(typed: { email?: string; password?: string; cookie?: string; address?: string } = {}) {
  return signIn({
    email: typed.email ?? 'noor@example.test',
    password: typed.password ?? password,
    address: typed.address ?? `192.0.2.${(address = (address + 1) % 250)}`,
    userAgent: 'test',
    cookie: typed.cookie ?? null,
  })
}

function later(seconds: number) {
  now = new Date(Date.parse(now) + seconds * 1000).toISOString() as Instant
}

/** What a browser would send back. */
function cookieOf(setCookies: readonly string[]): string {
  return setCookies.map((one) => one.split(';')[0]).join('; ')
}

const sessions = () => services.db.selectFrom('session').selectAll().execute()

describe('the sign-in library over our tables', () => {
  it('finds every table and column it wants', async () => {
    const connection = openSqliteAccounts(services.files.database)
    const database = { db: sqliteKysely(connection), type: 'sqlite' as const }
    const { toBeCreated, toBeAdded } = await getMigrations({ ...libraryOptions(services), database })
    connection.close()
    expect(toBeCreated).toEqual([])
    expect(toBeAdded).toEqual([])
  })
})

describe('signing in', () => {
  it('with the right password gives a session whose token is stored as its hash only', async () => {
    const accountId = await noor()
    const answer = await tryWith({ email: ' NOOR@example.test ' })
    expect(answer).toMatchObject({ ok: true, accountId })
    if (!answer.ok) return
    const token = findSessionToken(cookieOf(answer.setCookies), null)
    expect(token).toMatch(/^\w{32}$/)
    expect(answer.setCookies[0]).toMatch(/^masterwork=.*HttpOnly.*SameSite=Lax/i)
    const stored = await sessions()
    expect(stored.map((one) => [one.account_id, one.token])).toEqual([[accountId, sha256(token ?? '')]])
    expect(services.writer.serialize().includes(Buffer.from(token ?? ''))).toBe(false)
  })

  it('ends the session it came with, so that a planted one is worth nothing', async () => {
    const accountId = await noor()
    const planted = await createSessionFor(accountId)
    await tryWith({ cookie: cookieOf(planted.setCookies) })
    const stored = await sessions()
    expect(stored).toHaveLength(1)
    expect(stored[0]?.token).not.toBe(sha256(planted.token))
  })

  it('says the same for a wrong password, an unknown address and somebody who has left', async () => {
    await noor('2026-06-14')
    const wrong = { ok: false, code: 'wrong-credentials' }
    expect(await tryWith({ password: 'another long password' })).toEqual(wrong)
    expect(await tryWith({ email: 'nobody@example.test' })).toEqual(wrong)
    expect(await tryWith()).toEqual(wrong)
    expect(await sessions()).toEqual([])
  })

  it('waits after three misses, for known and unknown addresses alike, and then takes the right password', async () => {
    await noor()
    for (const email of ['noor@example.test', 'nobody@example.test']) {
      for (let miss = 0; miss < 3; miss += 1) await tryWith({ email, password: 'not this one at all' })
      expect(await tryWith({ email })).toEqual({ ok: false, code: 'too-many-tries', waitSeconds: 1 })
    }
    later(1)
    expect(await tryWith()).toMatchObject({ ok: true })
  })

  it('looks at no more than three of twenty guesses made at once', async () => {
    await noor()
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryWith({ password: 'not this one at all' })))
    expect(answers.filter((one) => !one.ok && one.code === 'wrong-credentials')).toHaveLength(3)
  })

  it('lets the owner in from a browser that knew the password while a stranger keeps guessing', async () => {
    await noor()
    const first = await tryWith()
    if (!first.ok) throw new Error('expected to be signed in')
    for (let miss = 0; miss < 3; miss += 1) await tryWith({ password: 'not this one at all' })
    expect(await tryWith()).toMatchObject({ ok: false, code: 'too-many-tries' })
    expect(await tryWith({ cookie: cookieOf(first.setCookies) })).toMatchObject({ ok: true })
  })

  it('stops one address that tries many accounts, without spending the tries of the accounts', async () => {
    await noor()
    const from = '198.51.100.7'
    const guess = (email: string) => tryWith({ email, password: 'not this one at all', address: from })
    await guess('person1@example.test')
    // As after 29 of the 30 a minute allows: each real one costs a third of a second.
    await services.queue.write(null, (tx) => tx.updateTable('rate_limit').set({ count: 29 }).execute())
    expect(await guess('person2@example.test')).toMatchObject({ ok: false, code: 'wrong-credentials' })
    expect(await guess('person3@example.test')).toMatchObject({ ok: false, code: 'too-many-tries' })
    const spent = await services.db.selectFrom('sign_in_attempt').select('id').execute()
    expect(spent).toHaveLength(2)
  })
})

describe('ending sessions', () => {
  it('signing out deletes the session and the cookie', async () => {
    const accountId = await noor()
    const session = await createSessionFor(accountId)
    expect(await sessions()).toHaveLength(1)
    expect(await signOut(cookieOf(session.setCookies))).toEqual([expect.stringContaining('Max-Age=0')])
    expect(await sessions()).toEqual([])
  })

  it('all sessions of an account can be ended at once', async () => {
    const accountId = await noor()
    await createSessionFor(accountId)
    await createSessionFor(accountId)
    await deleteSessionsOf(accountId)
    expect(await sessions()).toEqual([])
  })

  it('two accounts never share an e-mail address, whatever its capitals', async () => {
    await noor()
    await expect(createAccount({ email: 'NOOR@EXAMPLE.TEST', name: 'Other', password })).rejects.toThrow()
  })
})
