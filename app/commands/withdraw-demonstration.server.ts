import { decideWithdraw } from '~/domain/demonstration'
import { Forbidden } from '~/domain/refusals'
import { ok } from '~/domain/result'
import { updateDemonstration } from '~db/queries/demonstration.server'
import { appendToLedger } from '~db/queries/ledger.server'
import { demonstrationFactsOf } from '~db/queries/person-facts.server'
import { authorizeOnCell } from './cell-rights.server'
import { command } from './command.server'
import { noteChange, openDemonstration } from './open-cell.server'
import { withdrawInput } from './record-input.server'

/** Withdraws an open demonstration: the person themselves, or whoever asked for them. */
export const withdrawDemonstration = command({
  input: withdrawInput,
  async run(context, input) {
    const { tx, actor, now, today, newId } = context
    const record = await openDemonstration(context, input.demonstrationId)
    const { demonstration, key, program } = record
    authorizeOnCell(record, actor, 'read-record')
    if (key.personId !== actor.personId && demonstration.requested_by !== actor.personId) {
      throw new Forbidden('not-yours')
    }
    const decided = decideWithdraw(demonstrationFactsOf(demonstration))
    if (!decided.ok) return decided
    await updateDemonstration(tx, demonstration, { withdrawn_at: now })
    await appendToLedger(tx, {
      ...key,
      id: newId('ledger-event'),
      kind: 'withdrawn',
      actorId: actor.personId,
      occurredOn: today,
      recordedAt: now,
      programVersionId: program.versionId,
      contentHash: program.contentHash,
      details: { demonstrationId: demonstration.id },
    })
    await noteChange(context, key, 'withdrawn')
    return ok({ demonstrationId: demonstration.id })
  },
})
