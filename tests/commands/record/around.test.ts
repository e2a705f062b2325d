import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askToShow } from '~/commands/ask-to-show.server'
import { chooseTargetRole } from '~/commands/choose-target-role.server'
import { endExemption } from '~/commands/end-exemption.server'
import { exemptPerson } from '~/commands/exempt-person.server'
import { holdQualification } from '~/commands/hold-qualification.server'
import { nameAssessor } from '~/commands/name-assessor.server'
import { quickSignOff } from '~/commands/quick-sign-off.server'
import { releaseHold } from '~/commands/release-hold.server'
import { tickProcess, untickProcess } from '~/commands/tick-process.server'
import { voidRecord } from '~/commands/void-record.server'
import type { Id } from '~/domain/ids'
import { findCellRecord } from '~db/queries/cell-record.server'
import { aBakery, takePart, type Bakery } from '../../support/bakery'
import { eachEngine } from '../../support/database'
import { aWorld, somebody, type World } from '../../support/world'

describe.each(eachEngine)('around the record on %s', (engine) => {
  let world: World
  let bakery: Bakery
  let noor: Id<'person'>
  let mara: Id<'person'>
  let admin: Id<'person'>
  let sam: Id<'person'>

  beforeEach(async () => {
    world = await aWorld(engine)
    bakery = await aBakery(world, { dough: {}, slicer: { requirement: { is_critical: 1 } } })
    noor = await somebody(world, 'Noor Haddad')
    mara = await somebody(world, 'Mara Lind', { managerId: noor })
    admin = await somebody(world, 'Ines Admin', { grants: ['administrator', 'designer'] })
    sam = await somebody(world, 'Sam Stranger')
    await takePart(world, bakery, mara)
  })
  afterEach(() => world.close())

  const cell = (name: string, personId = mara) => ({
    programId: bakery.programId,
    personId,
    qualificationId: bakery.qualification(name),
  })
  const status = async (name: string) =>
    (await findCellRecord(world.db, { organisationId: world.organisationId, ...cell(name) }, world.today())).cell
      ?.status
  const kindsOfChange = async () =>
    (await world.db.selectFrom('change').select('kind').orderBy('sequence').execute()).map((row) => row.kind)

  it('holds and releases, never by the person', async () => {
    await world.run(noor, quickSignOff, cell('dough'))
    expect(await world.run(noor, holdQualification, cell('dough'))).toMatchObject({
      problem: { code: 'reason-missing' },
    })
    expect(await world.run(noor, holdQualification, { ...cell('dough'), reason: 'Accident' })).toMatchObject({
      ok: true,
    })
    expect(await status('dough')).toBe('on-hold')
    expect(await world.run(noor, holdQualification, { ...cell('dough'), reason: 'x' })).toMatchObject({
      problem: { code: 'already-on-hold' },
    })
    await expect(world.run(mara, releaseHold, cell('dough'))).rejects.toMatchObject({ code: 'self' })
    expect(await world.run(noor, releaseHold, cell('dough'))).toMatchObject({ ok: true })
    expect(await world.run(noor, releaseHold, cell('dough'))).toMatchObject({ problem: { code: 'not-on-hold' } })
    expect(await status('dough')).toBe('mastered')
    expect(await kindsOfChange()).toEqual(['published', 'signed-off', 'held', 'released'])
  })

  it('exempts with a reason, critical ones by a designer only, and ends it', async () => {
    const medical = { reason: 'medical' as const }
    await expect(world.run(mara, exemptPerson, { ...cell('dough'), ...medical })).rejects.toMatchObject({
      code: 'self',
    })
    await expect(world.run(noor, exemptPerson, { ...cell('slicer'), ...medical })).rejects.toMatchObject({
      code: 'critical',
    })
    expect(await world.run(noor, exemptPerson, { ...cell('dough'), reason: 'other' })).toMatchObject({
      problem: { code: 'reason-missing' },
    })
    const exempted = await world.run(noor, exemptPerson, { ...cell('dough'), ...medical, until: '2027-01-31' })
    expect(await status('dough')).toBe('exempt')
    expect(await world.run(noor, exemptPerson, { ...cell('dough'), ...medical })).toMatchObject({
      problem: { code: 'already-exempt' },
    })
    expect(await world.run(noor, endExemption, cell('dough'))).toMatchObject({ ok: true })
    expect(await world.run(noor, endExemption, cell('dough'))).toMatchObject({ problem: { code: 'not-exempt' } })
    expect(await status('dough')).toBe('not-started')
    expect(exempted.ok).toBe(true)
    const again = await world.run(admin, exemptPerson, { ...cell('slicer'), ...medical })
    if (!again.ok) throw new Error(again.problem.code)
    await world.run(admin, voidRecord, { eventId: again.value.eventId, reason: 'Wrong line' })
    expect(await status('slicer')).toBe('not-started')
  })

  it('names a first assessor: an administrator, never oneself and never the person', async () => {
    const named = { ...cell('dough'), reason: 'First holder' }
    await expect(world.run(noor, nameAssessor, { ...named, assessorId: sam })).rejects.toMatchObject({
      name: 'Forbidden',
    })
    await expect(world.run(admin, nameAssessor, { ...named, assessorId: admin })).rejects.toMatchObject({
      code: 'self',
    })
    expect(await world.run(admin, nameAssessor, { ...named, assessorId: mara })).toMatchObject({
      problem: { code: 'assessor-may-not-sign' },
    })
    expect(await world.run(admin, nameAssessor, { ...named, assessorId: sam, reason: '' })).toMatchObject({
      problem: { code: 'reason-missing' },
    })
    await expect(world.run(sam, quickSignOff, cell('dough'))).rejects.toMatchObject({ name: 'NotFound' })
    expect(await world.run(admin, nameAssessor, { ...named, assessorId: sam })).toMatchObject({ ok: true })
    expect(await world.run(admin, nameAssessor, { ...named, assessorId: sam })).toMatchObject({
      problem: { code: 'already-granted' },
    })
    expect(await world.run(sam, quickSignOff, cell('dough'))).toMatchObject({ ok: true })
  })

  it('asks to show by a day, and the sign-off ends it', async () => {
    expect(await world.run(noor, askToShow, { ...cell('dough'), by: '2026-11-01' })).toMatchObject({
      problem: { code: 'in-the-past' },
    })
    expect(await world.run(noor, askToShow, { ...cell('dough'), by: '2026-12-24' })).toMatchObject({ ok: true })
    await expect(world.run(sam, askToShow, { ...cell('dough'), by: '2026-12-24' })).rejects.toMatchObject({
      name: 'NotFound',
    })
    await world.run(noor, quickSignOff, cell('dough'))
    const [ask] = await world.db.selectFrom('ask').selectAll().execute()
    expect(ask?.ended_at).toBe(world.now)
  })

  it('ticks and unticks what was learned, which shows as learning and never counts', async () => {
    const processId = world.newId('process')
    const qualificationId = bakery.qualification('dough')
    await world.write((tx) =>
      tx
        .insertInto('process')
        .values({
          id: processId,
          organisation_id: world.organisationId,
          program_id: null,
          qualification_id: qualificationId,
          position: 1,
          kind: 'practice',
          title: 'Ten loaves',
          steps: '',
          effort_minutes: 60,
          owner: '',
          class: 'should',
          version: 1,
          ended_at: null,
        })
        .execute(),
    )
    await world.run(mara, tickProcess, { processId, qualificationId })
    await world.run(mara, tickProcess, { processId, qualificationId })
    expect(await status('dough')).toBe('learning')
    expect(await world.db.selectFrom('tick').selectAll().execute()).toHaveLength(1)
    await world.run(noor, untickProcess, { processId, qualificationId, personId: mara })
    expect(await status('dough')).toBe('not-started')
    await expect(world.run(sam, tickProcess, { processId, qualificationId, personId: mara })).rejects.toMatchObject({
      name: 'NotFound',
    })
    const other = { processId, qualificationId: bakery.qualification('slicer') }
    await expect(world.run(mara, tickProcess, other)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await kindsOfChange()).toEqual(['published', 'ticked', 'unticked'])
  })

  it('lets the person choose the role to work towards, once at a time', async () => {
    const next = await aBakery(world, { cake: {} }, { title: 'Pastry cook' })
    const chosen = async () =>
      (await world.db.selectFrom('candidacy').selectAll().where('to_on', 'is', null).execute()).map(
        (row) => row.role_id,
      )
    expect(await world.run(mara, chooseTargetRole, { roleId: bakery.roleId })).toMatchObject({
      problem: { code: 'role-held' },
    })
    expect(await world.run(mara, chooseTargetRole, { roleId: next.roleId, targetOn: '2027-06-30' })).toMatchObject({
      ok: true,
    })
    expect(await chosen()).toEqual([next.roleId])
    await world.run(mara, chooseTargetRole, { roleId: next.roleId })
    expect(await chosen()).toEqual([next.roleId])
    await world.run(mara, chooseTargetRole, {})
    expect(await chosen()).toEqual([])
    await expect(world.run(mara, chooseTargetRole, { roleId: 'role_0000000000' })).rejects.toMatchObject({
      name: 'NotFound',
    })
  })
})
