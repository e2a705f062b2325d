import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import type { Db, Tx } from '../client.server'
import { inForce } from './dated.server'

export interface TeamKey {
  readonly organisationId: Id<'organisation'>
  readonly teamId: Id<'team'>
}

export interface Team {
  readonly id: Id<'team'>
  readonly name: string
  readonly siteId: Id<'site'> | null
  readonly siteName: string | null
  readonly version: number
}

/** @throws NotFound when the organisation has no such team */
export async function findTeam(db: Db, key: TeamKey): Promise<Team> {
  const found = (await listTeams(db, key.organisationId)).find((team) => team.id === key.teamId)
  if (!found) throw new NotFound()
  return found
}

/** Every team by name, with its site. */
export async function listTeams(db: Db, organisationId: Id<'organisation'>): Promise<Team[]> {
  const rows = await db
    .selectFrom('team')
    .leftJoin('site', (join) =>
      join.onRef('site.id', '=', 'team.site_id').onRef('site.organisation_id', '=', 'team.organisation_id'),
    )
    .select([
      'team.id as id',
      'team.name as name',
      'team.site_id as siteId',
      'site.name as siteName',
      'team.version as version',
    ])
    .where('team.organisation_id', '=', organisationId)
    .orderBy('team.name')
    .orderBy('team.id')
    .execute()
  return rows
}

export async function listSites(
  db: Db,
  organisationId: Id<'organisation'>,
): Promise<{ id: Id<'site'>; name: string }[]> {
  return db
    .selectFrom('site')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** People in the teams or leading them on `day`, by name. */
export async function listTeamPeople(
  db: Db,
  organisationId: Id<'organisation'>,
  day: CalendarDate,
  teamId?: Id<'team'>,
): Promise<{
  members: {
    rowId: Id<'team-membership'>
    teamId: Id<'team'>
    personId: Id<'person'>
    name: string
    isMain: boolean
    toOn: CalendarDate | null
  }[]
  leads: { rowId: Id<'team-lead'>; teamId: Id<'team'>; personId: Id<'person'>; name: string }[]
}> {
  let members = db
    .selectFrom('team_membership')
    .innerJoin('person', (join) =>
      join
        .onRef('person.id', '=', 'team_membership.person_id')
        .onRef('person.organisation_id', '=', 'team_membership.organisation_id'),
    )
    .select([
      'team_membership.id as rowId',
      'team_id as teamId',
      'person.id as personId',
      'person.name as name',
      'is_main',
      'team_membership.to_on as toOn',
    ])
    .where('team_membership.organisation_id', '=', organisationId)
    .where(inForce(day, 'team_membership'))
  let leads = db
    .selectFrom('team_lead')
    .innerJoin('person', (join) =>
      join
        .onRef('person.id', '=', 'team_lead.person_id')
        .onRef('person.organisation_id', '=', 'team_lead.organisation_id'),
    )
    .select(['team_lead.id as rowId', 'team_id as teamId', 'person.id as personId', 'person.name as name'])
    .where('team_lead.organisation_id', '=', organisationId)
    .where(inForce(day, 'team_lead'))
  if (teamId) {
    members = members.where('team_id', '=', teamId)
    leads = leads.where('team_id', '=', teamId)
  }
  const memberRows = await members.orderBy('person.name').orderBy('person.id').execute()
  return {
    members: memberRows.map(({ is_main, ...row }) => ({ ...row, isMain: is_main === 1 })),
    leads: await leads.orderBy('person.name').orderBy('person.id').execute(),
  }
}

export async function insertTeam(tx: Tx, team: TeamKey & { name: string; siteId: Id<'site'> | null }): Promise<void> {
  await tx
    .insertInto('team')
    .values({
      id: team.teamId,
      organisation_id: team.organisationId,
      name: team.name,
      site_id: team.siteId,
      version: 1,
    })
    .execute()
}

/** Writes name and site, unless somebody else wrote since `version` was read; answers whether it did. */
export async function updateTeam(
  tx: Tx,
  team: TeamKey & { version: number; name: string; siteId: Id<'site'> | null },
): Promise<boolean> {
  const row = await tx
    .updateTable('team')
    .set({ name: team.name, site_id: team.siteId, version: team.version + 1 })
    .where('organisation_id', '=', team.organisationId)
    .where('id', '=', team.teamId)
    .where('version', '=', team.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertSite(
  tx: Tx,
  site: { organisationId: Id<'organisation'>; id: Id<'site'>; name: string },
): Promise<void> {
  await tx.insertInto('site').values({ id: site.id, organisation_id: site.organisationId, name: site.name }).execute()
}
