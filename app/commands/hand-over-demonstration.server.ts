import { z } from 'zod'
import { isOpen } from '~/domain/demonstration'
import { isId, type Id } from '~/domain/ids'
import { canSign } from '~/domain/may-sign'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import { updateDemonstration } from '~db/queries/demonstration.server'
import { findPersonName } from '~db/queries/person-name.server'
import { demonstrationFactsOf } from '~db/queries/person-facts.server'
import { signerOf } from '~db/queries/signers.server'
import { authorizeOnCell, relationTo } from './cell-rights.server'
import { command } from './command.server'
import { noteChange, openDemonstration } from './open-cell.server'
import { demonstrationKey } from './record-input.server'

export const handOverInput = z.object({
  ...demonstrationKey,
  assessorId: z.custom<Id<'person'>>(
    (value) => typeof value === 'string' && isId('person', value),
    'Choose who takes it over.',
  ),
})

/**
 * Gives a demonstration to another who may sign it (UX, Assessment): by whoever has it, or by a manager of the person,
 * so that nothing stays with somebody who is away.
 */
export const handOverDemonstration = command({
  input: handOverInput,
  async run(context, input): Promise<Result<{ demonstrationId: Id<'demonstration'> }, Problem>> {
    const { tx, actor } = context
    const record = await openDemonstration(context, input.demonstrationId)
    authorizeOnCell(record, actor, 'read-status')
    const { demonstration, key, signing, requirement } = record
    if (!isOpen(demonstrationFactsOf(demonstration))) return refused('closed')
    const mayPassOn = demonstration.assessor_id === actor.personId || relationTo(record, actor).isMyPerson === true
    if (!mayPassOn) return refused('not-yours')
    const right = canSign(requirement.definition.assessment, signerOf(signing, input.assessorId), signing.subject)
    if (!right.ok) {
      const name = await findPersonName(tx, key.organisationId, input.assessorId)
      return refused('assessor-chosen-may-not-sign', { name })
    }
    if (demonstration.assessor_id !== input.assessorId) {
      await updateDemonstration(tx, demonstration, { assessor_id: input.assessorId, is_chosen_by_person: 0 })
      await noteChange(context, key, 'handed-over')
    }
    return ok({ demonstrationId: demonstration.id })
  },
})
