import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db, Tx } from '../client.server'
import type { PersonKey } from './person.server'

/** Where somebody stands: teams, leads, manager, roles, candidacies. Every row is dated and closed, never overwritten. */
interface DatedRow<K extends 'team-membership' | 'team-lead' | 'reporting-line' | 'assignment' | 'candidacy'> {
  readonly id: Id<K>
  readonly personId: Id<'person'>
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate | null
}
export type Membership = DatedRow<'team-membership'> & { readonly teamId: Id<'team'>; readonly isMain: boolean }
export type Lead = DatedRow<'team-lead'> & { readonly teamId: Id<'team'> }
export type ReportingLine = DatedRow<'reporting-line'> & { readonly managerId: Id<'person'> }
export type Assignment = DatedRow<'assignment'> & { readonly roleId: Id<'role'>; readonly isMain: boolean }
export type Candidacy = DatedRow<'candidacy'> & { readonly roleId: Id<'role'>; readonly targetOn: CalendarDate | null }

type Organisation = Id<'organisation'>
/** The tables of dated rows; all have the same key and the same two dates. */
export type DatedTable = 'team_membership' | 'team_lead' | 'reporting_line' | 'assignment' | 'candidacy' | 'stand_in'

export async function insertMembership(tx: Tx, organisationId: Organisation, row: Membership): Promise<void> {
  await tx
    .insertInto('team_membership')
    .values({ ...datedColumns(organisationId, row), id: row.id, team_id: row.teamId, is_main: row.isMain ? 1 : 0 })
    .execute()
}

export async function insertLead(tx: Tx, organisationId: Organisation, row: Lead): Promise<void> {
  await tx
    .insertInto('team_lead')
    .values({ ...datedColumns(organisationId, row), id: row.id, team_id: row.teamId })
    .execute()
}

export async function insertReportingLine(tx: Tx, organisationId: Organisation, row: ReportingLine): Promise<void> {
  await tx
    .insertInto('reporting_line')
    .values({ ...datedColumns(organisationId, row), id: row.id, manager_id: row.managerId })
    .execute()
}

export async function insertAssignment(tx: Tx, organisationId: Organisation, row: Assignment): Promise<void> {
  await tx
    .insertInto('assignment')
    .values({ ...datedColumns(organisationId, row), id: row.id, role_id: row.roleId, is_main: row.isMain ? 1 : 0 })
    .execute()
}

export async function insertCandidacy(tx: Tx, organisationId: Organisation, row: Candidacy): Promise<void> {
  await tx
    .insertInto('candidacy')
    .values({ ...datedColumns(organisationId, row), id: row.id, role_id: row.roleId, target_on: row.targetOn })
    .execute()
}

/**
 * Ends a row with `lastDay`. One that had not begun by then was never in force at the end of any day and is taken out,
 * because a row cannot end before it begins.
 */
export async function endDated(
  tx: Tx,
  table: DatedTable,
  key: { organisationId: Organisation; id: string },
  lastDay: CalendarDate,
): Promise<void> {
  // All tables of dated rows share these columns; one of them stands for all in the types.
  const name = table as 'team_lead'
  const id = key.id as Id<'team-lead'>
  const ended = await tx
    .updateTable(name)
    .set({ to_on: lastDay })
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', id)
    .where('from_on', '<=', lastDay)
    .returning('id')
    .executeTakeFirst()
  if (ended) return
  await tx.deleteFrom(name).where('organisation_id', '=', key.organisationId).where('id', '=', id).execute()
}

/**
 * No role of the person is the main one any more. In place, because only which of several is named first changes; a row
 * closed and begun anew would move the day since when the role is held.
 */
export async function clearMainRole(tx: Tx, key: PersonKey): Promise<void> {
  await tx
    .updateTable('assignment')
    .set({ is_main: 0 })
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where('is_main', '=', 1)
    .execute()
}

/** Ends everything dated of a person with their last day: teams, leads, manager and reports, roles, candidacies, stand-ins. */
export async function endAllOf(tx: Tx, key: PersonKey, lastDay: CalendarDate): Promise<void> {
  const { organisationId, personId } = key
  const tables: readonly [DatedTable, string][] = [
    ['team_membership', 'person_id'],
    ['team_lead', 'person_id'],
    ['reporting_line', 'person_id'],
    ['reporting_line', 'manager_id'],
    ['assignment', 'person_id'],
    ['candidacy', 'person_id'],
    ['stand_in', 'person_id'],
    ['stand_in', 'stand_in_id'],
  ]
  for (const [table, column] of tables) {
    const rows = await tx
      .selectFrom(table as 'team_lead')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where(column as 'person_id', '=', personId)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', lastDay)]))
      .execute()
    for (const { id } of rows) await endDated(tx, table, { organisationId, id }, lastDay)
  }
}

/** Rows not over on `day`: in force or still to come, in the order of their beginning. */
export async function listMemberships(db: Db, key: PersonKey, day: CalendarDate): Promise<Membership[]> {
  const rows = await db
    .selectFrom('team_membership')
    .selectAll()
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', day)]))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...dated(row), id: row.id, teamId: row.team_id, isMain: row.is_main === 1 }))
}

export async function listReportingLines(db: Db, key: PersonKey, day: CalendarDate): Promise<ReportingLine[]> {
  const rows = await db
    .selectFrom('reporting_line')
    .selectAll()
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', day)]))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...dated(row), id: row.id, managerId: row.manager_id }))
}

export async function listAssignments(db: Db, key: PersonKey, day: CalendarDate): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('assignment')
    .selectAll()
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', day)]))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...dated(row), id: row.id, roleId: row.role_id, isMain: row.is_main === 1 }))
}

export async function listCandidacies(db: Db, key: PersonKey, day: CalendarDate): Promise<Candidacy[]> {
  const rows = await db
    .selectFrom('candidacy')
    .selectAll()
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', day)]))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...dated(row), id: row.id, roleId: row.role_id, targetOn: row.target_on }))
}

/**
 * The people above somebody on `day`, nearest first, ending before it would come round: for refusing two people who
 * report to each other.
 */
export async function listReportsTo(
  db: Db,
  organisationId: Organisation,
  personId: Id<'person'>,
  day: CalendarDate,
): Promise<Id<'person'>[]> {
  const above: Id<'person'>[] = []
  let current: Id<'person'> | undefined = personId
  while (current && !above.includes(current)) {
    above.push(current)
    const lines: ReportingLine[] = await listReportingLines(db, { organisationId, personId: current }, day)
    current = lines.find((line) => line.fromOn <= day)?.managerId
  }
  return above
}

function dated(row: { person_id: Id<'person'>; from_on: CalendarDate; to_on: CalendarDate | null }) {
  return { personId: row.person_id, fromOn: row.from_on, toOn: row.to_on }
}

function datedColumns(
  organisationId: Organisation,
  row: { personId: Id<'person'>; fromOn: CalendarDate; toOn: CalendarDate | null },
) {
  return { organisation_id: organisationId, person_id: row.personId, from_on: row.fromOn, to_on: row.toOn }
}
