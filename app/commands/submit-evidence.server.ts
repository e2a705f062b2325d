import { decideSubmit } from '~/domain/demonstration'
import { ok } from '~/domain/result'
import { updateDemonstration } from '~db/queries/demonstration.server'
import { demonstrationFactsOf } from '~db/queries/person-facts.server'
import { attachEvidence } from './attach-evidence.server'
import { authorizeOnCell } from './cell-rights.server'
import { command } from './command.server'
import { noteChange, openDemonstration } from './open-cell.server'
import { submitEvidenceInput } from './record-input.server'

/** Evidence, the first time or after it was returned; for another person it says "submitted by …". */
export const submitEvidence = command({
  input: submitEvidenceInput,
  async run(context, input) {
    const { tx, actor, now } = context
    const record = await openDemonstration(context, input.demonstrationId)
    const isOwn = record.person.id === actor.personId
    authorizeOnCell(record, actor, isOwn ? 'submit-evidence' : 'submit-evidence-for-another')
    const count = (input.evidenceUrl ? 1 : 0) + (input.evidenceText ? 1 : 0)
    const facts = demonstrationFactsOf(record.demonstration)
    const decided = decideSubmit(facts, { evidenceCount: count, note: input.note })
    if (!decided.ok) return decided
    await attachEvidence(context, record.demonstration, input)
    await updateDemonstration(tx, record.demonstration, {
      submitted_at: now,
      ...(input.note === '' ? {} : { note: input.note }),
    })
    await noteChange(context, record.key, 'submitted')
    return ok({ demonstrationId: record.demonstration.id })
  },
})
