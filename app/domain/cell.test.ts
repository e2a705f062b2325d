import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aPerson,
  aProgram,
  aRequirement,
  aStandingRow,
  lapsed,
  mastered,
  qual,
  standings,
  today,
} from '../../tests/support/domain-facts'
import { type OpenDemonstration, type PersonFacts, appliesTo, deriveRow, dueOn } from './cell'
import { type CalendarDate, addDays } from './calendar-date'
import type { RequirementRule } from './program-rules'
import type { Standing } from './standing'
import { type CellStatus, cellStatuses } from './vocabulary'

const dough = qual('dough')

/** The one cell of a program of "dough", which needs "hygiene" where the requirement says so. */
function cellFor(person: Partial<PersonFacts>, rule: Partial<RequirementRule> = {}, on: CalendarDate = today) {
  const rules = aProgram([aRequirement('hygiene'), aRequirement('dough', rule)])
  return deriveRow(rules, aPerson(person), on)[1] ?? null
}

const has = (standing: Standing): Partial<PersonFacts> => ({ standings: standings({ dough: standing }) })
const demonstration = (phase: OpenDemonstration['phase'], waitsFor: OpenDemonstration['waitsFor'] = 'assessor') => ({
  openDemonstrations: new Map([[dough, { phase, waitsFor, assessorId: null }]]),
})
const needsHygiene = { prerequisites: [qual('hygiene')] }

describe('the status of a cell', () => {
  it.each<[CellStatus, string, Partial<PersonFacts>, Partial<RequirementRule>?]>([
    ['exempt', 'exempt without end', { exemptions: new Map([[dough, { until: null }]]) }],
    ['exempt', 'exempt through today', { exemptions: new Map([[dough, { until: today }]]) }],
    ['not-started', 'exempt until yesterday', { exemptions: new Map([[dough, { until: addDays(today, -1) }]]) }],
    ['on-hold', 'mastered, on hold', has([aStandingRow({ isHeld: true })])],
    ['on-hold', 'on hold through today', has([aStandingRow({ isHeld: true, heldUntil: today })])],
    ['mastered', 'on hold until yesterday', has([aStandingRow({ isHeld: true, heldUntil: addDays(today, -1) })])],
    ['expired', 'ended yesterday', has([aStandingRow({ expiresOn: addDays(today, -1) })])],
    ['expiring', 'ends today', has([aStandingRow({ expiresOn: today })])],
    ['expiring', 'first day of the window', has([aStandingRow({ expiresOn: addDays(today, 60) })])],
    ['mastered', 'a day before the window', has([aStandingRow({ expiresOn: addDays(today, 61) })])],
    ['mastered', 'without end', has(mastered)],
    ['in-review', 'requested', demonstration('requested')],
    ['in-review', 'scheduled', demonstration('scheduled')],
    ['in-review', 'evidence submitted', demonstration('submitted')],
    ['in-review', '6 of 9 shown', demonstration('continues', 'person')],
    ['returned', 'returned as incomplete', demonstration('returned', 'person')],
    ['not-yet', 'judged not yet', has([aStandingRow({ provenOn: null, missedOn: '2026-06-01', misses: 1 })])],
    ['learning', 'something ticked', { learning: new Set([dough]) }],
    ['learning', 'something ticked, though locked', { learning: new Set([dough]) }, needsHygiene],
    ['learning', 'a lower level reached', has(mastered), { level: 2, levelCount: 3 }],
    ['locked', 'a prerequisite not met', {}, needsHygiene],
    ['not-started', 'nothing', {}],
  ])('is %s: %s', (status, _, person, rule) => {
    expect(cellFor(person, rule)?.status).toBe(status)
  })

  it('goes by precedence: each fact wins over all that come after it', () => {
    const everything: PersonFacts = aPerson({
      exemptions: new Map([[dough, { until: null }]]),
      standings: standings({ dough: [aStandingRow({ isHeld: true, expiresOn: addDays(today, -1), missedOn: today })] }),
      ...demonstration('returned', 'person'),
      learning: new Set([dough]),
    })
    const row = (overrides: Parameters<typeof aStandingRow>[0]) => standings({ dough: [aStandingRow(overrides)] })
    const none = new Map()
    const falling: [CellStatus, Partial<PersonFacts>][] = [
      ['exempt', {}],
      ['on-hold', { exemptions: none }],
      ['expired', { exemptions: none, standings: row({ expiresOn: addDays(today, -1), missedOn: today }) }],
      ['expiring', { exemptions: none, standings: row({ expiresOn: addDays(today, 5), missedOn: today }) }],
      ['mastered', { exemptions: none, standings: row({ missedOn: today }) }],
      [
        'in-review',
        { exemptions: none, standings: row({ provenOn: null, missedOn: today }), ...demonstration('submitted') },
      ],
      ['returned', { exemptions: none, standings: row({ provenOn: null, missedOn: today }) }],
      ['not-yet', { exemptions: none, standings: row({ provenOn: null, missedOn: today }), openDemonstrations: none }],
      ['learning', { exemptions: none, standings: none, openDemonstrations: none }],
      ['locked', { exemptions: none, standings: none, openDemonstrations: none, learning: new Set() }],
    ]
    const seen = falling.map(([, facts]) => cellFor({ ...everything, ...facts }, needsHygiene)?.status)
    expect(seen).toEqual(falling.map(([status]) => status))
    expect(seen).toEqual(cellStatuses.slice(0, -1))
  })

  it('is met when mastered or expiring, and only then', () => {
    expect(cellFor(has(mastered))?.isMet).toBe(true)
    expect(cellFor(has([aStandingRow({ expiresOn: today })]))?.isMet).toBe(true)
    expect(cellFor(has(lapsed))?.isMet).toBe(false)
    expect(cellFor(has([aStandingRow({ isHeld: true })]))?.isMet).toBe(false)
    expect(cellFor({ exemptions: new Map([[dough, { until: null }]]) })?.isMet).toBe(false)
  })
})

