import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aPerson,
  aProgram,
  aRequirement,
  aStandingRow,
  anEvent,
  group,
  lapsed,
  mastered,
  qual,
  standings,
  today,
} from '../../tests/support/domain-facts'
import { type PersonFacts, deriveRow } from './cell'
import { decodeRow, encodeRow } from './cell-code'
import { addDays } from './calendar-date'
import type { ProgramRules } from './program-rules'
import { besidesOf, countedParts, isReady, percentOf, readinessOf, readinessPerGroup, scopeOf } from './readiness'
import { type Standing, applyEvent, noStanding } from './standing'

const figure = (rules: ProgramRules, person: Partial<PersonFacts> = {}, scope: 'enter' | 'role' = 'role') =>
  readinessOf(rules, deriveRow(rules, aPerson(person), today), scope)

describe('readiness', () => {
  const rules = aProgram([
    aRequirement('hygiene', { need: 'enter' }),
    aRequirement('dough', { need: 'enter' }),
    aRequirement('oven'),
    aRequirement('teaching', { class: 'should' }),
    aRequirement('contest', { class: 'aspire', need: 'enter' }),
  ])

  it('of a candidate is the enter-musts, in the role all musts', () => {
    const person = { standings: standings({ hygiene: mastered, oven: mastered, teaching: mastered }) }
    expect(figure(rules, person, scopeOf('candidate'))).toEqual({ met: 1, needed: 2 })
    expect(figure(rules, person, scopeOf('in-role'))).toEqual({ met: 2, needed: 3 })
  })

  it('does not count what has expired or is on hold', () => {
    const person = { standings: standings({ hygiene: lapsed, dough: [aStandingRow({ isHeld: true })] }) }
    expect(figure(rules, person)).toEqual({ met: 0, needed: 3 })
  })

  it('leaves exempt out, on both sides', () => {
    const person = { exemptions: new Map([[qual('oven'), { until: null }]]) }
    expect(figure(rules, person)).toEqual({ met: 0, needed: 2 })
  })

  it('leaves out what does not apply to the person, and what does not count yet', () => {
    const here = aProgram([
      aRequirement('hygiene'),
      aRequirement('dough', { siteIds: ['site_b'] }),
      aRequirement('oven', { countsFrom: addDays(today, 1) }),
    ])
    expect(figure(here, { siteIds: ['site_a'] })).toEqual({ met: 0, needed: 1 })
  })

  it('shows should and aspire beside, never inside', () => {
    const row = deriveRow(rules, aPerson({ standings: standings({ teaching: mastered }) }), today)
    expect(besidesOf(rules, row, 'role')).toEqual({ should: { met: 1, needed: 1 }, aspire: { met: 0, needed: 1 } })
    expect(besidesOf(rules, row, 'enter')).toEqual({ should: { met: 0, needed: 0 }, aspire: { met: 0, needed: 1 } })
  })
})

