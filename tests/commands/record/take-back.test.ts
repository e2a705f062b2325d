import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quickSignOff } from '~/commands/quick-sign-off.server'
import { requestDemonstration } from '~/commands/request-demonstration.server'
import { undoRecord, voidRecord } from '~/commands/void-record.server'
import type { Id } from '~/domain/ids'
import { findCellRecord } from '~db/queries/cell-record.server'
import { aBakery, takePart, type Bakery } from '../../support/bakery'
import { eachEngine } from '../../support/database'
import { aWorld, somebody, someDay, type World } from '../../support/world'

describe.each(eachEngine)('taking back on %s', (engine) => {
  let world: World
  let bakery: Bakery
  let noor: Id<'person'>
  let otto: Id<'person'>
  let mara: Id<'person'>

  beforeEach(async () => {
    world = await aWorld(engine)
    bakery = await aBakery(world, { dough: {}, oven: {} })
    otto = await somebody(world, 'Otto Berg')
    noor = await somebody(world, 'Noor Haddad', { managerId: otto })
    mara = await somebody(world, 'Mara Lind', { managerId: noor })
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
  const sign = async (name: string, by = noor) => {
    const answer = await world.run(by, quickSignOff, cell(name))
    if (!answer.ok || !answer.value.eventId) throw new Error('not signed')
    return answer.value.eventId
  }
  const kinds = async () =>
    (await world.db.selectFrom('ledger_event').select('kind').orderBy('sequence').execute()).map((row) => row.kind)

  it('is undone by the signer within ten minutes without a reason, and leaves both events', async () => {
    const eventId = await sign('dough')
    world.now = `${someDay}T10:09:59.000Z`
    expect(await world.run(noor, undoRecord, { eventId })).toMatchObject({ ok: true, value: { personId: mara } })
    expect((await record('dough')).cell).toMatchObject({ status: 'not-started' })
    expect(await kinds()).toEqual(['mastered', 'voided'])
    expect(await world.run(noor, undoRecord, { eventId })).toMatchObject({ problem: { code: 'already-voided' } })
    expect(await world.run(noor, quickSignOff, cell('dough'))).toMatchObject({ ok: true })
  })

  it('needs a reason later, and from others', async () => {
    const eventId = await sign('dough')
    expect(await world.run(otto, undoRecord, { eventId })).toMatchObject({ problem: { code: 'undo-too-late' } })
    world.now = `${someDay}T10:10:01.000Z`
    expect(await world.run(noor, undoRecord, { eventId })).toMatchObject({ problem: { code: 'undo-too-late' } })
    expect(await world.run(noor, voidRecord, { eventId, reason: ' ' })).toMatchObject({
      problem: { code: 'reason-missing' },
    })
    expect(await world.run(otto, voidRecord, { eventId, reason: 'Wrong person' })).toMatchObject({ ok: true })
    const last = await world.db.selectFrom('ledger_event').selectAll().orderBy('sequence', 'desc').executeTakeFirst()
    expect(last).toMatchObject({ kind: 'voided', reason: 'Wrong person', actor_id: otto, voids_event_id: eventId })
  })

  it('is for nobody about themselves, nor for strangers, nor across organisations', async () => {
    const eventId = await sign('dough')
    const stranger = await somebody(world, 'Sam Stranger')
    await expect(world.run(mara, voidRecord, { eventId, reason: 'x' })).rejects.toMatchObject({ code: 'self' })
    await expect(world.run(stranger, voidRecord, { eventId, reason: 'x' })).rejects.toMatchObject({ name: 'NotFound' })
    const unknown = { eventId: 'evt_0000000000' as const, reason: 'x' }
    await expect(world.run(noor, voidRecord, unknown)).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('opens again what the person had asked for', async () => {
    await world.run(mara, requestDemonstration, cell('dough'))
    const eventId = await sign('dough')
    expect((await record('dough')).open).toBeNull()
    await world.run(noor, undoRecord, { eventId })
    expect((await record('dough')).cell).toMatchObject({ status: 'in-review' })
  })

  it('takes the completion with it, and completes again', async () => {
    await sign('dough')
    const eventId = await sign('oven')
    expect(await kinds()).toEqual(['mastered', 'mastered', 'completed'])
    await world.run(noor, undoRecord, { eventId })
    expect(await kinds()).toEqual(['mastered', 'mastered', 'completed', 'voided', 'voided'])
    await sign('oven')
    expect((await kinds()).at(-1)).toBe('completed')
    const completed = await world.db.selectFrom('ledger_event').selectAll().where('kind', '=', 'completed').execute()
    expect(completed[0]).toMatchObject({ person_id: mara, program_id: bakery.programId, occurred_on: someDay })
  })
})