describe('levels', () => {
  const level = (n: number, expiresOn: CalendarDate | null = null) => aStandingRow({ level: n, expiresOn })
  const needsTwo = { level: 2, levelCount: 3 }

  it('meet a requirement from the level needed on', () => {
    expect(cellFor(has([level(1), level(2)]), needsTwo)?.status).toBe('mastered')
    expect(cellFor(has([level(1), level(2), level(3)]), needsTwo)?.status).toBe('mastered')
    expect(cellFor(has([level(1)]), needsTwo)?.status).toBe('learning')
  })

  it('meet it through a higher level where the level itself has lapsed', () => {
    const cell = cellFor(has([level(1), level(2, '2026-06-01'), level(3, '2027-06-01')]), needsTwo)
    expect(cell).toMatchObject({ status: 'mastered', expiresOn: '2027-06-01', marks: { level: 3 } })
  })

  it('below the level needed take the next status that applies, with the level as a mark', () => {
    const below = { ...has([level(1)]), ...demonstration('submitted') }
    expect(cellFor(below, needsTwo)).toMatchObject({ status: 'in-review', isMet: false, marks: { level: 1 } })
  })

  it('are no mark where there is only one, or none is reached', () => {
    expect(cellFor(has(mastered))?.marks.level).toBeNull()
    expect(cellFor({}, needsTwo)?.marks.level).toBeNull()
  })

  it('show expired where the level needed has lapsed, with the level still good', () => {
    const cell = cellFor(has([level(1), level(2, '2026-06-01')]), needsTwo)
    expect(cell).toMatchObject({ status: 'expired', expiresOn: '2026-06-01', marks: { level: 1 } })
  })
})

describe('a lock', () => {
  it('opens when all prerequisites are met', () => {
    const cell = cellFor({ standings: standings({ hygiene: mastered }) }, needsHygiene)
    expect(cell).toMatchObject({ status: 'not-started', isOpen: true, marks: { isLocked: false } })
  })

  it('opens through an exempt prerequisite', () => {
    const cell = cellFor({ exemptions: new Map([[qual('hygiene'), { until: null }]]) }, needsHygiene)
    expect(cell).toMatchObject({ status: 'not-started', isOpen: true })
  })

  it('is marked also where the status says something else, and does not cancel an open demonstration', () => {
    const cell = cellFor(demonstration('submitted'), needsHygiene)
    expect(cell).toMatchObject({ status: 'in-review', isOpen: false, marks: { isLocked: true, waiting: 'assessor' } })
  })

  it('a lapsed prerequisite locks what it opened', () => {
    const cell = cellFor({ standings: standings({ hygiene: lapsed }) }, needsHygiene)
    expect(cell).toMatchObject({ status: 'locked', isOpen: false })
  })

  it('is not made by a prerequisite of another site', () => {
    const rules = aProgram([aRequirement('hygiene', { siteIds: ['site_b'] }), aRequirement('dough', needsHygiene)])
    const row = deriveRow(rules, aPerson({ siteIds: ['site_a'] }), today)
    expect(row[0]).toBeNull()
    expect(row[1]).toMatchObject({ status: 'not-started', isOpen: true })
  })

  it('is not made by a prerequisite that stands later in the columns and is met', () => {
    const rules = aProgram([aRequirement('dough', needsHygiene), aRequirement('hygiene')])
    expect(deriveRow(rules, aPerson(), today)[0]?.status).toBe('locked')
    const met = aPerson({ standings: standings({ hygiene: mastered }) })
    expect(deriveRow(rules, met, today)[0]?.status).toBe('not-started')
  })
})

