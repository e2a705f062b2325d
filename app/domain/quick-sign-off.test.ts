import { describe, expect, it } from 'vitest'
import { builtInAssessmentRule, type AssessmentRule, type Method } from './assessment-rule'
import { quickJudgement, quickMethod, quickSignOffProblem, type QuickSignOffFacts } from './quick-sign-off'

const method = (overrides: Partial<Method> = {}): Method => ({
  id: null,
  kind: 'interview',
  instructions: '',
  evidenceRequired: '',
  accommodations: '',
  allOfGroup: null,
  ...overrides,
})
const facts: QuickSignOffFacts = {
  levelCount: 1,
  level: null,
  methods: [method()],
  isSharedDevice: false,
  isLocked: false,
}

describe('one key needs: allowed, one signature, no password, no required evidence, a level given', () => {
  it.each<[string, Partial<AssessmentRule>, Partial<QuickSignOffFacts>, string | null]>([
    ['all of it', {}, {}, null],
    ['no way written down', {}, { methods: [] }, null],
    ['not allowed', { isQuickAllowed: false }, {}, 'quick-not-allowed'],
    ['two signatures', { signatures: 2 }, {}, 'two-signatures'],
    ['password', { needsReauthentication: true }, {}, 'reauthentication-needed'],
    ['a shared device', {}, { isSharedDevice: true }, 'reauthentication-needed'],
    ['every way needs evidence', {}, { methods: [method({ evidenceRequired: 'photo' })] }, 'evidence-missing'],
    ['one way needs none', {}, { methods: [method({ evidenceRequired: 'photo' }), method()] }, null],
    [
      'only parts of a group',
      {},
      { methods: [method({ allOfGroup: 1 }), method({ allOfGroup: 1 })] },
      'evidence-missing',
    ],
    ['no level', {}, { levelCount: 3 }, 'level-missing'],
    ['a level', {}, { levelCount: 3, level: 2 }, null],
    ['locked', {}, { isLocked: true }, 'locked'],
  ])('%s', (_, rule, given, code) => {
    const problem = quickSignOffProblem({ ...builtInAssessmentRule, ...rule }, { ...facts, ...given })
    expect(problem?.code ?? null).toBe(code)
  })
})

describe('what a quick sign-off records', () => {
  it('goes by an observed task where there is one, else by the first way that needs nothing', () => {
    expect(quickMethod([method(), method({ kind: 'observed-task' })])?.kind).toBe('observed-task')
    expect(quickMethod([method({ evidenceRequired: 'photo' }), method({ kind: 'teaching' })])?.kind).toBe('teaching')
    expect(quickMethod([])).toBeNull()
  })

  it('is performed today and says "all criteria at once"', () => {
    const judgement = quickJudgement({ level: 2, methods: [] }, '2026-05-20')
    expect(judgement).toMatchObject({
      overall: 'mastered',
      level: 2,
      performedOn: '2026-05-20',
      isAllAtOnce: true,
      methodKind: 'observed-task',
    })
  })
})
