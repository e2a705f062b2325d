import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { assignRole, endAssignment, endCandidacy, startCandidacy } from '~/commands/people/assignment.server'
import { editPerson } from '~/commands/people/edit-person.server'
import { endEmployment, takeBack } from '~/commands/people/employment.server'
import { invitePerson, revokeInvitation } from '~/commands/people/invitation.server'
import { joinTeam, leaveTeam, makeMainTeam } from '~/commands/people/membership.server'
import { endRight, giveRight } from '~/commands/people/right.server'
import { setManager } from '~/commands/people/set-manager.server'
import { paths } from '~/paths'
import { guarded, guardedAction, intent } from '~/server/guard.server'
import { peopleText } from '~/text/people.en'
import { rootText } from '~/text/root.en'
import { formatDate } from '~/ui/date'
import { PageHeader } from '~/ui/page-header'
import { Tag } from '~/ui/tag'
import { AccountSection } from './account-section'
import { DetailsSection } from './details-section'
import { LeavingSection } from './leaving-section'
import { personPage } from './person-page.server'
import { RightsSection } from './rights-section'
import { RolesSection } from './roles-section'
import { TeamsSection } from './teams-section'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: rootText.title(data?.person.name ?? peopleText.title) },
]

export const loader = guarded(personPage)

const back = {
  then: (_: unknown, { personId }: { personId: Parameters<typeof paths.person>[0] }) => paths.person(personId),
  flash: () => ({ code: 'saved' }),
}

export const action = guardedAction({
  edit: intent(editPerson, back),
  'set-manager': intent(setManager, back),
  'join-team': intent(joinTeam, back),
  'leave-team': intent(leaveTeam, back),
  'make-main-team': intent(makeMainTeam, back),
  'assign-role': intent(assignRole, back),
  'end-role': intent(endAssignment, back),
  'start-candidacy': intent(startCandidacy, back),
  'end-candidacy': intent(endCandidacy, back),
  'give-right': intent(giveRight, back),
  'end-right': intent(endRight, back),
  // Stays on the page: the answer carries the link, which is shown this once.
  invite: intent(invitePerson),
  'revoke-invitation': intent(revokeInvitation, back),
  'end-employment': intent(endEmployment, {
    then: back.then,
    flash: ({ name }) => ({ code: 'employment-ended', facts: { name } }),
  }),
  'take-back': intent(takeBack, { then: back.then, flash: ({ name }) => ({ code: 'taken-back', facts: { name } }) }),
})

export default function Person() {
  const view = useLoaderData<typeof loader>()
  const { person } = view
  const day = (date: string) => formatDate(date, { locale: peopleText.locale })
  return (
    <>
      <PageHeader
        title={person.name}
        before={<Link to={paths.people()}>{peopleText.backToPeople}</Link>}
        meta={
          <>
            {person.isSelf && <Tag>{peopleText.you}</Tag>}
            {person.leavesOn && (
              <Tag outlined>
                {person.hasLeft ? peopleText.leftOn(day(person.leavesOn)) : peopleText.leavesOn(day(person.leavesOn))}
              </Tag>
            )}
          </>
        }
      />
      <div className="grid max-w-[1080px] items-start gap-x-10 gap-y-8 p-4 lg:grid-cols-2">
        <div className="grid gap-8">
          <DetailsSection view={view} />
          <RolesSection view={view} />
          <TeamsSection view={view} />
        </div>
        <div className="grid gap-8">
          <AccountSection view={view} />
          <RightsSection view={view} />
          <LeavingSection view={view} />
        </div>
      </div>
    </>
  )
}
