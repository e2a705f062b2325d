import type { Id } from '~/domain/ids'
import type { Problem, Result } from '~/domain/result'
import { insertTeam } from '~db/queries/team.server'
import type { World } from '../../support/world'

export async function aTeam(world: World, name: string): Promise<Id<'team'>> {
  const teamId = world.newId('team')
  await world.write((tx) => insertTeam(tx, { organisationId: world.organisationId, teamId, name, siteId: null }))
  return teamId
}

export async function aRole(world: World, title: string): Promise<Id<'role'>> {
  const id = world.newId('role')
  await world.write((tx) =>
    tx
      .insertInto('role')
      .values({
        id,
        organisation_id: world.organisationId,
        title,
        former_titles: '[]',
        purpose: '',
        family: '',
        level: '',
        version: 1,
        created_at: world.now,
      })
      .execute(),
  )
  return id
}

/** An account the person signs in with, and one session of it. */
export async function anAccountFor(world: World, personId: Id<'person'>): Promise<Id<'account'>> {
  const id = world.newId('account')
  const stamped = { created_at: world.now, updated_at: world.now }
  await world.write(async (tx) => {
    await tx
      .insertInto('account')
      .values({ id, name: 'x', email: `${id}@example.test`, email_verified: 0, image: null, ...stamped })
      .execute()
    await tx.updateTable('person').set({ account_id: id }).where('id', '=', personId).execute()
    await tx
      .insertInto('session')
      .values({
        id: `session-${id}`,
        token: `hash-${id}`,
        account_id: id,
        expires_at: '2027-01-01T00:00:00.000Z',
        ip_address: null,
        user_agent: null,
        ...stamped,
      })
      .execute()
  })
  return id
}

/** Kinds of the changes written about a person, in order. */
export async function changesOf(world: World, personId: Id<'person'>): Promise<string[]> {
  const rows = await world.db
    .selectFrom('change')
    .select('kind')
    .where('person_id', '=', personId)
    .orderBy('sequence')
    .execute()
  return rows.map((row) => row.kind)
}

/** Kinds of the ledger's events about a person, in order. */
export async function eventsOf(world: World, personId: Id<'person'>): Promise<string[]> {
  const rows = await world.db
    .selectFrom('ledger_event')
    .select('kind')
    .where('person_id', '=', personId)
    .orderBy('sequence')
    .execute()
  return rows.map((row) => row.kind)
}

export async function problemOf(running: Promise<Result<unknown>>): Promise<Problem | null> {
  const result = await running
  return result.ok ? null : result.problem
}
