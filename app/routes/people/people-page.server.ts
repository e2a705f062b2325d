import { isId, type Id } from '~/domain/ids'
import type { PageContext } from '~/server/guard.server'
import { listPeople } from '~db/queries/people-list.server'
import { listTeams } from '~db/queries/team.server'
import { visiblePeople } from '~db/queries/visible-people.server'
import { authorizeListing, mayEditPeople } from './people-rights.server'

const pageSize = 100

export interface PersonLine {
  readonly id: Id<'person'>
  readonly name: string
  readonly staffNumber: string | null
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  readonly account: 'active' | 'invited' | 'none' | 'left'
  readonly leavesOn: string | null
}

export interface PeopleView {
  readonly people: readonly PersonLine[]
  readonly count: number
  readonly page: number
  readonly pages: number
  readonly filter: { readonly q: string; readonly team: string; readonly left: boolean }
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly mayEdit: boolean
}

/** The people one may see, filtered as the address says. */
export async function peoplePage({ db, actor, url, today, now }: PageContext): Promise<PeopleView> {
  authorizeListing(actor)
  const { organisationId } = actor
  const search = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const team = url.searchParams.get('team') ?? ''
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page')) || 1))
  const withLeft = url.searchParams.has('left')
  const { people, count } = await listPeople(
    db,
    {
      organisationId,
      visible: await visiblePeople(db, actor, 'read-person', today),
      search,
      teamId: isId('team', team) ? team : null,
      withLeft,
      offset: (page - 1) * pageSize,
      limit: pageSize,
    },
    { today, now },
  )
  const teams = await listTeams(db, organisationId)
  return {
    people: people.map((one) => ({
      id: one.id,
      name: one.name,
      staffNumber: one.staffNumber,
      roles: one.roles,
      teams: one.teams,
      account:
        one.leavesOn && one.leavesOn < today ? 'left' : one.hasAccount ? 'active' : one.isInvited ? 'invited' : 'none',
      leavesOn: one.leavesOn,
    })),
    count,
    page,
    pages: Math.max(1, Math.ceil(count / pageSize)),
    filter: { q: search, team, left: withLeft },
    teams: teams.map(({ id, name }) => ({ id, name })),
    mayEdit: mayEditPeople(actor),
  }
}
