import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEvent, eventId, today } from '../../tests/support/domain-facts'
import { type CalendarDate, type Instant, addDays } from './calendar-date'
import { type LedgerEvent, provingKinds, standingKinds } from './ledger'
import { type Standing, applyEvent, foldLedger, isOnHold, noStanding, reachedLevel } from './standing'

const levelsOf = (standing: Standing) => standing.map((row) => [row.level, row.provenOn, row.expiresOn])

describe('mastering level n', () => {
  it('proves 1 to n that day', () => {
    const standing = foldLedger([
      anEvent(1, 'mastered', { level: 3, occurredOn: '2026-02-01', expiresOn: '2027-02-01' }),
    ])
    expect(levelsOf(standing)).toEqual([
      [1, '2026-02-01', '2027-02-01'],
      [2, '2026-02-01', '2027-02-01'],
      [3, '2026-02-01', '2027-02-01'],
    ])
  })

  it('never lowers a higher level already proven', () => {
    const standing = foldLedger([
      anEvent(1, 'mastered', { level: 3, occurredOn: '2026-02-01', expiresOn: '2027-02-01' }),
      anEvent(2, 'mastered', { level: 1, occurredOn: '2026-05-01', expiresOn: '2027-05-01' }),
    ])
    expect(levelsOf(standing)).toEqual([
      [1, '2026-05-01', '2027-05-01'],
      [2, '2026-02-01', '2027-02-01'],
      [3, '2026-02-01', '2027-02-01'],
    ])
    expect(reachedLevel(standing, today)).toBe(3)
  })

  it('reaches the highest level that is still good: each ends by itself', () => {
    const standing = foldLedger([
      anEvent(1, 'mastered', { level: 2, occurredOn: '2025-06-01', expiresOn: '2026-06-01' }),
      anEvent(2, 'mastered', { level: 1, occurredOn: '2026-01-01', expiresOn: '2027-01-01' }),
    ])
    expect(reachedLevel(standing, '2026-06-01')).toBe(2)
    expect(reachedLevel(standing, '2026-06-02')).toBe(1)
    expect(reachedLevel(standing, '2027-01-02')).toBe(0)
  })

  it('does not let a demonstration of long ago, recorded late, replace a good proof', () => {
    const standing = foldLedger([
      anEvent(1, 'mastered', { occurredOn: '2026-02-01', expiresOn: '2027-02-01' }),
      anEvent(2, 'mastered', {
        occurredOn: '2025-01-01',
        expiresOn: '2026-01-01',
        recordedAt: '2026-06-01T08:00:00.000Z',
      }),
    ])
    expect(levelsOf(standing)).toEqual([[1, '2026-02-01', '2027-02-01']])
  })

  it('takes the end of the later proof, also where the validity has become shorter', () => {
    const standing = foldLedger([
      anEvent(1, 'mastered', { occurredOn: '2026-02-01', expiresOn: null }),
      anEvent(2, 'renewed', { occurredOn: '2026-06-01', expiresOn: '2027-06-01' }),
    ])
    expect(levelsOf(standing)).toEqual([[1, '2026-06-01', '2027-06-01']])
  })
})

describe('a hold', () => {
  const held = [
    anEvent(1, 'mastered', { level: 2 }),
    anEvent(2, 'held', { occurredOn: '2026-06-01', heldUntil: '2026-06-30' }),
  ]

  it('takes every level of the qualification, through its last day', () => {
    const standing = foldLedger(held)
    expect(standing.map((row) => row.isHeld)).toEqual([true, true])
    expect(isOnHold(standing, '2026-06-30')).toBe(true)
    expect(reachedLevel(standing, '2026-06-30')).toBe(0)
    expect(isOnHold(standing, '2026-07-01')).toBe(false)
    expect(reachedLevel(standing, '2026-07-01')).toBe(2)
  })

  it('without a last day stays until released', () => {
    const open = [anEvent(1, 'mastered'), anEvent(2, 'held')]
    expect(isOnHold(foldLedger(open), '2099-01-01')).toBe(true)
    expect(isOnHold(foldLedger([...open, anEvent(3, 'released')]), today)).toBe(false)
  })

  it('is not lifted by a sign-off, and covers a level proven during it', () => {
    const standing = foldLedger([...held, anEvent(3, 'mastered', { level: 3 })])
    expect(standing.map((row) => row.isHeld)).toEqual([true, true, true])
  })

  it('can be put on somebody of whom nothing else is known', () => {
    expect(isOnHold(foldLedger([anEvent(1, 'held')]), today)).toBe(true)
  })

  it('of nobody is not released into being', () => {
    expect(foldLedger([anEvent(1, 'released')])).toEqual([])
  })
})

describe('misses', () => {
  it('count requested attempts judged not yet since it was last mastered; feedback is none', () => {
    const events = [
      anEvent(1, 'not-yet', { isAttempt: true, occurredOn: '2026-01-05' }),
      anEvent(2, 'not-yet', { isAttempt: false, occurredOn: '2026-01-06' }),
      anEvent(3, 'not-yet', { isAttempt: true, occurredOn: '2026-01-07' }),
    ]
    expect(foldLedger(events)).toMatchObject([{ level: 1, provenOn: null, misses: 2, missedOn: '2026-01-07' }])
    const after = foldLedger([...events, anEvent(4, 'mastered')])
    expect(after).toMatchObject([{ misses: 0, missedOn: null }])
  })

  it('at a renewal change nothing before the end', () => {
    const standing = foldLedger([
      anEvent(1, 'mastered', { expiresOn: '2026-07-01' }),
      anEvent(2, 'not-yet', { isAttempt: true, occurredOn: '2026-06-01' }),
    ])
    expect(reachedLevel(standing, today)).toBe(1)
  })
})

