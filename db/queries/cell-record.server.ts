import type { Selectable } from 'kysely'
import { deriveRow, type Cell, type PersonFacts, type Row } from '~/domain/cell'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { LedgerEvent } from '~/domain/ledger'
import { NotFound } from '~/domain/refusals'
import type { Sitting } from '~/domain/sittings'
import type { Standing } from '~/domain/standing'
import { lockedBy } from '~/domain/still-needed'
import type { Db, Tx } from '../client.server'
import type { DemonstrationRow } from '../schema/record'
import { findOpenDemonstrationOrNull, listSittings } from './demonstration.server'
import { listEventsOfStanding } from './ledger.server'
import { listParticipants, type Participant } from './participants.server'
import { listPersonFacts, standingIn } from './person-facts.server'
import {
  findPublishedProgramOrNull,
  type PublishedProgram,
  type PublishedRequirement,
} from './published-program.server'
import { findSigningFacts, type SigningFacts } from './signers.server'

export interface CellKey {
  readonly organisationId: Id<'organisation'>
  readonly programId: Id<'program'>
  readonly personId: Id<'person'>
  readonly qualificationId: Id<'qualification'>
}

export interface RecordedPerson {
  readonly id: Id<'person'>
  readonly name: string
  readonly hasAccount: boolean
}

/** One person in one program, derived today. */
export interface PersonInProgram {
  readonly program: PublishedProgram
  readonly participant: Participant
  readonly facts: PersonFacts
  readonly row: Row
}

/** Everything that is decided from about one cell. */
export interface CellRecord extends PersonInProgram {
  readonly key: CellKey
  readonly person: RecordedPerson
  readonly requirement: PublishedRequirement
  /** Null where the requirement does not apply to this person. */
  readonly cell: Cell | null
  readonly standing: Standing
  /** Requirements to be met first and not met. */
  readonly waitsFor: readonly { readonly id: Id<'qualification'>; readonly name: string }[]
  readonly open: Selectable<DemonstrationRow> | null
  readonly sittings: readonly Sitting[]
  readonly signing: SigningFacts
}

/**
 * Locks a person's row for the rest of the transaction: the first write of every command on a record, so that two
 * commands about one person follow one another on PostgreSQL too (SECURITY D26).
 * @throws NotFound
 */
export async function lockPerson(
  tx: Tx,
  organisationId: Id<'organisation'>,
  personId: Id<'person'>,
): Promise<RecordedPerson> {
  const row = await tx
    .updateTable('person')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('organisation_id', '=', organisationId)
    .where('id', '=', personId)
    .returning(['id', 'name', 'account_id'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { id: row.id, name: row.name, hasAccount: row.account_id !== null }
}

/** @throws NotFound */
export async function findRecordedPerson(
  db: Db,
  organisationId: Id<'organisation'>,
  personId: Id<'person'>,
): Promise<RecordedPerson> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'account_id'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { id: row.id, name: row.name, hasAccount: row.account_id !== null }
}

/** A person's place and cells in a published program, or null when they do not take part today. */
export async function findPersonInProgramOrNull(
  db: Db,
  program: PublishedProgram,
  who: { organisationId: Id<'organisation'>; personId: Id<'person'> },
  today: CalendarDate,
): Promise<PersonInProgram | null> {
  const { organisationId, personId } = who
  const { roleId, programId, settings, rules } = program
  const of = { organisationId, roleId, targetDays: settings.targetDays ?? null, personIds: [personId] }
  const [participant] = await listParticipants(db, of, today)
  if (!participant) return null
  const [facts] = await listPersonFacts(db, { organisationId, programId, roleId, participants: [participant] }, today)
  if (!facts) return null
  return { program, participant, facts, row: deriveRow(rules, facts, today) }
}

/**
 * Everything about one cell, read anew.
 * @throws NotFound when the program is not published, asks nothing of the kind, or the person does not take part
 */
export async function findCellRecord(
  db: Db,
  key: CellKey,
  today: CalendarDate,
  known?: RecordedPerson,
): Promise<CellRecord> {
  const { organisationId, programId, personId, qualificationId } = key
  const person = known ?? (await findRecordedPerson(db, organisationId, personId))
  const program = await findPublishedProgramOrNull(db, organisationId, programId)
  const requirement = program?.byQualification.get(qualificationId)
  if (!program || !requirement) throw new NotFound()
  const found = await findPersonInProgramOrNull(db, program, key, today)
  if (!found) throw new NotFound()
  const open = found.facts.openDemonstrations.has(qualificationId) ? await findOpenDemonstrationOrNull(db, key) : null
  const cell = found.row[requirement.column] ?? null
  return {
    ...found,
    key,
    person,
    requirement,
    cell,
    standing: standingIn(found.facts, qualificationId),
    waitsFor: cell === null ? [] : namesOf(program, lockedBy(program.rules, found.row, requirement.rule)),
    open,
    sittings: open ? await listSittings(db, organisationId, open.id) : [],
    signing: await findSigningFacts(db, { organisationId, subjectId: personId, requirement }, today),
  }
}

/** The events of the cell's person and qualification, oldest first. */
export async function listCellEvents(db: Db, key: CellKey): Promise<LedgerEvent[]> {
  return listEventsOfStanding(db, key)
}

function namesOf(program: PublishedProgram, ids: readonly Id<'qualification'>[]) {
  return ids.map((id) => ({ id, name: program.byQualification.get(id)?.name ?? '' }))
}
