import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canSign,
  missingSignatures,
  nobodyCanAssess,
  type SignerFacts,
  type SigningRule,
  type SigningSubject,
} from './may-sign'
import { assessorKinds } from './vocabulary'

const subject: SigningSubject = { personId: 'pers_subject0000', isHeldByAnybodyElse: true }
const byManager: SigningRule = { assessorKinds: ['manager'], namedAssessorIds: [], mustHold: false }
const position = (overrides: Partial<SignerFacts> = {}): SignerFacts => ({
  personId: 'pers_signer00000',
  isManager: false,
  grantId: null,
  holdsUnexpired: false,
  isOutsideReviewer: false,
  standsInFor: [],
  ...overrides,
})
const grantId = 'grnt_0000000001' as const

describe('may sign: whoever the rule names, or has a grant, or stands in for one of these', () => {
  it.each<[string, Partial<SigningRule>, Partial<SignerFacts>, string]>([
    ['the manager, by default', {}, { isManager: true }, 'manager'],
    ['somebody who is neither', {}, {}, 'may-not-sign'],
    [
      'the manager, where only named assessors judge',
      { assessorKinds: ['named'] },
      { isManager: true },
      'may-not-sign',
    ],
    ['a named assessor', { assessorKinds: ['named'], namedAssessorIds: ['pers_signer00000'] }, {}, 'named'],
    ['a name left over from another rule', { namedAssessorIds: ['pers_signer00000'] }, {}, 'may-not-sign'],
    ['a holder', { assessorKinds: ['holders'] }, { holdsUnexpired: true }, 'holder'],
    ['a former holder', { assessorKinds: ['holders'] }, {}, 'may-not-sign'],
    ['an invited reviewer', { assessorKinds: ['outside'] }, { isOutsideReviewer: true }, 'outside'],
    ['a reviewer, where the rule asks for none', {}, { isOutsideReviewer: true }, 'may-not-sign'],
    ['a person with a grant, whatever the rule', { assessorKinds: ['named'] }, { grantId }, 'grant'],
    [
      'a stand-in of the manager',
      {},
      { standsInFor: [position({ personId: 'pers_boss000000', isManager: true })] },
      'manager',
    ],
    [
      'a stand-in of a person with a grant',
      {},
      { standsInFor: [position({ personId: 'pers_boss000000', grantId })] },
      'grant',
    ],
    ['a stand-in of nobody who may', {}, { standsInFor: [position({ personId: 'pers_boss000000' })] }, 'may-not-sign'],
    ['a manager who does not hold it, where that is asked', { mustHold: true }, { isManager: true }, 'must-hold'],
    ['a manager who holds it', { mustHold: true }, { isManager: true, holdsUnexpired: true }, 'manager'],
    ['automatic only: nobody by hand', { assessorKinds: ['automatic'] }, { isManager: true }, 'may-not-sign'],
  ])('%s', (_, rule, signer, expected) => {
    const answer = canSign({ ...byManager, ...rule }, position(signer), subject)
    expect(answer.ok ? answer.value.kind : answer.problem.code).toBe(expected)
  })

  it('records whom a stand-in stands in for', () => {
    const answer = canSign(
      byManager,
      position({ standsInFor: [position({ personId: 'pers_boss000000', isManager: true })] }),
      subject,
    )
    expect(answer).toEqual({ ok: true, value: { kind: 'manager', grantId: null, standsInForId: 'pers_boss000000' } })
  })

  it('gives a stand-in of the subject no right over the subject', () => {
    const rule: SigningRule = { assessorKinds: ['named'], namedAssessorIds: [subject.personId], mustHold: false }
    const answer = canSign(
      rule,
      position({ standsInFor: [position({ personId: subject.personId, grantId })] }),
      subject,
    )
    expect(answer).toMatchObject({ ok: false, problem: { code: 'may-not-sign' } })
  })

  it('lets a granted first assessor sign what nobody holds yet, and only until somebody does', () => {
    const rule = { ...byManager, mustHold: true }
    expect(canSign(rule, position({ grantId }), { ...subject, isHeldByAnybodyElse: false }).ok).toBe(true)
    expect(canSign(rule, position({ grantId }), subject)).toMatchObject({ problem: { code: 'must-hold' } })
    expect(canSign(rule, position({ isManager: true }), { ...subject, isHeldByAnybodyElse: false }).ok).toBe(false)
  })

  it('never lets anybody sign themselves, by any rule, right or stand-in', () => {
    const facts = fc.record({
      isManager: fc.boolean(),
      grantId: fc.constantFrom(null, grantId),
      holdsUnexpired: fc.boolean(),
      isOutsideReviewer: fc.boolean(),
    })
    const rules = fc.record({
      assessorKinds: fc.subarray([...assessorKinds]),
      namedAssessorIds: fc.subarray(['pers_subject0000', 'pers_signer00000']),
      mustHold: fc.boolean(),
    })
    fc.assert(
      fc.property(rules, facts, facts, (rule, own, lent) => {
        const standsInFor = [position({ ...lent, personId: 'pers_boss000000' })]
        const answer = canSign(rule, position({ ...own, personId: subject.personId, standsInFor }), subject)
        expect(answer).toMatchObject({ ok: false, problem: { code: 'self' } })
      }),
    )
  })
})

describe('where nobody is left', () => {
  const two = { ...byManager, signatures: 2 } as const
  const one = { ...byManager, signatures: 1 } as const
  const manager = position({ isManager: true })
  const lead = position({ personId: 'pers_lead000000', isManager: true })
  const self = position({ personId: subject.personId, isManager: true, grantId })

  it.each([
    ['the top of the tree', one, [self], 1],
    ['a manager', one, [self, manager], 0],
    ['two signatures and one manager', two, [manager], 1],
    ['two signatures, the same person twice', two, [manager, manager], 1],
    ['two signatures, manager and team lead', two, [manager, lead], 0],
    ['assessed automatically', { ...one, assessorKinds: ['automatic'] as const }, [], 0],
  ] as const)('%s', (_, rule, signers, missing) => {
    expect(missingSignatures(rule, signers, subject)).toBe(missing)
    expect(nobodyCanAssess(rule, signers, subject)).toBe(missing > 0)
  })
})
