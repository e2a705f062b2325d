import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CalendarDate,
  type Instant,
  addDays,
  addMonths,
  compareDates,
  dateInZone,
  daysBetween,
  endsLater,
  isCalendarDate,
  isInstant,
  isMonthDay,
  isPast,
  isTimeZone,
  nextMonthDay,
  parseCalendarDate,
} from './calendar-date'

const runs = { numRuns: 10_000 }
/** Any day of four centuries, which hold every kind of leap year; made without the functions under test. */
const anyDate = fc
  .integer({ min: 0, max: 146_096 })
  .map((days) => new Date(Date.UTC(1900, 0, 1 + days)).toISOString().slice(0, 10) as CalendarDate)

describe('a calendar date', () => {
  it.each(['2026-03-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(parseCalendarDate(text)).toBe(text)
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01T00:00:00.000Z',
    '',
  ])('"%s" is not a day', (text) => {
    expect(isCalendarDate(text)).toBe(false)
    expect(parseCalendarDate(text)).toBeNull()
  })

  it('agrees with the calendar of the machine on every day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60_000, max: 60_000 }), (date, days) => {
        const expected = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
        expect(addDays(date, days)).toBe(expected)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(Math.sign(compareDates(addDays(date, days), date))).toBe(Math.sign(days))
      }),
      runs,
    )
  })

  it('stays within the years a date can be written in', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
    expect(addDays('0001-01-01', -1)).toBe('0001-01-01')
    expect(addMonths('9999-06-30', 12)).toBe('9999-12-31')
    expect(addMonths('0001-02-01', -2)).toBe('0001-01-01')
  })
})

describe('N months = through the same day N months later, or that month’s last day', () => {
  it.each<[CalendarDate, number, CalendarDate]>([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-05-20', 0, '2026-05-20'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-10', -13, '2024-12-10'],
  ])('%s + %i = %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  it('lands in the right month, on the same day or on the month’s last', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const end = addMonths(date, months)
        const monthOf = (each: CalendarDate) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7))
        expect(isCalendarDate(end)).toBe(true)
        expect(monthOf(end) - monthOf(date)).toBe(months)
        const isSameDay = end.slice(8) === date.slice(8)
        const isLastDay = addDays(end, 1).slice(8) === '01'
        expect(isSameDay || (isLastDay && end.slice(8) < date.slice(8))).toBe(true)
      }),
      runs,
    )
  })

  it('keeps the order of days', () => {
    fc.assert(
      fc.property(anyDate, anyDate, fc.integer({ min: 0, max: 600 }), (a, b, months) => {
        if (a <= b) expect(addMonths(a, months) <= addMonths(b, months)).toBe(true)
      }),
      runs,
    )
  })
})

describe('a fixed day of each year', () => {
  it.each<[CalendarDate, string, CalendarDate]>([
    ['2026-03-30', '03-31', '2026-03-31'],
    ['2026-03-31', '03-31', '2027-03-31'],
    ['2026-04-01', '03-31', '2027-03-31'],
    ['2026-01-10', '02-29', '2026-02-28'],
    ['2027-02-28', '02-29', '2028-02-29'],
  ])('after %s the next %s is %s', (date, monthDay, expected) => {
    expect(nextMonthDay(date, monthDay)).toBe(expected)
  })

  it('is written as MM-DD', () => {
    expect(['02-29', '12-31', '01-01'].every(isMonthDay)).toBe(true)
    expect(['02-30', '13-01', '1-1', '00-10', ''].some(isMonthDay)).toBe(false)
  })
})

describe('an end', () => {
  it('is good through the whole of its day', () => {
    expect(isPast('2026-03-31', '2026-03-31')).toBe(false)
    expect(isPast('2026-03-31', '2026-04-01')).toBe(true)
    expect(isPast(null, '9999-12-31')).toBe(false)
  })

  it('that never comes is later than any day', () => {
    expect(endsLater(null, '9999-12-31')).toBe(true)
    expect(endsLater('9999-12-31', null)).toBe(false)
    expect(endsLater(null, null)).toBe(false)
    expect(endsLater('2026-01-02', '2026-01-01')).toBe(true)
    expect(endsLater('2026-01-01', '2026-01-01')).toBe(false)
  })
})

describe('today in the organisation’s zone', () => {
  it.each<[Instant, string, CalendarDate]>([
    ['2026-03-31T22:30:00.000Z', 'UTC', '2026-03-31'],
    ['2026-03-31T22:30:00.000Z', 'Europe/Zurich', '2026-04-01'],
    ['2026-03-31T22:30:00.000Z', 'America/Los_Angeles', '2026-03-31'],
    ['2026-01-01T10:00:00.000Z', 'Pacific/Kiritimati', '2026-01-02'],
    ['2026-01-01T10:00:00.000Z', 'Pacific/Pago_Pago', '2025-12-31'],
    // The clocks of these zones jumped from midnight to one o'clock on that day: the midnight does not exist.
    ['2023-10-01T03:59:59.999Z', 'America/Asuncion', '2023-09-30'],
    ['2023-10-01T04:00:00.000Z', 'America/Asuncion', '2023-10-01'],
    ['2022-03-26T21:59:59.999Z', 'Asia/Beirut', '2022-03-26'],
    ['2022-03-26T22:00:00.000Z', 'Asia/Beirut', '2022-03-27'],
    ['2018-11-04T02:59:59.999Z', 'America/Sao_Paulo', '2018-11-03'],
    ['2018-11-04T03:00:00.000Z', 'America/Sao_Paulo', '2018-11-04'],
    // Samoa skipped 30 December 2011 as a whole.
    ['2011-12-30T09:59:59.999Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00.000Z', 'Pacific/Apia', '2011-12-31'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(dateInZone(instant, zone)).toBe(expected)
  })

  it('never runs backwards, in any zone, hour by hour through a year', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    expect(zones.length).toBeGreaterThan(300)
    const first = Date.UTC(2026, 0, 1)
    for (const zone of zones) {
      let earlier = dateInZone(toInstant(first), zone)
      // 23 hours, so that over the year every hour of the day is visited.
      for (let hour = 0; hour < 8_784; hour += 23) {
        const day = dateInZone(toInstant(first + hour * 3_600_000), zone)
        expect(isCalendarDate(day), zone).toBe(true)
        expect(daysBetween(earlier, day), `${zone} at hour ${hour}`).toBeGreaterThanOrEqual(0)
        expect(daysBetween(earlier, day), `${zone} at hour ${hour}`).toBeLessThanOrEqual(1)
        earlier = day
      }
    }
  })

  it('is at most one day from the day in UTC, in any zone at any moment', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    const moments = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) })
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (zone, moment) => {
        const instant = toInstant(moment)
        const utc = instant.slice(0, 10) as CalendarDate
        expect(Math.abs(daysBetween(utc, dateInZone(instant, zone)))).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })

  it('refuses a zone that does not exist', () => {
    expect(isTimeZone('Europe/Zurich')).toBe(true)
    expect(isTimeZone('Europe/Atlantis')).toBe(false)
  })
})

describe('an instant', () => {
  it.each(['2026-03-31T09:15:00.000Z', '2024-02-29T23:59:59.999Z'])('%s is one', (text) => {
    expect(isInstant(text)).toBe(true)
  })

  it.each(['2026-03-31', '2026-03-31T09:15:00Z', '2026-02-30T09:15:00.000Z', '2026-03-31T24:00:00.000Z'])(
    '%s is not',
    (text) => {
      expect(isInstant(text)).toBe(false)
    },
  )
})

function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant
}
