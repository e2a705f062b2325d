import { decideClaim } from '~/domain/demonstration'
import { ok } from '~/domain/result'
import { updateDemonstration } from '~db/queries/demonstration.server'
import { demonstrationFactsOf } from '~db/queries/person-facts.server'
import { findPersonName } from '~db/queries/person-name.server'
import { authorizeOnCell, signingRight } from './cell-rights.server'
import { command } from './command.server'
import { noteChange, openDemonstration } from './open-cell.server'
import { claimInput } from './record-input.server'

/** Opening an unassigned demonstration claims it; whoever comes second is told who has it. */
export const claimDemonstration = command({
  input: claimInput,
  async run(context, input) {
    const { tx, actor } = context
    const record = await openDemonstration(context, input.demonstrationId)
    authorizeOnCell(record, actor, 'record-assessment')
    const { demonstration, key } = record
    const holder = demonstration.assessor_id
    const decided = decideClaim(demonstrationFactsOf(demonstration), {
      personId: actor.personId,
      maySign: signingRight(record, actor).ok,
      holderName: holder ? await findPersonName(tx, key.organisationId, holder) : '',
    })
    if (!decided.ok) return decided
    if (decided.value.isNew) {
      await updateDemonstration(tx, demonstration, { assessor_id: actor.personId, is_chosen_by_person: 0 })
      await noteChange(context, key, 'claimed')
    }
    return ok({ demonstrationId: demonstration.id })
  },
})