describe('an at-least-n group', () => {
  const rules = aProgram(
    [
      aRequirement('hygiene'),
      aRequirement('rye', { groupId: group('breads'), class: 'should' }),
      aRequirement('wheat', { groupId: group('breads') }),
      aRequirement('spelt', { groupId: group('breads') }),
      aRequirement('till', { groupId: group('shop') }),
    ],
    [
      { id: group('shop'), atLeast: null },
      { id: group('breads'), atLeast: 2 },
    ],
  )

  it.each<[string, Record<string, Standing>, { met: number; needed: number }]>([
    ['counts as n', {}, { met: 0, needed: 4 }],
    ['one of two', { rye: mastered }, { met: 1, needed: 4 }],
    ['any two', { rye: mastered, spelt: mastered }, { met: 2, needed: 4 }],
    ['three are no more than two', { rye: mastered, spelt: mastered, wheat: mastered }, { met: 2, needed: 4 }],
  ])('%s', (_, held, expected) => {
    expect(figure(rules, { standings: standings(held) })).toEqual(expected)
  })

  it('asks for what is left where exemptions leave fewer than n', () => {
    const exemptions = new Map([
      [qual('rye'), { until: null }],
      [qual('wheat'), { until: null }],
    ])
    expect(figure(rules, { exemptions })).toEqual({ met: 0, needed: 3 })
  })

  it('has its own figure, in the order of the groups, what is in none last', () => {
    const row = deriveRow(rules, aPerson({ standings: standings({ rye: mastered, hygiene: mastered }) }), today)
    expect(readinessPerGroup(rules, row, 'role')).toEqual([
      { groupId: group('shop'), met: 0, needed: 1 },
      { groupId: group('breads'), met: 1, needed: 2 },
      { groupId: null, met: 1, needed: 1 },
    ])
    expect(readinessPerGroup(rules, row, 'enter')).toEqual([])
  })

  it('has no should beside: its count is a must', () => {
    const row = deriveRow(rules, aPerson(), today)
    expect(besidesOf(rules, row, 'role').should).toEqual({ met: 0, needed: 0 })
  })
})

describe('a percentage', () => {
  it.each([
    [14, 18, 77],
    [199, 200, 99],
    [18, 18, 100],
    [0, 7, 0],
  ])('%i of %i is %i, rounded down', (met, needed, percent) => {
    expect(percentOf({ met, needed })).toBe(percent)
  })

  it('of 0 of 0 is none: nothing is required, and that is ready', () => {
    expect(percentOf({ met: 0, needed: 0 })).toBeNull()
    expect(isReady({ met: 0, needed: 0 })).toBe(true)
  })
})

const names = ['a', 'b', 'c', 'd', 'e', 'f']
/** Programs with prerequisites (only to earlier columns), groups, levels, sites and new requirements. */
const anyRules = fc
  .tuple(
    fc.array(
      fc.record({
        level: fc.integer({ min: 1, max: 3 }),
        need: fc.constantFrom('enter' as const, 'in-role' as const),
        class: fc.constantFrom('must' as const, 'must' as const, 'should' as const, 'aspire' as const),
        groupId: fc.constantFrom(null, group('x'), group('y')),
        needs: fc.subarray(names),
        siteIds: fc.constantFrom([], ['site_a' as const], ['site_b' as const]),
        countsFrom: fc.constantFrom(null, null, addDays(today, 9)),
      }),
      { minLength: 1, maxLength: names.length },
    ),
    fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  )
  .map(([drafts, atLeast]) =>
    aProgram(
      drafts.map(({ needs, ...rule }, column) =>
        aRequirement(names[column] ?? '', {
          ...rule,
          levelCount: 3,
          prerequisites: names
            .slice(0, column)
            .filter((name) => needs.includes(name))
            .map(qual),
        }),
      ),
      [
        { id: group('x'), atLeast },
        { id: group('y'), atLeast: null },
      ],
    ),
  )

const anyStanding: fc.Arbitrary<Standing> = fc.oneof(
  fc.constant(noStanding),
  fc
    .record({
      level: fc.integer({ min: 1, max: 3 }),
      ends: fc.option(fc.integer({ min: -90, max: 400 }), { nil: null }),
      isHeld: fc.boolean(),
      missedOn: fc.constantFrom(null, '2026-06-01' as const),
    })
    .map(({ level, ends, isHeld, missedOn }) =>
      Array.from({ length: level }, (_, index) =>
        aStandingRow({
          level: index + 1,
          expiresOn: ends === null ? null : addDays(today, ends - index),
          isHeld,
          missedOn,
        }),
      ),
    ),
)

const anyPerson = fc
  .record({
    standings: fc.array(anyStanding, { minLength: names.length, maxLength: names.length }),
    exempt: fc.subarray(names),
    learning: fc.subarray(names),
    since: fc.constantFrom('2024-01-01' as const, '2026-06-01' as const),
  })
  .map(({ standings: held, exempt, learning, since }) =>
    aPerson({
      standings: new Map(names.map((name, index) => [qual(name), held[index] ?? noStanding])),
      exemptions: new Map(exempt.slice(0, 2).map((name) => [qual(name), { until: null }])),
      learning: new Set(learning.map(qual)),
      siteIds: ['site_a'],
      since,
    }),
  )

