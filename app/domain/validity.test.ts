import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDate, addDays, addMonths } from './calendar-date'
import { type Validity, decideExpiry, effectiveValidity, isInsideWindow, neverEnds, renewalWindowOf } from './validity'

const months = (first: number, repeat: number | null = null, window: number | null = null): Validity => ({
  ...neverEnds,
  kind: 'months',
  months: first,
  repeatMonths: repeat,
  renewalWindowDays: window,
})
const fixedDay = (day: string): Validity => ({ ...neverEnds, kind: 'fixed-day', fixedDay: day })
const document: Validity = { ...neverEnds, kind: 'document' }

describe('the renewal window: 60 days, at most a quarter of the validity', () => {
  it.each<[string, Validity, number]>([
    ['two years', months(24), 60],
    ['one year', months(12), 60],
    ['six months', months(6), 45],
    ['one month', months(1), 7],
    ['two years, then six months', months(24, 6), 45],
    ['a year, 90 days wished', months(12, null, 90), 90],
    ['a year, 200 days wished', months(12, null, 200), 91],
    ['a fixed day each year', fixedDay('03-31'), 60],
    ['the date on a document', document, 60],
    ['for ever', neverEnds, 0],
  ])('%s', (_, validity, days) => {
    expect(renewalWindowOf(validity)).toBe(days)
  })
})

describe('how long a mastery lasts', () => {
  it.each<[string, Validity, CalendarDate, CalendarDate | null | undefined, CalendarDate | null]>([
    ['for ever', neverEnds, '2026-01-31', undefined, null],
    ['a month, from the 31st', months(1), '2026-01-31', undefined, '2026-02-28'],
    ['a year, the first time', months(12), '2026-06-15', undefined, '2027-06-15'],
    ['the repeat validity, the second time', months(6, 24), '2026-06-15', '2026-06-20', '2028-06-20'],
    ['the repeat validity, after a lapse too', months(6, 24), '2026-06-15', '2025-01-01', '2028-06-15'],
    ['old end + validity on the first day of the window', months(12), '2026-05-02', '2026-07-01', '2027-07-01'],
    ['from performed-on a day before the window', months(12), '2026-05-01', '2026-07-01', '2027-05-01'],
    ['old end + validity on the last good day', months(12), '2026-07-01', '2026-07-01', '2027-07-01'],
    ['from performed-on a day after the end', months(12), '2026-07-02', '2026-07-01', '2027-07-02'],
    ['from performed-on where it had no end before', months(12), '2026-07-02', null, '2027-07-02'],
    ['to the next fixed day', fixedDay('03-31'), '2025-11-20', undefined, '2026-03-31'],
    [
      'a whole year more when renewed before the fixed day',
      fixedDay('03-31'),
      '2026-02-20',
      '2026-03-31',
      '2027-03-31',
    ],
    ['to the same fixed day when renewed too early', fixedDay('03-31'), '2026-01-10', '2026-03-31', '2026-03-31'],
  ])('%s', (_, validity, performedOn, previousEnd, expected) => {
    const previous = previousEnd === undefined ? null : { expiresOn: previousEnd }
    expect(decideExpiry(validity, { performedOn, documentDate: null, previous })).toEqual({ ok: true, value: expected })
  })

  it('takes the date from the document, and asks for it', () => {
    const shown = { performedOn: '2026-06-15' as const, previous: null }
    expect(decideExpiry(document, { ...shown, documentDate: '2028-01-31' })).toEqual({ ok: true, value: '2028-01-31' })
    expect(decideExpiry(document, { ...shown, documentDate: null })).toMatchObject({
      ok: false,
      problem: { code: 'document-date-missing' },
    })
    expect(decideExpiry(document, { ...shown, documentDate: '2026-06-14' })).toMatchObject({
      ok: false,
      problem: { code: 'document-date-passed' },
    })
  })

  it('is inherited from the program until the qualification says otherwise', () => {
    expect(effectiveValidity({ ...neverEnds, kind: null }, months(12))).toEqual(months(12))
    expect(effectiveValidity({ ...neverEnds, kind: null }, null)).toEqual(neverEnds)
    expect(effectiveValidity(fixedDay('03-31'), months(12))).toEqual(fixedDay('03-31'))
  })
})

describe('renewing inside the window', () => {
  const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2020-01-01', days))

  it('never loses a day, however early in the window', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 400 }),
        (first, length, before) => {
          const validity = months(length)
          const end = addMonths(first, length)
          const performedOn = addDays(end, -before)
          const previous = { expiresOn: end }
          const decided = decideExpiry(validity, { performedOn, documentDate: null, previous })
          const inside = before <= renewalWindowOf(validity)
          expect(isInsideWindow(validity, performedOn, previous)).toBe(inside)
          expect(decided).toEqual({ ok: true, value: addMonths(inside ? end : performedOn, length) })
        },
      ),
      { numRuns: 10_000 },
    )
  })

  it('later is never shorter: a later demonstration never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 60 }), anyDay, (a, b, length, end) => {
        const [earlier, later] = a <= b ? [a, b] : [b, a]
        const endOf = (performedOn: CalendarDate) => {
          const decided = decideExpiry(months(length), {
            performedOn,
            documentDate: null,
            previous: { expiresOn: end },
          })
          return decided.ok && decided.value !== null ? decided.value : '9999-12-31'
        }
        expect(endOf(earlier) <= endOf(later)).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })
})
