import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design, DesignRequirement } from './design'
import {
  aCriterion,
  aDesign,
  aMethod,
  aRequirement,
  aRevision,
  qualificationId,
  requirementId,
} from './design.test-support'
import type { Finding } from './design-review'
import {
  countsFrom,
  decidePublish,
  diffVersions,
  isUnchanged,
  readinessEffect,
  type ChangedPart,
  type PublishFacts,
} from './publishing'
import { canonicalDefinition, canonicalVersion, versionContent } from './version-content'

const contentOf = (...requirements: DesignRequirement[]) => versionContent(aDesign({ requirements }))
const [a, b, c] = [aRequirement('A'), aRequirement('B'), aRequirement('C')]

describe('the text of a version that is hashed', () => {
  const design = aDesign({ requirements: [a, b] })
  const text = (changed: Partial<Design>) => canonicalVersion(versionContent({ ...design, ...changed }))

  it.each<[string, Partial<Design>]>([
    [
      'ids of the copied rows',
      { versionId: 'pver_0000000009', requirements: [{ ...a, id: requirementId('other') }, b] },
    ],
    ['a renamed qualification', { requirements: [{ ...a, name: 'Other name' }, b] }],
    ['resources and processes', { requirements: [{ ...a, resources: [], processes: [] }, b] }],
    ['the title of the role', { role: { ...design.role, title: 'Other title' } }],
    ['settings of the tracker', { tracker: { ...design.tracker, targetDays: 90 } }],
    ['who takes part', { tracker: { ...design.tracker, participantCount: 9 } }],
  ])('does not depend on %s', (_, changed) => {
    expect(text(changed)).toBe(text({}))
  })

  it.each<[string, Partial<Design>]>([
    ['duties', { duties: [{ id: 'duty_0000000001', text: 'Cleans the line' }] }],
    ['the class', { requirements: [{ ...a, class: 'should' }, b] }],
    ['where it applies', { requirements: [{ ...a, siteIds: ['site_0000000001'] }, b] }],
    ['the order', { requirements: [b, a] }],
    [
      'a criterion',
      { requirements: [{ ...a, revision: aRevision({ criteria: [aCriterion({ text: 'other' })] }) }, b] },
    ],
    ['a default that is inherited', { defaults: { ...design.defaults, assessment: { signatures: 2 } } }],
  ])('depends on %s', (_, changed) => {
    expect(text(changed)).not.toBe(text({}))
  })

  it('is the same whatever order the places come in', () => {
    const sites = ['site_0000000001', 'site_0000000002', 'site_0000000003'] as const
    fc.assert(
      fc.property(fc.shuffledSubarray([...sites], { minLength: 3 }), (siteIds) => {
        expect(text({ requirements: [{ ...a, siteIds }] })).toBe(text({ requirements: [{ ...a, siteIds: sites }] }))
      }),
    )
  })

  it('has a text for one definition, which a signature refers to', () => {
    const [frozen] = contentOf(a).requirements
    expect(frozen && JSON.parse(canonicalDefinition(frozen.definition))).toMatchObject({
      statement: a.revision.statement,
    })
  })
})

describe('what a new version changes', () => {
  it('everything is new in a first version', () => {
    expect(diffVersions(null, contentOf(a, b))).toMatchObject({
      added: [a.qualificationId, b.qualificationId],
      removed: [],
      changed: [],
    })
  })

  it('nothing changes between a version and itself', () => {
    expect(isUnchanged(diffVersions(contentOf(a, b), contentOf(a, b)))).toBe(true)
  })

  it('says what was added, removed and moved', () => {
    expect(diffVersions(contentOf(a, b), contentOf(b, c))).toMatchObject({
      added: [c.qualificationId],
      removed: [a.qualificationId],
      hasOtherOrder: false,
    })
    expect(diffVersions(contentOf(a, b), contentOf(b, a))).toMatchObject({
      added: [],
      removed: [],
      changed: [],
      hasOtherOrder: true,
    })
  })

  it.each<[string, Partial<DesignRequirement>, ChangedPart[], string[]]>([
    ['its class', { class: 'should' }, ['class'], []],
    ['its places', { teamIds: ['team_0000000001'] }, ['places'], []],
    ['what it requires', { prerequisiteIds: [b.id] }, ['prerequisites'], []],
    ['its statement', { revision: aRevision({ statement: 'other' }) }, ['statement'], ['keep', 'show-again']],
    [
      'its validity',
      { revision: aRevision({ validity: { kind: 'never' } }) },
      ['validity'],
      ['keep', 'new-end-date', 'show-again'],
    ],
    ['critical, so no quick sign-off', { isCritical: true }, ['isCritical', 'assessment'], ['keep', 'show-again']],
    ['a way to show it', { revision: aRevision({ methods: [aMethod()] }) }, ['methods'], ['keep', 'show-again']],
  ])('%s', (_, overrides, parts, choices) => {
    const difference = diffVersions(contentOf(a, b), contentOf({ ...a, ...overrides }, b))
    expect(difference.changed).toEqual([{ qualificationId: a.qualificationId, parts, choices }])
  })

  it('does not call a requirement changed because a duty before its own was added', () => {
    const before = versionContent(aDesign())
    const after = versionContent(
      aDesign({ duties: [{ id: 'duty_0000000002', text: 'Opens up' }, ...aDesign().duties] }),
    )
    expect(diffVersions(before, after)).toMatchObject({ changed: [], hasOtherDuties: true })
  })
})

