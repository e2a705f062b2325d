/**
 * Who may sign (DESIGN 4.5): whoever the assessment rule names (default: the person's manager or a lead of one of their
 * teams), or who has a may-sign grant, or who stands in for one of these. Administrator or designer alone is not enough,
 * and nobody signs themselves, also not through the person they stand in for.
 * Asked at the moment of signing, inside the transaction, and by every page that offers the act.
 */
import type { AssessmentRule } from './assessment-rule'
import type { Id } from './ids'
import { ok, refused, type Problem, type Result } from './result'

/** What of the assessment rule decides who may sign. */
export type SigningRule = Pick<AssessmentRule, 'assessorKinds' | 'namedAssessorIds' | 'mustHold'>

/** Where the signature's right comes from; kept with the record, so that a later change of rights changes nothing. */
export const signingRights = ['manager', 'named', 'holder', 'outside', 'grant'] as const
export type SigningRightKind = (typeof signingRights)[number]

/** How one person stands to the subject and the qualification, by rows in force on the day. */
export type SignerPosition = {
  readonly personId: Id<'person'>
  /** Manager of the subject, or lead of one of the subject's teams. */
  readonly isManager: boolean
  /** May-sign grant in force for the qualification or its group. */
  readonly grantId: Id<'grant'> | null
  /** Holds the qualification, unexpired and not on hold. */
  readonly holdsUnexpired: boolean
  /** Invited as outside reviewer for this. */
  readonly isOutsideReviewer: boolean
}

export type SignerFacts = SignerPosition & {
  /** The people the signer stands in for today. */
  readonly standsInFor: readonly SignerPosition[]
}

export type SigningRight = {
  readonly kind: SigningRightKind
  readonly grantId: Id<'grant'> | null
  /** The person the signer stands in for; null where the right is the signer's own. */
  readonly standsInForId: Id<'person'> | null
}

export type SigningProblem = Problem<'self' | 'may-not-sign' | 'must-hold'>

export type SigningSubject = {
  readonly personId: Id<'person'>
  /** Anybody other than the subject holds it unexpired. Where nobody does, a grant names the first assessor. */
  readonly isHeldByAnybodyElse: boolean
}

/** May `signer` sign this qualification for `subject`? Answers with the right used, which is recorded. */
export function canSign(
  rule: SigningRule,
  signer: SignerFacts,
  subject: SigningSubject,
): Result<SigningRight, SigningProblem> {
  if (signer.personId === subject.personId) return refused('self')
  const right = rightOf(rule, signer, subject)
  if (!right) return refused('may-not-sign')
  if (rule.mustHold && !signer.holdsUnexpired && !isFirstAssessor(right, subject)) return refused('must-hold')
  return ok(right)
}

/**
 * How many signatures cannot be given because too few people may sign; 0 when it can be assessed. Then the cell says so
 * and offers the two ways out: name a first assessor, or invite an outside reviewer (DESIGN 4.5).
 * `signers` may be any superset of the people who could; a rule that is also assessed automatically never lacks one.
 */
export function missingSignatures(
  rule: SigningRule & Pick<AssessmentRule, 'signatures'>,
  signers: readonly SignerFacts[],
  subject: SigningSubject,
): number {
  if (rule.assessorKinds.includes('automatic')) return 0
  const able = new Set(signers.filter((signer) => canSign(rule, signer, subject).ok).map((signer) => signer.personId))
  return Math.max(0, rule.signatures - able.size)
}

/** True when this person cannot be assessed by anybody for this qualification. */
export function nobodyCanAssess(
  rule: SigningRule & Pick<AssessmentRule, 'signatures'>,
  signers: readonly SignerFacts[],
  subject: SigningSubject,
): boolean {
  return missingSignatures(rule, signers, subject) > 0
}

function rightOf(rule: SigningRule, signer: SignerFacts, subject: SigningSubject): SigningRight | null {
  const own = ownRightOf(rule, signer)
  if (own) return { ...own, standsInForId: null }
  for (const principal of signer.standsInFor) {
    // Standing in for the subject gives no right over the subject: that would be signing oneself by another hand.
    if (principal.personId === subject.personId) continue
    const lent = ownRightOf(rule, principal)
    if (lent) return { ...lent, standsInForId: principal.personId }
  }
  return null
}

/** The right of one position, the rule's own order first, so that the record names the most ordinary reason. */
function ownRightOf(rule: SigningRule, position: SignerPosition): Omit<SigningRight, 'standsInForId'> | null {
  const has: Record<Exclude<SigningRightKind, 'grant'>, boolean> = {
    manager: rule.assessorKinds.includes('manager') && position.isManager,
    named: rule.assessorKinds.includes('named') && rule.namedAssessorIds.includes(position.personId),
    holder: rule.assessorKinds.includes('holders') && position.holdsUnexpired,
    outside: rule.assessorKinds.includes('outside') && position.isOutsideReviewer,
  }
  for (const kind of signingRights) {
    if (kind !== 'grant' && has[kind]) return { kind, grantId: null }
  }
  return position.grantId ? { kind: 'grant', grantId: position.grantId } : null
}

function isFirstAssessor(right: SigningRight, subject: SigningSubject): boolean {
  return right.kind === 'grant' && !subject.isHeldByAnybodyElse
}
