import type { Instant } from '~/domain/calendar-date'
import type { Tx } from '../client.server'
import type { PersonKey } from './person.server'

/** Withdraws every open demonstration of somebody who leaves; each says why. */
export async function withdrawOpenDemonstrations(tx: Tx, key: PersonKey, now: Instant, reason: string): Promise<void> {
  await tx
    .updateTable('demonstration')
    .set({ withdrawn_at: now, return_reason: reason })
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where('withdrawn_at', 'is', null)
    .where('assessed_at', 'is', null)
    .execute()
}
