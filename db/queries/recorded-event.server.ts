import type { Id } from '~/domain/ids'
import type { LedgerEvent } from '~/domain/ledger'
import { NotFound } from '~/domain/refusals'
import type { Db } from '../client.server'
import { detailsOf, ledgerEventOf } from './ledger.server'

/** An event with what is needed to take it back. */
export type RecordedEvent = LedgerEvent & {
  readonly isVoided: boolean
  readonly programVersionId: Id<'program-version'> | null
  readonly contentHash: string | null
  readonly details: Readonly<Record<string, string>>
}

/** @throws NotFound also for an event of another organisation */
export async function findRecordedEvent(
  db: Db,
  organisationId: Id<'organisation'>,
  id: Id<'ledger-event'>,
): Promise<RecordedEvent> {
  const row = await db
    .selectFrom('ledger_event')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const voiding = await db
    .selectFrom('ledger_event')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('voids_event_id', '=', id)
    .executeTakeFirst()
  return {
    ...ledgerEventOf(row),
    isVoided: voiding !== undefined,
    programVersionId: row.program_version_id,
    contentHash: row.content_hash,
    details: detailsOf(row),
  }
}
