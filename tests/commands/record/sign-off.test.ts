import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assessDemonstration } from '~/commands/assess-demonstration.server'
import { quickNotYet } from '~/commands/quick-not-yet.server'
import { quickSignOff } from '~/commands/quick-sign-off.server'
import type { Id } from '~/domain/ids'
import { findCellRecord } from '~db/queries/cell-record.server'
import { listChangesAfter } from '~db/queries/change.server'
import { aBakery, takePart, type Bakery } from '../../support/bakery'
import { eachEngine } from '../../support/database'
import { aWorld, somebody, someDay, type World } from '../../support/world'

describe.each(eachEngine)('signing off on %s', (engine) => {
  let world: World
  let bakery: Bakery
  let noor: Id<'person'>
  let mara: Id<'person'>

  beforeEach(async () => {
    world = await aWorld(engine)
    bakery = await aBakery(world, {
      dough: { revision: { validity_kind: 'months', validity_months: 12 } },
      oven: { needs: ['dough'] },
      slicer: { requirement: { is_critical: 1 }, needs: ['dough'] },
      tasting: { rule: { signatures: 2 } },
      photo: { methods: [{ kind: 'work-product', evidence_required: 'A photo' }] },
      shaping: { revision: { level_labels: '["supervised","independent"]' }, requirement: { level: 2 } },
      certificate: { revision: { validity_kind: 'document' } },
      vault: { rule: { needsReauthentication: true } },
    })
    noor = await somebody(world, 'Noor Haddad')
    mara = await somebody(world, 'Mara Lind', { managerId: noor })
    await takePart(world, bakery, mara)
  })
  afterEach(() => world.close())

  const cell = (name: string, personId = mara) => ({
    programId: bakery.programId,
    personId,
    qualificationId: bakery.qualification(name),
  })
  const status = async (name: string) =>
    (await findCellRecord(world.db, { organisationId: world.organisationId, ...cell(name) }, world.today())).cell
  const sitting = (name: string, verdict: 'met' | 'not-yet' | 'not-observed' = 'met') => ({
    ...cell(name),
    criteria: bakery.criteria(name).map((criterionId) => ({ criterionId, verdict })),
    verdict: 'mastered' as const,
    performedOn: someDay,
    methodKind: 'observed-task' as const,
    methodId: bakery.method(name),
  })

  it('marks all criteria at once with one key, and tells the stream', async () => {
    const before = (await listChangesAfter(world.db, world.organisationId, 0, 100)).at(-1)?.sequence ?? 0
    const answer = await world.run(noor, quickSignOff, cell('dough'))
    expect(answer).toMatchObject({
      ok: true,
      value: { outcome: 'mastered', expiresOn: '2027-11-24', shown: { met: 2, of: 2 } },
    })
    expect(await status('dough')).toMatchObject({ status: 'mastered', provenOn: someDay, expiresOn: '2027-11-24' })
    expect(await listChangesAfter(world.db, world.organisationId, before, 10)).toMatchObject([
      { kind: 'signed-off', personId: mara, qualificationId: bakery.qualification('dough'), actorId: noor },
    ])
    const [kept] = await world.db.selectFrom('assessment').selectAll().execute()
    expect(kept).toMatchObject({ is_all_at_once: 1, assessor_id: noor, verdict: 'mastered' })
    expect(kept?.signed_text).toContain('Noor Haddad records that Mara Lind has demonstrated this to the standard.')
    expect(kept?.signed_text).toContain('- Weighs to the gram: met')
    const [event] = await world.db.selectFrom('ledger_event').selectAll().where('kind', '=', 'mastered').execute()
    expect(event).toMatchObject({ program_version_id: bakery.versionId, person_id: mara, actor_id: noor, level: 1 })
    expect(event?.content_hash).toHaveLength(64)
    expect(JSON.parse(event?.details ?? '{}')).toMatchObject({ right: 'manager', signedText: kept?.signed_text })
  })

  it('tells the second of two managers who was first', async () => {
    const otto = await somebody(world, 'Otto Berg')
    await world.write((tx) =>
      tx
        .insertInto('reporting_line')
        .values({
          id: world.newId('reporting-line'),
          organisation_id: world.organisationId,
          person_id: mara,
          manager_id: otto,
          from_on: '2020-01-01',
          to_on: null,
        })
        .execute(),
    )
    const both = await Promise.all([
      world.run(noor, quickSignOff, cell('dough')),
      world.run(otto, quickSignOff, cell('dough')),
    ])
    const [won, lost] = both[0]?.ok ? [noor, both[1]] : [otto, both[0]]
    expect(lost).toEqual({
      ok: false,
      problem: { code: 'already-signed', facts: { by: won === noor ? 'Noor Haddad' : 'Otto Berg', on: someDay } },
    })
    expect(await world.db.selectFrom('assessment').selectAll().execute()).toHaveLength(1)
    expect(await world.db.selectFrom('demonstration').selectAll().execute()).toHaveLength(1)
  })

  it.each([
    ['nobody signs for themselves', 'mara', 'self'],
    ['nor does somebody without a right', 'stranger', 'not-found'],
    ['nor does a designer, who may only look', 'designer', 'may-not-sign'],
  ])('%s', async (_, who, refusal) => {
    const by = {
      mara: mara,
      stranger: await somebody(world, 'Sam Stranger'),
      designer: await somebody(world, 'Dana Design', { grants: ['designer'] }),
    }[who as 'mara' | 'stranger' | 'designer']
    const roads = [
      () => world.run(by, quickSignOff, cell('dough')),
      () => world.run(by, assessDemonstration, sitting('dough')),
      () => world.run(by, quickNotYet, { ...cell('dough'), note: 'no' }),
    ]
    for (const road of roads) {
      const expected = refusal === 'not-found' ? { name: 'NotFound' } : { name: 'Forbidden', code: refusal }
      await expect(road()).rejects.toMatchObject(expected)
    }
    expect(await world.db.selectFrom('ledger_event').selectAll().execute()).toEqual([])
    expect(await world.db.selectFrom('demonstration').selectAll().execute()).toEqual([])
  })

  it.each([
    ['slicer', 'quick-not-allowed'],
    ['oven', 'locked'],
    ['tasting', 'two-signatures'],
    ['photo', 'evidence-missing'],
    ['shaping', 'level-missing'],
    ['vault', 'reauthentication-needed'],
  ])('refuses one key for %s: %s', async (name, code) => {
    expect(await world.run(noor, quickSignOff, cell(name))).toMatchObject({ ok: false, problem: { code } })
  })

  it('asks quick not yet for what is missing, and counts it as feedback', async () => {
    expect(await world.run(noor, quickNotYet, { ...cell('dough'), note: '' })).toMatchObject({
      ok: false,
      problem: { code: 'say-what-is-missing' },
    })
    expect(await world.run(noor, quickNotYet, { ...cell('dough'), note: 'Too wet' })).toMatchObject({
      ok: true,
      value: { outcome: 'not-yet' },
    })
    expect(await status('dough')).toMatchObject({ status: 'not-yet' })
    const [event] = await world.db.selectFrom('ledger_event').selectAll().execute()
    expect(event).toMatchObject({ kind: 'not-yet', is_attempt: 0 })
  })

  it.each([
    ['a day to come', { performedOn: '2026-11-25' as const }, 'in-the-future'],
    ['an old day without saying why', { performedOn: '2026-11-01' as const }, 'late-reason-missing'],
    ['mastered with criteria missing', { criteria: [] }, 'criteria-missing'],
    ['a level that is not there', { level: 3 }, 'level-unknown'],
    ['not yet without a word', { verdict: 'not-yet' as const, criteria: [] }, 'say-what-is-missing'],
    ['continues with nothing seen', { verdict: 'continues' as const, criteria: [] }, 'nothing-observed'],
    [
      'a criterion of another qualification',
      { criteria: [{ criterionId: 'crit_0000000000' as const, verdict: 'met' as const }] },
      'criterion-unknown',
    ],
  ])('refuses %s', async (_, change, code) => {
    expect(await world.run(noor, assessDemonstration, { ...sitting('dough'), ...change })).toMatchObject({
      ok: false,
      problem: { code },
    })
    expect(await world.db.selectFrom('assessment').selectAll().execute()).toEqual([])
  })

  it('signs over a lock only with a reason, leaves a gap, and never over a critical one', async () => {
    expect(await world.run(noor, assessDemonstration, sitting('oven'))).toMatchObject({
      ok: false,
      problem: { code: 'lock-reason-missing', facts: { names: 'dough' } },
    })
    expect(await world.run(noor, assessDemonstration, { ...sitting('slicer'), lockReason: 'Seen' })).toMatchObject({
      ok: false,
      problem: { code: 'locked-critical' },
    })
    expect(await world.run(noor, assessDemonstration, { ...sitting('oven'), lockReason: 'Seen it' })).toMatchObject({
      ok: true,
    })
    expect(await status('oven')).toMatchObject({ status: 'mastered', marks: { hasGap: true } })
  })

  it('asks for the date on the document, and for required evidence', async () => {
    expect(await world.run(noor, assessDemonstration, sitting('certificate'))).toMatchObject({
      ok: false,
      problem: { code: 'document-date-missing' },
    })
    const photo = { ...sitting('photo'), methodKind: 'work-product' as const }
    expect(await world.run(noor, assessDemonstration, photo)).toMatchObject({
      ok: false,
      problem: { code: 'evidence-missing' },
    })
    expect(
      await world.run(noor, assessDemonstration, { ...sitting('certificate'), documentDate: '2028-05-01' }),
    ).toMatchObject({ ok: true, value: { expiresOn: '2028-05-01' } })
    expect(
      await world.run(noor, assessDemonstration, { ...photo, evidenceUrl: 'https://example.org/loaf.jpg' }),
    ).toMatchObject({ ok: true })
  })

  it('needs two people for two signatures', async () => {
    const otto = await somebody(world, 'Otto Berg')
    await world.write((tx) =>
      tx
        .insertInto('grant')
        .values({
          id: world.newId('grant'),
          organisation_id: world.organisationId,
          person_id: otto,
          kind: 'may-sign',
          qualification_id: bakery.qualification('tasting'),
          group_name: null,
          from_on: '2020-01-01',
          to_on: null,
          granted_by: noor,
          reason: '',
          granted_at: world.now,
        })
        .execute(),
    )
    expect(await world.run(noor, assessDemonstration, sitting('tasting'))).toMatchObject({
      ok: true,
      value: { outcome: 'continues', awaits: 'second-signature' },
    })
    expect(await status('tasting')).toMatchObject({ status: 'in-review' })
    expect(await world.run(noor, assessDemonstration, sitting('tasting'))).toMatchObject({
      ok: false,
      problem: { code: 'second-person-needed' },
    })
    world.now = `${someDay}T11:00:00.000Z`
    expect(await world.run(otto, assessDemonstration, sitting('tasting'))).toMatchObject({
      ok: true,
      value: { outcome: 'mastered' },
    })
    const [event] = await world.db.selectFrom('ledger_event').selectAll().where('kind', '=', 'mastered').execute()
    expect(event?.grant_id).not.toBeNull()
  })

  it('goes on over several sittings: what was met stays met', async () => {
    const [weighs, cleans] = bakery.criteria('dough')
    const first = {
      ...sitting('dough'),
      verdict: 'continues' as const,
      criteria: [{ criterionId: weighs as Id<'criterion'>, verdict: 'met' as const }],
    }
    expect(await world.run(noor, assessDemonstration, first)).toMatchObject({
      ok: true,
      value: { shown: { met: 1, of: 2 } },
    })
    expect(await status('dough')).toMatchObject({ status: 'in-review' })
    world.now = `${someDay}T12:00:00.000Z`
    const second = {
      ...sitting('dough'),
      criteria: [{ criterionId: cleans as Id<'criterion'>, verdict: 'met' as const }],
    }
    expect(await world.run(noor, assessDemonstration, second)).toMatchObject({
      ok: true,
      value: { outcome: 'mastered' },
    })
    expect(await world.db.selectFrom('demonstration').selectAll().execute()).toHaveLength(1)
  })

  it('puts on hold at once where a not yet says so', async () => {
    await world.run(noor, quickSignOff, cell('dough'))
    world.now = '2026-11-25T10:00:00.000Z'
    const answer = await world.run(noor, assessDemonstration, {
      ...sitting('dough', 'not-yet'),
      verdict: 'not-yet',
      performedOn: '2026-11-25',
      note: 'Unsafe',
      holdNow: 'on',
    })
    expect(answer).toMatchObject({ ok: true, value: { outcome: 'not-yet' } })
    expect(await status('dough')).toMatchObject({ status: 'on-hold' })
  })
})
