import type { Id } from '~/domain/ids'
import { Forbidden, NotFound } from '~/domain/refusals'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import { findRecordedPerson } from '~db/queries/cell-record.server'
import { insertGrant } from '~db/queries/grant.server'
import { appendToLedger } from '~db/queries/ledger.server'
import { command } from './command.server'
import { noteChange, authorizeAndOpenCell } from './open-cell.server'
import { nameAssessorInput } from './record-input.server'

/**
 * Names somebody who may sign this qualification: the way out where nobody can assess (DESIGN 4.5). Never oneself, so
 * that a right to sign always comes from another hand, and never the person to be assessed.
 */
export const nameAssessor = command({
  input: nameAssessorInput,
  async run(context, input): Promise<Result<{ grantId: Id<'grant'> }, Problem>> {
    const { tx, actor, now, today, newId } = context
    const record = await authorizeAndOpenCell(context, input, 'name-assessor')
    const { key, requirement, program } = record
    if (input.assessorId === actor.personId) throw new Forbidden('self')
    if (input.assessorId === key.personId) return refused('assessor-may-not-sign')
    if (input.reason === '') return refused('reason-missing')
    if (input.until !== undefined && input.until < today) return refused('in-the-past')
    const assessor = await findRecordedPerson(tx, key.organisationId, input.assessorId)
    if (record.signing.signers.get(assessor.id)?.grantId) return refused('already-granted', { name: assessor.name })
    if (record.cell === null) throw new NotFound()
    const grantId = newId('grant')
    await insertGrant(tx, {
      id: grantId,
      organisationId: key.organisationId,
      personId: assessor.id,
      kind: 'may-sign',
      qualificationId: key.qualificationId,
      groupName: null,
      fromOn: today,
      toOn: input.until ?? null,
      reason: input.reason,
      grantedBy: actor.personId,
      grantedAt: now,
    })
    await appendToLedger(tx, {
      organisationId: key.organisationId,
      id: newId('ledger-event'),
      kind: 'granted',
      personId: assessor.id,
      programId: key.programId,
      actorId: actor.personId,
      occurredOn: today,
      recordedAt: now,
      expiresOn: input.until ?? null,
      reason: input.reason,
      programVersionId: program.versionId,
      contentHash: program.contentHash,
      grantId,
      details: { right: 'may-sign', qualificationId: key.qualificationId, qualification: requirement.name },
    })
    await noteChange(context, input, 'granted')
    return ok({ grantId })
  },
})
