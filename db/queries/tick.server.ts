import type { Insertable } from 'kysely'
import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db, Tx } from '../client.server'
import type { TickRow } from '../schema/record'

export interface TickKey {
  readonly organisationId: Id<'organisation'>
  readonly personId: Id<'person'>
  readonly processId: Id<'process'>
  readonly qualificationId: Id<'qualification'>
}

/**
 * True for a process that is a way to learn this qualification: its own, or one of a program that requires it. False
 * for one that has ended, and for one of another organisation.
 */
export async function isProcessOf(db: Db | Tx, key: Omit<TickKey, 'personId'>): Promise<boolean> {
  const process = await db
    .selectFrom('process')
    .select(['program_id', 'qualification_id'])
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.processId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!process) return false
  if (process.program_id === null) return process.qualification_id === key.qualificationId
  const requirement = await db
    .selectFrom('requirement')
    .innerJoin('program_version', (join) =>
      join
        .onRef('program_version.organisation_id', '=', 'requirement.organisation_id')
        .onRef('program_version.id', '=', 'requirement.program_version_id'),
    )
    .select('requirement.id')
    .where('requirement.organisation_id', '=', key.organisationId)
    .where('requirement.qualification_id', '=', key.qualificationId)
    .where('program_version.program_id', '=', process.program_id)
    .where('program_version.state', '=', 'published')
    .executeTakeFirst()
  return requirement !== undefined
}

/** Ticks off; false where it was ticked already. */
export async function insertTick(tx: Tx, row: Insertable<TickRow>): Promise<boolean> {
  const open = await tx
    .selectFrom('tick')
    .select('id')
    .where('organisation_id', '=', row.organisation_id)
    .where('person_id', '=', row.person_id)
    .where('process_id', '=', row.process_id)
    .where('qualification_id', '=', row.qualification_id)
    .where('unticked_at', 'is', null)
    .executeTakeFirst()
  if (open) return false
  await tx.insertInto('tick').values(row).execute()
  return true
}

/** Takes the tick back; the row stays, with the moment. False where there was none. */
export async function untick(tx: Tx, key: TickKey, at: Instant): Promise<boolean> {
  const ended = await tx
    .updateTable('tick')
    .set({ unticked_at: at })
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where('process_id', '=', key.processId)
    .where('qualification_id', '=', key.qualificationId)
    .where('unticked_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}
