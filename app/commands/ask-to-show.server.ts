import type { Id } from '~/domain/ids'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import { endAsks, insertAsk } from '~db/queries/ask.server'
import { command } from './command.server'
import { noteChange, authorizeAndOpenCell } from './open-cell.server'
import { askToShowInput } from './record-input.server'

/** A manager asks somebody to show a qualification by a day; it stands first on their path (DESIGN 4.4). */
export const askToShow = command({
  input: askToShowInput,
  async run(context, input): Promise<Result<{ askId: Id<'ask'> }, Problem>> {
    const { tx, actor, now, today, newId } = context
    const record = await authorizeAndOpenCell(context, input, 'ask-to-show')
    const { key, cell } = record
    if (input.by < today) return refused('in-the-past')
    if (cell === null || cell.status === 'exempt') return refused('exempt')
    await endAsks(tx, key, now)
    const askId = newId('ask')
    await insertAsk(tx, {
      id: askId,
      organisation_id: key.organisationId,
      person_id: key.personId,
      program_id: key.programId,
      qualification_id: key.qualificationId,
      by_on: input.by,
      note: input.note,
      asked_by: actor.personId,
      asked_at: now,
      ended_at: null,
    })
    await noteChange(context, input, 'asked')
    return ok({ askId })
  },
})
