import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideAssessment, type AssessmentContext, type JudgedDemonstration, type Judgement } from './assessing'
import { builtInAssessmentRule, type AssessmentRule, type Criterion, type Method } from './assessment-rule'
import { addDays } from './calendar-date'
import type { Sitting, VerdictOnCriterion } from './sittings'
import { criterionVerdicts, overallVerdicts, type CriterionVerdict } from './vocabulary'

const anna = 'pers_anna000000' as const
const ben = 'pers_ben0000000' as const
const cem = 'pers_cem0000000' as const
const subjectId = 'pers_subject0000' as const
const criterionId = (number: number) => `crit_${String(number).padStart(10, '0')}` as const
const criterion = (number: number, overrides: Partial<Criterion> = {}): Criterion => ({
  id: criterionId(number),
  level: 1,
  text: `criterion ${number}`,
  isRequired: true,
  ...overrides,
})
const method = (id: string, overrides: Partial<Method> = {}): Method => ({
  id: `meth_${id.padEnd(10, '0')}`,
  kind: 'observed-task',
  instructions: '',
  evidenceRequired: '',
  accommodations: '',
  allOfGroup: null,
  ...overrides,
})
const says = (...verdicts: CriterionVerdict[]): VerdictOnCriterion[] =>
  verdicts.map((verdict, index) => ({ criterionId: criterionId(index + 1), verdict }))

const context: AssessmentContext = {
  assessorId: anna,
  subjectId,
  now: '2026-05-20T10:00:00.000Z',
  today: '2026-05-20',
  criteria: [criterion(1), criterion(2), criterion(3, { isRequired: false })],
  methods: [],
  levelCount: 1,
  waitsForNames: [],
  isCritical: false,
  hasEvidence: false,
  hasReauthenticated: false,
  isSharedDevice: false,
  provenLevels: [],
}
const judgement: Judgement = {
  verdicts: says('met', 'met', 'not-observed'),
  overall: 'mastered',
  level: null,
  performedOn: '2026-05-20',
  note: '',
  methodKind: 'observed-task',
  methodId: null,
  lateReason: '',
  lockReason: '',
  isAllAtOnce: false,
}
const sitting = (overrides: Partial<Sitting> = {}): Sitting => ({
  assessorId: anna,
  performedOn: '2026-05-10',
  signedAt: '2026-05-10T10:00:00.000Z',
  overall: 'continues',
  level: null,
  methodId: null,
  verdicts: [],
  ...overrides,
})
const requested = (...sittings: Sitting[]): JudgedDemonstration => ({ isRequested: true, sittings })

type Case = {
  open?: JudgedDemonstration | null
  judgement?: Partial<Judgement>
  rule?: Partial<AssessmentRule>
  context?: Partial<AssessmentContext>
}
const decide = (given: Case = {}) =>
  decideAssessment(
    given.open ?? null,
    { ...judgement, ...given.judgement },
    { ...builtInAssessmentRule, ...given.rule },
    { ...context, ...given.context },
  )
const codeOf = (given: Case) => {
  const answer = decide(given)
  return answer.ok ? answer.value.outcome : answer.problem.code
}

