import { addDays, type CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db, Tx } from '../client.server'
import { inForce } from './dated.server'

type Who = { readonly organisationId: Id<'organisation'>; readonly personId: Id<'person'> }

/** A role and whether the person holds it today; null when the organisation has no such role. */
export async function findRoleHeld(
  db: Db,
  of: Who & { roleId: Id<'role'> },
  today: CalendarDate,
): Promise<{ title: string; isHeld: boolean } | null> {
  const role = await db
    .selectFrom('role')
    .select('title')
    .where('organisation_id', '=', of.organisationId)
    .where('id', '=', of.roleId)
    .executeTakeFirst()
  if (!role) return null
  const held = await db
    .selectFrom('assignment')
    .select('id')
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('role_id', '=', of.roleId)
    .where(inForce(today))
    .executeTakeFirst()
  return { title: role.title, isHeld: held !== undefined }
}

/** Ends the candidacies in force with yesterday; one that began today was never more than a choice being made. */
export async function endCandidacies(tx: Tx, of: Who, today: CalendarDate): Promise<void> {
  await tx
    .deleteFrom('candidacy')
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('from_on', '=', today)
    .execute()
  await tx
    .updateTable('candidacy')
    .set({ to_on: addDays(today, -1) })
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where(inForce(today))
    .execute()
}

/** Ends one candidacy with yesterday; one that began today was in force on no past day, so its row goes. */
export async function endCandidacy(
  tx: Tx,
  of: Who,
  candidacy: { readonly id: Id<'candidacy'>; readonly roleId?: Id<'role'>; readonly fromOn: CalendarDate },
  today: CalendarDate,
): Promise<void> {
  if (candidacy.fromOn >= today) {
    await tx
      .deleteFrom('candidacy')
      .where('organisation_id', '=', of.organisationId)
      .where('id', '=', candidacy.id)
      .execute()
    return
  }
  await tx
    .updateTable('candidacy')
    .set({ to_on: addDays(today, -1) })
    .where('organisation_id', '=', of.organisationId)
    .where('id', '=', candidacy.id)
    .execute()
}

/** Begins working towards a role. */
export async function insertCandidacy(
  tx: Tx,
  row: Who & {
    readonly id: Id<'candidacy'>
    readonly roleId: Id<'role'>
    readonly fromOn: CalendarDate
    readonly targetOn: CalendarDate | null
  },
): Promise<void> {
  await tx
    .insertInto('candidacy')
    .values({
      id: row.id,
      organisation_id: row.organisationId,
      person_id: row.personId,
      role_id: row.roleId,
      target_on: row.targetOn,
      from_on: row.fromOn,
      to_on: null,
    })
    .execute()
}
