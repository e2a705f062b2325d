import { z } from 'zod'
import { addDays } from '~/domain/calendar-date'
import { Forbidden } from '~/domain/refusals'
import { ok, refused, type Result } from '~/domain/result'
import { grantKinds } from '~/domain/vocabulary'
import {
  endGrant,
  findGrantOrNull,
  hasOtherAdministrator,
  insertGrant,
  listGrantsInForce,
} from '~db/queries/grant.server'
import { revokeInvitations } from '~db/queries/invitation.server'
import { appendToLedger } from '~db/queries/ledger.server'
import { findQualification } from '~db/queries/qualification.server'
import { deleteSessions } from '~db/queries/session.server'
import { command } from '../command.server'
import { authorizeOnPerson, personChanged } from './about-person.server'
import { idField, lineField, optionalIdField } from './fields'

/**
 * Gives somebody a right from today: administrator, designer, auditor, or to sign one qualification off. May-sign needs
 * a reason, because it names an assessor beyond the rule (DESIGN 4.5).
 */
export const giveRight = command({
  input: z.object({
    personId: idField('person'),
    kind: z.enum(grantKinds, 'choose-one'),
    qualificationId: optionalIdField('qualification'),
    reason: lineField(500),
  }),
  async run(context, { personId, kind, qualificationId, reason }): Promise<Result<null>> {
    const { tx, actor, now, today, newId } = context
    const { organisationId } = actor
    const maySign = kind === 'may-sign'
    const person = await authorizeOnPerson(context, maySign ? 'name-assessor' : 'change-rights', personId)
    if (person.leavesOn) return refused('has-left', { name: person.name })
    // A right to sign comes from another hand (DESIGN 4.5).
    if (maySign && personId === actor.personId) throw new Forbidden('self')
    if (maySign && !qualificationId) return refused('qualification-missing')
    if (maySign && !reason) return refused('reason-missing')
    const scope = maySign ? qualificationId : null
    if (scope) await findQualification(tx, { organisationId, qualificationId: scope })
    const held = await listGrantsInForce(tx, { organisationId, personId }, today)
    if (held.some((one) => one.kind === kind && one.qualificationId === scope)) return refused('already-holds-right')
    const id = newId('grant')
    await insertGrant(tx, {
      id,
      organisationId,
      personId,
      kind,
      qualificationId: scope,
      groupName: null,
      fromOn: today,
      toOn: null,
      grantedBy: actor.personId,
      reason: reason ?? '',
      grantedAt: now,
    })
    await appendToLedger(tx, {
      organisationId,
      id: newId('ledger-event'),
      kind: 'granted',
      personId,
      actorId: actor.personId,
      occurredOn: today,
      recordedAt: now,
      reason,
      grantId: id,
      details: scope ? { right: kind, qualificationId: scope } : { right: kind },
    })
    // A link that somebody else made and may still hold must not become a key to these rights.
    await revokeInvitations(tx, { organisationId, personId }, now, { exceptBy: actor.personId })
    // A session begun with fewer rights ends, so that more rights come with a fresh one (SECURITY T32).
    if (person.accountId && personId !== actor.personId) await deleteSessions(tx, person.accountId)
    await personChanged(context, 'right', [personId], { qualificationId: scope })
    return ok(null)
  },
})

/** Takes a right away at once. What was signed with it stays: the record keeps the right that was in force. */
export const endRight = command({
  input: z.object({ personId: idField('person'), grantId: idField('grant') }),
  async run(context, { personId, grantId }): Promise<Result<null>> {
    const { tx, actor, now, today, newId } = context
    const { organisationId } = actor
    const grant = await findGrantOrNull(tx, { organisationId, grantId })
    const action = grant?.kind === 'may-sign' ? 'name-assessor' : 'change-rights'
    await authorizeOnPerson(context, action, personId)
    if (!grant || grant.personId !== personId || (grant.toOn && grant.toOn < today)) return refused('not-in-force')
    if (grant.kind === 'administrator' && !(await hasOtherAdministrator(tx, { organisationId, personId }, today))) {
      return refused('last-administrator')
    }
    await endGrant(tx, { organisationId, grantId }, addDays(today, -1))
    await appendToLedger(tx, {
      organisationId,
      id: newId('ledger-event'),
      kind: 'grant-ended',
      personId,
      actorId: actor.personId,
      occurredOn: today,
      recordedAt: now,
      grantId,
      details: { right: grant.kind },
    })
    await personChanged(context, 'right', [personId], { qualificationId: grant.qualificationId })
    return ok(null)
  },
})
