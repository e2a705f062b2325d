import { nextAttempt } from '~/domain/attempts'
import { decideRequest, type RequestProblem } from '~/domain/demonstration'
import type { Id } from '~/domain/ids'
import { canSign } from '~/domain/may-sign'
import { NotFound } from '~/domain/refusals'
import { ok, type Result } from '~/domain/result'
import { listAttemptFacts } from '~db/queries/attempts.server'
import type { CellRecord } from '~db/queries/cell-record.server'
import { insertDemonstration, updateDemonstration } from '~db/queries/demonstration.server'
import { signerOf } from '~db/queries/signers.server'
import { attachEvidence } from './attach-evidence.server'
import { command, type CommandContext } from './command.server'
import { noteChange, authorizeAndOpenCell } from './open-cell.server'
import { requestInput } from './record-input.server'

/** Asks to show a qualification: by the person, or by a manager or designer for them (DESIGN 4.5). */
export const requestDemonstration = command({
  input: requestInput,
  async run(context, input): Promise<Result<{ demonstrationId: Id<'demonstration'>; number: number }, RequestProblem>> {
    const { tx, actor, now, newId } = context
    const record = await authorizeAndOpenCell(context, input, 'request-demonstration')
    const { key, requirement, person } = record
    if (record.cell === null) throw new NotFound()
    const decided = decideRequest({
      isOpenAlready: record.open !== null,
      isTakingPart: true,
      isExempt: record.cell.status === 'exempt',
      waitsForNames: record.waitsFor.map((one) => one.name),
      next: await findNextAttempt(context, record),
      chosenAssessorMaySign: input.assessorId ? maySign(record, input.assessorId) : null,
    })
    if (!decided.ok) return decided
    const method = requirement.definition.methods.find((one) => one.id !== null && one.id === input.methodId)
    const demonstration = await insertDemonstration(tx, {
      id: newId('demonstration'),
      organisation_id: key.organisationId,
      person_id: key.personId,
      qualification_id: key.qualificationId,
      program_id: key.programId,
      number: decided.value.number,
      level: requirement.rule.level,
      method_id: method?.id ?? null,
      requested_by: actor.personId,
      requested_at: now,
      note: input.note,
      assessor_id: input.assessorId ?? null,
      is_chosen_by_person: input.assessorId && person.id === actor.personId ? 1 : 0,
      created_at: now,
    })
    const pieces = await attachEvidence(context, demonstration, input)
    if (pieces > 0) await updateDemonstration(tx, demonstration, { submitted_at: now })
    await noteChange(context, input, 'requested')
    return ok({ demonstrationId: demonstration.id, number: decided.value.number })
  },
})

/** When the person may try next. Being on hold or expired asks for no further waiting. */
async function findNextAttempt({ tx, today }: CommandContext, record: CellRecord) {
  const { organisationId, personId, qualificationId } = record.key
  const facts = await listAttemptFacts(tx, { organisationId, personId, qualificationIds: [qualificationId] })
  const own = facts.get(qualificationId) ?? { missedOn: [], coachingTalksOn: [], absences: [], lastNumber: 0 }
  return nextAttempt(own, record.requirement.definition.assessment, today)
}

function maySign(record: CellRecord, assessorId: Id<'person'>): boolean {
  const { signing, requirement } = record
  return canSign(requirement.definition.assessment, signerOf(signing, assessorId), signing.subject).ok
}
