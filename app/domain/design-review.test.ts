import { describe, expect, it } from 'vitest'
import {
  aCriterion,
  aDesign,
  aMethod,
  aRequirement,
  aRevision,
  qualificationId,
  requirementId,
} from './design.test-support'
import type { Design } from './design'
import {
  adviceRuleNames,
  blockingRuleNames,
  canPublish,
  noSurroundings,
  reviewDesign,
  withoutDismissed,
  type ReviewRuleName,
  type Surroundings,
} from './design-review'

const withOne = (...args: Parameters<typeof aRequirement>): Design => aDesign({ requirements: [aRequirement(...args)] })
const revised = (overrides: Parameters<typeof aRevision>[0]) => withOne('Stopping', { revision: aRevision(overrides) })
const rulesFound = (design: Design, surroundings: Partial<Surroundings> = {}) =>
  reviewDesign(design, { ...noSurroundings, ...surroundings }).map((finding) => finding.rule)

it('finds nothing in a complete design', () => {
  expect(reviewDesign(aDesign())).toEqual([])
})

describe('blocking', () => {
  const cases: [ReviewRuleName, string, Design, Partial<Surroundings>?][] = [
    ['no-must', 'nothing at all', aDesign({ requirements: [], duties: [] })],
    ['no-must', 'only a should', withOne('Stopping', { class: 'should' })],
    [
      'cycle',
      'two that require each other',
      aDesign({
        requirements: [
          aRequirement('A', { prerequisiteIds: [requirementId('B')] }),
          aRequirement('B', { prerequisiteIds: [requirementId('A')] }),
        ],
      }),
    ],
    ['must-without-statement', 'blank', revised({ statement: ' ' })],
    ['must-without-criterion', 'none', revised({ criteria: [] })],
    ['must-without-criterion', 'only an optional one', revised({ criteria: [aCriterion({ isRequired: false })] })],
    ['must-without-criterion', 'an empty line', revised({ criteria: [aCriterion({ text: ' ' })] })],
    ['must-without-method', 'none, nor a default', revised({ methods: [] })],
    [
      'nobody-can-assess',
      'the head of the company',
      aDesign(),
      {
        unassessable: [
          { qualificationId: qualificationId('Stopping'), personId: 'pers_head000000', personName: 'Ada' },
        ],
      },
    ],
    [
      'must-requires-non-must',
      'a should first',
      aDesign({
        requirements: [
          aRequirement('A', { class: 'should' }),
          aRequirement('B', { prerequisiteIds: [requirementId('A')] }),
        ],
      }),
    ],
    ['level-not-on-scale', 'level 2 of one', withOne('Stopping', { level: 2 })],
    ['level-not-on-scale', 'level 0', withOne('Stopping', { level: 0 })],
  ]

  it.each(cases)('%s: %s', (rule, _, design, surroundings) => {
    const findings = reviewDesign(design, { ...noSurroundings, ...surroundings })
    expect(findings.filter((finding) => finding.rule === rule)).toHaveLength(1)
    expect(canPublish(findings)).toBe(false)
  })

  it('has a case for every rule', () => {
    expect(new Set(cases.map(([rule]) => rule))).toEqual(new Set(blockingRuleNames))
  })

  it('names the path of a cycle and the people nobody can assess', () => {
    const [cycle] = cases.flatMap(([rule, , design]) => (rule === 'cycle' ? reviewDesign(design) : []))
    expect(cycle).toMatchObject({
      step: 'qualifications',
      facts: { path: expect.stringMatching(/^(A → B → A|B → A → B)$/) },
    })
  })

  it('does not ask of a should what it asks of a must', () => {
    const design = aDesign({
      requirements: [
        aRequirement('Stopping'),
        aRequirement('Singing', { class: 'aspire', revision: aRevision({ statement: '', criteria: [], methods: [] }) }),
      ],
    })
    expect(canPublish(reviewDesign(design))).toBe(true)
  })

  it('counts a member of an at-least-n group as a must', () => {
    const groups = [{ id: 'rgrp_0000000001', name: 'Languages', atLeast: 1 }] as const
    const requirements = [aRequirement('Turkish', { class: 'should', groupId: 'rgrp_0000000001' })]
    expect(rulesFound(aDesign({ groups, requirements }))).toEqual([])
  })

  it('accepts a way that the program offers by default', () => {
    const design = revised({ methods: [] })
    const defaults = { ...design.defaults, methods: [aMethod(), aMethod({ kind: 'interview' })] }
    expect(rulesFound({ ...design, defaults })).toEqual([])
  })
})

