import { can } from '~/domain/access'
import type { Id } from '~/domain/ids'
import { idParam, type PageContext } from '~/server/guard.server'
import { listChoosablePeople } from '~db/queries/people-list.server'
import { findTeam, listSites, listTeamPeople, listTeams } from '~db/queries/team.server'
import { isVisible, visiblePeople } from '~db/queries/visible-people.server'
import { authorizeListing } from './people-rights.server'
import { personLabel } from './person-label'

/** Every team with its site, leads and how many are in it. */
export async function teamsPage({ db, actor, today }: PageContext) {
  authorizeListing(actor)
  const { organisationId } = actor
  const { members, leads } = await listTeamPeople(db, organisationId, today)
  const teams = await listTeams(db, organisationId)
  return {
    teams: teams.map((team) => ({
      id: team.id,
      name: team.name,
      site: team.siteName,
      leads: leads.filter((one) => one.teamId === team.id).map((one) => one.name),
      memberCount: members.filter((one) => one.teamId === team.id).length,
    })),
    sites: (await listSites(db, organisationId)).map(({ id, name }) => ({ value: id as string, label: name })),
    mayEdit: can(actor, 'edit-teams').allowed,
  }
}

interface TeamPerson {
  readonly rowId: string
  readonly personId: Id<'person'>
  readonly name: string
  readonly isMain: boolean
  readonly toOn: string | null
}

/** One team with its leads and members; members the reader may not see are counted, not named. */
export async function teamPage({ db, actor, params, today }: PageContext) {
  authorizeListing(actor)
  const { organisationId } = actor
  const team = await findTeam(db, { organisationId, teamId: idParam(params, 'teamId', 'team') })
  const { members, leads } = await listTeamPeople(db, organisationId, today, team.id)
  const visible = await visiblePeople(db, actor, 'read-person', today)
  const shown: TeamPerson[] = members
    .filter((one) => isVisible(visible, one.personId))
    .map(({ rowId, personId, name, isMain, toOn }) => ({ rowId, personId, name, isMain, toOn }))
  const mayEdit = can(actor, 'edit-teams').allowed
  return {
    today: today as string,
    team: {
      id: team.id,
      name: team.name,
      siteId: team.siteId as string | null,
      site: team.siteName,
      version: team.version,
    },
    leads: leads.map(({ rowId, personId, name }) => ({
      rowId: rowId as string,
      personId,
      name,
      isLink: isVisible(visible, personId),
    })),
    members: shown,
    hiddenMembers: members.length - shown.length,
    sites: (await listSites(db, organisationId)).map(({ id, name }) => ({ value: id as string, label: name })),
    people: mayEdit ? (await listChoosablePeople(db, organisationId)).map(personLabel) : [],
    mayEdit,
  }
}
