import { z } from 'zod'
import { isCalendarDate, type CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import { appendToLedger } from '~db/queries/ledger.server'
import { command } from '../command.server'
import { noteChange, authorizeAndOpenCell } from '../open-cell.server'
import { cellKey } from '../record-input.server'

export const coachingTalkInput = z.object({
  ...cellKey,
  /** Day of the talk; today where it is left out. */
  on: z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value), 'Give a date.').optional(),
  note: z.string().trim().max(4000, 'At most 4000 characters.').default(''),
})

export type CoachingTalkProblem = Problem<'self' | 'in-the-future'>

/**
 * "After N misses the next attempt opens when the coaching talk is recorded" (DESIGN 4.5). Recorded by whoever held it:
 * a manager, an assessor or the HR lead, never by the person it opens the attempt for.
 */
export const recordCoachingTalk = command({
  input: coachingTalkInput,
  async run(context, input): Promise<Result<{ eventId: Id<'ledger-event'> }, CoachingTalkProblem>> {
    const record = await authorizeAndOpenCell(context, input, 'ask-to-show')
    const { tx, actor, now, today, newId } = context
    if (record.person.id === actor.personId) return refused('self')
    const on = input.on ?? today
    if (on > today) return refused('in-the-future')
    const eventId = newId('ledger-event')
    const { key, program } = record
    await appendToLedger(tx, {
      ...key,
      id: eventId,
      kind: 'coached',
      actorId: actor.personId,
      occurredOn: on,
      recordedAt: now,
      reason: input.note || null,
      programVersionId: program.versionId,
      contentHash: program.contentHash,
    })
    await noteChange(context, key, 'coached')
    return ok({ eventId })
  },
})
