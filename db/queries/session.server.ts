import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db, Tx } from '../client.server'

/** Notes a sign of life of a session. */
export async function touchSession(tx: Tx, sessionId: string, now: Instant): Promise<void> {
  await tx.updateTable('session').set({ updated_at: now }).where('id', '=', sessionId).execute()
}

/** Ends every session of an account, in the transaction that takes its rights away. */
export async function deleteSessions(tx: Tx, accountId: Id<'account'>): Promise<void> {
  await tx.deleteFrom('session').where('account_id', '=', accountId).execute()
}

/** False once the session was ended: signed out, left, or given other rights meanwhile. */
export async function isSessionThere(db: Db, sessionId: string): Promise<boolean> {
  const row = await db.selectFrom('session').select('id').where('id', '=', sessionId).executeTakeFirst()
  return row !== undefined
}
