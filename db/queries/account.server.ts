import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { triesCountSince, type SignInTry } from '~/domain/sign-in-limits'
import type { Db, Tx } from '../client.server'

/** What signs in with an e-mail address and a password. */
export interface NewAccount {
  readonly id: Id<'account'>
  readonly email: string
  readonly name: string
  readonly passwordHash: string
  readonly at: Instant
}

/**
 * Writes an account with its password in the sign-in library's own form, so that account and person are linked in one
 * transaction; the library cannot take part in ours (app/decisions/0005).
 */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  const stamped = { created_at: account.at, updated_at: account.at }
  await tx
    .insertInto('account')
    .values({ id: account.id, name: account.name, email: account.email, email_verified: 0, image: null, ...stamped })
    .execute()
  await tx
    .insertInto('credential')
    .values({
      id: `${account.id}-password`,
      account_id: account.id,
      provider_id: 'credential',
      owner_id: account.id,
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_token_expires_at: null,
      refresh_token_expires_at: null,
      scope: null,
      password: account.passwordHash,
      ...stamped,
    })
    .execute()
}

/** True when some account already signs in with this address, in whatever organisation. */
export async function isEmailTaken(db: Db, email: string): Promise<boolean> {
  const row = await db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst()
  return row !== undefined
}

/** The address an account signs in with. */
export async function findAccountEmail(db: Db, accountId: Id<'account'>): Promise<string | null> {
  const row = await db.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirst()
  return row?.email ?? null
}

/** Deletes the account of an address when it signs in for nobody. */
export async function deleteUnlinkedAccount(tx: Tx, email: string): Promise<void> {
  const linked = tx.selectFrom('person').select('account_id').where('account_id', 'is not', null)
  await tx
    .deleteFrom('account')
    .where('email', '=', email)
    .where('id', 'not in', linked.$castTo<{ account_id: Id<'account'> }>())
    .execute()
}

/** The person an account signs in for, with what decides whether they still may; null when nobody is linked. */
export async function findPersonOfAccount(
  db: Db,
  accountId: Id<'account'>,
): Promise<{ leavesOn: CalendarDate | null; timeZone: string; isSample: boolean } | null> {
  const row = await db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select(['person.leaves_on', 'organisation.time_zone', 'organisation.is_sample'])
    .where('person.account_id', '=', accountId)
    .executeTakeFirst()
  return row ? { leavesOn: row.leaves_on, timeZone: row.time_zone, isSample: row.is_sample === 1 } : null
}

/** Accounts of sample organisations among these addresses, for the sign-in page of an installation that shows one. */
export async function listSampleAccounts(
  db: Db,
  emails: readonly string[],
): Promise<{ accountId: Id<'account'>; email: string; personName: string }[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .innerJoin('account', 'account.id', 'person.account_id')
    .select(['account.id as accountId', 'account.email as email', 'person.name as personName'])
    .where('organisation.is_sample', '=', 1)
    .where('account.email', 'in', [...emails])
    .execute()
  return rows
}

/** Passwords tried for an address in the last hour, newest first. */
export async function listTries(db: Db, emailSha256: string, now: Instant): Promise<SignInTry[]> {
  const rows = await db
    .selectFrom('sign_in_attempt')
    .select(['at', 'is_accepted'])
    .where('email_sha256', '=', emailSha256)
    .where('at', '>', triesCountSince(now))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ at: row.at, isAccepted: row.is_accepted === 1 }))
}

/** Notes a try before the password is looked at, so that many at once cannot all be looked at; forgets the old ones. */
export async function insertTry(tx: Tx, attempt: { id: string; emailSha256: string; at: Instant }): Promise<void> {
  await tx.deleteFrom('sign_in_attempt').where('at', '<', triesCountSince(attempt.at)).execute()
  await tx
    .insertInto('sign_in_attempt')
    .values({ id: attempt.id, email_sha256: attempt.emailSha256, at: attempt.at, is_accepted: 0 })
    .execute()
}

/** The password was right. */
export async function acceptTry(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('sign_in_attempt').set({ is_accepted: 1 }).where('id', '=', id).execute()
}

/** The password was never looked at. */
export async function deleteTry(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('sign_in_attempt').where('id', '=', id).execute()
}