describe('advice', () => {
  const cases: [ReviewRuleName, string, Design, Partial<Surroundings>?][] = [
    ['criterion-not-observable', 'understands', revised({ criteria: [aCriterion({ text: 'Understands the line' })] })],
    ['threshold-incomplete', 'no time', revised({ threshold: { kind: 'skill', scope: 'a', accuracy: 'b', time: '' } })],
    ['only-one-way', 'one method', revised({ methods: [aMethod()] })],
    [
      'only-one-way',
      'one group of two parts',
      revised({ methods: [aMethod({ allOfGroup: 1 }), aMethod({ allOfGroup: 1 })] }),
    ],
    [
      'place-without-assessor',
      'a site',
      aDesign(),
      { placesWithoutAssessor: [{ qualificationId: qualificationId('Stopping'), placeName: 'Bremen' }] },
    ],
    [
      'assessment-load',
      'a thousand people and one assessor',
      aDesign({ tracker: { ...aDesign().tracker, participantCount: 1000 } }),
      { assessorCount: 1 },
    ],
    ['no-resource', 'none', withOne('Stopping', { resources: [] })],
    [
      'duty-without-qualification',
      'a second duty',
      aDesign({ duties: [...aDesign().duties, { id: 'duty_0000000002', text: 'Cleans the line' }] }),
    ],
    ['qualification-without-duty', 'none named', withOne('Stopping', { dutyIds: [] })],
    [
      'too-many',
      '26',
      aDesign({ requirements: Array.from({ length: 26 }, (_, index) => aRequirement(`Number ${index}`)) }),
    ],
    [
      'unreachable',
      'more than the group has',
      aDesign({ groups: [{ id: 'rgrp_0000000001', name: 'Languages', atLeast: 2 }] }),
    ],
    [
      'unreachable',
      'to enter, after what is shown in the role',
      aDesign({
        requirements: [
          aRequirement('A', { need: 'in-role' }),
          aRequirement('B', { prerequisiteIds: [requirementId('A')] }),
        ],
      }),
    ],
    [
      'unreachable',
      'after what is asked only of another site',
      aDesign({
        requirements: [
          aRequirement('A', { siteIds: ['site_0000000001'] }),
          aRequirement('B', { prerequisiteIds: [requirementId('A')] }),
        ],
      }),
    ],
    [
      'validity-too-short',
      'a month for 200 hours',
      withOne('Stopping', {
        revision: aRevision({ validity: { kind: 'months', months: 1 } }),
        processes: aRequirement('Stopping').processes.map((process) => ({ ...process, effortMinutes: 200 * 60 })),
      }),
    ],
    ['near-identical', 'in the library', aDesign(), { library: [{ id: qualificationId('other'), name: 'Stopping.' }] }],
    [
      'critical-without-renewal',
      'for ever',
      withOne('Stopping', { isCritical: true, revision: aRevision({ validity: { kind: 'never' } }) }),
    ],
  ]

  it.each(cases)('%s: %s', (rule, _, design, surroundings) => {
    const findings = reviewDesign(design, { ...noSurroundings, ...surroundings })
    expect(findings.filter((finding) => finding.rule === rule)).toHaveLength(1)
    expect(canPublish(findings)).toBe(true)
  })

  it('has a case for every rule', () => {
    expect(new Set(cases.map(([rule]) => rule))).toEqual(new Set(adviceRuleNames))
  })

  it('links to the criterion', () => {
    const [finding] = reviewDesign(revised({ criteria: [aCriterion({ text: 'Knows the line' })] }))
    expect(finding).toMatchObject({
      step: 'mastery',
      qualificationId: qualificationId('Stopping'),
      criterionId: 'crit_0000000001',
      facts: { found: 'Knows' },
    })
  })

  it('is quiet where it does not apply', () => {
    const design = aDesign({
      requirements: [
        aRequirement('A', { siteIds: ['site_0000000001', 'site_0000000002'] }),
        aRequirement('B', { siteIds: ['site_0000000001'], prerequisiteIds: [requirementId('A')] }),
        aRequirement('C', { need: 'in-role', prerequisiteIds: [requirementId('D')] }),
        aRequirement('D'),
      ],
    })
    expect(rulesFound(design, { assessorCount: 2, library: [{ id: qualificationId('A'), name: 'A' }] })).toEqual([])
  })

  it('reports a pair of near-identical names once', () => {
    const design = aDesign({ requirements: [aRequirement('Fork lift'), aRequirement('Lift fork')] })
    expect(rulesFound(design).filter((rule) => rule === 'near-identical')).toHaveLength(1)
  })
})

describe('dismissing', () => {
  const design = withOne('Stopping', { resources: [], revision: aRevision({ methods: [] }) })
  const findings = reviewDesign(design)

  it('takes away advice and leaves what blocks', () => {
    const dismissals = findings.map(({ rule, subject }) => ({ rule, subject }))
    expect(withoutDismissed(findings, dismissals).map(({ rule }) => rule)).toEqual(['must-without-method'])
  })

  it('leaves the same advice about something else', () => {
    expect(withoutDismissed(findings, [{ rule: 'no-resource', subject: qualificationId('other') }])).toEqual(findings)
  })
})
