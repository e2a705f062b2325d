import { describe, expect, it } from 'vitest'
import { dateInZone, daysBetween, formatDate, formatInstant, formatRelative } from './date'

describe('dates', () => {
  it('keep their day, whatever the zone of the computer', () => {
    expect(formatDate('2026-11-24', { locale: 'en-GB' })).toBe('24 Nov 2026')
    expect(formatDate('2026-01-01', { locale: 'en-GB' })).toBe('1 Jan 2026')
  })

  it('show an instant in the zone of the organisation', () => {
    const instant = '2026-11-23T23:30:00.000Z'
    expect(formatInstant(instant, { locale: 'en-GB', zone: 'Europe/Berlin' })).toBe('24 Nov 2026, 00:30')
    expect(dateInZone(instant, 'Europe/Berlin')).toBe('2026-11-24')
    expect(dateInZone(instant, 'America/New_York')).toBe('2026-11-23')
  })

  it('count whole days over a change of the clock', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  })

  it('say the distance in words', () => {
    const at = { locale: 'en-GB', today: '2026-11-22' }
    expect(formatRelative('2026-11-22', at)).toBe('today')
    expect(formatRelative('2026-11-23', at)).toBe('tomorrow')
    expect(formatRelative('2026-11-19', at)).toBe('3 days ago')
    expect(formatRelative('2027-01-31', at)).toBe('in 2 months')
  })
})
