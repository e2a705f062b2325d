import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Tx } from '../client.server'
import {
  findDemonstration,
  findOpenDemonstrationOrNull,
  listSittings,
  updateDemonstration,
} from './demonstration.server'

/**
 * What becomes of a demonstration when the verdict on it is taken back: one that was asked for is open again, unless
 * another was opened meanwhile; one that only came into being by the verdict is withdrawn with it.
 */
export async function reopenAfterVoid(
  tx: Tx,
  organisationId: Id<'organisation'>,
  voidedEventId: Id<'ledger-event'>,
  now: Instant,
): Promise<void> {
  const assessment = await tx
    .selectFrom('assessment')
    .select('demonstration_id')
    .where('organisation_id', '=', organisationId)
    .where('event_id', '=', voidedEventId)
    .executeTakeFirst()
  if (!assessment) return
  const found = await findDemonstration(tx, organisationId, assessment.demonstration_id)
  if (found.withdrawn_at !== null) return
  const left = (await listSittings(tx, organisationId, found.id)).length
  const continues_at = left > 0 ? found.continues_at : null
  if (found.requested_by === null && left === 0) {
    return updateDemonstration(tx, found, { withdrawn_at: now, continues_at })
  }
  if (found.assessed_at === null) return updateDemonstration(tx, found, { continues_at })
  const other = await findOpenDemonstrationOrNull(tx, {
    organisationId,
    personId: found.person_id,
    qualificationId: found.qualification_id,
  })
  if (!other) await updateDemonstration(tx, found, { assessed_at: null, continues_at, is_attempt: 0 })
}
