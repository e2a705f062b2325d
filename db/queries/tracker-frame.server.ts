import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db } from '../client.server'
import { inForce } from './dated.server'

type Organisation = { readonly organisationId: Id<'organisation'> }

/** A right to sign one qualification, or a group by name. */
export interface SigningGrant {
  readonly qualificationId: Id<'qualification'> | null
  readonly groupName: string | null
}

/** The may-sign grants of one person in force today. */
export async function listOwnSigningGrants(
  db: Db,
  of: Organisation & { personId: Id<'person'> },
  today: CalendarDate,
): Promise<SigningGrant[]> {
  return db
    .selectFrom('grant')
    .select(['qualification_id as qualificationId', 'group_name as groupName'])
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('kind', '=', 'may-sign')
    .where(inForce(today))
    .execute()
}

/** Members of one team today; nobody for a team of another organisation. */
export async function listMembersOfTeam(
  db: Db,
  of: Organisation & { teamId: Id<'team'> },
  today: CalendarDate,
): Promise<Set<Id<'person'>>> {
  const rows = await db
    .selectFrom('team_membership')
    .select('person_id')
    .where('organisation_id', '=', of.organisationId)
    .where('team_id', '=', of.teamId)
    .where(inForce(today))
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Teams that have one of these people today, by name. */
export async function listTeamsOfPeople(
  db: Db,
  organisationId: Id<'organisation'>,
  people: ReadonlySet<Id<'person'>>,
  today: CalendarDate,
): Promise<{ id: Id<'team'>; name: string }[]> {
  const rows = await db
    .selectFrom('team_membership')
    .innerJoin('team', (join) =>
      join
        .onRef('team.organisation_id', '=', 'team_membership.organisation_id')
        .onRef('team.id', '=', 'team_membership.team_id'),
    )
    .select(['team.id', 'team.name', 'team_membership.person_id as personId'])
    .where('team_membership.organisation_id', '=', organisationId)
    .where(inForce(today, 'team_membership'))
    .orderBy('team.name')
    .execute()
  const teams = new Map<Id<'team'>, string>()
  for (const row of rows) if (people.has(row.personId)) teams.set(row.id, row.name)
  return [...teams].map(([id, name]) => ({ id, name }))
}

/** How many should hold each qualification of a program, summed over teams; without a minimum it is left out. */
export async function listCoverageSums(
  db: Db,
  organisationId: Id<'organisation'>,
  programId: Id<'program'>,
): Promise<Map<Id<'qualification'>, number>> {
  const rows = await db
    .selectFrom('coverage_minimum')
    .select(['qualification_id', 'minimum'])
    .where('organisation_id', '=', organisationId)
    .where('program_id', '=', programId)
    .execute()
  const sums = new Map<Id<'qualification'>, number>()
  for (const row of rows) sums.set(row.qualification_id, (sums.get(row.qualification_id) ?? 0) + row.minimum)
  return sums
}
