import type { Id } from '~/domain/ids'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import { isOnHold } from '~/domain/standing'
import { recordOnStanding } from '~db/queries/standing.server'
import { command } from './command.server'
import { noteChange, authorizeAndOpenCell } from './open-cell.server'
import { recordCompletions } from './record-completions.server'
import { releaseInput } from './record-input.server'

/** Releases a qualification from hold. Nobody releases their own (DESIGN 4.5). */
export const releaseHold = command({
  input: releaseInput,
  async run(context, input): Promise<Result<{ eventId: Id<'ledger-event'> }, Problem>> {
    const { tx, actor, now, today, newId } = context
    const record = await authorizeAndOpenCell(context, input, 'release')
    if (!isOnHold(record.standing, today)) return refused('not-on-hold')
    const eventId = newId('ledger-event')
    await recordOnStanding(tx, {
      ...record.key,
      id: eventId,
      kind: 'released',
      actorId: actor.personId,
      occurredOn: today,
      recordedAt: now,
      reason: input.reason || null,
      programVersionId: record.program.versionId,
      contentHash: record.program.contentHash,
    })
    await noteChange(context, input, 'released')
    await recordCompletions(context, { ...record.key, causeEventId: eventId })
    return ok({ eventId })
  },
})
