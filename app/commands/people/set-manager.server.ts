import { z } from 'zod'
import { addDays } from '~/domain/calendar-date'
import { ok, refused, type Result } from '~/domain/result'
import { findPerson } from '~db/queries/person.server'
import { endDated, insertReportingLine, listReportingLines, listReportsTo } from '~db/queries/placement.server'
import { command } from '../command.server'
import { authorizeOnPerson, personChanged } from './about-person.server'
import { dateField, idField, optionalIdField } from './fields'

/** From a day on somebody reports to another manager, or to nobody; the line before ends the day before. */
export const setManager = command({
  input: z.object({ personId: idField('person'), managerId: optionalIdField('person'), fromOn: dateField }),
  async run(context, { personId, managerId, fromOn }): Promise<Result<null>> {
    const { tx, actor, newId } = context
    const { organisationId } = actor
    await authorizeOnPerson(context, 'edit-person', personId)
    if (managerId === personId) return refused('own-manager')
    if (managerId) {
      const manager = await findPerson(tx, { organisationId, personId: managerId })
      const above = await listReportsTo(tx, organisationId, managerId, fromOn)
      if (above.includes(personId)) return refused('manager-cycle', { path: manager.name })
    }
    for (const line of await listReportingLines(tx, { organisationId, personId }, fromOn)) {
      await endDated(tx, 'reporting_line', { organisationId, id: line.id }, addDays(fromOn, -1))
    }
    if (managerId) {
      const id = newId('reporting-line')
      await insertReportingLine(tx, organisationId, { id, personId, managerId, fromOn, toOn: null })
    }
    await personChanged(context, 'manager', [personId])
    return ok(null)
  },
})
