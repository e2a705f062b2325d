import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db, Tx } from '../client.server'

/** What a command touched that a cell is derived from: whom, and where it is narrower, what. */
export interface Touched {
  readonly kind: string
  readonly personId?: Id<'person'> | null
  readonly qualificationId?: Id<'qualification'> | null
  readonly programId?: Id<'program'> | null
}

export interface Change extends Touched {
  readonly sequence: number
  readonly at: Instant
  readonly actorId: Id<'person'> | null
}

/**
 * Writes to the stream of changes, in the transaction of the command. The sequence is taken under the chain head's
 * lock, never from an identity column: a later commit with a lower number would be missed by every reader.
 */
export async function recordChanges(
  tx: Tx,
  by: { organisationId: Id<'organisation'>; actorId: Id<'person'> | null; at: Instant },
  touched: readonly Touched[],
): Promise<void> {
  if (touched.length === 0) return
  const head = await tx
    .updateTable('chain_head')
    .set((eb) => ({ change_sequence: eb('change_sequence', '+', touched.length) }))
    .where('organisation_id', '=', by.organisationId)
    .returning('change_sequence')
    .executeTakeFirstOrThrow()
  const first = head.change_sequence - touched.length + 1
  await tx
    .insertInto('change')
    .values(
      touched.map((one, index) => ({
        organisation_id: by.organisationId,
        sequence: first + index,
        at: by.at,
        kind: one.kind,
        person_id: one.personId ?? null,
        qualification_id: one.qualificationId ?? null,
        program_id: one.programId ?? null,
        actor_id: by.actorId,
      })),
    )
    .execute()
}

/** Changes after `sequence`, oldest first, at most `limit`. */
export async function listChangesAfter(
  db: Db,
  organisationId: Id<'organisation'>,
  sequence: number,
  limit: number,
): Promise<Change[]> {
  const rows = await db
    .selectFrom('change')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    sequence: row.sequence,
    at: row.at,
    kind: row.kind,
    personId: row.person_id,
    qualificationId: row.qualification_id,
    programId: row.program_id,
    actorId: row.actor_id,
  }))
}

/** The sequence of the newest change; 0 when there is none. */
export async function findChangeSequence(db: Db, organisationId: Id<'organisation'>): Promise<number> {
  const row = await db
    .selectFrom('chain_head')
    .select('change_sequence')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row?.change_sequence ?? 0
}
