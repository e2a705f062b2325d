import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quickSignOff } from '~/commands/quick-sign-off.server'
import type { Id } from '~/domain/ids'
import { ledgerKinds, type LedgerKind } from '~/domain/vocabulary'
import { appendToLedger } from '~db/queries/ledger.server'
import { aBakery, takePart, type Bakery } from '../support/bakery'
import { eachEngine } from '../support/database'
import { aWorld, somebody, someDay, type World } from '../support/world'

/** What only somebody else may write about a person (DESIGN 4.5, SECURITY D15). */
const neverForOneself: readonly LedgerKind[] = [
  'mastered',
  'not-yet',
  'continued',
  'renewed',
  'held',
  'released',
  'exempted',
  'unexempted',
  'recognised',
  'imported',
  'confirmed',
  'promoted',
  'coached',
  'voided',
]

describe.each(eachEngine)('below the code, on %s', (engine) => {
  let world: World
  let bakery: Bakery
  let noor: Id<'person'>
  let mara: Id<'person'>

  beforeEach(async () => {
    world = await aWorld(engine)
    bakery = await aBakery(world, { dough: {} })
    noor = await somebody(world, 'Noor Haddad')
    mara = await somebody(world, 'Mara Lind', { managerId: noor })
    await takePart(world, bakery, mara)
    await world.run(noor, quickSignOff, {
      programId: bakery.programId,
      personId: mara,
      qualificationId: bakery.qualification('dough'),
    })
  })
  afterEach(() => world.close())

  it.each(['ledger_event', 'assessment', 'criterion_verdict'])('%s is never changed or deleted', async (table) => {
    const name = sql.table(table)
    const before = await sql`select * from ${name}`.execute(world.db)
    expect(before.rows.length).toBeGreaterThan(0)
    const attempts = [
      sql`update ${name} set organisation_id = organisation_id`,
      sql`delete from ${name}`,
      ...(engine === 'postgres'
        ? [sql`truncate ${name} cascade`]
        : [
            sql`insert or replace into ${name} select * from ${name}`,
            sql`update or replace ${name} set organisation_id = organisation_id`,
          ]),
    ]
    for (const attempt of attempts) {
      await expect(world.write((tx) => attempt.execute(tx))).rejects.toThrow(/append-only/)
    }
    expect((await sql`select * from ${name}`.execute(world.db)).rows).toEqual(before.rows)
  })

  it.each(neverForOneself)('the ledger takes no %s by the person it is about', async (kind) => {
    const event = {
      organisationId: world.organisationId,
      kind,
      personId: mara,
      qualificationId: bakery.qualification('dough'),
      occurredOn: someDay,
      recordedAt: world.now,
    }
    const own = world.write((tx) => appendToLedger(tx, { ...event, id: world.newId('ledger-event'), actorId: mara }))
    await expect(own).rejects.toThrow(/check/i)
    const other = world.write((tx) => appendToLedger(tx, { ...event, id: world.newId('ledger-event'), actorId: noor }))
    await expect(other).resolves.toMatchObject({ kind })
  })

  it('takes every other kind from anybody, so that the list above is the whole of it', async () => {
    for (const kind of ledgerKinds.filter((one) => !neverForOneself.includes(one))) {
      const event = {
        organisationId: world.organisationId,
        id: world.newId('ledger-event'),
        kind,
        personId: mara,
        actorId: mara,
        occurredOn: someDay,
        recordedAt: world.now,
      }
      await expect(world.write((tx) => appendToLedger(tx, event))).resolves.toMatchObject({ kind })
    }
  })

  it('takes no assessment and no exemption of oneself, also without the code', async () => {
    const [kept] = await world.db.selectFrom('assessment').selectAll().execute()
    if (!kept) throw new Error('nothing was signed')
    const own = { ...kept, id: world.newId('assessment'), assessor_id: mara, event_id: null }
    await expect(world.write((tx) => tx.insertInto('assessment').values(own).execute())).rejects.toThrow(/check/i)
    const exemption = {
      id: world.newId('exemption'),
      organisation_id: world.organisationId,
      person_id: mara,
      program_id: bakery.programId,
      qualification_id: bakery.qualification('dough'),
      reason: 'medical' as const,
      note: '',
      from_on: someDay,
      until_on: null,
      ended_on: null,
      granted_by: mara,
    }
    await expect(world.write((tx) => tx.insertInto('exemption').values(exemption).execute())).rejects.toThrow(/check/i)
  })

  it('lets two writers of one cell have exactly one effect: the stream counts', async () => {
    const [event] = await world.db.selectFrom('ledger_event').selectAll().where('kind', '=', 'mastered').execute()
    if (!event) throw new Error('nothing was signed')
    const twin = { ...event, id: world.newId('ledger-event'), sequence: event.sequence + 100 }
    await expect(world.write((tx) => tx.insertInto('ledger_event').values(twin).execute())).rejects.toThrow(/unique/i)
  })
})
