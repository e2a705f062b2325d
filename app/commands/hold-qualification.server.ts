import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import { isOnHold } from '~/domain/standing'
import type { CellRecord } from '~db/queries/cell-record.server'
import { recordOnStanding } from '~db/queries/standing.server'
import { command, type CommandContext } from './command.server'
import { noteChange, authorizeAndOpenCell } from './open-cell.server'
import { holdInput } from './record-input.server'

/** Puts a qualification on hold for one person: visible, not counting, until a day or until released. */
export const holdQualification = command({
  input: holdInput,
  async run(context, input): Promise<Result<{ eventId: Id<'ledger-event'> }, Problem>> {
    const record = await authorizeAndOpenCell(context, input, 'hold')
    if (input.reason === '') return refused('reason-missing')
    if (input.until !== undefined && input.until < context.today) return refused('in-the-past')
    if (isOnHold(record.standing, context.today)) return refused('already-on-hold')
    return ok({ eventId: await holdCell(context, record, { reason: input.reason, until: input.until ?? null }) })
  },
})

/** Writes the hold; authorised by the caller. */
export async function holdCell(
  context: CommandContext,
  record: CellRecord,
  hold: { reason: string; until: CalendarDate | null },
): Promise<Id<'ledger-event'>> {
  const { tx, actor, now, today, newId } = context
  const { key, program } = record
  const eventId = newId('ledger-event')
  await recordOnStanding(tx, {
    ...key,
    id: eventId,
    kind: 'held',
    actorId: actor.personId,
    occurredOn: today,
    recordedAt: now,
    heldUntil: hold.until,
    reason: hold.reason,
    programVersionId: program.versionId,
    contentHash: program.contentHash,
  })
  await noteChange(context, key, 'held')
  return eventId
}
