import type { Action } from '~/domain/access'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { findCellRecord, lockPerson, type CellRecord } from '~db/queries/cell-record.server'
import { recordChanges } from '~db/queries/change.server'
import { findDemonstration } from '~db/queries/demonstration.server'
import { authorizeOnCell } from './cell-rights.server'
import type { CommandContext } from './command.server'

export interface CellInput {
  readonly programId: Id<'program'>
  readonly personId: Id<'person'>
  readonly qualificationId: Id<'qualification'>
}

/**
 * How every command on a cell begins: the person's row locked, everything read anew inside the transaction, the act
 * authorised. @throws NotFound, Forbidden
 */
export async function authorizeAndOpenCell(
  context: CommandContext,
  input: CellInput,
  action: Action,
): Promise<CellRecord> {
  const record = await openCellUnchecked(context, input)
  authorizeOnCell(record, context.actor, action)
  return record
}

/** The same for acts whose action depends on what is found; the caller authorises. @throws NotFound */
export async function openCellUnchecked(context: CommandContext, input: CellInput): Promise<CellRecord> {
  const { tx, actor, today } = context
  const { programId, personId, qualificationId } = input
  const key = { organisationId: actor.organisationId, programId, personId, qualificationId }
  const person = await lockPerson(tx, actor.organisationId, personId)
  return findCellRecord(tx, key, today, person)
}

/** A cell record whose demonstration is the one named; it may be closed meanwhile. */
export interface DemonstrationRecord extends CellRecord {
  readonly demonstration: Awaited<ReturnType<typeof findDemonstration>>
}

/** The cell of a demonstration, by the demonstration's id. @throws NotFound */
export async function openDemonstration(
  context: CommandContext,
  demonstrationId: Id<'demonstration'>,
): Promise<DemonstrationRecord> {
  const { tx, actor } = context
  const named = await findDemonstration(tx, actor.organisationId, demonstrationId)
  const { program_id: programId, person_id: personId, qualification_id: qualificationId } = named
  if (programId === null) throw new NotFound()
  const record = await openCellUnchecked(context, { programId, personId, qualificationId })
  // Read again under the lock: somebody may have been first.
  return { ...record, demonstration: await findDemonstration(tx, actor.organisationId, demonstrationId) }
}

/** Tells the stream what a command on a cell touched. */
export async function noteChange({ tx, actor, now }: CommandContext, key: CellInput, kind: string): Promise<void> {
  const { programId, personId, qualificationId } = key
  await recordChanges(tx, { organisationId: actor.organisationId, actorId: actor.personId, at: now }, [
    { kind, programId, personId, qualificationId },
  ])
}
