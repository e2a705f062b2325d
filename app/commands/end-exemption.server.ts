import type { Id } from '~/domain/ids'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import { endExemption as endStoredExemption, findExemptionOrNull } from '~db/queries/exemption.server'
import { appendToLedger } from '~db/queries/ledger.server'
import { command } from './command.server'
import { noteChange, authorizeAndOpenCell } from './open-cell.server'
import { endExemptionInput } from './record-input.server'

/** Ends an exemption today: the requirement counts again. */
export const endExemption = command({
  input: endExemptionInput,
  async run(context, input): Promise<Result<{ eventId: Id<'ledger-event'> }, Problem>> {
    const { tx, actor, now, today, newId } = context
    const record = await authorizeAndOpenCell(context, input, 'end-exemption')
    const exemption = await findExemptionOrNull(tx, record.key, today)
    if (!exemption) return refused('not-exempt')
    await endStoredExemption(tx, exemption, today)
    const eventId = newId('ledger-event')
    await appendToLedger(tx, {
      ...record.key,
      id: eventId,
      kind: 'unexempted',
      actorId: actor.personId,
      occurredOn: today,
      recordedAt: now,
      programVersionId: record.program.versionId,
      contentHash: record.program.contentHash,
      details: { exemptionId: exemption.id },
    })
    await noteChange(context, input, 'unexempted')
    return ok({ eventId })
  },
})
