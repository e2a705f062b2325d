import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Tx } from '../client.server'

/** Notes a sign of life of a session. */
export async function touchSession(tx: Tx, sessionId: string, now: Instant): Promise<void> {
  await tx.updateTable('session').set({ updated_at: now }).where('id', '=', sessionId).execute()
}

/** Ends every session of an account, in the transaction that takes its rights away. */
export async function deleteSessions(tx: Tx, accountId: Id<'account'>): Promise<void> {
  await tx.deleteFrom('session').where('account_id', '=', accountId).execute()
}
