import { decideReturn } from '~/domain/demonstration'
import { ok } from '~/domain/result'
import { updateDemonstration } from '~db/queries/demonstration.server'
import { demonstrationFactsOf } from '~db/queries/person-facts.server'
import { authorizeOnCell } from './cell-rights.server'
import { command } from './command.server'
import { noteChange, openDemonstration } from './open-cell.server'
import { returnInput } from './record-input.server'

/** Returned as incomplete: no verdict, it says what is missing, and it is the person's turn. */
export const returnDemonstration = command({
  input: returnInput,
  async run(context, input) {
    const record = await openDemonstration(context, input.demonstrationId)
    authorizeOnCell(record, context.actor, 'record-assessment')
    const decided = decideReturn(demonstrationFactsOf(record.demonstration), input.reason)
    if (!decided.ok) return decided
    await updateDemonstration(context.tx, record.demonstration, {
      returned_at: context.now,
      return_reason: decided.value.reason,
      assessor_id: record.demonstration.assessor_id ?? context.actor.personId,
    })
    await noteChange(context, record.key, 'returned')
    return ok({ demonstrationId: record.demonstration.id })
  },
})
