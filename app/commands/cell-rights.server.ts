import { can, type Action, type Actor, type Relation } from '~/domain/access'
import { canSign, type SigningProblem, type SigningRight } from '~/domain/may-sign'
import { Forbidden, NotFound } from '~/domain/refusals'
import type { Result } from '~/domain/result'
import type { CellRecord } from '~db/queries/cell-record.server'
import { signerOf } from '~db/queries/signers.server'

/** What DESIGN 4.5 says of this actor signing this cell. */
export function signingRight(record: CellRecord, actor: Actor): Result<SigningRight, SigningProblem> {
  const { signing, requirement } = record
  return canSign(requirement.definition.assessment, signerOf(signing, actor.personId), signing.subject)
}

/** How the actor stands to the cell; all acts on it ask `can` with this. */
export function relationTo(record: CellRecord, actor: Actor): Relation {
  const { signing, requirement, person } = record
  const signer = signerOf(signing, actor.personId)
  const isNamed = requirement.definition.assessment.namedAssessorIds.includes(actor.personId)
  return {
    isSelf: person.id === actor.personId,
    isMyPerson: signing.managerIds.has(actor.personId),
    isAssigned: signer.grantId !== null || isNamed || record.open?.assessor_id === actor.personId,
    maySign: signingRight(record, actor).ok,
    isCritical: requirement.rule.isCritical,
  }
}

/**
 * As `authorize`, for an act on a cell; where the rule of signing is the reason, that is the reason given.
 * @throws NotFound, Forbidden
 */
export function authorizeOnCell(record: CellRecord, actor: Actor, action: Action): void {
  const access = can(actor, action, relationTo(record, actor))
  if (access.allowed) return
  if (!access.isVisible) throw new NotFound()
  const right = signingRight(record, actor)
  throw new Forbidden(access.code === 'may-not-sign' && !right.ok ? right.problem.code : access.code)
}
