import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quickSignOff } from '~/commands/quick-sign-off.server'
import { verifyRecord } from '~/server/verify-record.server'
import { aBakery, takePart } from '../support/bakery'
import { eachEngine } from '../support/database'
import { aWorld, somebody, type World } from '../support/world'

describe.each(eachEngine)('verify without the end of the chain on %s', (engine) => {
  let world: World

  beforeEach(async () => {
    world = await aWorld(engine)
    const bakery = await aBakery(world, { dough: {} })
    const noor = await somebody(world, 'Noor Haddad')
    const personId = await somebody(world, 'Mara Lind', { managerId: noor })
    await takePart(world, bakery, personId)
    await world.run(noor, quickSignOff, {
      programId: bakery.programId,
      personId,
      qualificationId: bakery.qualification('dough'),
    })
  })
  afterEach(() => world.close())

  const faults = async () => (await verifyRecord(world.db, false)).filter((one) => !one.isGood).map((one) => one.line)

  it('names an organisation whose head was taken away, instead of leaving it out', async () => {
    expect(await faults()).toEqual([])
    await world.write((tx) => tx.deleteFrom('chain_head').execute())
    expect(await faults()).toEqual([
      expect.stringMatching(/^Brightwater: the chain breaks at sequence \d+: the end of the chain is not the one last/),
    ])
  })
})
