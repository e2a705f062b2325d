import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { joinTeam, leaveTeam } from '~/commands/people/membership.server'
import { editTeam, endLead, nameLead } from '~/commands/people/team.server'
import { paths } from '~/paths'
import { guarded, guardedAction, intent } from '~/server/guard.server'
import { peopleText } from '~/text/people.en'
import { rootText } from '~/text/root.en'
import { PageHeader } from '~/ui/page-header'
import { FoldedAct } from './act-form'
import { TeamFields } from './team-fields'
import { TeamLeads, TeamMembers } from './team-people'
import { teamPage } from './teams-page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: rootText.title(data?.team.name ?? peopleText.teamsTitle) },
]

export const loader = guarded(teamPage)

const saved = { flash: () => ({ code: 'saved' }) }
const back = {
  ...saved,
  then: (_: unknown, { teamId }: { teamId: Parameters<typeof paths.team>[0] }) => paths.team(teamId),
}

export const action = guardedAction({
  'edit-team': intent(editTeam, back),
  'name-lead': intent(nameLead, back),
  'end-lead': intent(endLead, back),
  'join-team': intent(joinTeam, back),
  'leave-team': intent(leaveTeam, saved),
})

export default function Team() {
  const view = useLoaderData<typeof loader>()
  const { team, sites, mayEdit } = view
  return (
    <>
      <PageHeader
        title={team.name}
        before={<Link to={paths.teams()}>{peopleText.backToTeams}</Link>}
        meta={team.site ?? undefined}
      />
      <div className="grid max-w-[720px] gap-8 p-4">
        <TeamLeads view={view} />
        <TeamMembers view={view} />
        {mayEdit && (
          <FoldedAct intent="edit-team" label={peopleText.editTeam} submit={peopleText.save}>
            <input type="hidden" name="version" value={team.version} />
            <TeamFields intent="edit-team" name={team.name} siteId={team.siteId} sites={sites} />
          </FoldedAct>
        )}
      </div>
    </>
  )
}
