import { describe, expect, it } from 'vitest'
import { rulesOfDesign } from './design'
import { aDesign, aRequirement, aRevision, qualificationId, requirementId } from './design.test-support'

describe('the rules a version made of a design would have', () => {
  it('are in column order, with prerequisites named by qualification and levels counted', () => {
    const rules = rulesOfDesign(
      aDesign({
        groups: [{ id: 'rgrp_0000000001', name: 'Basics', atLeast: 1 }],
        requirements: [
          aRequirement('A', { groupId: 'rgrp_0000000001' }),
          aRequirement('B', {
            prerequisiteIds: [requirementId('A'), requirementId('elsewhere')],
            revision: aRevision({
              levelLabels: ['supervised', 'independent'],
              validity: { kind: 'months', months: 6 },
            }),
          }),
        ],
      }),
    )
    expect(rules).toMatchObject({ publishedOn: null, groups: [{ id: 'rgrp_0000000001', atLeast: 1 }] })
    expect(rules.requirements).toMatchObject([
      { qualificationId: qualificationId('A'), levelCount: 1, prerequisites: [], renewalWindowDays: 60 },
      {
        qualificationId: qualificationId('B'),
        levelCount: 2,
        prerequisites: [qualificationId('A')],
        renewalWindowDays: 45,
      },
    ])
  })
})
