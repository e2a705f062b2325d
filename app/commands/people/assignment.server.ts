import { z } from 'zod'
import { addDays, type CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { Forbidden } from '~/domain/refusals'
import { ok, refused, type Result } from '~/domain/result'
import {
  clearMainRole,
  endDated,
  insertAssignment,
  insertCandidacy,
  listAssignments,
  listCandidacies,
} from '~db/queries/placement.server'
import { findRole } from '~db/queries/role.server'
import { command, type CommandContext } from '../command.server'
import { authorizeOnPerson, personChanged } from './about-person.server'
import { checkboxField, dateField, idField, optionalDateField } from './fields'

/** Somebody holds a role from a day on; holding it is taking part in its program (DESIGN 4.1). */
export const assignRole = command({
  input: z.object({ personId: idField('person'), roleId: idField('role'), isMain: checkboxField, fromOn: dateField }),
  async run(context, { personId, roleId, isMain, fromOn }): Promise<Result<{ title: string }>> {
    const { tx, actor, newId } = context
    const { organisationId } = actor
    const person = await authorizeOnPerson(context, 'assign-program', personId)
    // Nobody promotes themselves, also not by taking the role outright (DESIGN 4.5).
    if (personId === actor.personId) throw new Forbidden('self')
    if (person.leavesOn) return refused('has-left', { name: person.name })
    const role = await findRole(tx, { organisationId, roleId })
    const held = await listAssignments(tx, { organisationId, personId }, fromOn)
    if (held.some((one) => one.roleId === roleId)) return refused('already-holds', { what: role.title })
    const isTheMain = isMain || !held.some((one) => one.isMain)
    if (isMain) await clearMainRole(tx, { organisationId, personId })
    const id = newId('assignment')
    await insertAssignment(tx, organisationId, { id, personId, roleId, isMain: isTheMain, fromOn, toOn: null })
    await endCandidaciesFor(context, personId, roleId, fromOn)
    await personChanged(context, 'role', [personId])
    return ok({ title: role.title })
  },
})

/** Somebody stops holding a role, with a last day in it; nothing mastered is lost. */
export const endAssignment = command({
  input: z.object({ personId: idField('person'), assignmentId: idField('assignment'), lastDay: dateField }),
  async run(context, { personId, assignmentId, lastDay }): Promise<Result<null>> {
    const { tx, actor, today } = context
    const { organisationId } = actor
    await authorizeOnPerson(context, 'assign-program', personId)
    const held = await listAssignments(tx, { organisationId, personId }, today)
    if (!held.some((one) => one.id === assignmentId)) return refused('not-in-force')
    await endDated(tx, 'assignment', { organisationId, id: assignmentId }, lastDay)
    await personChanged(context, 'role', [personId])
    return ok(null)
  },
})

/** Somebody works towards a role, with a day to be ready by where there is one. */
export const startCandidacy = command({
  input: z.object({ personId: idField('person'), roleId: idField('role'), targetOn: optionalDateField }),
  async run(context, { personId, roleId, targetOn }): Promise<Result<{ title: string }>> {
    const { tx, actor, today, newId } = context
    const { organisationId } = actor
    const person = await authorizeOnPerson(context, 'choose-target-role', personId)
    if (person.leavesOn) return refused('has-left', { name: person.name })
    const role = await findRole(tx, { organisationId, roleId })
    const key = { organisationId, personId }
    const isHeld = (await listAssignments(tx, key, today)).some((one) => one.roleId === roleId)
    if (isHeld) return refused('already-holds', { what: role.title })
    if (targetOn && targetOn < today) return refused('ends-before-start')
    await endCandidaciesFor(context, personId, roleId, today)
    const id = newId('candidacy')
    await insertCandidacy(tx, organisationId, { id, personId, roleId, targetOn, fromOn: today, toOn: null })
    await personChanged(context, 'candidacy', [personId])
    return ok({ title: role.title })
  },
})

/** Somebody no longer works towards a role. */
export const endCandidacy = command({
  input: z.object({ personId: idField('person'), candidacyId: idField('candidacy') }),
  async run(context, { personId, candidacyId }): Promise<Result<null>> {
    const { tx, actor, today } = context
    const { organisationId } = actor
    await authorizeOnPerson(context, 'choose-target-role', personId)
    const open = await listCandidacies(tx, { organisationId, personId }, today)
    if (!open.some((one) => one.id === candidacyId)) return refused('not-in-force')
    await endDated(tx, 'candidacy', { organisationId, id: candidacyId }, addDays(today, -1))
    await personChanged(context, 'candidacy', [personId])
    return ok(null)
  },
})

/** Whoever holds a role no longer works towards it; a new target date replaces the old one from its day. */
async function endCandidaciesFor(
  { tx, actor }: CommandContext,
  personId: Id<'person'>,
  roleId: Id<'role'>,
  fromOn: CalendarDate,
): Promise<void> {
  const { organisationId } = actor
  for (const one of await listCandidacies(tx, { organisationId, personId }, fromOn)) {
    if (one.roleId === roleId) await endDated(tx, 'candidacy', { organisationId, id: one.id }, addDays(fromOn, -1))
  }
}
