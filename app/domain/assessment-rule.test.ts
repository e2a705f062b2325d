import { describe, expect, it } from 'vitest'
import {
  builtInAssessmentRule,
  criteriaUpTo,
  effectiveAssessmentRule,
  effectiveProcesses,
  effectiveRevision,
  emptyThreshold,
  levelCount,
  missingThresholdParts,
  noProgramDefaults,
  type StepFive,
  type Threshold,
} from './assessment-rule'
import { aCriterion, aMethod, aRequirement, aRevision } from './design.test-support'
import { neverEnds } from './validity'
import { qualificationKinds } from './vocabulary'

const usual = { isCritical: false }
const critical = { isCritical: true }

describe('a qualification inherits from its program until it says otherwise', () => {
  it('nothing said anywhere: what is built in', () => {
    expect(effectiveAssessmentRule({}, {}, usual)).toEqual(builtInAssessmentRule)
  })

  it.each<[string, StepFive, StepFive, object]>([
    ['the program says', {}, { waitingDays: 7 }, { waitingDays: 7 }],
    ['the qualification says otherwise', { waitingDays: 1 }, { waitingDays: 7 }, { waitingDays: 1 }],
    ['zero is said', { waitingDays: 0 }, { waitingDays: 7 }, { waitingDays: 0 }],
    ['no is said', { mustHold: false }, { mustHold: true }, { mustHold: false }],
    ['no coaching talk is said with null', { coachingAfter: null }, { coachingAfter: 3 }, { coachingAfter: null }],
    [
      'each field by itself',
      { signatures: 2 },
      { waitingDays: 7 },
      { signatures: 2, waitingDays: 7, turnaroundDays: 5 },
    ],
  ])('%s', (_, own, program, expected) => {
    expect(effectiveAssessmentRule(own, program, usual)).toMatchObject(expected)
  })

  it.each<[string, StepFive, StepFive, boolean]>([
    ['nobody says anything', {}, {}, false],
    ['the program says yes to all', {}, { isQuickAllowed: true }, false],
    ['the qualification itself says yes', { isQuickAllowed: true }, {}, true],
  ])('quick sign-off of a critical one: %s', (_, own, program, isQuickAllowed) => {
    expect(effectiveAssessmentRule(own, program, critical)).toMatchObject({ isQuickAllowed })
  })

  it('methods and processes: all its own, or all the program’s', () => {
    const defaults = { ...noProgramDefaults, methods: [aMethod({ kind: 'interview' })] }
    expect(effectiveRevision(aRevision({ methods: [] }), defaults, usual).methods).toEqual(defaults.methods)
    expect(effectiveRevision(aRevision({ methods: [aMethod()] }), defaults, usual).methods).toEqual([aMethod()])
    const { processes } = aRequirement('Stopping')
    expect(effectiveProcesses([], { ...noProgramDefaults, processes })).toBe(processes)
    expect(effectiveProcesses(processes, noProgramDefaults)).toBe(processes)
  })

  it.each([
    ['nothing said: for ever', {}, {}, neverEnds],
    ['the program’s', {}, { kind: 'months', months: 24 }, { ...neverEnds, kind: 'months', months: 24 }],
    [
      'its own, whole',
      { kind: 'fixed-day', fixedDay: '03-31' },
      { kind: 'months', months: 24 },
      { ...neverEnds, kind: 'fixed-day', fixedDay: '03-31' },
    ],
  ] as const)('validity: %s', (_, own, program, expected) => {
    const defaults = { ...noProgramDefaults, validity: program }
    expect(effectiveRevision(aRevision({ validity: own }), defaults, usual).validity).toEqual(expected)
  })
})

describe('levels and thresholds', () => {
  it('has one level without labels', () => {
    expect(levelCount({ levelLabels: [] })).toBe(1)
    expect(levelCount({ levelLabels: ['supervised', 'independent', 'can teach'] })).toBe(3)
  })

  it('asks at level n for the criteria of 1 to n', () => {
    const criteria = [aCriterion({ level: 1 }), aCriterion({ level: 2 }), aCriterion({ level: 3 })]
    expect(criteriaUpTo(criteria, 2).map(({ level }) => level)).toEqual([1, 2])
  })

  it.each<[Threshold, string[]]>([
    [{ kind: 'skill', scope: 'line 2', accuracy: ' ', time: '' }, ['accuracy', 'time']],
    [{ kind: 'knowledge', scope: 'line 2', accuracy: 'all' }, []],
    [{ kind: 'experience', amount: '20 shifts', period: '', confirmedBy: 'lead' }, ['period']],
    [{ kind: 'disposition', occasions: 3, observers: null }, ['observers']],
  ])('%o lacks %o', (threshold, missing) => {
    expect(missingThresholdParts(threshold)).toEqual(missing)
  })

  it.each(qualificationKinds)('starts empty: %s', (kind) => {
    const threshold = emptyThreshold(kind)
    expect(missingThresholdParts(threshold)).toEqual(Object.keys(threshold).filter((part) => part !== 'kind'))
  })
})
