import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { addPerson } from '~/commands/people/add-person.server'
import { editPerson } from '~/commands/people/edit-person.server'
import { setManager } from '~/commands/people/set-manager.server'
import { Forbidden, NotFound } from '~/domain/refusals'
import { findPerson } from '~db/queries/person.server'
import { eachEngine } from '../../support/database'
import { aWorld, someDay, somebody, type World } from '../../support/world'
import { aRole, aTeam, changesOf, problemOf } from './rows'

const details = { name: 'Mara Lindqvist', employment: 'employee' as const, startsOn: someDay }

describe.each(eachEngine)('people on %s', (engine) => {
  let world: World
  beforeEach(async () => {
    world = await aWorld(engine)
  })
  afterEach(() => world.close())

  async function saved(personId: `pers_${string}`) {
    return findPerson(world.db, { organisationId: world.organisationId, personId })
  }

  it('a designer adds somebody without address or account, placed in team, role and under a manager', async () => {
    const designer = await somebody(world, 'Dora', { grants: ['designer'] })
    const teamId = await aTeam(world, 'Ovens')
    const roleId = await aRole(world, 'Baker')
    const result = await world.run(designer, addPerson, { ...details, teamId, roleId, managerId: designer })
    if (!result.ok) throw new Error('expected to be added')
    const { personId } = result.value
    expect(await saved(personId)).toMatchObject({ name: 'Mara Lindqvist', email: null, accountId: null, version: 1 })
    for (const table of ['team_membership', 'assignment', 'reporting_line'] as const) {
      const rows = await world.db.selectFrom(table).select(['person_id', 'from_on', 'to_on']).execute()
      expect(rows).toEqual([{ person_id: personId, from_on: someDay, to_on: null }])
    }
    expect(await changesOf(world, personId)).toEqual(['person'])
  })

  it('neither a manager nor an employee adds people', async () => {
    const manager = await somebody(world, 'Max')
    await somebody(world, 'Emil', { managerId: manager })
    for (const personId of [manager, await somebody(world, 'Elif')]) {
      await expect(world.run(personId, addPerson, details)).rejects.toThrow(NotFound)
    }
  })

  it('staff number and address are one person’s each, and a contractor has an employer', async () => {
    const designer = await somebody(world, 'Dora', { grants: ['designer'] })
    await world.run(designer, addPerson, { ...details, staffNumber: '17', email: 'mara@example.test' })
    const again = { ...details, name: 'Other' }
    expect(await problemOf(world.run(designer, addPerson, { ...again, staffNumber: '17' }))).toEqual({
      code: 'staff-number-taken',
      facts: { by: 'Mara Lindqvist' },
    })
    expect(await problemOf(world.run(designer, addPerson, { ...again, email: 'MARA@example.test' }))).toMatchObject({
      code: 'person-email-taken',
    })
    expect(await problemOf(world.run(designer, addPerson, { ...again, employment: 'contractor' }))).toEqual({
      code: 'employer-missing',
    })
    const ends = { ...again, employmentEndsOn: '2020-01-01' }
    expect(await problemOf(world.run(designer, addPerson, ends))).toEqual({ code: 'ends-before-start' })
  })

  it('a place that belongs to another organisation does not exist', async () => {
    const designer = await somebody(world, 'Dora', { grants: ['designer'] })
    for (const place of [
      { teamId: 'team_0000000000' },
      { roleId: 'role_0000000000' },
      { managerId: 'pers_0000000000' },
    ]) {
      await expect(world.run(designer, addPerson, { ...details, ...place })).rejects.toThrow(NotFound)
    }
    expect(await world.db.selectFrom('person').select('id').execute()).toHaveLength(1)
  })

  it('details change once; the second editor of the same state is told', async () => {
    const designer = await somebody(world, 'Dora', { grants: ['designer'] })
    const personId = await somebody(world, 'Mara')
    const edit = { ...details, personId, version: 1, name: 'Mara Lind' }
    expect(await world.run(designer, editPerson, edit)).toMatchObject({ ok: true })
    expect(await saved(personId)).toMatchObject({ name: 'Mara Lind', version: 2 })
    expect(await problemOf(world.run(designer, editPerson, edit))).toEqual({ code: 'stale' })
    expect(await changesOf(world, personId)).toEqual(['person'])
  })

  it('a manager sees their person but does not edit; a stranger does not even see them', async () => {
    const manager = await somebody(world, 'Max')
    const personId = await somebody(world, 'Mara', { managerId: manager })
    const edit = { ...details, personId, version: 1 }
    await expect(world.run(manager, editPerson, edit)).rejects.toThrow(Forbidden)
    await expect(world.run(await somebody(world, 'Sten'), editPerson, edit)).rejects.toThrow(NotFound)
  })

  it('a new manager closes the line to the old one the day before', async () => {
    const designer = await somebody(world, 'Dora', { grants: ['designer'] })
    const [old, next] = [await somebody(world, 'Old'), await somebody(world, 'Next')]
    const personId = await somebody(world, 'Mara', { managerId: old })
    await world.run(designer, setManager, { personId, managerId: next, fromOn: '2026-12-01' })
    const lines = await world.db
      .selectFrom('reporting_line')
      .select(['manager_id', 'from_on', 'to_on'])
      .where('person_id', '=', personId)
      .orderBy('from_on')
      .execute()
    expect(lines).toEqual([
      { manager_id: old, from_on: '2020-01-01', to_on: '2026-11-30' },
      { manager_id: next, from_on: '2026-12-01', to_on: null },
    ])
    expect(await changesOf(world, personId)).toEqual(['manager'])
  })

  it('nobody is their own manager, by any number of steps', async () => {
    const designer = await somebody(world, 'Dora', { grants: ['designer'] })
    const top = await somebody(world, 'Top')
    const middle = await somebody(world, 'Middle', { managerId: top })
    const low = await somebody(world, 'Low', { managerId: middle })
    const fromOn = someDay
    expect(await problemOf(world.run(designer, setManager, { personId: top, managerId: top, fromOn }))).toEqual({
      code: 'own-manager',
    })
    expect(await problemOf(world.run(designer, setManager, { personId: top, managerId: low, fromOn }))).toEqual({
      code: 'manager-cycle',
      facts: { path: 'Low' },
    })
  })
})
