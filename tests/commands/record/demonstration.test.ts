import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assessDemonstration } from '~/commands/assess-demonstration.server'
import { claimDemonstration } from '~/commands/claim-demonstration.server'
import { handBackDemonstration } from '~/commands/hand-back-demonstration.server'
import { quickSignOff } from '~/commands/quick-sign-off.server'
import { requestDemonstration } from '~/commands/request-demonstration.server'
import { returnDemonstration } from '~/commands/return-demonstration.server'
import { scheduleDemonstration } from '~/commands/schedule-demonstration.server'
import { submitEvidence } from '~/commands/submit-evidence.server'
import { withdrawDemonstration } from '~/commands/withdraw-demonstration.server'
import type { Id } from '~/domain/ids'
import { findCellRecord } from '~db/queries/cell-record.server'
import { aBakery, takePart, type Bakery } from '../../support/bakery'
import { eachEngine } from '../../support/database'
import { aWorld, somebody, someDay, type World } from '../../support/world'

describe.each(eachEngine)('a demonstration on %s', (engine) => {
  let world: World
  let bakery: Bakery
  let noor: Id<'person'>
  let otto: Id<'person'>
  let mara: Id<'person'>
  let sam: Id<'person'>

  beforeEach(async () => {
    world = await aWorld(engine)
    bakery = await aBakery(world, { dough: { rule: { waitingDays: 7 } }, oven: { needs: ['dough'] }, bread: {} })
    otto = await somebody(world, 'Otto Berg')
    noor = await somebody(world, 'Noor Haddad', { managerId: otto })
    mara = await somebody(world, 'Mara Lind', { managerId: noor })
    sam = await somebody(world, 'Sam Stranger')
    await takePart(world, bakery, mara)
  })
  afterEach(() => world.close())

  const cell = (name: string) => ({
    programId: bakery.programId,
    personId: mara,
    qualificationId: bakery.qualification(name),
  })
  const record = (name: string) =>
    findCellRecord(world.db, { organisationId: world.organisationId, ...cell(name) }, world.today())
  const request = async (by = mara, more: Partial<Parameters<typeof ask>[1]> = {}) => {
    const answer = await ask(by, { ...cell('dough'), ...more })
    if (!answer.ok) throw new Error(answer.problem.code)
    return answer.value.demonstrationId
  }
  const ask = (
    by: Id<'person'>,
    input: ReturnType<typeof cell> & { note?: string; assessorId?: Id<'person'>; evidenceUrl?: string },
  ) => world.run(by, requestDemonstration, input)

  it('is asked for by the person, waits for whoever may sign, and is counted as an attempt', async () => {
    const demonstrationId = await request(mara, { note: 'Today at six' })
    expect((await record('dough')).cell).toMatchObject({ status: 'in-review', marks: { waiting: 'assessor' } })
    const answer = await world.run(noor, assessDemonstration, {
      ...cell('dough'),
      demonstrationId,
      verdict: 'not-yet',
      note: 'Too wet',
      performedOn: someDay,
      methodKind: 'observed-task',
    })
    expect(answer).toMatchObject({ ok: true, value: { demonstrationId, outcome: 'not-yet' } })
    const [event] = await world.db.selectFrom('ledger_event').selectAll().execute()
    expect(event).toMatchObject({ kind: 'not-yet', is_attempt: 1 })
    expect(await ask(mara, cell('dough'))).toMatchObject({
      ok: false,
      problem: { code: 'waiting-time', facts: { opensOn: '2026-12-01' } },
    })
  })

  it('is refused while another is open, while locked, and with an assessor who may not sign', async () => {
    expect(await ask(mara, { ...cell('dough'), assessorId: sam })).toMatchObject({
      ok: false,
      problem: { code: 'assessor-may-not-sign' },
    })
    expect(await ask(mara, cell('oven'))).toMatchObject({
      ok: false,
      problem: { code: 'locked', facts: { names: 'dough' } },
    })
    await request()
    expect(await ask(mara, cell('dough'))).toMatchObject({ ok: false, problem: { code: 'already-open' } })
    await expect(ask(sam, cell('bread'))).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('takes evidence, is returned as incomplete, and comes back', async () => {
    const demonstrationId = await request(mara, { evidenceUrl: 'https://example.org/loaf.jpg' })
    expect((await record('dough')).open?.submitted_at).toBe(world.now)
    world.now = `${someDay}T11:00:00.000Z`
    expect(await world.run(noor, returnDemonstration, { demonstrationId, reason: '' })).toMatchObject({
      problem: { code: 'reason-missing' },
    })
    expect(
      await world.run(noor, returnDemonstration, { demonstrationId, reason: 'The crumb is missing' }),
    ).toMatchObject({ ok: true })
    expect((await record('dough')).cell).toMatchObject({ status: 'returned', marks: { waiting: 'person' } })
    expect(await world.run(noor, returnDemonstration, { demonstrationId, reason: 'Again' })).toMatchObject({
      problem: { code: 'already-returned' },
    })
    world.now = `${someDay}T12:00:00.000Z`
    expect(await world.run(mara, submitEvidence, { demonstrationId })).toMatchObject({
      problem: { code: 'nothing-to-submit' },
    })
    expect(
      await world.run(mara, submitEvidence, { demonstrationId, evidenceText: 'Cut and photographed' }),
    ).toMatchObject({ ok: true })
    expect((await record('dough')).cell).toMatchObject({ status: 'in-review' })
    const evidence = await world.db.selectFrom('evidence').selectAll().orderBy('added_at').execute()
    expect(evidence.map((one) => [one.kind, one.from_person_id, one.sha256.length])).toEqual([
      ['link', mara, 64],
      ['text', mara, 64],
    ])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not an address'])(
    'takes no evidence at %s',
    (evidenceUrl) => {
      expect(requestDemonstration.input.safeParse({ ...cell('dough'), evidenceUrl }).success).toBe(false)
    },
  )

  it('is claimed once; the second is told by whom, and it can be handed back', async () => {
    const demonstrationId = await request()
    expect(await world.run(noor, claimDemonstration, { demonstrationId })).toMatchObject({ ok: true })
    expect(await world.run(noor, claimDemonstration, { demonstrationId })).toMatchObject({ ok: true })
    expect(await world.run(otto, claimDemonstration, { demonstrationId })).toMatchObject({
      ok: false,
      problem: { code: 'claimed-by-another', facts: { name: 'Noor Haddad' } },
    })
    expect(await world.run(otto, handBackDemonstration, { demonstrationId })).toMatchObject({
      problem: { code: 'not-yours' },
    })
    expect(await world.run(noor, handBackDemonstration, { demonstrationId })).toMatchObject({ ok: true })
    expect(await world.run(otto, claimDemonstration, { demonstrationId })).toMatchObject({ ok: true })
    await expect(world.run(mara, claimDemonstration, { demonstrationId })).rejects.toMatchObject({ code: 'self' })
    await expect(world.run(sam, claimDemonstration, { demonstrationId })).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('needs a reason to decline what the person chose', async () => {
    const demonstrationId = await request(mara, { assessorId: noor })
    expect(await world.run(noor, handBackDemonstration, { demonstrationId })).toMatchObject({
      problem: { code: 'reason-missing' },
    })
    expect(await world.run(noor, handBackDemonstration, { demonstrationId, reason: 'On holiday' })).toMatchObject({
      ok: true,
    })
    expect((await record('dough')).open).toMatchObject({ assessor_id: null, is_chosen_by_person: 0 })
  })

  it('is given a day, not in the past', async () => {
    const demonstrationId = await request()
    expect(await world.run(mara, scheduleDemonstration, { demonstrationId, on: '2026-11-01' })).toMatchObject({
      problem: { code: 'in-the-past' },
    })
    expect(await world.run(noor, scheduleDemonstration, { demonstrationId, on: '2026-11-30' })).toMatchObject({
      ok: true,
    })
    await expect(world.run(sam, scheduleDemonstration, { demonstrationId, on: '2026-11-30' })).rejects.toMatchObject({
      name: 'NotFound',
    })
  })

  it('is withdrawn by the person or whoever asked, once', async () => {
    const demonstrationId = await request()
    await expect(world.run(noor, withdrawDemonstration, { demonstrationId })).rejects.toMatchObject({
      code: 'not-yours',
    })
    expect(await world.run(mara, withdrawDemonstration, { demonstrationId })).toMatchObject({ ok: true })
    expect(await world.run(mara, withdrawDemonstration, { demonstrationId })).toMatchObject({
      problem: { code: 'closed' },
    })
    expect((await record('dough')).cell).toMatchObject({ status: 'not-started' })
    const again = await request(noor)
    expect(await world.run(noor, withdrawDemonstration, { demonstrationId: again })).toMatchObject({ ok: true })
  })

  it('tells who was first when it was assessed meanwhile', async () => {
    const demonstrationId = await request()
    expect(await world.run(noor, quickSignOff, cell('dough'))).toMatchObject({ ok: true, value: { demonstrationId } })
    const late = {
      ...cell('dough'),
      demonstrationId,
      verdict: 'not-yet' as const,
      note: 'Too wet',
      performedOn: someDay,
      methodKind: 'observed-task' as const,
    }
    expect(await world.run(otto, assessDemonstration, late)).toMatchObject({
      ok: false,
      problem: { code: 'already-assessed', facts: { by: 'Noor Haddad' } },
    })
  })
})
