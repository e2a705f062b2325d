import { describe, expect, it } from 'vitest'
import { noProgramDefaults } from './assessment-rule'
import type { Design } from './design'
import { reviewDesign } from './design-review'
import { aDesign, aRequirement, aRevision, qualificationId } from './design.test-support'
import { designSteps, type DesignStep } from './vocabulary'
import { neighboursOf, nextUnfinished, pipsByQualification, pipsOf, wizardProgress } from './wizard'

const progressOf = (design: Design) => wizardProgress(design, reviewDesign(design))
const stepOf = (design: Design, step: DesignStep) => progressOf(design).find((each) => each.step === step)
const blank = aDesign({
  role: { ...aDesign().role, title: '', purpose: '' },
  duties: [],
  requirements: [],
  tracker: { targetDays: null, hasCoverageMinimum: false, isConfirmed: false, participantCount: 0 },
})
const halfDone = aDesign({
  requirements: [
    aRequirement('Stopping'),
    aRequirement('Starting', { revision: aRevision({ criteria: [], methods: [] }), processes: [], resources: [] }),
  ],
})

describe('the eight steps', () => {
  it('are all complete in a complete design', () => {
    const progress = progressOf(aDesign())
    expect(progress.map(({ state }) => state)).toEqual(designSteps.map(() => 'complete'))
    expect(nextUnfinished(progress)).toBeNull()
  })

  it('are all empty in a blank one, though the review has something to say', () => {
    const progress = progressOf(blank)
    expect(progress.map(({ state }) => state)).toEqual(designSteps.map(() => 'empty'))
    expect(progress.map(({ blocking }) => blocking)).toEqual([0, 1, 0, 0, 0, 0, 0, 0])
    expect(nextUnfinished(progress)).toBe('role')
  })

  it.each<[DesignStep, string, number, number]>([
    ['role', 'complete', 3, 3],
    ['qualifications', 'complete', 2, 2],
    ['mastery', 'problems', 1, 2],
    ['demonstration', 'problems', 1, 2],
    ['assessment', 'complete', 2, 2],
    ['learning', 'started', 1, 2],
    ['resources', 'started', 1, 2],
    ['tracker', 'complete', 1, 1],
  ])('%s half-way: %s, %d of %d', (step, state, done, total) => {
    expect(stepOf(halfDone, step)).toMatchObject({ state, done, total })
  })

  it('leads on to the first that is not complete', () => {
    expect(nextUnfinished(progressOf(halfDone))).toBe('mastery')
  })

  it('a title alone starts step 1', () => {
    expect(stepOf({ ...blank, role: { ...blank.role, title: 'Baker' } }, 'role')).toMatchObject({
      state: 'started',
      done: 1,
    })
  })

  it('qualifications without a must are begun with a problem', () => {
    expect(
      stepOf(aDesign({ requirements: [aRequirement('Stopping', { class: 'should' })] }), 'qualifications'),
    ).toMatchObject({
      state: 'problems',
      done: 0,
      total: 1,
    })
  })

  it('named assessors without a name are not done', () => {
    const revision = aRevision({ assessment: { assessorKinds: ['named'] } })
    expect(stepOf(aDesign({ requirements: [aRequirement('Stopping', { revision })] }), 'assessment')).toMatchObject({
      done: 0,
    })
  })

  it('has neighbours', () => {
    expect(neighboursOf('role')).toEqual({ previous: null, next: 'qualifications' })
    expect(neighboursOf('tracker')).toEqual({ previous: 'resources', next: null })
  })
})

describe('the four pips of a qualification', () => {
  const pips = (overrides: Parameters<typeof aRevision>[0]) =>
    pipsOf({ revision: aRevision(overrides), isCritical: false }, aDesign())
  const all = { statement: true, threshold: true, criteria: true, validity: true }

  it.each([
    ['all', {}, all],
    ['no statement', { statement: '' }, { ...all, statement: false }],
    [
      'a part of the threshold missing',
      { threshold: { kind: 'knowledge', scope: 'a', accuracy: '' } },
      { ...all, threshold: false },
    ],
    ['no required criterion', { criteria: [] }, { ...all, criteria: false }],
    ['validity not said', { validity: {} }, { ...all, validity: false }],
    ['for ever is said', { validity: { kind: 'never' } }, all],
  ] as const)('%s', (_, overrides, expected) => {
    expect(pips(overrides)).toEqual(expected)
  })

  it('count a validity the program says', () => {
    const defaults = { ...noProgramDefaults, validity: { kind: 'months', months: 12 } } as const
    expect(pipsOf({ revision: aRevision({ validity: {} }), isCritical: false }, { defaults }).validity).toBe(true)
  })

  it('are listed by qualification', () => {
    expect(pipsByQualification(halfDone).get(qualificationId('Starting'))).toEqual({ ...all, criteria: false })
  })
})
