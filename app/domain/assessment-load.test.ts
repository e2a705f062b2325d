import { describe, expect, it } from 'vitest'
import { assessmentLoad } from './assessment-load'
import { aDesign, aRequirement, aRevision } from './design.test-support'
import type { ValidityOverrides } from './settings'

function load(validity: ValidityOverrides, assessment: Parameters<typeof aRevision>[0] = {}) {
  const revision = aRevision({ validity, ...assessment })
  const tracker = { ...aDesign().tracker, targetDays: 365.25, participantCount: 24 }
  return assessmentLoad(aDesign({ requirements: [aRequirement('Stopping', { revision })], tracker }), 2).perMonth
}

describe('signatures a month that a design causes', () => {
  it.each([
    ['once within a year', load({ kind: 'never' }), 2],
    ['and again every year', load({ kind: 'months', months: 12 }), 4],
    ['the repeat validity decides', load({ kind: 'months', months: 6, repeatMonths: 12 }), 4],
    ['a fixed day each year', load({ kind: 'fixed-day', fixedDay: '03-31' }), 4],
    ['two signatures', load({ kind: 'never' }, { assessment: { signatures: 2 } }), 4],
    ['automatic', load({ kind: 'never' }, { assessment: { assessorKinds: ['automatic'] } }), 0],
  ])('%s', (_, perMonth, expected) => {
    expect(perMonth).toBeCloseTo(expected)
  })

  it('is unknown per assessor while nobody may sign', () => {
    expect(assessmentLoad(aDesign(), 0).perAssessorAndMonth).toBeNull()
  })
})
