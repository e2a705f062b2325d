import { describe, expect, it } from 'vitest'
import { paceOf } from './pace'

const since = '2026-01-01' as const
const targetOn = '2026-04-11' as const // 100 days later
const pace = (met: number, overrides: Partial<Parameters<typeof paceOf>[0]> = {}) =>
  paceOf({ readiness: { met, needed: 10 }, since, targetOn, today: '2026-02-20', ...overrides })

describe('pace towards a target date', () => {
  it('expects the musts evenly over the days', () => {
    expect(pace(5)).toEqual({ expected: 5, short: 0, isBehind: false })
    expect(pace(10)).toEqual({ expected: 5, short: 0, isBehind: false })
  })

  it('is behind when more than one short', () => {
    expect(pace(4)).toEqual({ expected: 5, short: 1, isBehind: false })
    expect(pace(3)).toEqual({ expected: 5, short: 2, isBehind: true })
  })

  it('expects nothing on the first day and everything from the target on', () => {
    expect(pace(0, { today: since })).toEqual({ expected: 0, short: 0, isBehind: false })
    expect(pace(0, { today: '2025-12-01' })?.expected).toBe(0)
    expect(pace(8, { today: targetOn })).toEqual({ expected: 10, short: 2, isBehind: true })
    expect(pace(8, { today: '2027-01-01' })?.expected).toBe(10)
    expect(pace(0, { targetOn: since, today: since })?.expected).toBe(10)
  })

  it('has no mark without a target, or where nothing is required', () => {
    expect(pace(0, { targetOn: null })).toBeNull()
    expect(pace(0, { readiness: { met: 0, needed: 0 } })).toBeNull()
  })

  it('pauses during absences, counted once where they overlap', () => {
    // 50 of the 100 days passed, 25 of them absent: 25 of 75 available days.
    const once = [{ from: '2026-01-11', to: '2026-02-04' }] as const
    expect(pace(3, { absences: once })).toEqual({ expected: 3, short: 0, isBehind: false })
    const twice = [{ from: '2026-01-20', to: '2026-02-04' }, ...once, { from: '2026-01-15', to: '2026-01-16' }] as const
    expect(pace(3, { absences: twice })).toEqual(pace(3, { absences: once }))
    expect(pace(0, { absences: [{ from: '2026-01-02', to: null }] })).toEqual({
      expected: 0,
      short: 0,
      isBehind: false,
    })
  })
})
