import type { Selectable } from 'kysely'
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { GrantKind } from '~/domain/vocabulary'
import type { Db, Tx } from '../client.server'
import type { GrantRow } from '../schema/rights'
import { inForce } from './dated.server'

/** A dated right of a person. `may-sign` is for one qualification, or for a group of them by name. */
export interface Grant {
  readonly id: Id<'grant'>
  readonly personId: Id<'person'>
  readonly kind: GrantKind
  readonly qualificationId: Id<'qualification'> | null
  readonly groupName: string | null
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate | null
  readonly reason: string
}

export type NewGrant = Grant & {
  readonly organisationId: Id<'organisation'>
  readonly grantedBy: Id<'person'> | null
  readonly grantedAt: Instant
}

export async function insertGrant(tx: Tx, grant: NewGrant): Promise<void> {
  await tx
    .insertInto('grant')
    .values({
      id: grant.id,
      organisation_id: grant.organisationId,
      person_id: grant.personId,
      kind: grant.kind,
      qualification_id: grant.qualificationId,
      group_name: grant.groupName,
      from_on: grant.fromOn,
      to_on: grant.toOn,
      granted_by: grant.grantedBy,
      reason: grant.reason,
      granted_at: grant.grantedAt,
    })
    .execute()
}

/** A grant by its id, in force or not; null when the organisation has none such. */
export async function findGrantOrNull(
  db: Db,
  key: { organisationId: Id<'organisation'>; grantId: Id<'grant'> },
): Promise<Grant | null> {
  const row = await db
    .selectFrom('grant')
    .selectAll()
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.grantId)
    .executeTakeFirst()
  return row ? grantOf(row) : null
}

/** Ends a grant with the day before today: a right that is taken away is gone at once, not at midnight. */
export async function endGrant(
  tx: Tx,
  key: { organisationId: Id<'organisation'>; grantId: Id<'grant'> },
  lastDay: CalendarDate,
): Promise<void> {
  await tx
    .updateTable('grant')
    .set({ to_on: lastDay })
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.grantId)
    .execute()
}

/** Rights of a person in force on a day, oldest first. */
export async function listGrantsInForce(
  db: Db,
  key: { organisationId: Id<'organisation'>; personId: Id<'person'> },
  today: CalendarDate,
): Promise<Grant[]> {
  const rows = await db
    .selectFrom('grant')
    .selectAll()
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where(inForce(today))
    .orderBy('granted_at')
    .orderBy('id')
    .execute()
  return rows.map(grantOf)
}

/**
 * Whether anybody but this person is administrator, can sign in and has no leaving date: without one the organisation
 * would be in nobody's hands.
 */
export async function hasOtherAdministrator(
  db: Db,
  key: { organisationId: Id<'organisation'>; personId: Id<'person'> },
  today: CalendarDate,
): Promise<boolean> {
  const row = await db
    .selectFrom('grant')
    .innerJoin('person', (join) =>
      join.onRef('person.id', '=', 'grant.person_id').onRef('person.organisation_id', '=', 'grant.organisation_id'),
    )
    .select('person.id')
    .where('grant.organisation_id', '=', key.organisationId)
    .where('grant.kind', '=', 'administrator')
    .where('person.id', '<>', key.personId)
    .where('person.account_id', 'is not', null)
    .where('person.leaves_on', 'is', null)
    .where(inForce(today, 'grant'))
    .where('grant.to_on', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

function grantOf(row: Selectable<GrantRow>): Grant {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    qualificationId: row.qualification_id,
    groupName: row.group_name,
    fromOn: row.from_on,
    toOn: row.to_on,
    reason: row.reason,
  }
}
