import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { addTeam } from '~/commands/people/team.server'
import { paths } from '~/paths'
import { guarded, guardedAction, intent } from '~/server/guard.server'
import { peopleText } from '~/text/people.en'
import { rootText } from '~/text/root.en'
import { EmptyState } from '~/ui/empty-state'
import { TableList, TableListRow } from '~/ui/table-list'
import { ActForm, FoldedAct } from './act-form'
import { AreaHeader } from './area-header'
import { TeamFields } from './team-fields'
import { teamsPage } from './teams-page.server'

export const meta: MetaFunction = () => [{ title: rootText.title(peopleText.teamsTitle) }]

export const loader = guarded(teamsPage)

export const action = guardedAction({
  'add-team': intent(addTeam, {
    then: ({ teamId }) => paths.team(teamId),
    flash: ({ name }) => ({ code: 'team-added', facts: { name } }),
  }),
})

export default function Teams() {
  const { teams, sites, mayEdit } = useLoaderData<typeof loader>()
  const fields = <TeamFields intent="add-team" name="" siteId={null} sites={sites} />
  return (
    <>
      <AreaHeader title={peopleText.teamsTitle} />
      {teams.length === 0 ? (
        <EmptyState title={peopleText.noTeamsTitle}>
          <p className="pb-4">{peopleText.noTeamsLead}</p>
          {mayEdit && (
            <ActForm intent="add-team" submit={peopleText.addTeamAct} variant="primary">
              {fields}
            </ActForm>
          )}
        </EmptyState>
      ) : (
        <div className="grid max-w-[880px] gap-4 p-4">
          <TableList label={peopleText.teamsTitle}>
            {teams.map((team) => (
              <TableListRow
                key={team.id}
                title={
                  <Link to={paths.team(team.id)} className="wrap-anywhere text-ink no-underline hover:underline">
                    {team.name}
                  </Link>
                }
                detail={peopleText.teamSummary(team.leads.join(', '), team.memberCount)}
                end={team.site}
              />
            ))}
          </TableList>
          {mayEdit && (
            <FoldedAct intent="add-team" label={peopleText.addTeam} submit={peopleText.addTeamAct}>
              {fields}
            </FoldedAct>
          )}
        </div>
      )}
    </>
  )
}
