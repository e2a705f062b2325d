import type { z } from 'zod'
import type { Command } from '~/commands/command.server'
import { dateInZone, type CalendarDate, type Instant } from '~/domain/calendar-date'
import { idPrefixes, type Id, type IdKind, type NewId } from '~/domain/ids'
import type { Problem, Result } from '~/domain/result'
import type { GrantKind } from '~/domain/vocabulary'
import { Undone } from '~/server/write-queue.server'
import type { Tx } from '~db/client.server'
import type { EngineName } from '~db/migrations/engine'
import { findActor } from '~db/queries/actor.server'
import { insertOrganisation } from '~db/queries/organisation.server'
import { testDatabase, type TestDatabase } from './database'

/** The day the tests live on; a test that needs another moves `world.now`. */
export const someDay: CalendarDate = '2026-11-24'
const longAgo: CalendarDate = '2020-01-01'

/** One organisation in a database of its own, a clock that stands still and ids that count. */
export interface World extends TestDatabase {
  readonly organisationId: Id<'organisation'>
  now: Instant
  readonly today: () => CalendarDate
  readonly newId: NewId
  /** Runs a command as this person, with the rights the database gives them, as the server would. */
  run<I extends z.ZodType, A, P extends Problem>(
    personId: Id<'person'>,
    command: Command<I, A, P>,
    input: z.input<I>,
  ): Promise<Result<A, P>>
  /** Writes rows outside any command, in a transaction. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** An empty organisation "Brightwater" in Berlin time. */
export async function aWorld(engine: EngineName): Promise<World> {
  const database = await testDatabase(engine)
  let count = 0
  const newId: NewId = <K extends IdKind>(kind: K) =>
    `${idPrefixes[kind]}_${String((count += 1)).padStart(12, '0')}` as Id<K>
  const organisationId = newId('organisation')
  const world: World = {
    ...database,
    organisationId,
    now: `${someDay}T10:00:00.000Z`,
    today: () => dateInZone(world.now, 'Europe/Berlin'),
    newId,
    write: (work) => database.queue.write(organisationId, work),
    run: (personId, command, input) => {
      const parsed = command.input.parse(input)
      return database.queue.write(organisationId, async (tx) => {
        const today = world.today()
        const actor = await findActor(tx, { organisationId, personId, accountId: null }, today)
        const result = await command.run({ tx, actor, now: world.now, today, newId }, parsed as never)
        if (!result.ok) throw new Undone(result)
        return result
      })
    },
  }
  await world.write((tx) =>
    insertOrganisation(tx, {
      id: organisationId,
      name: 'Brightwater',
      timeZone: 'Europe/Berlin',
      isSample: false,
      createdAt: world.now,
    }),
  )
  return world
}

/** Somebody in the organisation since 2020, with the grants named and, where given, a manager. */
export async function somebody(
  world: World,
  name: string,
  details: { grants?: readonly GrantKind[]; managerId?: Id<'person'>; email?: string } = {},
): Promise<Id<'person'>> {
  const id = world.newId('person')
  await world.write(async (tx) => {
    await tx
      .insertInto('person')
      .values({
        id,
        organisation_id: world.organisationId,
        name,
        staff_number: null,
        email: details.email ?? null,
        employment: 'employee',
        employer: null,
        employment_ends_on: null,
        starts_on: longAgo,
        leaves_on: null,
        account_id: null,
        version: 1,
        created_at: world.now,
      })
      .execute()
    for (const kind of details.grants ?? []) await insertGrant(tx, world, id, kind)
    if (details.managerId) {
      await tx
        .insertInto('reporting_line')
        .values({
          id: world.newId('reporting-line'),
          organisation_id: world.organisationId,
          person_id: id,
          manager_id: details.managerId,
          from_on: longAgo,
          to_on: null,
        })
        .execute()
    }
  })
  return id
}

async function insertGrant(tx: Tx, world: World, personId: Id<'person'>, kind: GrantKind): Promise<void> {
  await tx
    .insertInto('grant')
    .values({
      id: world.newId('grant'),
      organisation_id: world.organisationId,
      person_id: personId,
      kind,
      qualification_id: null,
      group_name: null,
      from_on: longAgo,
      to_on: null,
      granted_by: null,
      reason: '',
      granted_at: world.now,
    })
    .execute()
}
