import { describe, expect, it } from 'vitest'
import type { Instant } from './calendar-date'
import { waitBeforeTry, type SignInTry } from './sign-in-limits'

const start = Date.parse('2026-06-15T08:00:00.000Z')
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString() as Instant
const missesAt = (...seconds: number[]): SignInTry[] =>
  seconds.map((one) => ({ at: at(one), isAccepted: false })).reverse()

describe('tries of a password', () => {
  it.each([
    ['the first is free', missesAt(), 0, 0],
    ['so is the third', missesAt(0, 0), 0, 0],
    ['the fourth waits a second', missesAt(0, 0, 0), 0, 1],
    ['which passes', missesAt(0, 0, 0), 1, 0],
    ['each miss doubles the wait', missesAt(0, 0, 0, 1, 3), 3, 4],
    ['misses are forgotten after an hour', missesAt(0, 0, 0), 3600, 0],
  ])('%s', (_, tries, now, seconds) => {
    expect(waitBeforeTry(tries, at(now))).toBe(seconds * 1000)
  })

  it('a right password ends the wait for what follows', () => {
    const tries = [{ at: at(9), isAccepted: true }, ...missesAt(0, 0, 0, 1)]
    expect(waitBeforeTry(tries, at(10))).toBe(0)
  })

  it('whoever tries without pause is looked at no more than twenty times in any hour, and never for ever kept out', () => {
    const looked: number[] = []
    let tries: SignInTry[] = []
    for (let second = 0; second < 6 * 3600; second += 1) {
      if (waitBeforeTry(tries, at(second)) > 0) continue
      looked.push(second)
      tries = [{ at: at(second), isAccepted: false }, ...tries]
    }
    for (const begin of looked) {
      expect(looked.filter((one) => one >= begin && one < begin + 3600).length).toBeLessThanOrEqual(20)
    }
    expect(Math.max(...looked)).toBeGreaterThan(5 * 3600)
  })
})
