import { z } from 'zod'
import { dateInZone, type Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import type { Tx } from '~db/client.server'
import { insertAccount, isEmailTaken } from '~db/queries/account.server'
import { acceptInvitationRow, findInvitationByToken, type Invitation } from '~db/queries/invitation.server'
import { linkAccount } from '~db/queries/person.server'
import { passwordField } from './fields'

export const acceptInvitationInput = z.object({ password: passwordField })

export type InvitationProblem = Problem<
  'invitation-unknown' | 'already-accepted' | 'invitation-revoked' | 'invitation-expired' | 'invitation-left'
>

/**
 * Whoever holds the link gets the account of the one person it was made for, with the address that stands there; the
 * form says neither. Once only: the second of two at the same moment is refused.
 */
export async function acceptInvitation(
  { tx, now }: { tx: Tx; now: Instant },
  input: { tokenSha256: string; accountId: Id<'account'>; passwordHash: string },
): Promise<Result<Id<'account'>, InvitationProblem | Problem<'email-taken'>>> {
  const invitation = await findInvitationByToken(tx, input.tokenSha256)
  const problem = invitationProblem(invitation, now)
  if (problem || !invitation?.email) return { ok: false, problem: problem ?? { code: 'invitation-unknown' } }
  if (await isEmailTaken(tx, invitation.email)) return refused('email-taken')
  if (!(await acceptInvitationRow(tx, invitation.id, now))) return refused('already-accepted')
  const { accountId, passwordHash } = input
  const { organisationId, personId, personName, email } = invitation
  await insertAccount(tx, { id: accountId, name: personName, email, passwordHash, at: now })
  await linkAccount(tx, { organisationId, personId }, accountId)
  return ok(accountId)
}

/** Why an invitation cannot be used, or null. */
export function invitationProblem(invitation: Invitation | null, now: Instant): InvitationProblem | null {
  if (!invitation) return { code: 'invitation-unknown' }
  if (invitation.acceptedAt || invitation.accountId) return { code: 'already-accepted' }
  if (invitation.revokedAt) return { code: 'invitation-revoked' }
  if (invitation.expiresAt <= now) return { code: 'invitation-expired' }
  const today = dateInZone(now, invitation.timeZone)
  if (invitation.leavesOn && invitation.leavesOn < today) return { code: 'invitation-left' }
  return null
}
