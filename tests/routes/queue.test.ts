import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimDemonstration } from '~/commands/claim-demonstration.server'
import { handOverDemonstration } from '~/commands/hand-over-demonstration.server'
import { requestDemonstration } from '~/commands/request-demonstration.server'
import { NotFound } from '~/domain/refusals'
import type { Id } from '~/domain/ids'
import { demonstrationPage } from '~/routes/assessment/demonstration-page.server'
import { queuePage } from '~/routes/assessment/queue-page.server'
import { countWaiting } from '~db/queries/queue.server'
import { aBakery, takePart, type Bakery } from '../support/bakery'
import { eachEngine } from '../support/database'
import { pageContext } from '../support/page-context'
import { aWorld, somebody, type World } from '../support/world'

describe.each(eachEngine)('to assess on %s', (engine) => {
  let world: World
  let bakery: Bakery
  let otto: Id<'person'>
  let noor: Id<'person'>
  let mara: Id<'person'>
  let sam: Id<'person'>
  let vera: Id<'person'>

  beforeEach(async () => {
    world = await aWorld(engine)
    otto = await somebody(world, 'Otto Berg')
    noor = await somebody(world, 'Noor Haddad', { managerId: otto })
    mara = await somebody(world, 'Mara Lind', { managerId: noor })
    sam = await somebody(world, 'Sam Stranger')
    vera = await somebody(world, 'Vera Named')
    bakery = await aBakery(world, {
      dough: { rule: { turnaroundDays: 3 } },
      bread: { rule: { assessorKinds: ['named'], namedAssessorIds: [vera] } },
    })
    await takePart(world, bakery, mara)
  })
  afterEach(() => world.close())

  const cell = (name: string) => ({
    programId: bakery.programId,
    personId: mara,
    qualificationId: bakery.qualification(name),
  })
  const request = async (name: string, assessorId?: Id<'person'>) => {
    const answer = await world.run(mara, requestDemonstration, { ...cell(name), ...(assessorId ? { assessorId } : {}) })
    if (!answer.ok) throw new Error(answer.problem.code)
    return answer.value.demonstrationId
  }
  const queue = async (who: Id<'person'>, list: string) =>
    queuePage(await pageContext(world, who, `/queue?list=${list}`))
  const open = async (who: Id<'person'>, demonstrationId: string) =>
    demonstrationPage(await pageContext(world, who, '/', { demonstrationId }))
  const waiting = async (who: Id<'person'>) => {
    const { actor, today } = await pageContext(world, who, '/')
    return countWaiting(world.db, actor, today)
  }

  it('shows a request without assessor to all who may sign it, and to nobody else', async () => {
    const dough = await request('dough')
    for (const who of [noor, otto]) {
      expect((await queue(who, 'unassigned')).items.map((item) => item.id)).toEqual([dough])
      expect(await waiting(who)).toBe(1)
      expect((await open(who, dough)).open?.id).toBe(dough)
    }
    for (const who of [sam, vera, mara]) {
      expect((await queue(who, 'unassigned')).items).toEqual([])
      expect(await waiting(who)).toBe(0)
      await expect(open(who, dough)).rejects.toThrow(NotFound)
    }
  })

  it('asks the rule: a named assessor sees it, the manager sees it only among the team', async () => {
    const bread = await request('bread')
    expect((await queue(vera, 'unassigned')).items.map((item) => item.id)).toEqual([bread])
    expect((await queue(noor, 'unassigned')).items).toEqual([])
    expect((await queue(noor, 'team')).items.map((item) => item.id)).toEqual([bread])
    expect((await open(noor, bread)).cell.may.assess.allowed).toBe(false)
  })

  it('moves it to mine when it is claimed, and on to whoever it is handed to', async () => {
    const dough = await request('dough')
    await world.run(noor, claimDemonstration, { demonstrationId: dough })
    expect((await queue(noor, 'mine')).items.map((item) => item.id)).toEqual([dough])
    expect((await queue(otto, 'unassigned')).items).toEqual([])
    expect(await world.run(noor, handOverDemonstration, { demonstrationId: dough, assessorId: vera })).toMatchObject({
      ok: false,
      problem: { code: 'assessor-chosen-may-not-sign', facts: { name: 'Vera Named' } },
    })
    expect(await world.run(noor, handOverDemonstration, { demonstrationId: dough, assessorId: otto })).toMatchObject({
      ok: true,
    })
    expect((await queue(otto, 'mine')).items.map((item) => item.id)).toEqual([dough])
    expect((await queue(noor, 'mine')).items).toEqual([])
    const changes = await world.db.selectFrom('change').select('kind').orderBy('sequence', 'desc').execute()
    expect(changes[0]).toEqual({ kind: 'handed-over' })
  })

  it('lets nobody pass on what is neither theirs nor of their people', async () => {
    const bread = await request('bread')
    await expect(world.run(sam, handOverDemonstration, { demonstrationId: bread, assessorId: vera })).rejects.toThrow(
      NotFound,
    )
    expect(await world.run(vera, handOverDemonstration, { demonstrationId: bread, assessorId: noor })).toMatchObject({
      ok: false,
      problem: { code: 'not-yours' },
    })
  })

  it('counts age against the turnaround of each', async () => {
    const dough = await request('dough', noor)
    world.now = '2026-11-27T10:00:00.000Z'
    expect((await queue(noor, 'mine')).items[0]).toMatchObject({ id: dough, age: 3, isLate: false })
    world.now = '2026-11-28T10:00:00.000Z'
    expect((await queue(noor, 'mine')).items[0]).toMatchObject({ age: 4, turnaroundDays: 3, isLate: true })
  })

  it('leads on to the next of mine after one is done', async () => {
    const dough = await request('dough', noor)
    const onwards = await pageContext(world, noor, `/queue?after=demo_000000000999`)
    await expect(queuePage(onwards)).rejects.toThrow(NotFound)
    const bread = await request('bread', vera)
    const answer: unknown = await queuePage(await pageContext(world, vera, `/queue?after=${dough}`)).catch(
      (thrown: unknown) => thrown,
    )
    expect((answer as Response).headers.get('Location')).toBe(`/queue/${bread}?list=mine`)
  })
})
