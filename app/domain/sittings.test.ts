import { describe, expect, it } from 'vitest'
import { criteriaMet, partsShown, type Sitting } from './sittings'

const first = 'crit_0000000001' as const
const part = 'meth_0000000001' as const
const sitting = (performedOn: Sitting['performedOn'], overrides: Partial<Sitting> = {}): Sitting => ({
  assessorId: 'pers_0000000001',
  performedOn,
  signedAt: `${performedOn}T10:00:00.000Z`,
  overall: 'continues',
  level: null,
  methodId: part,
  verdicts: [{ criterionId: first, verdict: 'met' }],
  ...overrides,
})

describe('what stays met for N days', () => {
  it.each<[string, Sitting[], boolean]>([
    ['met on the first of the days', [sitting('2026-01-01')], true],
    ['met a day too early', [sitting('2025-12-31')], false],
    [
      'taken back later',
      [sitting('2026-01-10'), sitting('2026-01-20', { verdicts: [{ criterionId: first, verdict: 'not-yet' }] })],
      false,
    ],
    [
      'taken back before it was met',
      [sitting('2026-01-20'), sitting('2026-01-10', { verdicts: [{ criterionId: first, verdict: 'not-yet' }] })],
      true,
    ],
    [
      'on one day, the later signature decides',
      [
        sitting('2026-01-20', { signedAt: '2026-01-20T12:00:00.000Z' }),
        sitting('2026-01-20', { verdicts: [{ criterionId: first, verdict: 'not-yet' }] }),
      ],
      true,
    ],
  ])('%s', (_, sittings, isMet) => {
    expect(criteriaMet(sittings, '2026-01-31', 30).has(first)).toBe(isMet)
  })

  it('holds for parts too, and a part judged not yet is not shown', () => {
    expect([...partsShown([sitting('2026-01-01')], '2026-01-31', 30)]).toEqual([part])
    expect([...partsShown([sitting('2025-12-31')], '2026-01-31', 30)]).toEqual([])
    expect([
      ...partsShown([sitting('2026-01-10'), sitting('2026-01-12', { overall: 'not-yet' })], '2026-01-31', 30),
    ]).toEqual([])
  })
})
