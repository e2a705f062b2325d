import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quickNotYet } from '~/commands/quick-not-yet.server'
import { quickSignOff } from '~/commands/quick-sign-off.server'
import { decodeRow } from '~/domain/cell-code'
import type { Id } from '~/domain/ids'
import type { LiveReload, LiveRows } from '~/domain/live-event'
import { createLog } from '~/server/log.server'
import { liveHub, longestReplay, mostStreams, type LiveHub } from '~/server/live.server'
import { findActor } from '~db/queries/actor.server'
import { findChangeSequence, recordChanges } from '~db/queries/change.server'
import { isVisible, visiblePeople } from '~db/queries/visible-people.server'
import { aBakery, takePart, type Bakery } from '../support/bakery'
import { eachEngine } from '../support/database'
import { aWorld, somebody, type World } from '../support/world'

type Told = { readonly event: 'rows' | 'reload'; readonly sequence: number; readonly data: string }

describe.each(eachEngine)('the live hub on %s', (engine) => {
  let world: World
  let bakery: Bakery
  let hub: LiveHub
  let stopping: AbortController
  const who = {} as Record<'noor' | 'otto' | 'mara' | 'theo' | 'auditor' | 'sam', Id<'person'>>

  beforeEach(async () => {
    world = await aWorld(engine)
    bakery = await aBakery(world, { dough: {}, oven: {}, bread: {} })
    who.noor = await somebody(world, 'Noor Haddad')
    who.otto = await somebody(world, 'Otto Berg')
    who.mara = await somebody(world, 'Mara Lind', { managerId: who.noor })
    who.theo = await somebody(world, 'Theo Ruiz', { managerId: who.otto })
    who.auditor = await somebody(world, 'Ana Audit', { grants: ['auditor'] })
    who.sam = await somebody(world, 'Sam Stranger')
    await takePart(world, bakery, who.mara)
    await takePart(world, bakery, who.theo)
    stopping = new AbortController()
    const clock = { now: () => world.now, newId: world.newId }
    hub = liveHub({ db: world.db, queue: world.queue, clock, log: createLog('silent'), stopping })
  })
  afterEach(async () => {
    stopping.abort()
    await hub.settle()
    await world.close()
  })

  const cell = (personId: Id<'person'>, name: string) => ({
    programId: bakery.programId,
    personId,
    qualificationId: bakery.qualification(name),
  })
  const head = () => findChangeSequence(world.db, world.organisationId)
  const join = async (personId: Id<'person'>, after?: number) => {
    const told: Told[] = []
    let ended = false
    const look = async () => {
      const actor = await findActor(
        world.db,
        { organisationId: world.organisationId, personId, accountId: null },
        world.today(),
      )
      return visiblePeople(world.db, actor, 'read-status', world.today())
    }
    let visible = await look()
    const leave = await hub.join({
      organisationId: world.organisationId,
      timeZone: 'Europe/Berlin',
      personId,
      after: after ?? (await head()),
      visible: () => visible,
      recheck: async () => void (visible = await look()),
      send: (event, sequence, data) => told.push({ event, sequence, data }),
      end: () => void (ended = true),
    })
    return { told, leave, rows: () => rowsIn(told), isEnded: () => ended }
  }
  const change = (touched: Parameters<typeof recordChanges>[2]) =>
    world.write((tx) =>
      recordChanges(tx, { organisationId: world.organisationId, actorId: who.noor, at: world.now }, touched),
    )

  it('tells whoever may see the person, as the line is now, and nobody else', async () => {
    const viewers = Object.fromEntries(
      await Promise.all(Object.entries(who).map(async ([name, id]) => [name, await join(id)] as const)),
    )
    await world.run(who.noor, quickSignOff, cell(who.mara, 'dough'))
    await hub.settle()
    expect(
      Object.entries(viewers)
        .filter(([, one]) => one.told.length > 0)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['auditor', 'mara', 'noor'])
    const [event] = viewers['noor']?.rows() ?? []
    expect(event?.causes).toEqual([
      {
        personId: who.mara,
        qualificationId: bakery.qualification('dough'),
        actorId: who.noor,
        actorName: 'Noor Haddad',
        kind: 'signed-off',
      },
    ])
    const row = event?.rows[0]?.row
    expect(row).toMatchObject({ name: 'Mara Lind', readiness: { met: 1, needed: 3 } })
    expect(decodeRow(row?.code ?? '').map((face) => face?.status)).toEqual(['mastered', 'not-started', 'not-started'])
    expect(event?.sequence).toBe(await head())
  })

  it('sends each viewer exactly the people the loader would show, over many events', async () => {
    const ids = Object.values(who)
    const viewers = await Promise.all(ids.map(async (id) => ({ id, ...(await join(id)) })))
    const acts = ['dough', 'oven', 'bread'].flatMap((name) => [
      world.run(who.noor, quickSignOff, cell(who.mara, name)),
      world.run(who.otto, quickNotYet, { ...cell(who.theo, name), note: 'Too dark' }),
    ])
    await Promise.all(acts)
    await hub.settle()
    for (const viewer of viewers) {
      const actor = await findActor(
        world.db,
        { organisationId: world.organisationId, personId: viewer.id, accountId: null },
        world.today(),
      )
      const visible = await visiblePeople(world.db, actor, 'read-status', world.today())
      const expected = [who.mara, who.theo].filter((id) => isVisible(visible, id))
      const seen = new Set(viewer.rows().flatMap((event) => event.rows.map((one) => one.personId)))
      expect([...seen].sort()).toEqual([...expected].sort())
      const causes = viewer.rows().flatMap((event) => event.causes)
      expect(causes).toHaveLength(expected.length * 3)
      expect(viewer.told.map((one) => one.sequence)).toEqual(
        viewer.told.map((one) => one.sequence).sort((a, b) => a - b),
      )
    }
  })

  it('replays the lines touched since, as they are now and each once', async () => {
    const before = await head()
    await world.run(who.noor, quickSignOff, cell(who.mara, 'dough'))
    await world.run(who.noor, quickSignOff, cell(who.mara, 'oven'))
    const { told, rows } = await join(who.noor, before)
    expect(told).toHaveLength(1)
    expect(rows()[0]?.rows).toHaveLength(1)
    expect(rows()[0]?.rows[0]?.row?.readiness).toEqual({ met: 2, needed: 3 })
    expect((await join(who.sam, before)).told).toEqual([])
    expect((await join(who.noor)).told).toEqual([])
  })

  it('misses nothing that is committed while somebody joins', async () => {
    const before = await head()
    const joining = join(who.noor, before)
    const acts = ['dough', 'oven', 'bread'].map((name) => world.run(who.noor, quickSignOff, cell(who.mara, name)))
    const viewer = await joining
    await Promise.all(acts)
    await hub.settle()
    expect(viewer.rows().at(-1)?.rows[0]?.row?.readiness).toEqual({ met: 3, needed: 3 })
    expect(viewer.told.at(-1)?.sequence).toBe(await head())
  })

  it('says reload where the gap is too long, from the future, or the program itself changed', async () => {
    const before = await head()
    await change(
      Array.from({ length: longestReplay + 1 }, () => ({
        kind: 'ticked',
        personId: who.mara,
        qualificationId: bakery.qualification('dough'),
      })),
    )
    expect(reloadsIn((await join(who.noor, before)).told)).toMatchObject([{ why: 'gap', sequence: await head() }])
    expect(reloadsIn((await join(who.noor, 9_999_999)).told)).toMatchObject([{ why: 'gap' }])
    const viewer = await join(who.sam)
    await change([{ kind: 'published', programId: bakery.programId }])
    await hub.settle()
    expect(reloadsIn(viewer.told)).toEqual([{ why: 'program', sequence: await head() }])
  })

  it('tells that somebody no longer takes part, and asks again whom each viewer may see', async () => {
    const noor = await join(who.noor)
    const otto = await join(who.otto)
    await world.write(async (tx) => {
      await tx.updateTable('assignment').set({ to_on: '2026-11-23' }).where('person_id', '=', who.mara).execute()
      await tx.updateTable('reporting_line').set({ manager_id: who.otto }).where('person_id', '=', who.mara).execute()
      const by = { organisationId: world.organisationId, actorId: null, at: world.now }
      await recordChanges(tx, by, [{ kind: 'assignment-ended', personId: who.mara }])
    })
    await hub.settle()
    expect(noor.told).toEqual([])
    expect(otto.rows()[0]?.rows).toEqual([{ programId: bakery.programId, personId: who.mara, row: null }])
  })

  it('stops telling who has left, and lets the oldest of too many streams go', async () => {
    const first = await join(who.noor)
    const gone = await join(who.noor)
    gone.leave()
    for (let count = 1; count < mostStreams; count += 1) await join(who.noor)
    expect(first.isEnded()).toBe(false)
    await join(who.noor)
    expect(first.isEnded()).toBe(true)
    await world.run(who.noor, quickSignOff, cell(who.mara, 'dough'))
    await hub.settle()
    expect(gone.told).toEqual([])
  })
})

function rowsIn(told: readonly Told[]): LiveRows[] {
  return told.filter((one) => one.event === 'rows').map((one) => JSON.parse(one.data) as LiveRows)
}

function reloadsIn(told: readonly Told[]): LiveReload[] {
  return told.filter((one) => one.event === 'reload').map((one) => JSON.parse(one.data) as LiveReload)
}
