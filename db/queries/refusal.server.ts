import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Tx } from '../client.server'

export interface Refusal {
  readonly id: Id<'refusal'>
  readonly organisationId: Id<'organisation'>
  readonly at: Instant
  readonly actorId: Id<'person'> | null
  readonly action: string
  readonly objectId: string | null
  readonly code: string
  readonly requestId: string | null
}

/** Writes that somebody was refused something. */
export async function insertRefusal(tx: Tx, refusal: Refusal): Promise<void> {
  await tx
    .insertInto('refusal')
    .values({
      id: refusal.id,
      organisation_id: refusal.organisationId,
      at: refusal.at,
      actor_id: refusal.actorId,
      action: refusal.action.slice(0, 200),
      object_id: refusal.objectId,
      code: refusal.code,
      request_id: refusal.requestId,
    })
    .execute()
}
