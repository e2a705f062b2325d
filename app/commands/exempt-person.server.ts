import type { Id } from '~/domain/ids'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import { findExemptionOrNull, insertExemption } from '~db/queries/exemption.server'
import { appendToLedger } from '~db/queries/ledger.server'
import { command } from './command.server'
import { noteChange, authorizeAndOpenCell } from './open-cell.server'
import { recordCompletions } from './record-completions.server'
import { exemptInput } from './record-input.server'

/** Exempts one person from one requirement, with a reason from the list; critical ones are for designers only. */
export const exemptPerson = command({
  input: exemptInput,
  async run(context, input): Promise<Result<{ eventId: Id<'ledger-event'> }, Problem>> {
    const { tx, actor, now, today, newId } = context
    const record = await authorizeAndOpenCell(context, input, 'exempt')
    const { key, program } = record
    if (input.reason === 'other' && input.note === '') return refused('reason-missing')
    if (input.until !== undefined && input.until < today) return refused('in-the-past')
    if (await findExemptionOrNull(tx, key, today)) return refused('already-exempt')
    const exemptionId = newId('exemption')
    await insertExemption(tx, {
      id: exemptionId,
      organisation_id: key.organisationId,
      person_id: key.personId,
      program_id: key.programId,
      qualification_id: key.qualificationId,
      reason: input.reason,
      note: input.note,
      from_on: today,
      until_on: input.until ?? null,
      ended_on: null,
      granted_by: actor.personId,
    })
    const eventId = newId('ledger-event')
    await appendToLedger(tx, {
      ...key,
      id: eventId,
      kind: 'exempted',
      actorId: actor.personId,
      occurredOn: today,
      recordedAt: now,
      expiresOn: input.until ?? null,
      reason: input.note === '' ? input.reason : `${input.reason}: ${input.note}`,
      programVersionId: program.versionId,
      contentHash: program.contentHash,
      details: { exemptionId },
    })
    await noteChange(context, input, 'exempted')
    await recordCompletions(context, { ...key, causeEventId: eventId })
    return ok({ eventId })
  },
})
