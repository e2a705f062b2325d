/** What the designer's forms let one choose from. */
import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import type { Db } from '../client.server'
import { inForce } from './dated.server'

/** @throws NotFound also for another organisation's person */
export async function findPersonName(
  db: Db,
  organisationId: Id<'organisation'>,
  personId: Id<'person'>,
): Promise<string> {
  const row = await db
    .selectFrom('person')
    .select('name')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row.name
}

export interface DesignChoices {
  readonly people: readonly { readonly id: Id<'person'>; readonly name: string }[]
  readonly sites: readonly { readonly id: Id<'site'>; readonly name: string }[]
  readonly teams: readonly { readonly id: Id<'team'>; readonly name: string; readonly siteId: Id<'site'> | null }[]
}

/** People who have not left, sites and teams, each by name. */
export async function listDesignChoices(
  db: Db,
  organisationId: Id<'organisation'>,
  today: CalendarDate,
): Promise<DesignChoices> {
  return {
    people: await db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('organisation_id', '=', organisationId)
      .where((eb) => eb.or([eb('leaves_on', 'is', null), eb('leaves_on', '>=', today)]))
      .orderBy('name')
      .orderBy('id')
      .execute(),
    sites: await db
      .selectFrom('site')
      .select(['id', 'name'])
      .where('organisation_id', '=', organisationId)
      .orderBy('name')
      .execute(),
    teams: await db
      .selectFrom('team')
      .select(['id', 'name', 'site_id as siteId'])
      .where('organisation_id', '=', organisationId)
      .orderBy('name')
      .execute(),
  }
}

/** The main team of each person, or another of theirs. */
export async function listTeamsOfPeople(
  db: Db,
  organisationId: Id<'organisation'>,
  today: CalendarDate,
): Promise<Map<Id<'person'>, { id: Id<'team'>; name: string; siteId: Id<'site'> | null }[]>> {
  const rows = await db
    .selectFrom('team_membership')
    .innerJoin('team', (join) =>
      join
        .onRef('team.organisation_id', '=', 'team_membership.organisation_id')
        .onRef('team.id', '=', 'team_membership.team_id'),
    )
    .select(['team_membership.person_id', 'team.id', 'team.name', 'team.site_id'])
    .where('team_membership.organisation_id', '=', organisationId)
    .where(inForce(today, 'team_membership'))
    .orderBy('team_membership.is_main', 'desc')
    .orderBy('team.name')
    .execute()
  const teams = new Map<Id<'person'>, { id: Id<'team'>; name: string; siteId: Id<'site'> | null }[]>()
  for (const row of rows) {
    const list = teams.get(row.person_id) ?? []
    list.push({ id: row.id, name: row.name, siteId: row.site_id })
    teams.set(row.person_id, list)
  }
  return teams
}
