import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db } from '../client.server'

/**
 * True when the account gave its password within the last minutes: a session of it began then. That is how a signature
 * that asks for the password again gets it in this version: sign in again, then sign.
 */
export async function hasSignedInSince(
  db: Db,
  accountId: Id<'account'> | null,
  now: Instant,
  minutes: number,
): Promise<boolean> {
  if (accountId === null) return false
  const rows = await db.selectFrom('session').select('created_at').where('account_id', '=', accountId).execute()
  const earliest = Date.parse(now) - minutes * 60_000
  // The sign-in library stores real timestamps on PostgreSQL and text on SQLite; Date reads both.
  return rows.some((row) => new Date(row.created_at).getTime() >= earliest)
}
