import { useActionResult } from '~/components/action-result'
import { FormProblem } from '~/components/form-problem'
import { paths } from '~/paths'
import { peopleText } from '~/text/people.en'
import { formatInstant } from '~/ui/date'
import { SectionHeading } from '~/ui/page-header'
import { ActForm, RowAct } from './act-form'
import { InvitationLink } from './invitation-link'
import type { PersonView } from './person-page.server'

/** Whether somebody signs in, and the invitation that lets them: its link is shown once, after it was made. */
export function AccountSection({ view }: { view: PersonView }) {
  const { account, invitation, may, person, origin, timeZone } = view
  const result = useActionResult()
  const token = result?.ok && result.intent === 'invite' ? (result.value as { token: string }).token : null
  const mayInvite = may.invite && !account && person.leavesOn === null
  return (
    <section aria-labelledby="account">
      <SectionHeading id="account" title={peopleText.account} />
      <div className="grid gap-3 border-t border-line pt-3">
        {account && <p>{peopleText.signsInAs(account.email)}</p>}
        {!account && !invitation && <p className="text-ink-2">{peopleText.noAccount}</p>}
        {!account && invitation && (
          <div className="flex flex-wrap items-center gap-2">
            <p>
              {peopleText.invitedUntil(
                formatInstant(invitation.expiresAt, { locale: peopleText.locale, zone: timeZone }),
              )}
            </p>
            {mayInvite && (
              <RowAct intent="revoke-invitation" fields={{}} name={peopleText.revoke}>
                {peopleText.revoke}
              </RowAct>
            )}
          </div>
        )}
        <FormProblem result={result} intent="revoke-invitation" />
        {token && !account && <InvitationLink href={origin + paths.invitation(token)} />}
        {mayInvite && (
          <div className="grid gap-2">
            <p className="text-t12 text-ink-3">{peopleText.inviteLead}</p>
            <ActForm intent="invite" submit={invitation ? peopleText.inviteAgain : peopleText.invite} />
          </div>
        )}
      </div>
    </section>
  )
}