describe('a requirement that was added counts from a date', () => {
  it('at once in a first version', () => {
    expect(countsFrom(null, contentOf(a), '2026-05-01').get(a.qualificationId)).toBeNull()
  })

  it('30 days ahead later on, or from the day chosen; what was there keeps its day', () => {
    const before = contentOf({ ...a, countsFrom: '2026-05-20' })
    const counted = countsFrom(before, contentOf(a, b, c), '2026-05-01', new Map([[c.qualificationId, '2026-05-02']]))
    expect([...counted.values()]).toEqual(['2026-05-20', '2026-05-31', '2026-05-02'])
  })
})

describe('who gains or loses readiness, by name', () => {
  const person = (name: string, met: number, needed: number) => ({
    personId: `pers_${name.toLowerCase().padEnd(10, '0')}` as const,
    name,
    readiness: { met, needed },
  })

  it('lists both, sorted, and leaves out who is as before', () => {
    const before = [
      person('Zoe', 2, 2),
      person('Ann', 2, 2),
      person('Bo', 1, 2),
      person('Cy', 1, 2),
      person('Gone', 2, 2),
    ]
    const after = [
      person('Zoe', 2, 3),
      person('Ann', 2, 3),
      person('Bo', 1, 1),
      person('Cy', 1, 3),
      person('New', 3, 3),
    ]
    const effect = readinessEffect(before, after)
    expect(effect.loses.map(({ name }) => name)).toEqual(['Ann', 'Zoe'])
    expect(effect.gains.map(({ name }) => name)).toEqual(['Bo'])
  })
})

describe('publishing', () => {
  const facts: PublishFacts = {
    findings: [],
    difference: diffVersions(null, contentOf(a)),
    hasCritical: false,
    isBySecondPerson: false,
    isThereASecondPerson: true,
  }
  const blocking: Finding = {
    rule: 'no-must',
    isBlocking: true,
    step: 'qualifications',
    qualificationId: qualificationId('A'),
    criterionId: null,
    subject: '',
    facts: {},
  }

  it.each<[string, Partial<PublishFacts>, object]>([
    ['nothing critical', {}, { ok: true, value: { isWithoutSecondPerson: false } }],
    ['advice does not stop it', { findings: [{ ...blocking, rule: 'no-resource', isBlocking: false }] }, { ok: true }],
    ['what blocks does', { findings: [blocking] }, { problem: { code: 'blocked', facts: { count: '1' } } }],
    [
      'nothing has changed',
      { difference: diffVersions(contentOf(a), contentOf(a)) },
      { problem: { code: 'unchanged' } },
    ],
    ['critical, by the author', { hasCritical: true }, { problem: { code: 'second-person-needed' } }],
    [
      'critical, by another',
      { hasCritical: true, isBySecondPerson: true },
      { value: { isWithoutSecondPerson: false } },
    ],
    [
      'critical, and there is nobody else',
      { hasCritical: true, isThereASecondPerson: false },
      { value: { isWithoutSecondPerson: true } },
    ],
  ])('%s', (_, given, answer) => {
    expect(decidePublish({ ...facts, ...given })).toMatchObject(answer)
  })
})
