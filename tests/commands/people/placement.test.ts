import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assignRole, endAssignment, endCandidacy, startCandidacy } from '~/commands/people/assignment.server'
import { joinTeam, leaveTeam, makeMainTeam } from '~/commands/people/membership.server'
import { addTeam, editTeam, endLead, nameLead } from '~/commands/people/team.server'
import { Forbidden, NotFound } from '~/domain/refusals'
import type { Id } from '~/domain/ids'
import { findTeam } from '~db/queries/team.server'
import { eachEngine } from '../../support/database'
import { aWorld, someDay, somebody, type World } from '../../support/world'
import { aRole, aTeam, changesOf, problemOf } from './rows'

const fromOn = someDay

describe.each(eachEngine)('teams and roles on %s', (engine) => {
  let world: World
  let designer: Id<'person'>
  let mara: Id<'person'>
  beforeEach(async () => {
    world = await aWorld(engine)
    designer = await somebody(world, 'Dora', { grants: ['designer'] })
    mara = await somebody(world, 'Mara')
  })
  afterEach(() => world.close())

  const memberships = () =>
    world.db
      .selectFrom('team_membership')
      .select(['id', 'team_id', 'is_main', 'from_on', 'to_on'])
      .where('person_id', '=', mara)
      .orderBy('from_on')
      .orderBy('id')
      .execute()

  it('the first team is the main one; another becomes main without a row being overwritten', async () => {
    const [ovens, counter] = [await aTeam(world, 'Ovens'), await aTeam(world, 'Counter')]
    await world.run(designer, joinTeam, { personId: mara, teamId: ovens, fromOn: '2026-01-01' })
    await world.run(designer, joinTeam, { personId: mara, teamId: counter, fromOn: '2026-03-01' })
    const second = (await memberships()).at(-1)
    expect((await memberships()).map((row) => row.is_main)).toEqual([1, 0])
    await world.run(designer, makeMainTeam, { personId: mara, membershipId: second?.id ?? '' })
    const rows = (await memberships()).map(({ id: _, ...row }) => row)
    expect(rows).toContainEqual({ team_id: ovens, is_main: 1, from_on: '2026-01-01', to_on: '2026-11-23' })
    expect(rows).toContainEqual({ team_id: counter, is_main: 0, from_on: '2026-03-01', to_on: '2026-11-23' })
    expect(rows).toContainEqual({ team_id: ovens, is_main: 0, from_on: someDay, to_on: null })
    expect(rows).toContainEqual({ team_id: counter, is_main: 1, from_on: someDay, to_on: null })
    expect(await changesOf(world, mara)).toEqual(['team', 'team', 'team'])
  })

  it('somebody is in a team once, and leaves it with a last day', async () => {
    const teamId = await aTeam(world, 'Ovens')
    await world.run(designer, joinTeam, { personId: mara, teamId, fromOn: '2026-01-01' })
    expect(await problemOf(world.run(designer, joinTeam, { personId: mara, teamId, fromOn }))).toEqual({
      code: 'already-member',
      facts: { what: 'Ovens' },
    })
    const membershipId = (await memberships())[0]?.id ?? ''
    await world.run(designer, leaveTeam, { personId: mara, membershipId, lastDay: '2026-11-20' })
    expect(await memberships()).toMatchObject([{ to_on: '2026-11-20' }])
    const again = world.run(designer, leaveTeam, { personId: mara, membershipId, lastDay: someDay })
    expect(await problemOf(again)).toEqual({ code: 'not-in-force' })
  })

  it('a team has a site, made with it where it is new, and leads', async () => {
    const added = await world.run(designer, addTeam, { name: 'Ovens', newSite: 'Harbour' })
    if (!added.ok) throw new Error('expected to be added')
    const { teamId } = added.value
    const key = { organisationId: world.organisationId, teamId }
    const team = await findTeam(world.db, key)
    expect(team).toMatchObject({ name: 'Ovens', siteName: 'Harbour', version: 1 })
    await world.run(designer, joinTeam, { personId: mara, teamId, fromOn })
    const lead = await somebody(world, 'Lena')
    expect(await world.run(designer, nameLead, { teamId, personId: lead, fromOn: '2026-01-01' })).toMatchObject({
      ok: true,
    })
    expect(await problemOf(world.run(designer, nameLead, { teamId, personId: lead, fromOn }))).toMatchObject({
      code: 'already-leads',
    })
    const edit = { teamId, version: 1, name: 'Ovens and dough', siteId: team.siteId ?? undefined }
    expect(await world.run(designer, editTeam, edit)).toMatchObject({ ok: true })
    expect(await problemOf(world.run(designer, editTeam, edit))).toEqual({ code: 'stale' })
    const absent = { ...edit, version: 2, siteId: 'site_0000000000' }
    await expect(world.run(designer, editTeam, absent)).rejects.toThrow(NotFound)
    const row = await world.db.selectFrom('team_lead').select(['id', 'to_on']).executeTakeFirstOrThrow()
    await world.run(designer, endLead, { teamId, leadId: row.id })
    expect(await problemOf(world.run(designer, endLead, { teamId, leadId: row.id }))).toEqual({ code: 'not-in-force' })
    expect(await changesOf(world, mara)).toEqual(['team', 'lead', 'team', 'lead'])
    await expect(world.run(lead, addTeam, { name: 'Mine' })).rejects.toThrow(Forbidden)
  })

  it('roles are held from a day to a day; one of several is the main one', async () => {
    const [baker, driver] = [await aRole(world, 'Baker'), await aRole(world, 'Driver')]
    await world.run(designer, assignRole, { personId: mara, roleId: baker, fromOn: '2026-01-01' })
    await world.run(designer, assignRole, { personId: mara, roleId: driver, fromOn, isMain: 'on' })
    const rows = await world.db
      .selectFrom('assignment')
      .select(['id', 'role_id', 'is_main', 'from_on', 'to_on'])
      .orderBy('from_on')
      .execute()
    expect(rows).toMatchObject([
      { role_id: baker, is_main: 0, from_on: '2026-01-01', to_on: null },
      { role_id: driver, is_main: 1, from_on: someDay, to_on: null },
    ])
    const twice = world.run(designer, assignRole, { personId: mara, roleId: baker, fromOn })
    expect(await problemOf(twice)).toEqual({ code: 'already-holds', facts: { what: 'Baker' } })
    const end = { personId: mara, assignmentId: rows[0]?.id ?? '', lastDay: '2026-11-20' }
    expect(await world.run(designer, endAssignment, end)).toMatchObject({ ok: true })
    expect(await problemOf(world.run(designer, endAssignment, end))).toEqual({ code: 'not-in-force' })
    expect(await changesOf(world, mara)).toEqual(['role', 'role', 'role'])
  })

  it('somebody chooses a target role for themselves; holding it ends the candidacy', async () => {
    const [baker, head] = [await aRole(world, 'Baker'), await aRole(world, 'Head baker')]
    await world.run(designer, assignRole, { personId: mara, roleId: baker, fromOn })
    const start = { personId: mara, roleId: head, targetOn: '2027-06-30' }
    expect(await world.run(mara, startCandidacy, start)).toMatchObject({ ok: true })
    expect(await problemOf(world.run(mara, startCandidacy, { ...start, roleId: baker }))).toMatchObject({
      code: 'already-holds',
    })
    expect(await problemOf(world.run(mara, startCandidacy, { ...start, targetOn: '2026-01-01' }))).toEqual({
      code: 'ends-before-start',
    })
    await expect(world.run(await somebody(world, 'Sten'), startCandidacy, start)).rejects.toThrow(NotFound)
    const [open] = await world.db.selectFrom('candidacy').select('id').execute()
    await world.run(mara, endCandidacy, { personId: mara, candidacyId: open?.id ?? '' })
    const again = world.run(mara, endCandidacy, { personId: mara, candidacyId: open?.id ?? '' })
    expect(await problemOf(again)).toEqual({ code: 'not-in-force' })
    await world.run(mara, startCandidacy, start)
    world.now = '2027-01-04T10:00:00.000Z'
    await world.run(designer, assignRole, { personId: mara, roleId: head, fromOn: '2027-01-04' })
    expect(await world.db.selectFrom('candidacy').select('to_on').execute()).toEqual([{ to_on: '2027-01-03' }])
  })
})
