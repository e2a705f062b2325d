import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quickNotYet } from '~/commands/quick-not-yet.server'
import { quickSignOff } from '~/commands/quick-sign-off.server'
import { undoRecord } from '~/commands/void-record.server'
import type { Id } from '~/domain/ids'
import { verifyRecord } from '~/server/verify-record.server'
import { rebuildStanding } from '~db/queries/standing.server'
import { aBakery, takePart, type Bakery } from '../support/bakery'
import { eachEngine } from '../support/database'
import { aWorld, somebody, type World } from '../support/world'

describe.each(eachEngine)('verify on %s', (engine) => {
  let world: World
  let bakery: Bakery
  let mara: Id<'person'>

  beforeEach(async () => {
    world = await aWorld(engine)
    bakery = await aBakery(world, { dough: {}, oven: {}, bread: {} })
    const noor = await somebody(world, 'Noor Haddad')
    mara = await somebody(world, 'Mara Lind', { managerId: noor })
    await takePart(world, bakery, mara)
    const cell = (name: string) => ({
      programId: bakery.programId,
      personId: mara,
      qualificationId: bakery.qualification(name),
    })
    await world.run(noor, quickSignOff, cell('dough'))
    const signed = await world.run(noor, quickSignOff, cell('oven'))
    if (signed.ok && signed.value.eventId) await world.run(noor, undoRecord, { eventId: signed.value.eventId })
    await world.run(noor, quickNotYet, { ...cell('bread'), note: 'Too dark' })
  })
  afterEach(() => world.close())

  const faults = async () =>
    (await verifyRecord(world.db, engine === 'sqlite')).filter((one) => !one.isGood).map((one) => one.line)

  it('finds nothing in what was only recorded', async () => {
    expect(await faults()).toEqual([])
    expect((await verifyRecord(world.db, false)).map((one) => one.line)[0]).toMatch(
      /^Brightwater: the chain of 4 events holds, head [0-9a-f]{16}\.$/,
    )
  })

  it('finds a standing that is not the fold of its events, and a rebuild mends it', async () => {
    const key = { organisationId: world.organisationId, personId: mara, qualificationId: bakery.qualification('bread') }
    await world.write((tx) =>
      tx
        .updateTable('standing')
        .set({ proven_on: '2026-01-01' })
        .where('qualification_id', '=', key.qualificationId)
        .execute(),
    )
    expect(await faults()).toEqual([
      `Brightwater: standing differs from its events for ${mara}/${key.qualificationId}.`,
    ])
    await world.write((tx) => rebuildStanding(tx, key))
    expect(await faults()).toEqual([])
  })
})

describe('verify of a file somebody wrote to', () => {
  let world: World
  beforeEach(async () => {
    world = await aWorld('sqlite')
    const bakery = await aBakery(world, { dough: {}, oven: {}, bread: {} })
    const noor = await somebody(world, 'Noor Haddad')
    const mara = await somebody(world, 'Mara Lind', { managerId: noor })
    await takePart(world, bakery, mara)
    for (const name of ['dough', 'oven', 'bread']) {
      const cell = { programId: bakery.programId, personId: mara, qualificationId: bakery.qualification(name) }
      await world.run(noor, quickSignOff, cell)
    }
    for (const act of ['update', 'delete']) world.sqlite?.exec(`drop trigger ledger_event_no_${act}`)
  })
  afterEach(() => world.close())

  it.each([
    [
      'an event is changed',
      "update ledger_event set occurred_on = '2020-01-01' where sequence = 2",
      'breaks at sequence 2: an event was changed',
    ],
    [
      'an event is moved to another person',
      'update ledger_event set actor_id = null where sequence = 1',
      'breaks at sequence 1: an event was changed',
    ],
    [
      'an event is taken out',
      'delete from ledger_event where sequence = 2',
      'breaks at sequence 2: an event is missing',
    ],
    ['the end is cut off', 'delete from ledger_event where sequence = 4', 'breaks at sequence 4: the end of the chain'],
    [
      'an event is hashed anew',
      'update ledger_event set previous_hash = hash where sequence = 3',
      'breaks at sequence 3: an event does not follow',
    ],
  ])('names the first bad sequence when %s', async (_, tampering, line) => {
    world.sqlite?.exec(tampering)
    const found = (await verifyRecord(world.db, true)).filter((one) => !one.isGood).map((one) => one.line)
    expect(found[0]).toContain(line)
  })
})
