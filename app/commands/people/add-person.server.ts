import { z } from 'zod'
import { ok } from '~/domain/result'
import { insertAssignment, insertMembership, insertReportingLine } from '~db/queries/placement.server'
import { findPerson, insertPerson } from '~db/queries/person.server'
import { findRole } from '~db/queries/role.server'
import { findTeam } from '~db/queries/team.server'
import { authorize, command } from '../command.server'
import { personChanged } from './about-person.server'
import { optionalIdField } from './fields'
import { personDetailFields } from './person-details'
import { detailsProblem } from './person-details.server'

/** Adds somebody, with or without an address; team, manager and role begin with the first day. */
export const addPerson = command({
  input: z.object({
    ...personDetailFields,
    teamId: optionalIdField('team'),
    managerId: optionalIdField('person'),
    roleId: optionalIdField('role'),
  }),
  async run(context, { teamId, managerId, roleId, ...details }) {
    const { tx, actor, now, newId } = context
    const { organisationId } = actor
    authorize(actor, 'edit-person')
    const problem = await detailsProblem(tx, organisationId, details, null)
    if (problem) return problem
    const personId = newId('person')
    await insertPerson(tx, { ...details, id: personId, organisationId, accountId: null, createdAt: now })
    const begun = { personId, fromOn: details.startsOn, toOn: null }
    if (teamId) {
      await findTeam(tx, { organisationId, teamId })
      await insertMembership(tx, organisationId, { ...begun, id: newId('team-membership'), teamId, isMain: true })
    }
    if (managerId) {
      await findPerson(tx, { organisationId, personId: managerId })
      await insertReportingLine(tx, organisationId, { ...begun, id: newId('reporting-line'), managerId })
    }
    if (roleId) {
      await findRole(tx, { organisationId, roleId })
      await insertAssignment(tx, organisationId, { ...begun, id: newId('assignment'), roleId, isMain: true })
    }
    await personChanged(context, 'person', [personId])
    return ok({ personId, name: details.name })
  },
})