describe('a gap', () => {
  it('is something met although a prerequisite is not, and never changes met', () => {
    const cell = cellFor(has(mastered), needsHygiene)
    expect(cell).toMatchObject({ status: 'mastered', isMet: true, marks: { hasGap: true, isLocked: false } })
  })

  it('closes when the prerequisite is met', () => {
    const both = { standings: standings({ hygiene: mastered, dough: mastered }) }
    expect(cellFor(both, needsHygiene)?.marks.hasGap).toBe(false)
  })
})

describe('other marks', () => {
  it('say whose turn it is, beside any status', () => {
    const renewing = { ...has([aStandingRow({ expiresOn: addDays(today, 5) })]), ...demonstration('requested') }
    expect(cellFor(renewing)).toMatchObject({ status: 'expiring', marks: { waiting: 'assessor' } })
    expect(cellFor(demonstration('returned', 'person'))?.marks.waiting).toBe('person')
  })

  it('say that a proof was imported, while it is the one that counts', () => {
    expect(cellFor(has([aStandingRow({ isImported: true })]))?.marks.isImported).toBe(true)
    expect(cellFor(has(mastered))?.marks.isImported).toBe(false)
  })
})

describe('where a requirement applies', () => {
  it.each<[string, Pick<RequirementRule, 'siteIds' | 'teamIds'>, boolean]>([
    ['named nowhere: to everyone', { siteIds: [], teamIds: [] }, true],
    ['at my site', { siteIds: ['site_a', 'site_b'], teamIds: [] }, true],
    ['at another site', { siteIds: ['site_b'], teamIds: [] }, false],
    ['in my team', { siteIds: [], teamIds: ['team_a'] }, true],
    ['at another site, or in my team', { siteIds: ['site_b'], teamIds: ['team_a'] }, true],
    ['in another team', { siteIds: [], teamIds: ['team_b'] }, false],
  ])('%s', (_, rule, expected) => {
    expect(appliesTo(rule, { siteIds: ['site_a'], teamIds: ['team_a'] })).toBe(expected)
  })

  it('is due so many days after starting in the role', () => {
    const since = '2026-06-01'
    expect(dueOn({ withinDays: 90 }, { participation: 'in-role', since })).toBe('2026-08-30')
    expect(dueOn({ withinDays: null }, { participation: 'in-role', since })).toBeNull()
    expect(dueOn({ withinDays: 90 }, { participation: 'candidate', since })).toBeNull()
  })
})

describe('a requirement added in a new version', () => {
  const rule = { countsFrom: addDays(today, 10) }

  it('is new until the day it counts', () => {
    expect(cellFor({}, rule)).toMatchObject({ isNew: true, countsFrom: addDays(today, 10) })
    expect(cellFor({}, rule, addDays(today, 10))).toMatchObject({ isNew: false, countsFrom: null })
  })

  it('counts at once for who began after it was published', () => {
    expect(cellFor({ since: '2025-01-02' }, rule)).toMatchObject({ isNew: false })
    expect(cellFor({ since: '2025-01-01' }, rule)).toMatchObject({ isNew: true })
  })

  it('locks nothing before that day', () => {
    const rules = aProgram([aRequirement('hygiene', rule), aRequirement('dough', needsHygiene)])
    expect(deriveRow(rules, aPerson(), today)[1]?.status).toBe('not-started')
    expect(deriveRow(rules, aPerson(), addDays(today, 10))[1]?.status).toBe('locked')
  })
})

describe('time', () => {
  it('passing never makes met what was not', () => {
    const end = fc.option(
      fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days)),
      { nil: null },
    )
    fc.assert(
      fc.property(end, fc.nat(500), fc.nat(500), (expiresOn, a, b) => {
        const earlier = cellFor(has([aStandingRow({ expiresOn })]), {}, addDays(today, Math.min(a, b)))
        const later = cellFor(has([aStandingRow({ expiresOn })]), {}, addDays(today, Math.max(a, b)))
        expect(later?.isMet && !earlier?.isMet).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })
})

it('derives 1,000 people by 80 requirements well inside two seconds', () => {
  const names = Array.from({ length: 80 }, (_, index) => `q${index}`)
  const rules = aProgram(
    names.map((name, index) =>
      aRequirement(name, {
        levelCount: index % 3 === 0 ? 3 : 1,
        prerequisites: names.slice(Math.max(0, index - 3), index).map(qual),
      }),
    ),
  )
  const people = Array.from({ length: 1_000 }, (_, person) =>
    aPerson({
      standings: standings(
        Object.fromEntries(
          names
            .filter((_, index) => (index + person) % 2 === 0)
            .map((name, index) => [
              name,
              [aStandingRow({ expiresOn: addDays(today, ((index * 7 + person) % 400) - 50) })],
            ]),
        ),
      ),
    }),
  )
  const started = performance.now()
  let met = 0
  for (const person of people) for (const cell of deriveRow(rules, person, today)) if (cell?.isMet) met += 1
  const milliseconds = performance.now() - started
  expect(met).toBeGreaterThan(0)
  expect(milliseconds).toBeLessThan(2_000)
})