const anySignOff = fc.record({
  name: fc.constantFrom(...names),
  level: fc.integer({ min: 1, max: 3 }),
  daysBefore: fc.nat(400),
  validDays: fc.option(fc.nat(500), { nil: null }),
})

function signedOff(
  person: PersonFacts,
  signOff: { name: string; level: number; daysBefore: number; validDays: number | null },
) {
  const { name, level, daysBefore, validDays } = signOff
  const occurredOn = addDays(today, -daysBefore)
  const event = anEvent(99, 'mastered', {
    qualificationId: qual(name),
    level,
    occurredOn,
    recordedAt: `${today}T12:00:00.000Z`,
    expiresOn: validDays === null ? null : addDays(occurredOn, validDays),
  })
  const after = new Map(person.standings)
  after.set(qual(name), applyEvent(after.get(qual(name)) ?? noStanding, event))
  return { ...person, standings: after }
}

describe('for any program, person and sign-off', () => {
  it('signing off never lowers readiness, of the whole or of any group', () => {
    fc.assert(
      fc.property(anyRules, anyPerson, anySignOff, (rules, person, signOff) => {
        const before = deriveRow(rules, person, today)
        const after = deriveRow(rules, signedOff(person, signOff), today)
        for (const scope of ['enter', 'role'] as const) {
          const [was, is] = [readinessOf(rules, before, scope), readinessOf(rules, after, scope)]
          expect(is.needed).toBe(was.needed)
          expect(is.met).toBeGreaterThanOrEqual(was.met)
          const groups = readinessPerGroup(rules, after, scope)
          readinessPerGroup(rules, before, scope).forEach((part, index) => {
            expect(groups[index]?.met).toBeGreaterThanOrEqual(part.met)
          })
        }
      }),
      { numRuns: 5_000 },
    )
  })

  it('a sign-off never locks anything, and never makes a gap in what was met before', () => {
    fc.assert(
      fc.property(anyRules, anyPerson, anySignOff, (rules, person, signOff) => {
        const before = deriveRow(rules, person, today)
        const after = deriveRow(rules, signedOff(person, signOff), today)
        after.forEach((cell, column) => {
          const was = before[column]
          if (!cell || !was) return
          if (cell.marks.isLocked) expect(was.marks.isLocked).toBe(true)
          if (cell.status === 'locked') expect(was.status).toBe('locked')
          if (was.isOpen) expect(cell.isOpen).toBe(true)
          if (was.isMet && cell.marks.hasGap) expect(was.marks.hasGap).toBe(true)
        })
      }),
      { numRuns: 5_000 },
    )
  })

  it('the figure is the sum of its parts, and the same from the compact code', () => {
    fc.assert(
      fc.property(anyRules, anyPerson, (rules, person) => {
        const row = deriveRow(rules, person, today)
        for (const scope of ['enter', 'role'] as const) {
          const whole = readinessOf(rules, row, scope)
          const parts = countedParts(rules, row, scope)
          const groups = readinessPerGroup(rules, row, scope)
          const sum = (key: 'met' | 'needed', of: readonly { met: number; needed: number }[]) =>
            of.reduce((total, part) => total + part[key], 0)
          expect(whole).toEqual({ met: sum('met', parts), needed: sum('needed', parts) })
          expect(whole).toEqual({ met: sum('met', groups), needed: sum('needed', groups) })
          expect(readinessOf(rules, decodeRow(encodeRow(row)), scope)).toEqual(whole)
          expect(whole.met).toBeLessThanOrEqual(whole.needed)
        }
      }),
      { numRuns: 5_000 },
    )
  })
})
