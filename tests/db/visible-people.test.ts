import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { can, type Actor } from '~/domain/access'
import type { Id } from '~/domain/ids'
import { findActor } from '~db/queries/actor.server'
import { isVisible, listMyPeople, visiblePeople } from '~db/queries/visible-people.server'
import { eachEngine } from '../support/database'
import { aWorld, somebody, type World } from '../support/world'

type Person = Id<'person'>
const always = { from_on: '2020-01-01', to_on: null } as const
const over = { from_on: '2020-01-01', to_on: '2026-11-23' } as const
const notYet = { from_on: '2026-11-25', to_on: null } as const

describe.each(eachEngine)('my people on %s', (engine) => {
  let world: World
  beforeEach(async () => {
    world = await aWorld(engine)
  })
  afterEach(() => world.close())

  const people = async (who: Person) => {
    const key = { organisationId: world.organisationId, personId: who }
    return [...(await listMyPeople(world.db, key, world.today()))].sort()
  }
  const reports = (person: Person, manager: Person, dated: typeof always | typeof over | typeof notYet = always) =>
    world.write((tx) =>
      tx
        .insertInto('reporting_line')
        .values({
          id: world.newId('reporting-line'),
          organisation_id: world.organisationId,
          person_id: person,
          manager_id: manager,
          ...dated,
        })
        .execute(),
    )
  async function team(leads: readonly Person[], members: readonly Person[]) {
    const id = world.newId('team')
    const organisation_id = world.organisationId
    await world.write(async (tx) => {
      await tx.insertInto('team').values({ id, organisation_id, name: 'Line 2', site_id: null, version: 1 }).execute()
      for (const person_id of leads) {
        await tx
          .insertInto('team_lead')
          .values({ id: world.newId('team-lead'), organisation_id, team_id: id, person_id, ...always })
          .execute()
      }
      for (const person_id of members) {
        await tx
          .insertInto('team_membership')
          .values({
            id: world.newId('team-membership'),
            organisation_id,
            team_id: id,
            person_id,
            is_main: 1,
            ...always,
          })
          .execute()
      }
    })
  }
  const standsIn = (standIn: Person, person: Person) =>
    world.write((tx) =>
      tx
        .insertInto('stand_in')
        .values({
          id: world.newId('stand-in'),
          organisation_id: world.organisationId,
          person_id: person,
          stand_in_id: standIn,
          ...always,
        })
        .execute(),
    )

  it('are reports at any depth, members of teams led and the people of those stood in for, never oneself', async () => {
    const [head, manager, worker, member, deputy] = [
      await somebody(world, 'Head'),
      await somebody(world, 'Manager'),
      await somebody(world, 'Worker'),
      await somebody(world, 'Member'),
      await somebody(world, 'Deputy'),
    ]
    await reports(manager, head)
    await reports(worker, manager)
    await team([manager], [member, manager])
    await standsIn(deputy, manager)
    expect(await people(head)).toEqual([manager, worker].sort())
    expect(await people(manager)).toEqual([worker, member].sort())
    expect(await people(deputy)).toEqual([worker, member, manager].sort())
    expect(await people(worker)).toEqual([])
  })

  it('are those of today: ended and coming lines do not count', async () => {
    const [manager, former, next] = [
      await somebody(world, 'Manager'),
      await somebody(world, 'Former'),
      await somebody(world, 'Next'),
    ]
    await reports(former, manager, over)
    await reports(next, manager, notYet)
    expect(await people(manager)).toEqual([])
  })

  it('end where two people report to each other', async () => {
    const [one, two] = [await somebody(world, 'One'), await somebody(world, 'Two')]
    await reports(one, two)
    await reports(two, one)
    expect(await people(one)).toEqual([two])
  })
})

describe('whom a list shows', () => {
  it('is exactly whom `can` lets be read, for any organisation', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ person: fc.nat(5), manager: fc.nat(5) }), { maxLength: 8 }),
        fc.constantFrom('designer', 'administrator', 'auditor', null),
        async (lines, grant) => {
          const world = await aWorld('sqlite')
          const staff: Person[] = []
          for (let index = 0; index < 6; index += 1) {
            staff.push(await somebody(world, `Person ${index}`, { grants: grant && index === 0 ? [grant] : [] }))
          }
          const pairs = lines.filter((line) => line.person !== line.manager)
          for (const { person, manager } of pairs) {
            await world.write((tx) =>
              tx
                .insertInto('reporting_line')
                .values({
                  id: world.newId('reporting-line'),
                  organisation_id: world.organisationId,
                  person_id: staff[person] as Person,
                  manager_id: staff[manager] as Person,
                  ...always,
                })
                .execute(),
            )
          }
          for (const [index, personId] of staff.entries()) {
            const who = { organisationId: world.organisationId, personId, accountId: null }
            const actor: Actor = await findActor(world.db, who, world.today())
            for (const action of ['read-status', 'read-record'] as const) {
              const visible = await visiblePeople(world.db, actor, action, world.today())
              for (const [other, otherId] of staff.entries()) {
                const relation = { isSelf: other === index, isMyPerson: reportsTo(pairs, other, index) }
                expect(isVisible(visible, otherId)).toBe(can(actor, action, relation).allowed)
              }
            }
          }
          await world.close()
        },
      ),
      { numRuns: 25 },
    )
  })
})

/** The model: does `person` report to `manager` at any depth? */
function reportsTo(lines: readonly { person: number; manager: number }[], person: number, manager: number): boolean {
  const seen = new Set<number>()
  const above = lines.filter((line) => line.person === person).map((line) => line.manager)
  for (let next = above.pop(); next !== undefined; next = above.pop()) {
    if (next === manager && manager !== person) return true
    if (seen.has(next)) continue
    seen.add(next)
    above.push(...lines.filter((line) => line.person === next).map((line) => line.manager))
  }
  return false
}
