import { decideHandBack } from '~/domain/demonstration'
import { ok } from '~/domain/result'
import { updateDemonstration } from '~db/queries/demonstration.server'
import { demonstrationFactsOf } from '~db/queries/person-facts.server'
import { authorizeOnCell } from './cell-rights.server'
import { command } from './command.server'
import { noteChange, openDemonstration } from './open-cell.server'
import { handBackInput } from './record-input.server'

/** Hands a demonstration back, or declines the person's choice with a reason: all who may sign see it again. */
export const handBackDemonstration = command({
  input: handBackInput,
  async run(context, input) {
    const record = await openDemonstration(context, input.demonstrationId)
    // Also for somebody who may no longer sign: what they hold must not be orphaned.
    authorizeOnCell(record, context.actor, 'read-status')
    const { demonstration, key } = record
    const facts = demonstrationFactsOf(demonstration)
    const decided = decideHandBack(facts, context.actor.personId, input.reason)
    if (!decided.ok) return decided
    await updateDemonstration(context.tx, demonstration, {
      assessor_id: null,
      is_chosen_by_person: 0,
      ...(input.reason === '' ? {} : { return_reason: input.reason }),
    })
    await noteChange(context, key, facts.isChosenByPerson ? 'declined' : 'handed-back')
    return ok({ demonstrationId: demonstration.id })
  },
})