describe('a sign-off', () => {
  it('says what is recorded', () => {
    expect(decide({ open: requested(), judgement: { note: ' good ' } })).toEqual({
      ok: true,
      value: {
        outcome: 'mastered',
        event: 'mastered',
        isSignOff: true,
        level: 1,
        performedOn: '2026-05-20',
        note: 'good',
        shown: { met: 2, of: 2 },
        missingCriterionIds: [],
        verdicts: says('met', 'met', 'not-observed'),
        isGap: false,
        lockReason: null,
        lateReason: null,
        isAttempt: false,
        isAllAtOnce: false,
        awaits: 'nothing',
      },
    })
  })

  it('is a renewal where that level was proven before', () => {
    expect(decide({ context: { provenLevels: [1] } })).toMatchObject({ value: { event: 'renewed' } })
    const second: Case = { judgement: { level: 2 }, context: { levelCount: 2, provenLevels: [1] } }
    expect(decide(second)).toMatchObject({ value: { event: 'mastered', level: 2 } })
  })

  it('is never by the person', () => {
    expect(codeOf({ context: { assessorId: subjectId } })).toBe('self')
  })

  it('never leaves a required criterion out, whatever was said before', () => {
    const verdicts = fc
      .array(fc.constantFrom(...criterionVerdicts), { minLength: 3, maxLength: 3 })
      .map((each) => says(...each))
    const sittings = fc.array(
      fc.record({ verdicts, days: fc.integer({ min: 0, max: 200 }), overall: fc.constantFrom(...overallVerdicts) }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(sittings, verdicts, (earlier, now) => {
        const open = requested(
          ...earlier.map(({ days, ...each }) => sitting({ ...each, performedOn: addDays(context.today, -days) })),
        )
        const answer = decide({ open, judgement: { verdicts: now } })
        if (!answer.ok) return
        const shownWithin90Days = [
          ...open.sittings.filter((each) => each.performedOn >= addDays(context.today, -90)),
          { verdicts: now },
        ]
        for (const id of [criterionId(1), criterionId(2)]) {
          const met = shownWithin90Days.some((each) =>
            each.verdicts.some((said) => said.criterionId === id && said.verdict === 'met'),
          )
          expect(met).toBe(true)
          expect(now.find((said) => said.criterionId === id)?.verdict).not.toBe('not-yet')
        }
      }),
    )
  })
})

describe('what may be said', () => {
  it.each<[string, Case, string]>([
    [
      'mastered needs every required criterion',
      { judgement: { verdicts: says('met', 'not-yet') } },
      'criteria-missing',
    ],
    ['not observed is not met', { judgement: { verdicts: says('met', 'not-observed') } }, 'criteria-missing'],
    ['an optional one may be missing', { judgement: { verdicts: says('met', 'met', 'not-yet') } }, 'mastered'],
    ['nothing required: mastered by word', { judgement: { verdicts: [] }, context: { criteria: [] } }, 'mastered'],
    [
      'a criterion of something else',
      { judgement: { verdicts: says('met', 'met', 'met', 'met') } },
      'criterion-unknown',
    ],
    [
      'not yet without saying what',
      { judgement: { overall: 'not-yet', verdicts: says('met') } },
      'say-what-is-missing',
    ],
    ['not yet with a criterion', { judgement: { overall: 'not-yet', verdicts: says('met', 'not-yet') } }, 'not-yet'],
    ['not yet with a note', { judgement: { overall: 'not-yet', verdicts: [], note: 'too slow' } }, 'not-yet'],
    [
      'continues with nothing observed',
      { judgement: { overall: 'continues', verdicts: says('not-observed') } },
      'nothing-observed',
    ],
    ['continues with a part', { judgement: { overall: 'continues', verdicts: says('met') } }, 'continues'],
    ['tomorrow', { judgement: { performedOn: '2026-05-21' } }, 'in-the-future'],
    ['seven days ago', { judgement: { performedOn: '2026-05-13' } }, 'mastered'],
    ['eight days ago, without a reason', { judgement: { performedOn: '2026-05-12' } }, 'late-reason-missing'],
    ['eight days ago, with a reason', { judgement: { performedOn: '2026-05-12', lateReason: 'was away' } }, 'mastered'],
    [
      'a document of last year needs none',
      { judgement: { performedOn: '2025-05-12', methodKind: 'external-credential' } },
      'mastered',
    ],
    ['a level is asked where there are several', { context: { levelCount: 3 } }, 'level-missing'],
    ['a level that is not on the scale', { judgement: { level: 4 }, context: { levelCount: 3 } }, 'level-unknown'],
    ['half a level', { judgement: { level: 1.5 }, context: { levelCount: 3 } }, 'level-unknown'],
  ])('%s', (_, given, expected) => {
    expect(codeOf(given)).toBe(expected)
  })

  it('names what is missing', () => {
    expect(decide({ judgement: { verdicts: says('met') } })).toMatchObject({
      problem: { code: 'criteria-missing', facts: { met: '1', of: '2', names: 'criterion 2' } },
    })
  })

  it('asks only for the criteria up to the level signed', () => {
    const criteria = [criterion(1), criterion(2, { level: 2 })]
    expect(codeOf({ judgement: { level: 1, verdicts: says('met') }, context: { criteria, levelCount: 2 } })).toBe(
      'mastered',
    )
    expect(codeOf({ judgement: { level: 2, verdicts: says('met') }, context: { criteria, levelCount: 2 } })).toBe(
      'criteria-missing',
    )
  })
})

describe('attempts and feedback', () => {
  const miss: Partial<Judgement> = { overall: 'not-yet', note: 'too slow' }
  it.each<[string, JudgedDemonstration | null, boolean]>([
    ['requested: an attempt', requested(), true],
    ['open, but not requested: feedback', { isRequested: false, sittings: [] }, false],
    ['signed from the tracker: feedback', null, false],
  ])('%s', (_, open, isAttempt) => {
    expect(decide({ open, judgement: miss })).toMatchObject({
      value: { outcome: 'not-yet', event: 'not-yet', isAttempt },
    })
  })
})

describe('several sittings', () => {
  it('"6 of 9 shown": it continues, and what was met stays met', () => {
    const criteria = Array.from({ length: 9 }, (_, index) => criterion(index + 1))
    const six = says(...Array<CriterionVerdict>(6).fill('met'))
    const rest = criteria.slice(6).map(({ id }) => ({ criterionId: id, verdict: 'met' as const }))
    const first = decide({ judgement: { overall: 'continues', verdicts: six }, context: { criteria } })
    expect(first).toMatchObject({ value: { outcome: 'continues', event: 'continued', shown: { met: 6, of: 9 } } })
    const open = requested(sitting({ verdicts: six }))
    expect(codeOf({ open, judgement: { verdicts: rest }, context: { criteria } })).toBe('mastered')
  })

  it.each([
    ['on the 90th day', 90, 'mastered'],
    ['on the 91st day', 91, 'criteria-missing'],
  ])('for 90 days: %s', (_, days, expected) => {
    const open = requested(sitting({ performedOn: addDays(context.today, -days), verdicts: says('met') }))
    expect(codeOf({ open, judgement: { verdicts: [{ criterionId: criterionId(2), verdict: 'met' }] } })).toBe(expected)
  })

  it('a later "not yet" takes a criterion back, "not observed" does not', () => {
    const open = requested(sitting({ verdicts: says('met', 'met') }))
    expect(codeOf({ open, judgement: { verdicts: says('not-observed', 'not-observed') } })).toBe('mastered')
    expect(codeOf({ open, judgement: { verdicts: says('not-yet') } })).toBe('criteria-missing')
  })

  it('an all-of group is one demonstration with several parts', () => {
    const methods = [
      method('task', { allOfGroup: 1 }),
      method('talk', { allOfGroup: 1, kind: 'interview' }),
      method('alone'),
    ]
    const part = (index: number) => methods[index]?.id ?? null
    const one: Case = { judgement: { methodId: part(0) }, context: { methods } }
    expect(codeOf(one)).toBe('parts-missing')
    const open = requested(sitting({ methodId: part(1) }))
    expect(codeOf({ ...one, open })).toBe('mastered')
    expect(codeOf({ judgement: { methodId: part(2) }, context: { methods } })).toBe('mastered')
  })
})

describe('a lock', () => {
  const locked: Partial<AssessmentContext> = { waitsForNames: ['Safety'] }
  it.each<[string, Case, string]>([
    ['needs a reason', { context: locked }, 'lock-reason-missing'],
    ['with a reason it is recorded', { context: locked, judgement: { lockReason: 'seen it' } }, 'mastered'],
    [
      'is refused for critical ones, reason or not',
      { context: { ...locked, isCritical: true }, judgement: { lockReason: 'seen it' } },
      'locked-critical',
    ],
    [
      'does not silence feedback',
      { context: { ...locked, isCritical: true }, judgement: { overall: 'not-yet', note: 'slow' } },
      'not-yet',
    ],
  ])('%s', (_, given, expected) => {
    expect(codeOf(given)).toBe(expected)
  })

  it('leaves a gap in the cell', () => {
    expect(decide({ context: locked, judgement: { lockReason: ' seen it ' } })).toMatchObject({
      value: { isGap: true, lockReason: 'seen it' },
    })
  })
})

describe('evidence and password', () => {
  const methods = [method('photo', { evidenceRequired: 'a photo' })]
  const withPhoto: Partial<Judgement> = { methodId: methods[0]?.id ?? null }
  it.each<[string, Case, string]>([
    ['evidence the way asks for', { judgement: withPhoto, context: { methods } }, 'evidence-missing'],
    ['evidence is there', { judgement: withPhoto, context: { methods, hasEvidence: true } }, 'mastered'],
    [
      'a miss needs none',
      { judgement: { ...withPhoto, overall: 'not-yet', note: 'slow' }, context: { methods } },
      'not-yet',
    ],
    ['the rule asks for the password', { rule: { needsReauthentication: true } }, 'reauthentication-needed'],
    ['it was given', { rule: { needsReauthentication: true }, context: { hasReauthenticated: true } }, 'mastered'],
    ['always on a shared device', { context: { isSharedDevice: true } }, 'reauthentication-needed'],
  ])('%s', (_, given, expected) => {
    expect(codeOf(given)).toBe(expected)
  })
})

describe('two signatures are by two persons', () => {
  const rule = { signatures: 2 } as const
  const yes = sitting({ overall: 'mastered', level: 1, verdicts: says('met', 'met') })
  const no = sitting({ assessorId: ben, overall: 'not-yet', signedAt: '2026-05-10T11:00:00.000Z' })

  it('continues until the second', () => {
    expect(decide({ rule })).toMatchObject({
      value: { outcome: 'continues', isSignOff: false, event: 'continued', awaits: 'second-signature' },
    })
  })

  it('is mastered by the second, at the level both vouch for', () => {
    expect(decide({ rule, open: requested(yes), context: { assessorId: ben } })).toMatchObject({
      value: { outcome: 'mastered', isSignOff: true, awaits: 'nothing' },
    })
    const higher = sitting({ ...yes, level: 3 })
    const answer = decide({
      rule,
      open: requested(higher),
      judgement: { level: 2 },
      context: { assessorId: ben, levelCount: 3 },
    })
    expect(answer).toMatchObject({ value: { level: 2 } })
  })

  it('is not both by one', () => {
    expect(codeOf({ rule, open: requested(yes) })).toBe('second-person-needed')
  })

  it('records nothing when they disagree: a third decides, who is neither of the two', () => {
    const disagreement = decide({
      rule,
      open: requested(yes),
      context: { assessorId: ben },
      judgement: { overall: 'not-yet', note: 'slow' },
    })
    expect(disagreement).toMatchObject({
      value: { outcome: 'continues', event: null, isAttempt: false, awaits: 'third-assessor' },
    })
    const open = requested(yes, no)
    expect(codeOf({ rule, open })).toBe('second-person-needed')
    expect(codeOf({ rule, open, context: { assessorId: ben } })).toBe('second-person-needed')
    const verdicts = says('met', 'met')
    expect(codeOf({ rule, open, context: { assessorId: cem }, judgement: { verdicts } })).toBe('mastered')
    expect(codeOf({ rule, open, context: { assessorId: cem }, judgement: { overall: 'not-yet', note: 'slow' } })).toBe(
      'not-yet',
    )
  })

  it('a first "not yet" settles it', () => {
    expect(decide({ rule, open: requested(), judgement: { overall: 'not-yet', note: 'slow' } })).toMatchObject({
      value: { outcome: 'not-yet', isAttempt: true },
    })
  })
})

describe('all criteria at once', () => {
  it('marks the required ones met and says so in the record', () => {
    expect(decide({ judgement: { isAllAtOnce: true, verdicts: [] } })).toMatchObject({
      value: { outcome: 'mastered', isAllAtOnce: true, verdicts: says('met', 'met', 'not-observed') },
    })
  })
  it.each<[string, Case, string]>([
    ['where the rule does not allow it', { rule: { isQuickAllowed: false } }, 'quick-not-allowed'],
    ['where two have to sign', { rule: { signatures: 2 } }, 'two-signatures'],
    ['where it is locked', { context: { waitsForNames: ['Safety'] }, judgement: { lockReason: 'seen it' } }, 'locked'],
  ])('is refused %s', (_, given, code) => {
    expect(codeOf({ ...given, judgement: { ...given.judgement, isAllAtOnce: true, verdicts: [] } })).toBe(code)
  })
})
