import { addDays, type CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Tx } from '../client.server'

type Organisation = { readonly organisationId: Id<'organisation'> }

/** Lets somebody work towards a role, beside other roles they may work towards. */
export async function insertCandidate(
  tx: Tx,
  row: Organisation & {
    readonly id: Id<'candidacy'>
    readonly personId: Id<'person'>
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

/** Ends one candidacy with yesterday; one that began today was in force on no past day, so its row goes. */
export async function endCandidate(
  tx: Tx,
  key: Organisation & { readonly candidacyId: Id<'candidacy'> },
  today: CalendarDate,
): Promise<void> {
  await tx
    .deleteFrom('candidacy')
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.candidacyId)
    .where('from_on', '>=', today)
    .execute()
  await tx
    .updateTable('candidacy')
    .set({ to_on: addDays(today, -1) })
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.candidacyId)
    .execute()
}
