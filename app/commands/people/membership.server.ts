import { z } from 'zod'
import { addDays, laterOf, type CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { ok, refused, type Result } from '~/domain/result'
import { endDated, insertMembership, listMemberships } from '~db/queries/placement.server'
import { findTeam } from '~db/queries/team.server'
import { command, type CommandContext } from '../command.server'
import { authorizeOnPerson, personChanged } from './about-person.server'
import { checkboxField, dateField, idField } from './fields'

/** Somebody joins a team; the first team, or the one said to be, is the main one. */
export const joinTeam = command({
  input: z.object({
    personId: idField('person'),
    teamId: idField('team'),
    isMain: checkboxField,
    fromOn: dateField,
  }),
  async run(context, { personId, teamId, isMain, fromOn }): Promise<Result<{ name: string }>> {
    const { tx, actor, newId } = context
    const { organisationId } = actor
    const person = await authorizeOnPerson(context, 'edit-person', personId)
    if (person.leavesOn) return refused('has-left', { name: person.name })
    const team = await findTeam(tx, { organisationId, teamId })
    const memberships = await listMemberships(tx, { organisationId, personId }, fromOn)
    if (memberships.some((one) => one.teamId === teamId)) return refused('already-member', { what: team.name })
    const hasMain = memberships.some((one) => one.isMain)
    if (isMain) await demoteMainTeam(context, personId, fromOn)
    const id = newId('team-membership')
    const isTheMain = isMain || !hasMain
    await insertMembership(tx, organisationId, { id, personId, teamId, isMain: isTheMain, fromOn, toOn: null })
    await personChanged(context, 'team', [personId])
    return ok({ name: person.name })
  },
})

/** Somebody leaves a team, with a last day in it. */
export const leaveTeam = command({
  input: z.object({ personId: idField('person'), membershipId: idField('team-membership'), lastDay: dateField }),
  async run(context, { personId, membershipId, lastDay }): Promise<Result<null>> {
    const { tx, actor, today } = context
    const { organisationId } = actor
    await authorizeOnPerson(context, 'edit-person', personId)
    const memberships = await listMemberships(tx, { organisationId, personId }, today)
    if (!memberships.some((one) => one.id === membershipId)) return refused('not-in-force')
    await endDated(tx, 'team_membership', { organisationId, id: membershipId }, lastDay)
    await personChanged(context, 'team', [personId])
    return ok(null)
  },
})

/** Makes one of somebody's teams the main one from today: coverage counts it there. */
export const makeMainTeam = command({
  input: z.object({ personId: idField('person'), membershipId: idField('team-membership') }),
  async run(context, { personId, membershipId }): Promise<Result<null>> {
    const { tx, actor, today, newId } = context
    const { organisationId } = actor
    await authorizeOnPerson(context, 'edit-person', personId)
    const memberships = await listMemberships(tx, { organisationId, personId }, today)
    const chosen = memberships.find((one) => one.id === membershipId)
    if (!chosen) return refused('not-in-force')
    if (chosen.isMain) return ok(null)
    const fromOn = laterOf(today, chosen.fromOn)
    await demoteMainTeam(context, personId, fromOn)
    await endDated(tx, 'team_membership', { organisationId, id: chosen.id }, addDays(fromOn, -1))
    const again = { ...chosen, id: newId('team-membership'), isMain: true, fromOn }
    await insertMembership(tx, organisationId, again)
    await personChanged(context, 'team', [personId])
    return ok(null)
  },
})

/** The main team becomes one among others: its row is closed and goes on as another, because rows are never overwritten. */
async function demoteMainTeam(
  { tx, actor, newId }: CommandContext,
  personId: Id<'person'>,
  fromOn: CalendarDate,
): Promise<void> {
  const { organisationId } = actor
  for (const main of await listMemberships(tx, { organisationId, personId }, fromOn)) {
    if (!main.isMain) continue
    await endDated(tx, 'team_membership', { organisationId, id: main.id }, addDays(fromOn, -1))
    const goesOn = { ...main, id: newId('team-membership'), isMain: false, fromOn: laterOf(fromOn, main.fromOn) }
    await insertMembership(tx, organisationId, goesOn)
  }
}
