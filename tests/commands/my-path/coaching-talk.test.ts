import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quickNotYet } from '~/commands/quick-not-yet.server'
import { recordCoachingTalk } from '~/commands/my-path/record-coaching-talk.server'
import { requestDemonstration } from '~/commands/request-demonstration.server'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { queuePage } from '~/routes/assessment/queue-page.server'
import { aBakery, takePart, type Bakery } from '../../support/bakery'
import { eachEngine } from '../../support/database'
import { pageContext } from '../../support/page-context'
import { aWorld, somebody, someDay, type World } from '../../support/world'

describe.each(eachEngine)('a coaching talk on %s', (engine) => {
  let world: World
  let bakery: Bakery
  let noor: Id<'person'>
  let mara: Id<'person'>
  let sam: Id<'person'>

  beforeEach(async () => {
    world = await aWorld(engine)
    bakery = await aBakery(world, { dough: { rule: { coachingAfter: 2 } } })
    noor = await somebody(world, 'Noor Haddad')
    mara = await somebody(world, 'Mara Lind', { managerId: noor })
    sam = await somebody(world, 'Sam Stranger')
    await takePart(world, bakery, mara)
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await world.run(mara, requestDemonstration, dough())
      await world.run(noor, quickNotYet, { ...dough(), note: 'Too wet' })
    }
  })
  afterEach(() => world.close())

  const dough = () => ({
    programId: bakery.programId,
    personId: mara,
    qualificationId: bakery.qualification('dough'),
  })
  const talksDue = async () => (await queuePage(await pageContext(world, noor, '/queue?list=team'))).talks

  it('opens the next attempt, and is listed for the manager until it is recorded', async () => {
    expect(await world.run(mara, requestDemonstration, dough())).toMatchObject({
      ok: false,
      problem: { code: 'coaching-talk', facts: { misses: '2' } },
    })
    expect(await talksDue()).toMatchObject([{ personId: mara, qualificationName: 'dough', misses: 2 }])
    expect(await world.run(noor, recordCoachingTalk, { ...dough(), note: 'Water last' })).toMatchObject({ ok: true })
    expect(await talksDue()).toEqual([])
    expect(await world.run(mara, requestDemonstration, dough())).toMatchObject({ ok: true, value: { number: 3 } })
    const event = await world.db
      .selectFrom('ledger_event')
      .select(['kind', 'actor_id', 'person_id', 'reason', 'occurred_on'])
      .where('kind', '=', 'coached')
      .executeTakeFirst()
    expect(event).toEqual({
      kind: 'coached',
      actor_id: noor,
      person_id: mara,
      reason: 'Water last',
      occurred_on: someDay,
    })
    const change = await world.db
      .selectFrom('change')
      .select('person_id')
      .where('kind', '=', 'coached')
      .executeTakeFirst()
    expect(change).toEqual({ person_id: mara })
  })

  it('is not recorded by the person, by a stranger, or for a day to come', async () => {
    await expect(world.run(mara, recordCoachingTalk, dough())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(world.run(sam, recordCoachingTalk, dough())).rejects.toThrow(NotFound)
    expect(await world.run(noor, recordCoachingTalk, { ...dough(), on: '2026-11-25' })).toMatchObject({
      ok: false,
      problem: { code: 'in-the-future' },
    })
  })

  it('is refused to a designer for themselves', async () => {
    const dora = await somebody(world, 'Dora Designer', { grants: ['designer'] })
    await takePart(world, bakery, dora)
    expect(await world.run(dora, recordCoachingTalk, { ...dough(), personId: dora })).toMatchObject({
      ok: false,
      problem: { code: 'self' },
    })
  })
})
