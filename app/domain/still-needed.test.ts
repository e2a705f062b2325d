import { describe, expect, it } from 'vitest'
import {
  aPerson,
  aProgram,
  aRequirement,
  aStandingRow,
  group,
  lapsed,
  mastered,
  qual,
  standings,
  today,
} from '../../tests/support/domain-facts'
import { type OpenDemonstration, type PersonFacts, deriveRow } from './cell'
import { addDays } from './calendar-date'
import type { ProgramRules } from './program-rules'
import type { Standing } from './standing'
import { type NextStepFacts, completedOn, currentUntil, effortHours, nextStep, stillNeeded } from './still-needed'

/** Hygiene opens dough, dough opens shaping and oven; till stands alone. Shaping comes first in the columns. */
const bakery = aProgram([
  aRequirement('shaping', { prerequisites: [qual('dough')] }),
  aRequirement('till'),
  aRequirement('hygiene', { need: 'enter' }),
  aRequirement('dough', { need: 'enter', prerequisites: [qual('hygiene')] }),
  aRequirement('oven', { prerequisites: [qual('dough')] }),
  aRequirement('contest', { class: 'aspire' }),
])

const rowOf = (rules: ProgramRules, person: Partial<PersonFacts>) => deriveRow(rules, aPerson(person), today)
const having = (held: Record<string, Standing>): Partial<PersonFacts> => ({ standings: standings(held) })
const open = (name: string, phase: OpenDemonstration['phase'], waitsFor: OpenDemonstration['waitsFor']) => ({
  openDemonstrations: new Map([[qual(name), { phase, waitsFor, assessorId: null }]]),
})
const until = (days: number): Standing => [aStandingRow({ expiresOn: addDays(today, days) })]

describe('still needed', () => {
  const needed = (person: Partial<PersonFacts>, scope: 'enter' | 'role' = 'role', rules = bakery) =>
    stillNeeded(rules, rowOf(rules, person), scope).map((item) => [item.requirement.qualificationId, item.lockedBy])

  it('is the unmet musts in unlock order, ties in column order, with the reason for each lock', () => {
    expect(needed({})).toEqual([
      [qual('till'), []],
      [qual('hygiene'), []],
      [qual('dough'), [qual('hygiene')]],
      [qual('shaping'), [qual('dough')]],
      [qual('oven'), [qual('dough')]],
    ])
  })

  it('of a candidate is what entering needs', () => {
    expect(needed({}, 'enter')).toEqual([
      [qual('hygiene'), []],
      [qual('dough'), [qual('hygiene')]],
    ])
  })

  it('holds what has expired, and not what is exempt', () => {
    const person = {
      ...having({ hygiene: lapsed, dough: mastered, oven: mastered, shaping: mastered }),
      exemptions: new Map([[qual('till'), { until: null }]]),
    }
    expect(needed(person)).toEqual([[qual('hygiene'), []]])
  })

  it('offers the rest of an at-least-n group as a choice until n are met', () => {
    const breads = aProgram(
      ['rye', 'wheat', 'spelt'].map((name) => aRequirement(name, { groupId: group('breads') })),
      [{ id: group('breads'), atLeast: 2 }],
    )
    const items = stillNeeded(breads, rowOf(breads, having({ wheat: mastered })), 'role')
    expect(items.map((item) => [item.requirement.qualificationId, item.choice])).toEqual([
      [qual('rye'), { groupId: group('breads'), missing: 1 }],
      [qual('spelt'), { groupId: group('breads'), missing: 1 }],
    ])
    expect(needed(having({ wheat: mastered, rye: mastered }), 'role', breads)).toEqual([])
  })

  it('sums the hours of learning', () => {
    const items = stillNeeded(bakery, rowOf(bakery, {}), 'enter')
    expect(
      effortHours(
        items,
        new Map([
          [qual('hygiene'), 3.5],
          [qual('dough'), 8],
          [qual('oven'), 40],
        ]),
      ),
    ).toBe(11.5)
  })
})

