import { authorize } from '~/commands/command.server'
import type { PageContext } from '~/server/guard.server'
import { listChoosablePeople } from '~db/queries/people-list.server'
import { listRoles } from '~db/queries/program.server'
import { listTeams } from '~db/queries/team.server'
import { personLabel } from './person-label'

/** What can be chosen when a person is added. */
export async function newPersonPage({ db, actor, today }: PageContext) {
  authorize(actor, 'edit-person', { isMyPerson: true })
  const { organisationId } = actor
  const people = await listChoosablePeople(db, organisationId)
  return {
    today: today as string,
    teams: (await listTeams(db, organisationId)).map(({ id, name }) => ({ value: id as string, label: name })),
    roles: (await listRoles(db, { organisationId })).map(({ id, title }) => ({ value: id as string, label: title })),
    people: people.map(personLabel),
  }
}
