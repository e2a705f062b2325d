import { z } from 'zod'
import { ok, refused, type Result } from '~/domain/result'
import { updatePerson } from '~db/queries/person.server'
import { command } from '../command.server'
import { authorizeOnPerson, personChanged } from './about-person.server'
import { idField } from './fields'
import { personDetailFields } from './person-details'
import { detailsProblem } from './person-details.server'

/** Changes what is said of somebody once. The address here is where invitations are for; an account keeps its own. */
export const editPerson = command({
  input: z.object({ ...personDetailFields, personId: idField('person'), version: z.coerce.number().int() }),
  async run(context, { personId, version, ...details }): Promise<Result<null>> {
    const { tx, actor } = context
    const { organisationId } = actor
    await authorizeOnPerson(context, 'edit-person', personId)
    const problem = await detailsProblem(tx, organisationId, details, personId)
    if (problem) return problem
    if (!(await updatePerson(tx, { organisationId, personId, version }, details))) return refused('stale')
    await personChanged(context, 'person', [personId])
    return ok(null)
  },
})
