import { sql } from 'kysely'
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db } from '../client.server'
import { inForce } from './dated.server'
import type { VisiblePeople } from './visible-people.server'

export interface PeopleFilter {
  readonly organisationId: Id<'organisation'>
  readonly visible: VisiblePeople
  readonly search: string
  readonly teamId: Id<'team'> | null
  /** Also people whose leaving date has passed. */
  readonly withLeft: boolean
  readonly offset: number
  readonly limit: number
}

export interface ListedPerson {
  readonly id: Id<'person'>
  readonly name: string
  readonly staffNumber: string | null
  readonly leavesOn: CalendarDate | null
  readonly hasAccount: boolean
  readonly isInvited: boolean
  readonly roles: string[]
  readonly teams: string[]
}

/** One page of the visible people by name, with the roles they hold and their teams (main first), and how many there are. */
export async function listPeople(
  db: Db,
  filter: PeopleFilter,
  { today, now }: { today: CalendarDate; now: Instant },
): Promise<{ people: ListedPerson[]; count: number }> {
  const { organisationId } = filter
  const matching = matchingPeople(db, filter, today)
  const { count } = await matching.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await matching
    .select(['person.id', 'person.name', 'person.staff_number', 'person.leaves_on', 'person.account_id'])
    .orderBy(sql`lower(person.name)`)
    .orderBy('person.id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return { people: [], count: Number(count) }
  const roles = await db
    .selectFrom('assignment')
    .innerJoin('role', (join) =>
      join.onRef('role.id', '=', 'assignment.role_id').onRef('role.organisation_id', '=', 'assignment.organisation_id'),
    )
    .select(['assignment.person_id as personId', 'role.title as label'])
    .where('assignment.organisation_id', '=', organisationId)
    .where('assignment.person_id', 'in', ids)
    .where(inForce(today, 'assignment'))
    .orderBy('assignment.is_main', 'desc')
    .orderBy('role.title')
    .execute()
  const teams = await db
    .selectFrom('team_membership')
    .innerJoin('team', (join) =>
      join
        .onRef('team.id', '=', 'team_membership.team_id')
        .onRef('team.organisation_id', '=', 'team_membership.organisation_id'),
    )
    .select(['team_membership.person_id as personId', 'team.name as label'])
    .where('team_membership.organisation_id', '=', organisationId)
    .where('team_membership.person_id', 'in', ids)
    .where(inForce(today, 'team_membership'))
    .orderBy('team_membership.is_main', 'desc')
    .orderBy('team.name')
    .execute()
  const invited = await db
    .selectFrom('invitation')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'in', ids)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  const isInvited = new Set(invited.map((row) => row.person_id))
  const labelsOf = (id: Id<'person'>, all: readonly { personId: Id<'person'>; label: string }[]) =>
    all.filter((one) => one.personId === id).map((one) => one.label)
  return {
    count: Number(count),
    people: rows.map((row) => ({
      id: row.id,
      name: row.name,
      staffNumber: row.staff_number,
      leavesOn: row.leaves_on,
      hasAccount: row.account_id !== null,
      isInvited: isInvited.has(row.id),
      roles: labelsOf(row.id, roles),
      teams: labelsOf(row.id, teams),
    })),
  }
}

/** People who can be chosen as manager, lead or member: everybody who has not left, by name. */
export async function listChoosablePeople(
  db: Db,
  organisationId: Id<'organisation'>,
): Promise<{ id: Id<'person'>; name: string; staffNumber: string | null }[]> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'staff_number'])
    .where('organisation_id', '=', organisationId)
    .where('leaves_on', 'is', null)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, staffNumber: row.staff_number }))
}

/** Names of these people, by id; those of other organisations are left out. */
export async function listNames(
  db: Db,
  organisationId: Id<'organisation'>,
  ids: readonly Id<'person'>[],
): Promise<Map<Id<'person'>, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

function matchingPeople(db: Db, filter: PeopleFilter, today: CalendarDate) {
  const { organisationId, visible, search, teamId } = filter
  let query = db.selectFrom('person').where('person.organisation_id', '=', organisationId)
  if (!visible.isEverybody) query = query.where('person.id', 'in', [...visible.ids])
  if (!filter.withLeft) {
    query = query.where((eb) => eb.or([eb('person.leaves_on', 'is', null), eb('person.leaves_on', '>=', today)]))
  }
  if (search) {
    // Backslash is no escape in SQLite unless said so; a literal % or _ in a name is rare, so they match loosely.
    const like = `%${search.toLowerCase()}%`
    query = query.where((eb) =>
      eb.or([
        eb(sql<string>`lower(person.name)`, 'like', like),
        eb(sql<string>`lower(coalesce(person.staff_number, ''))`, 'like', like),
        eb(sql<string>`lower(coalesce(person.email, ''))`, 'like', like),
      ]),
    )
  }
  if (teamId) {
    query = query.where('person.id', 'in', (eb) =>
      eb
        .selectFrom('team_membership')
        .select('team_membership.person_id')
        .where('team_membership.organisation_id', '=', organisationId)
        .where('team_membership.team_id', '=', teamId)
        .where(inForce(today, 'team_membership')),
    )
  }
  return query
}
