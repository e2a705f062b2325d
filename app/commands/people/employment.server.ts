import { z } from 'zod'
import { addDays } from '~/domain/calendar-date'
import { ok, refused, type Result } from '~/domain/result'
import { withdrawOpenDemonstrations } from '~db/queries/departure.server'
import { endGrant, hasOtherAdministrator, listGrantsInForce } from '~db/queries/grant.server'
import { revokeInvitations } from '~db/queries/invitation.server'
import { appendToLedger } from '~db/queries/ledger.server'
import { setLeavingDate } from '~db/queries/person.server'
import { endAllOf } from '~db/queries/placement.server'
import { deleteSessions } from '~db/queries/session.server'
import { command, type CommandContext } from '../command.server'
import { authorizeOnPerson, personChanged } from './about-person.server'
import { dateField, idField } from './fields'

/**
 * Somebody leaves with a last day: teams, roles, candidacies and rights end with it, open demonstrations are withdrawn,
 * sign-in ends; the record stays (DESIGN 4.1). Sessions go in the same transaction.
 */
export const endEmployment = command({
  input: z.object({ personId: idField('person'), lastDay: dateField }),
  async run(context, { personId, lastDay }): Promise<Result<{ name: string }>> {
    const { tx, actor, now, today } = context
    const { organisationId } = actor
    const person = await authorizeOnPerson(context, 'edit-person', personId)
    if (personId === actor.personId) return refused('own-employment')
    if (person.leavesOn) return refused('has-left', { name: person.name })
    if (lastDay < person.startsOn) return refused('ends-before-start')
    const key = { organisationId, personId }
    const rights = await listGrantsInForce(tx, key, today)
    const isAdministrator = rights.some((one) => one.kind === 'administrator')
    if (isAdministrator && !(await hasOtherAdministrator(tx, key, today))) return refused('last-administrator')
    await setLeavingDate(tx, key, lastDay)
    await endAllOf(tx, key, lastDay)
    await endRights(context, personId, lastDay)
    await revokeInvitations(tx, key, now)
    const reason = `Left on ${lastDay}`
    await withdrawOpenDemonstrations(tx, key, now, reason)
    if (person.accountId) await deleteSessions(tx, person.accountId)
    await personChanged(context, 'employment', [personId])
    return ok({ name: person.name })
  },
})

/** Somebody who left comes back: the same person with the same record, and no role, team or right until given one. */
export const takeBack = command({
  input: z.object({ personId: idField('person') }),
  async run(context, { personId }): Promise<Result<{ name: string }>> {
    const { tx, actor } = context
    const { organisationId } = actor
    const person = await authorizeOnPerson(context, 'edit-person', personId)
    if (!person.leavesOn) return refused('has-not-left')
    await setLeavingDate(tx, { organisationId, personId }, null)
    await personChanged(context, 'employment', [personId])
    return ok({ name: person.name })
  },
})

async function endRights(
  { tx, actor, now, today, newId }: CommandContext,
  personId: Parameters<typeof listGrantsInForce>[1]['personId'],
  lastDay: typeof today,
): Promise<void> {
  const { organisationId } = actor
  for (const grant of await listGrantsInForce(tx, { organisationId, personId }, today)) {
    const until = lastDay < today ? addDays(today, -1) : lastDay
    await endGrant(tx, { organisationId, grantId: grant.id }, until)
    await appendToLedger(tx, {
      organisationId,
      id: newId('ledger-event'),
      kind: 'grant-ended',
      personId,
      actorId: actor.personId,
      occurredOn: today,
      recordedAt: now,
      grantId: grant.id,
      details: { right: grant.kind, until },
    })
  }
}