describe('an imported proof', () => {
  it('counts at once and is marked until confirmed', () => {
    const imported = foldLedger([anEvent(1, 'imported', { level: 2 })])
    expect(reachedLevel(imported, today)).toBe(2)
    expect(imported.every((row) => row.isImported)).toBe(true)
    const confirmed = applyEvent(imported, anEvent(2, 'confirmed'))
    expect(confirmed.some((row) => row.isImported)).toBe(false)
  })

  it('is no longer marked once assessed here, at the levels assessed', () => {
    const standing = foldLedger([anEvent(1, 'imported', { level: 2 }), anEvent(2, 'mastered', { level: 1 })])
    expect(standing.map((row) => row.isImported)).toEqual([false, true])
  })

  it('does not replace what was assessed here, unless it lasts longer', () => {
    const assessed = anEvent(1, 'mastered', { expiresOn: '2027-01-01' })
    const shorter = anEvent(2, 'imported', { occurredOn: '2026-03-01', expiresOn: '2026-12-01' })
    const longer = anEvent(2, 'imported', { occurredOn: '2026-03-01', expiresOn: '2028-01-01' })
    expect(foldLedger([assessed, shorter])).toMatchObject([{ isImported: false, expiresOn: '2027-01-01' }])
    expect(foldLedger([assessed, longer])).toMatchObject([{ isImported: true, expiresOn: '2028-01-01' }])
  })
})

describe('a void', () => {
  it('takes back what it names as if it had never been', () => {
    const events = [anEvent(1, 'mastered', { level: 1 }), anEvent(2, 'mastered', { level: 3 })]
    const standing = foldLedger([...events, anEvent(3, 'voided', { voidsEventId: eventId(2) })])
    expect(standing).toEqual(foldLedger(events.slice(0, 1)))
  })

  it('is never applied to a standing alone', () => {
    expect(() => applyEvent(noStanding, anEvent(1, 'voided', { voidsEventId: eventId(1) }))).toThrow()
  })
})

const anyDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2024-01-01', days))

/** A history as it can happen: recorded in order, performed on the day of recording or before. */
const history: fc.Arbitrary<LedgerEvent[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...standingKinds, 'continued' as const, 'exempted' as const),
      level: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
      recordedOn: anyDay,
      daysBefore: fc.integer({ min: 0, max: 300 }),
      validDays: fc.option(fc.integer({ min: 0, max: 700 }), { nil: null }),
      heldUntil: fc.option(anyDay, { nil: null }),
      isAttempt: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((drafts) =>
    [...drafts]
      .sort((a, b) => (a.recordedOn < b.recordedOn ? -1 : 1))
      .map(({ kind, level, recordedOn, daysBefore, validDays, heldUntil, isAttempt }, index) => {
        const occurredOn = addDays(recordedOn, -daysBefore)
        const recordedAt: Instant = `${recordedOn}T12:00:00.000Z`
        const expiresOn = validDays === null ? null : addDays(occurredOn, validDays)
        return anEvent(index + 1, kind, { level, occurredOn, recordedAt, expiresOn, heldUntil, isAttempt })
      }),
  )

describe('for any history', () => {
  it('the fold of the ledger equals applying event by event', () => {
    fc.assert(
      fc.property(history, (events) => {
        let standing = noStanding
        for (const event of events) standing = applyEvent(standing, event)
        expect(foldLedger([...events].reverse())).toEqual(standing)
      }),
      { numRuns: 3_000 },
    )
  })

  it('voiding the last event restores the standing before it', () => {
    fc.assert(
      fc.property(history, (events) => {
        const last = events.at(-1)
        if (!last) return
        const undo = anEvent(last.sequence + 1, 'voided', { voidsEventId: last.id })
        expect(foldLedger([...events, undo])).toEqual(foldLedger(events.slice(0, -1)))
      }),
      { numRuns: 3_000 },
    )
  })

  it('signing off never lowers the level reached on that day, whichever zone the day is taken in', () => {
    const isProof = new Set<string>(provingKinds)
    fc.assert(
      fc.property(history, fc.integer({ min: -1, max: 1 }), (events, zone) => {
        let standing = noStanding
        for (const event of events) {
          const day = addDays(event.recordedAt.slice(0, 10) as CalendarDate, zone)
          const after = applyEvent(standing, event)
          if (isProof.has(event.kind)) {
            expect(reachedLevel(after, day)).toBeGreaterThanOrEqual(reachedLevel(standing, day))
          }
          standing = after
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('levels are 1 to n without gaps, and what is of the whole qualification is the same on each', () => {
    fc.assert(
      fc.property(history, (events) => {
        const standing = foldLedger(events)
        expect(standing.map((row) => row.level)).toEqual(standing.map((_, index) => index + 1))
        for (const row of standing) {
          const { isHeld, heldUntil, missedOn, misses } = row
          expect({ isHeld, heldUntil, missedOn, misses }).toEqual({
            isHeld: standing[0]?.isHeld,
            heldUntil: standing[0]?.heldUntil,
            missedOn: standing[0]?.missedOn,
            misses: standing[0]?.misses,
          })
        }
      }),
      { numRuns: 3_000 },
    )
  })
})
