import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { OrganisationSettings } from '~/domain/settings'
import type { Db, Tx } from '../client.server'
import { fromJson, toJson } from '../json'

/** The hash before the first event of a chain. */
export const chainStart = '0'.repeat(64)

/** True once anybody created an organisation or loaded the sample. */
export async function hasOrganisation(db: Db): Promise<boolean> {
  return (await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** True once an organisation exists that is not a sample: then nobody creates another over HTTP. */
export async function hasOwnOrganisation(db: Db): Promise<boolean> {
  const row = await db.selectFrom('organisation').select('id').where('is_sample', '=', 0).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Creates an organisation with the beginning of its chain. */
export async function insertOrganisation(
  tx: Tx,
  organisation: {
    id: Id<'organisation'>
    name: string
    timeZone: string
    isSample: boolean
    settings?: OrganisationSettings
    createdAt: Instant
  },
): Promise<void> {
  await tx
    .insertInto('organisation')
    .values({
      id: organisation.id,
      name: organisation.name,
      time_zone: organisation.timeZone,
      is_sample: organisation.isSample ? 1 : 0,
      settings: toJson<OrganisationSettings>(organisation.settings ?? {}),
      version: 1,
      created_at: organisation.createdAt,
    })
    .execute()
  await tx
    .insertInto('chain_head')
    .values({ organisation_id: organisation.id, ledger_sequence: 0, ledger_hash: chainStart, change_sequence: 0 })
    .execute()
}

/** What the organisation sets once for all its programs. */
export async function findOrganisationSettings(
  db: Db,
  organisationId: Id<'organisation'>,
): Promise<OrganisationSettings> {
  const row = await db
    .selectFrom('organisation')
    .select('settings')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return fromJson(row.settings)
}