describe('the next step', () => {
  const step = (person: Partial<PersonFacts>, facts?: NextStepFacts) => {
    const next = nextStep(bakery, rowOf(bakery, person), 'role', facts)
    return next && [next.requirement.qualificationId, next.reason]
  }
  const asks = new Map([[qual('till'), addDays(today, 3)]])

  it('is the open must that opens most musts', () => {
    expect(step({})).toEqual([qual('hygiene'), 'opens-most'])
    expect(step(having({ hygiene: mastered }))).toEqual([qual('dough'), 'opens-most'])
  })

  it('among equals is the first in column order', () => {
    expect(step(having({ hygiene: mastered, dough: mastered }))).toEqual([qual('shaping'), 'opens-most'])
  })

  it('is before that what has expired or is in its renewal window, expired first', () => {
    expect(step(having({ till: until(30) }))).toEqual([qual('till'), 'expiring'])
    expect(step(having({ till: until(30), hygiene: lapsed }))).toEqual([qual('hygiene'), 'expired'])
  })

  it('is before that what a manager asked to be shown, the nearest day first', () => {
    expect(step(having({ hygiene: lapsed }), { asks })).toEqual([qual('till'), 'asked'])
    const two = new Map([...asks, [qual('hygiene'), addDays(today, 2)] as const])
    expect(step({}, { asks: two })).toEqual([qual('hygiene'), 'asked'])
  })

  it('is before all what was returned to me', () => {
    expect(step({ ...having({ hygiene: lapsed }), ...open('dough', 'returned', 'person') }, { asks })).toEqual([
      qual('dough'),
      'returned',
    ])
    expect(step(open('till', 'continues', 'person'), { asks })).toEqual([qual('till'), 'your-turn'])
  })

  it('is never what waits for others', () => {
    expect(step(open('hygiene', 'submitted', 'assessor'))).toEqual([qual('till'), 'opens-most'])
    expect(step(having({ hygiene: [aStandingRow({ isHeld: true })] }))).toEqual([qual('till'), 'opens-most'])
    expect(step({ ...having({ till: mastered }), ...open('hygiene', 'requested', 'assessor') })).toBeNull()
  })

  it('is not what must wait after a miss', () => {
    expect(step({}, { notBefore: new Set([qual('hygiene')]) })).toEqual([qual('till'), 'opens-most'])
  })

  it('is never locked', () => {
    expect(step({ ...having({ till: mastered }), exemptions: new Map([[qual('hygiene'), { until: null }]]) })).toEqual([
      qual('dough'),
      'opens-most',
    ])
    expect(
      step({ ...having({ till: mastered, shaping: lapsed }), ...open('hygiene', 'requested', 'assessor') }),
    ).toBeNull()
  })

  it('is nothing when all is done', () => {
    const all = having({ shaping: mastered, till: mastered, hygiene: mastered, dough: mastered, oven: mastered })
    expect(step(all)).toBeNull()
  })
})

describe('completed', () => {
  const proven = (provenOn: `${number}-${number}-${number}`, days: number | null = null): Standing => [
    aStandingRow({ provenOn, expiresOn: days === null ? null : addDays(today, days) }),
  ]
  const two = aProgram([aRequirement('hygiene'), aRequirement('dough'), aRequirement('contest', { class: 'aspire' })])
  const person = { scope: 'role', since: '2026-01-01' } as const

  it('is the first day on which all musts that count were met', () => {
    const row = rowOf(two, having({ hygiene: proven('2026-03-01'), dough: proven('2026-05-01') }))
    expect(completedOn(two, row, person)).toBe('2026-05-01')
  })

  it('is not before the person took part', () => {
    const row = rowOf(two, having({ hygiene: proven('2020-03-01'), dough: proven('2021-05-01') }))
    expect(completedOn(two, row, person)).toBe('2026-01-01')
  })

  it('is not yet while one is missing or has lapsed, and never where nothing is required', () => {
    expect(completedOn(two, rowOf(two, having({ hygiene: mastered })), person)).toBeNull()
    expect(completedOn(two, rowOf(two, having({ hygiene: mastered, dough: lapsed })), person)).toBeNull()
    expect(completedOn(two, rowOf(two, having({ hygiene: mastered })), { ...person, scope: 'enter' })).toBeNull()
  })

  it('is all current until the earliest end', () => {
    const ends = having({ hygiene: proven('2026-03-01', 200), dough: proven('2026-03-01', 100) })
    expect(currentUntil(two, rowOf(two, ends), 'role')).toBe(addDays(today, 100))
    expect(currentUntil(two, rowOf(two, having({ hygiene: mastered, dough: mastered })), 'role')).toBeNull()
  })

  it('takes of an at-least-n group the n that count', () => {
    const breads = aProgram(
      ['rye', 'wheat', 'spelt'].map((name) => aRequirement(name, { groupId: group('breads') })),
      [{ id: group('breads'), atLeast: 2 }],
    )
    const row = rowOf(
      breads,
      having({ rye: proven('2026-02-01', 300), wheat: proven('2026-03-01', 80), spelt: proven('2026-04-01', 90) }),
    )
    expect(completedOn(breads, row, person)).toBe('2026-03-01')
    expect(currentUntil(breads, row, 'role')).toBe(addDays(today, 90))
  })
})
