import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canAskForAnotherAssessor, missesSinceMastered, nextAttempt, type AttemptFacts } from './attempts'
import { addDays, type CalendarDate } from './calendar-date'
import type { LedgerEvent } from './ledger'

const facts = (overrides: Partial<AttemptFacts> = {}): AttemptFacts => ({
  missedOn: [],
  coachingTalksOn: [],
  absences: [],
  lastNumber: 0,
  ...overrides,
})
const rule = { waitingDays: 7, coachingAfter: 3 }

describe('after a miss the next attempt opens when the waiting time is over', () => {
  it.each<[string, Partial<AttemptFacts>, CalendarDate, boolean, CalendarDate | null]>([
    ['never tried', {}, '2026-03-01', true, '2026-03-01'],
    ['the day before', { missedOn: ['2026-03-01'] }, '2026-03-07', false, '2026-03-08'],
    ['the day itself', { missedOn: ['2026-03-01'] }, '2026-03-08', true, '2026-03-08'],
    ['the latest miss counts', { missedOn: ['2026-03-05', '2026-02-01'] }, '2026-03-08', false, '2026-03-12'],
    [
      'absence does not run',
      { missedOn: ['2026-03-01'], absences: [{ from: '2026-03-03', to: '2026-03-05' }] },
      '2026-03-08',
      false,
      '2026-03-11',
    ],
    [
      'absence before the miss changes nothing',
      { missedOn: ['2026-03-01'], absences: [{ from: '2026-02-01', to: '2026-03-01' }] },
      '2026-03-08',
      true,
      '2026-03-08',
    ],
    [
      'still away: no day known',
      { missedOn: ['2026-03-01'], absences: [{ from: '2026-03-03', to: null }] },
      '2026-05-01',
      false,
      null,
    ],
    [
      'away to the end of time',
      { missedOn: ['2026-03-01'], absences: [{ from: '2026-03-03', to: '9999-12-31' }] },
      '2026-05-01',
      false,
      null,
    ],
    [
      'absences that overlap',
      {
        missedOn: ['2026-03-01'],
        absences: [
          { from: '2026-03-02', to: '2026-03-04' },
          { from: '2026-03-03', to: '2026-03-06' },
        ],
      },
      '2026-03-12',
      false,
      '2026-03-13',
    ],
  ])('%s', (_, given, today, isOpen, opensOn) => {
    expect(nextAttempt(facts(given), rule, today)).toMatchObject({ isOpen, opensOn })
  })

  it('opens at once where no waiting time is set', () => {
    expect(nextAttempt(facts({ missedOn: ['2026-03-01'] }), { ...rule, waitingDays: 0 }, '2026-03-01').isOpen).toBe(
      true,
    )
  })
})

describe('after N misses it opens when the coaching talk is recorded', () => {
  const three: CalendarDate[] = ['2026-01-01', '2026-01-20', '2026-02-10']
  it.each<[string, Partial<AttemptFacts>, number | null, readonly string[]]>([
    ['two misses', { missedOn: three.slice(0, 2) }, 3, []],
    ['three misses', { missedOn: three }, 3, ['coaching-talk']],
    ['three misses and a talk', { missedOn: three, coachingTalksOn: ['2026-02-12'] }, 3, []],
    ['a talk on the very day', { missedOn: three, coachingTalksOn: ['2026-02-10'] }, 3, []],
    ['no talk is asked for', { missedOn: three }, null, []],
    ['a fourth miss after the talk', { missedOn: [...three, '2026-03-01'], coachingTalksOn: ['2026-02-12'] }, 3, []],
  ])('%s', (_, given, coachingAfter, waitsFor) => {
    expect(nextAttempt(facts(given), { ...rule, coachingAfter }, '2026-06-01').waitsFor).toEqual(waitsFor)
  })

  it('says both reasons when both hold', () => {
    const next = nextAttempt(facts({ missedOn: three, lastNumber: 4 }), rule, '2026-02-11')
    expect(next).toEqual({
      number: 5,
      isOpen: false,
      waitsFor: ['waiting-time', 'coaching-talk'],
      opensOn: '2026-02-17',
      misses: 3,
    })
  })
})

describe('no limit ends the road', () => {
  it('opens some day, however many misses, once the talk is held', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-01-01', days))
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 12 }),
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 1, max: 5 }),
        (missedOn, waitingDays, coachingAfter) => {
          const talk: CalendarDate = '2031-01-01'
          expect(
            nextAttempt(facts({ missedOn, coachingTalksOn: [talk] }), { waitingDays, coachingAfter }, talk).isOpen,
          ).toBe(true)
        },
      ),
    )
  })
})

describe('what counts as a miss', () => {
  let sequence = 0
  const event = (kind: LedgerEvent['kind'], overrides: Partial<LedgerEvent> = {}): LedgerEvent => {
    sequence += 1
    return {
      sequence,
      id: `evt_${String(sequence).padStart(10, '0')}`,
      kind,
      personId: 'pers_0000000001',
      qualificationId: 'qual_0000000001',
      programId: null,
      level: null,
      occurredOn: '2026-01-01',
      recordedAt: '2026-01-01T10:00:00.000Z',
      expiresOn: null,
      heldUntil: null,
      isAttempt: false,
      voidsEventId: null,
      actorId: null,
      reason: null,
      ...overrides,
    }
  }

  it('is a requested demonstration judged not yet since it was last mastered, and not voided', () => {
    const voided = event('not-yet', { isAttempt: true, occurredOn: '2026-04-03' })
    const events = [
      event('not-yet', { isAttempt: true, occurredOn: '2025-12-01' }),
      event('mastered', { occurredOn: '2026-01-01' }),
      event('not-yet', { isAttempt: false, occurredOn: '2026-04-01' }),
      event('not-yet', { isAttempt: true, occurredOn: '2026-04-02' }),
      voided,
      event('voided', { voidsEventId: voided.id }),
    ]
    expect(missesSinceMastered(events)).toEqual(['2026-04-02'])
  })
})

describe('another assessor', () => {
  it('may be asked for once, after a miss', () => {
    expect(canAskForAnotherAssessor({ misses: 0, hasAsked: false })).toBe(false)
    expect(canAskForAnotherAssessor({ misses: 1, hasAsked: false })).toBe(true)
    expect(canAskForAnotherAssessor({ misses: 2, hasAsked: true })).toBe(false)
  })
})
