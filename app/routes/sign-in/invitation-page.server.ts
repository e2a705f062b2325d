import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs } from '@remix-run/node'
import { acceptInvitation, acceptInvitationInput, invitationProblem } from '~/commands/people/accept-invitation.server'
import { passwordProblem } from '~/domain/password-rules'
import { paths } from '~/paths'
import { createSessionFor, prepareAccount } from '~/server/accounts.server'
import { runOpenCommand } from '~/server/open-command.server'
import { answerForm } from '~/server/respond.server'
import { services } from '~/server/services.server'
import { sha256 } from '~/server/session.server'
import { findInvitationByToken } from '~db/queries/invitation.server'
import { leave } from './sign-in-action.server'

export type InvitationView =
  | { readonly isUsable: true; readonly organisationName: string; readonly personName: string; readonly email: string }
  | { readonly isUsable: false; readonly code: string }

/** Whom an invitation is for, or why it cannot be used. What it says is seen only by whoever holds the link. */
export async function invitationPage(token: string): Promise<InvitationView> {
  const { db, clock } = services()
  const invitation = await findInvitationByToken(db, sha256(token))
  const problem = invitationProblem(invitation, clock.now())
  if (problem || !invitation?.email) return { isUsable: false, code: problem?.code ?? 'invitation-unknown' }
  const { organisationName, personName, email } = invitation
  return { isUsable: true, organisationName, personName, email }
}

/** Creates the account with the chosen password and signs in. */
export async function invitationAction({ request, params, context }: ActionFunctionArgs) {
  const intent = 'accept'
  const { db, clock } = services()
  const tokenSha256 = sha256(params.token ?? '')
  const invitation = await findInvitationByToken(db, tokenSha256)
  const problem = invitationProblem(invitation, clock.now())
  if (problem || !invitation?.email) {
    return answerForm({ ok: false, intent, problem: problem ?? { code: 'invitation-unknown' }, values: {} })
  }
  const parsed = parseWithZod(await request.formData(), { schema: acceptInvitationInput })
  if (parsed.status !== 'success') {
    return answerForm({
      ok: false,
      intent,
      fieldErrors: { password: parsed.error?.password ?? ['required'] },
      values: {},
    })
  }
  const { personName: name, email, organisationName: organisation } = invitation
  const weakness = passwordProblem(parsed.value.password, { name, email, organisation })
  if (weakness) return answerForm({ ok: false, intent, fieldErrors: { password: [weakness] }, values: {} })
  const account = await prepareAccount({ name, email, password: parsed.value.password })
  const { id: accountId, passwordHash } = account
  const result = await runOpenCommand(invitation.organisationId, (open) =>
    acceptInvitation(open, { tokenSha256, accountId, passwordHash }),
  )
  if (!result.ok) return answerForm({ ok: false, intent, problem: result.problem, values: {} })
  const session = await createSessionFor(result.value, {
    address: context.address,
    userAgent: request.headers.get('user-agent'),
    cookie: request.headers.get('cookie'),
  })
  return leave(paths.home(), session.setCookies)
}
