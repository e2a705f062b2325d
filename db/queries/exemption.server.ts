import type { Insertable, Selectable } from 'kysely'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db, Tx } from '../client.server'
import type { ExemptionRow } from '../schema/record'

/** The exemption of one cell in force today, or null. */
export async function findExemptionOrNull(
  db: Db,
  of: {
    organisationId: Id<'organisation'>
    personId: Id<'person'>
    programId: Id<'program'>
    qualificationId: Id<'qualification'>
  },
  today: CalendarDate,
): Promise<Selectable<ExemptionRow> | null> {
  const row = await db
    .selectFrom('exemption')
    .selectAll()
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('program_id', '=', of.programId)
    .where('qualification_id', '=', of.qualificationId)
    .where('ended_on', 'is', null)
    .where('from_on', '<=', today)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', today)]))
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function insertExemption(tx: Tx, row: Insertable<ExemptionRow>): Promise<void> {
  await tx.insertInto('exemption').values(row).execute()
}

/** Ends an exemption from this day on. */
export async function endExemption(
  tx: Tx,
  exemption: Pick<ExemptionRow, 'organisation_id' | 'id'>,
  on: CalendarDate,
): Promise<void> {
  await tx
    .updateTable('exemption')
    .set({ ended_on: on })
    .where('organisation_id', '=', exemption.organisation_id)
    .where('id', '=', exemption.id)
    .execute()
}

/** Takes the end of an exemption back. */
export async function resumeExemption(tx: Tx, exemption: Pick<ExemptionRow, 'organisation_id' | 'id'>): Promise<void> {
  await tx
    .updateTable('exemption')
    .set({ ended_on: null })
    .where('organisation_id', '=', exemption.organisation_id)
    .where('id', '=', exemption.id)
    .execute()
}
