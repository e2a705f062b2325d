import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import type { EmploymentKind } from '~/domain/vocabulary'
import type { Db, Tx } from '../client.server'

export interface PersonKey {
  readonly organisationId: Id<'organisation'>
  readonly personId: Id<'person'>
}

/** What is said of a person once; teams, manager and roles are dated rows of their own. */
export interface PersonDetails {
  readonly name: string
  readonly staffNumber: string | null
  readonly email: string | null
  readonly employment: EmploymentKind
  readonly employer: string | null
  readonly employmentEndsOn: CalendarDate | null
  readonly startsOn: CalendarDate
}

export interface Person extends PersonDetails {
  readonly id: Id<'person'>
  readonly leavesOn: CalendarDate | null
  readonly accountId: Id<'account'> | null
  readonly version: number
}

/** @throws NotFound when the organisation has no such person */
export async function findPerson(db: Db, { organisationId, personId }: PersonKey): Promise<Person> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return {
    id: row.id,
    name: row.name,
    staffNumber: row.staff_number,
    email: row.email,
    employment: row.employment,
    employer: row.employer,
    employmentEndsOn: row.employment_ends_on,
    startsOn: row.starts_on,
    leavesOn: row.leaves_on,
    accountId: row.account_id,
    version: row.version,
  }
}

export async function insertPerson(
  tx: Tx,
  person: PersonDetails & {
    id: Id<'person'>
    organisationId: Id<'organisation'>
    accountId: Id<'account'> | null
    createdAt: Instant
  },
): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      id: person.id,
      organisation_id: person.organisationId,
      ...detailColumns(person),
      leaves_on: null,
      account_id: person.accountId,
      version: 1,
      created_at: person.createdAt,
    })
    .execute()
}

/** Writes new details, unless somebody else wrote since `version` was read; answers whether it did. */
export async function updatePerson(
  tx: Tx,
  key: PersonKey & { version: number },
  details: PersonDetails,
): Promise<boolean> {
  const row = await tx
    .updateTable('person')
    .set({ ...detailColumns(details), version: key.version + 1 })
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.personId)
    .where('version', '=', key.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Links a person to what they sign in with. */
export async function linkAccount(tx: Tx, key: PersonKey, accountId: Id<'account'>): Promise<void> {
  await tx
    .updateTable('person')
    .set({ account_id: accountId })
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.personId)
    .execute()
}

/** The last day of somebody who leaves; null takes them back. */
export async function setLeavingDate(tx: Tx, key: PersonKey, leavesOn: CalendarDate | null): Promise<void> {
  await tx
    .updateTable('person')
    .set((eb) => ({ leaves_on: leavesOn, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.personId)
    .execute()
}

/** Somebody else of the organisation with this staff number or e-mail address, by name; null when it is free. */
export async function findHolderOf(
  db: Db,
  organisationId: Id<'organisation'>,
  unique: { staffNumber: string } | { email: string },
  except: Id<'person'> | null,
): Promise<string | null> {
  let query = db.selectFrom('person').select('name').where('organisation_id', '=', organisationId)
  query =
    'email' in unique ? query.where('email', '=', unique.email) : query.where('staff_number', '=', unique.staffNumber)
  if (except) query = query.where('id', '<>', except)
  return (await query.executeTakeFirst())?.name ?? null
}

function detailColumns(details: PersonDetails) {
  return {
    name: details.name,
    staff_number: details.staffNumber,
    email: details.email,
    employment: details.employment,
    employer: details.employer,
    employment_ends_on: details.employmentEndsOn,
    starts_on: details.startsOn,
  }
}
