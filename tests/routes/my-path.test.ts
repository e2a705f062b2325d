import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askToShow } from '~/commands/ask-to-show.server'
import { assessDemonstration } from '~/commands/assess-demonstration.server'
import { chooseTargetRole } from '~/commands/choose-target-role.server'
import { quickSignOff } from '~/commands/quick-sign-off.server'
import { requestDemonstration } from '~/commands/request-demonstration.server'
import { readinessOf } from '~/domain/readiness'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { myPathPage } from '~/routes/my-path/my-path-page.server'
import { myQualificationPage } from '~/routes/my-path/my-qualification-page.server'
import { findCellRecord } from '~db/queries/cell-record.server'
import { aBakery, takePart, type Bakery } from '../support/bakery'
import { eachEngine } from '../support/database'
import { pageContext } from '../support/page-context'
import { aWorld, somebody, someDay, type World } from '../support/world'

describe.each(eachEngine)('my path on %s', (engine) => {
  let world: World
  let bakery: Bakery
  let noor: Id<'person'>
  let mara: Id<'person'>

  beforeEach(async () => {
    world = await aWorld(engine)
    bakery = await aBakery(world, {
      oven: { needs: ['dough'] },
      dough: { rule: { waitingDays: 7 } },
      till: { requirement: { class: 'should' } },
      ordering: { requirement: { need: 'in-role' } },
      counter: { requirement: { need: 'enter' } },
    })
    noor = await somebody(world, 'Noor Haddad')
    mara = await somebody(world, 'Mara Lind', { managerId: noor })
  })
  afterEach(() => world.close())

  const cell = (name: string) => ({
    programId: bakery.programId,
    personId: mara,
    qualificationId: bakery.qualification(name),
  })
  const myPath = async (address = '/my-path') => myPathPage(await pageContext(world, mara, address))
  const one = async (name: string, who = mara) =>
    myQualificationPage(
      await pageContext(world, who, '/', { programId: bakery.programId, qualificationId: bakery.qualification(name) }),
    )
  const notYet = () =>
    world.run(noor, assessDemonstration, {
      ...cell('dough'),
      criteria: bakery
        .criteria('dough')
        .map((criterionId, at) => ({ criterionId, verdict: at === 0 ? ('met' as const) : ('not-yet' as const) })),
      verdict: 'not-yet',
      note: 'Clean as you go',
      performedOn: someDay,
      methodKind: 'observed-task',
    })

  it('lists the unmet musts in the order they open, with what locks them, and should beside', async () => {
    await takePart(world, bakery, mara)
    const { path } = await myPath()
    expect(path?.needed.map((item) => [item.name, item.status, item.lockedBy])).toEqual([
      ['dough', 'not-started', []],
      ['oven', 'locked', ['dough']],
      ['ordering', 'not-started', []],
      ['counter', 'not-started', []],
    ])
    expect(path?.should.map((item) => item.name)).toEqual(['till'])
    expect(path?.next).toMatchObject({ name: 'dough', reason: 'opens-most', opens: ['oven'] })
  })

  it('shows the same figure as the tracker, and moves on when something is signed off', async () => {
    await takePart(world, bakery, mara)
    await world.run(noor, quickSignOff, cell('dough'))
    const { path } = await myPath()
    const record = await findCellRecord(
      world.db,
      { organisationId: world.organisationId, ...cell('dough') },
      world.today(),
    )
    expect(path?.readiness).toEqual(readinessOf(record.program.rules, record.row, 'role'))
    expect(path?.readiness).toEqual({ met: 1, needed: 4 })
    expect(path?.done.map((item) => item.name)).toEqual(['dough'])
    expect(path?.needed[0]).toMatchObject({ name: 'oven', status: 'not-started' })
  })

  it('counts only what entering asks for while working towards it, and lists the rest for after the start', async () => {
    await takePart(world, bakery, mara, { candidate: true, targetOn: '2027-03-01' })
    const { path } = await myPath()
    expect(path?.readiness).toEqual({ met: 0, needed: 1 })
    expect(path?.afterStart.map((item) => item.name)).toEqual(['oven', 'dough', 'ordering'])
    expect(path?.pace).toMatchObject({ needed: 1, targetOn: '2027-03-01' })
  })

  it('puts what the manager asked to see first', async () => {
    await takePart(world, bakery, mara)
    await world.run(noor, askToShow, { ...cell('counter'), by: '2026-12-01', note: 'On Friday' })
    const { path } = await myPath()
    expect(path?.next).toMatchObject({ name: 'counter', reason: 'asked', ask: { askedBy: 'Noor Haddad' } })
  })

  it('gives the feedback of the last attempt, and says when the next one opens', async () => {
    await takePart(world, bakery, mara)
    await world.run(mara, requestDemonstration, cell('dough'))
    await notYet()
    const { path } = await myPath()
    expect(path?.needed[0]).toMatchObject({
      name: 'dough',
      status: 'not-yet',
      attempt: { number: 1, assessor: 'Noor Haddad', note: 'Clean as you go', met: 1, notYet: ['Cleans the table'] },
      nextAttempt: { number: 2, isOpen: false, waitsFor: ['waiting-time'], opensOn: '2026-12-01' },
    })
    expect(path?.next?.name).not.toBe('dough')
    expect((await one('dough')).requestProblem).toMatchObject({ code: 'waiting-time' })
    expect((await one('oven')).requestProblem).toMatchObject({ code: 'locked', facts: { names: 'dough' } })
  })

  it('shows the chosen role, and the next on the career path as long as none is chosen', async () => {
    const held = await aBakery(world, { sweep: {} }, { title: 'Helper' })
    await takePart(world, held, mara)
    await world.write((tx) =>
      tx
        .insertInto('career_step')
        .values({
          organisation_id: world.organisationId,
          role_id: held.roleId,
          next_role_id: bakery.roleId,
          position: 1,
        })
        .execute(),
    )
    expect(await myPath()).toMatchObject({
      target: { roleId: bakery.roleId, from: 'career-path' },
      path: { roleTitle: 'Baker', isTakingPart: false },
    })
    expect((await one('dough')).requestProblem).toMatchObject({ code: 'not-taking-part' })
    await world.run(mara, chooseTargetRole, { roleId: bakery.roleId, targetOn: '2027-01-01' })
    expect(await myPath()).toMatchObject({
      target: { from: 'candidacy', targetOn: '2027-01-01' },
      path: { isTakingPart: true },
    })
    expect(await myPath(`/my-path?program=${held.programId}`)).toMatchObject({ path: { roleTitle: 'Helper' } })
  })

  it('has no path for somebody without a role, and is never that of another', async () => {
    await takePart(world, bakery, mara)
    expect((await myPathPage(await pageContext(world, noor, '/my-path'))).path).toBeNull()
    expect((await one('dough', noor)).isTakingPart).toBe(false)
    const elsewhere = await pageContext(world, mara, '/', {
      programId: 'prog_000000000999',
      qualificationId: bakery.qualification('dough'),
    })
    await expect(myQualificationPage(elsewhere)).rejects.toThrow(NotFound)
  })
})
