import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Id } from '~/domain/ids'
import { sqliteWriteQueue, Undone } from '~/server/write-queue.server'
import { listChangesAfter, recordChanges } from '~db/queries/change.server'
import { appendToLedger } from '~db/queries/ledger.server'
import { eachEngine, testDatabase } from '../support/database'
import { aWorld, somebody, type World } from '../support/world'

describe.each(eachEngine)('the write queue on %s', (engine) => {
  let world: World
  beforeEach(async () => {
    world = await aWorld(engine)
  })
  afterEach(() => world.close())

  const publish = (note: string) =>
    world.write(async (tx) => {
      const event = await appendToLedger(tx, {
        organisationId: world.organisationId,
        id: world.newId('ledger-event'),
        kind: 'published',
        actorId: null,
        occurredOn: world.today(),
        recordedAt: world.now,
        reason: note,
      })
      await recordChanges(tx, { organisationId: world.organisationId, actorId: null, at: world.now }, [{ kind: note }])
      return event.sequence
    })

  it('gives concurrent commands one gapless sequence each', async () => {
    const sequences = await Promise.all(Array.from({ length: 20 }, (_, index) => publish(`note ${index}`)))
    expect([...sequences].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    const changes = await listChangesAfter(world.db, world.organisationId, 0, 100)
    expect(changes.map((change) => change.sequence)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  it('undoes only the command that throws', async () => {
    const outcomes = await Promise.allSettled([
      publish('kept'),
      world.write(async (tx) => {
        await recordChanges(tx, { organisationId: world.organisationId, actorId: null, at: world.now }, [
          { kind: 'lost' },
        ])
        throw new Error('a bug')
      }),
      publish('kept too'),
    ])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const changes = await listChangesAfter(world.db, world.organisationId, 0, 100)
    expect(changes.map((change) => change.kind).sort()).toEqual(['kept', 'kept too'])
  })

  it('undoes a refused command and still hands its answer back', async () => {
    const answer = await world.write(async (tx) => {
      await tx.updateTable('organisation').set({ name: 'Renamed' }).execute()
      throw new Undone('refused')
    })
    expect(answer).toBe('refused')
    expect((await world.db.selectFrom('organisation').select('name').executeTakeFirstOrThrow()).name).toBe(
      'Brightwater',
    )
  })

  it('tells the organisations of a commit after it, and not those of a refused command', async () => {
    const told: string[] = []
    world.queue.onCommit((organisations) => told.push(...organisations))
    await publish('one')
    await world.write(() => Promise.reject(new Undone(null)))
    expect(told).toEqual([world.organisationId])
  })

  it('refuses work once it is closed', async () => {
    const other = await testDatabase(engine)
    await other.queue.close()
    await expect(other.queue.write(null, () => Promise.resolve(1))).rejects.toThrow('stopping')
    await other.close()
  })

  it('lets nobody change or delete what the ledger holds', async () => {
    await publish('for ever')
    await expect(
      world.write((tx) => tx.updateTable('ledger_event').set({ reason: 'other' }).execute()),
    ).rejects.toThrow('append-only')
    await expect(world.write((tx) => tx.deleteFrom('ledger_event').execute())).rejects.toThrow('append-only')
  })

  it('refuses a sign-off of oneself in the database itself', async () => {
    const person = await somebody(world, 'Elif Demir')
    const event = {
      organisationId: world.organisationId,
      kind: 'mastered' as const,
      personId: person,
      occurredOn: world.today(),
      recordedAt: world.now,
    }
    await expect(
      world.write((tx) => appendToLedger(tx, { ...event, id: world.newId('ledger-event'), actorId: person })),
    ).rejects.toThrow(/constraint/i)
    const manager = await somebody(world, 'Martin Keller')
    await world.write((tx) => appendToLedger(tx, { ...event, id: world.newId('ledger-event'), actorId: manager }))
  })
})

describe('the write queue on SQLite alone', () => {
  it('refuses a batch in which something other than SQL was awaited', async () => {
    const { sqlite, close } = await testDatabase('sqlite')
    if (!sqlite) throw new Error('no SQLite connection')
    const queue = sqliteWriteQueue(sqlite)
    await expect(queue.write(null, () => nextTurn())).rejects.toThrow('other than SQL')
    await close()
  })

  it('replaces nothing through INSERT OR REPLACE', async () => {
    const world = await aWorld('sqlite')
    const id: Id<'ledger-event'> = world.newId('ledger-event')
    await world.write((tx) =>
      appendToLedger(tx, {
        organisationId: world.organisationId,
        id,
        kind: 'published',
        actorId: null,
        occurredOn: world.today(),
        recordedAt: world.now,
      }),
    )
    expect(() =>
      world.sqlite?.exec('insert or replace into ledger_event select * from ledger_event where sequence = 1'),
    ).toThrow('append-only')
    await world.close()
  })
})
