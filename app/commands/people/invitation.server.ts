import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '~/domain/calendar-date'
import { ok, refused, type Result } from '~/domain/result'
import { isEmailTaken } from '~db/queries/account.server'
import { listGrantsInForce } from '~db/queries/grant.server'
import { insertInvitation, revokeInvitations } from '~db/queries/invitation.server'
import { command } from '../command.server'
import { authorizeOnPerson } from './about-person.server'
import { idField } from './fields'

const validDays = 14

/**
 * Makes the link with which somebody creates their account; an earlier one stops working. Its token is answered once
 * and stored as SHA-256 only. Whoever holds the link becomes that person, so inviting somebody with rights of their own
 * takes an administrator.
 */
export const invitePerson = command({
  input: z.object({ personId: idField('person') }),
  async run(context, { personId }): Promise<Result<{ token: string }>> {
    const { tx, actor, now, today, newId } = context
    const { organisationId } = actor
    const person = await authorizeOnPerson(context, 'invite-person', personId)
    const rights = await listGrantsInForce(tx, { organisationId, personId }, today)
    if (!actor.isAdministrator && rights.some((one) => one.kind !== 'may-sign'))
      return refused('rights-by-administrator')
    if (person.leavesOn) return refused('has-left', { name: person.name })
    if (person.accountId) return refused('has-account', { name: person.name })
    if (!person.email) return refused('email-missing', { name: person.name })
    if (await isEmailTaken(tx, person.email)) return refused('email-taken')
    await revokeInvitations(tx, { organisationId, personId }, now)
    const token = newId('invitation').replace('inv_', '') + newId('invitation').replace('inv_', '')
    await insertInvitation(tx, {
      id: newId('invitation'),
      organisationId,
      personId,
      tokenSha256: createHash('sha256').update(token).digest('hex'),
      createdBy: actor.personId,
      createdAt: now,
      expiresAt: new Date(Date.parse(now) + validDays * 86_400_000).toISOString() as Instant,
    })
    return ok({ token })
  },
})

/** Withdraws the open invitation: its link stops working at once. */
export const revokeInvitation = command({
  input: z.object({ personId: idField('person') }),
  async run(context, { personId }): Promise<Result<null>> {
    const { tx, actor, now } = context
    const { organisationId } = actor
    await authorizeOnPerson(context, 'invite-person', personId)
    const count = await revokeInvitations(tx, { organisationId, personId }, now)
    return count > 0 ? ok(null) : refused('not-in-force')
  },
})
