import { describe, expect, it } from 'vitest'
import { rulesOfDesign } from './design'
import { aDesign, aRequirement, aRevision, qualificationId } from './design.test-support'
import { isPromotion, overlapWith, rolesAhead, targetRole, type CareerStep, type TargetFacts } from './next-role'
import type { Standing } from './standing'

const role = (name: string) => `role_${name.padEnd(10, '0')}` as const
const step = (from: string, to: string, position = 0): CareerStep => ({
  roleId: role(from),
  nextRoleId: role(to),
  position,
})
const careerSteps = [
  step('helper', 'expert', 1),
  step('helper', 'operator', 0),
  step('operator', 'lead'),
  step('lead', 'head'),
]
const facts: TargetFacts = {
  heldRoleIds: [role('helper')],
  candidacyRoleIds: [],
  chosenRoleId: null,
  careerSteps,
  publishedRoleIds: new Set([role('operator'), role('expert')]),
}

describe('the target role', () => {
  it.each<[string, Partial<TargetFacts>, string | null, string | null]>([
    ['the next on the career path, by position', {}, 'operator', 'career-path'],
    ['one that has a program comes first', { publishedRoleIds: new Set([role('expert')]) }, 'expert', 'career-path'],
    ['none has a program: the next all the same', { publishedRoleIds: new Set() }, 'operator', 'career-path'],
    ['what was chosen', { chosenRoleId: role('head') }, 'head', 'chosen'],
    [
      'a candidacy before what was chosen',
      { chosenRoleId: role('head'), candidacyRoleIds: [role('lead')] },
      'lead',
      'candidacy',
    ],
    [
      'what is held already is no target',
      { chosenRoleId: role('helper'), candidacyRoleIds: [role('helper')] },
      'operator',
      'career-path',
    ],
    [
      'of several roles held, the main one first',
      { heldRoleIds: [role('operator'), role('helper')], publishedRoleIds: new Set() },
      'lead',
      'career-path',
    ],
    ['the end of the path', { heldRoleIds: [role('head')] }, null, null],
    ['no role at all', { heldRoleIds: [] }, null, null],
  ])('%s', (_, given, name, from) => {
    expect(targetRole({ ...facts, ...given })).toEqual(name && from ? { roleId: role(name), from } : null)
  })
})

describe('promotion', () => {
  it.each([
    ['the next', 'operator', true],
    ['further ahead', 'head', true],
    ['held already', 'helper', false],
    ['off the path', 'cook', false],
  ])('%s', (_, to, expected) => {
    expect(isPromotion(careerSteps, [role('helper')], role(to))).toBe(expected)
  })

  it('back down the path is none', () => {
    expect(isPromotion(careerSteps, [role('lead')], role('helper'))).toBe(false)
  })

  it('ends on a path that runs in a circle', () => {
    expect(rolesAhead([step('a', 'b'), step('b', 'a')], [role('a')])).toEqual([role('b')])
  })
})

describe('the path planner', () => {
  const held = (level: number, expiresOn: Standing[number]['expiresOn'] = null): Standing => [
    {
      level,
      provenOn: '2026-01-01',
      expiresOn,
      isImported: false,
      isHeld: false,
      heldUntil: null,
      missedOn: null,
      misses: 0,
      lastSequence: 1,
    },
  ]
  const levels = { revision: aRevision({ levelLabels: ['supervised', 'independent'] }), level: 2 }
  const rules = rulesOfDesign(
    aDesign({
      requirements: [aRequirement('A'), aRequirement('B'), aRequirement('C', levels), aRequirement('D', levels)],
    }),
  )

  it('says which requirements of another role are met already, through shared qualifications', () => {
    const standings = new Map([
      [qualificationId('A'), held(1)],
      [qualificationId('B'), held(1, '2026-04-30')],
      [qualificationId('C'), held(1)],
    ])
    expect(overlapWith(rules, standings, '2026-05-01').map(({ isMet, levelReached }) => [isMet, levelReached])).toEqual(
      [
        [true, 1],
        [false, 0],
        [false, 1],
        [false, 0],
      ],
    )
  })
})
