import type { Insertable, Selectable } from 'kysely'
import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db, Tx } from '../client.server'
import type { AskRow } from '../schema/record'

type Of = {
  readonly organisationId: Id<'organisation'>
  readonly personId: Id<'person'>
  readonly qualificationId: Id<'qualification'>
}

export async function insertAsk(tx: Tx, row: Insertable<AskRow>): Promise<void> {
  await tx.insertInto('ask').values(row).execute()
}

/** Ends what was asked about a qualification, in one program or, when it was shown, in all. */
export async function endAsks(tx: Tx, of: Of & { programId?: Id<'program'> }, at: Instant): Promise<void> {
  let query = tx
    .updateTable('ask')
    .set({ ended_at: at })
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('qualification_id', '=', of.qualificationId)
    .where('ended_at', 'is', null)
  if (of.programId) query = query.where('program_id', '=', of.programId)
  await query.execute()
}

/** What was asked and still stands, or null. */
export async function findAskOrNull(db: Db, of: Of & { programId: Id<'program'> }): Promise<Selectable<AskRow> | null> {
  const row = await db
    .selectFrom('ask')
    .selectAll()
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('program_id', '=', of.programId)
    .where('qualification_id', '=', of.qualificationId)
    .where('ended_at', 'is', null)
    .orderBy('by_on')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
