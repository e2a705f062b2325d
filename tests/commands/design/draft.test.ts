import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dismissAdvice } from '~/commands/design/advice.server'
import { createProgram } from '~/commands/design/create-program.server'
import { addDuties, changeDuty, moveDuty, removeDuty } from '~/commands/design/duty.server'
import { addGroups, moveGroup } from '~/commands/design/group.server'
import { addPrerequisite } from '~/commands/design/prerequisite.server'
import { addFromLibrary, addQualifications, moveRequirement } from '~/commands/design/qualification.server'
import { changeRequirement } from '~/commands/design/requirement.server'
import { addResource } from '~/commands/design/resource.server'
import { changeRole } from '~/commands/design/role.server'
import { changeRule } from '~/commands/design/rule.server'
import { startDraft } from '~/commands/design/version.server'
import type { Id } from '~/domain/ids'
import { Forbidden, NotFound } from '~/domain/refusals'
import { eachEngine } from '../../support/database'
import { aCompleteQualification, aProgram, designOf, publish } from '../../support/designing'
import { aWorld, somebody, type World } from '../../support/world'

describe.each(eachEngine)('designing a draft on %s', (engine) => {
  let world: World
  let designer: Id<'person'>
  let programId: Id<'program'>

  beforeEach(async () => {
    world = await aWorld(engine)
    designer = await somebody(world, 'Priya Nair', { grants: ['designer'] })
    programId = await aProgram(world, designer, 'Shift Supervisor')
  })
  afterEach(() => world.close())

  it('adds, changes, moves and removes duties, many lines at once', async () => {
    await world.run(designer, addDuties, {
      programId,
      lines: '- Starts up the line\n2. Hands over\n\nReleases the line',
    })
    const [first, second, third] = (await designOf(world, programId)).duties
    if (!first || !second || !third) throw new Error('three duties were added')
    await world.run(designer, changeDuty, {
      programId,
      dutyId: second.id,
      value: 'Hands over the shift',
      was: 'Hands over',
    })
    await world.run(designer, moveDuty, { programId, dutyId: third.id, by: -2 })
    await world.run(designer, removeDuty, { programId, dutyId: first.id })
    expect((await designOf(world, programId)).duties.map(({ text }) => text)).toEqual([
      'Releases the line',
      'Hands over the shift',
    ])
  })

  it('tells the later save of the same field who was first, and keeps other fields apart', async () => {
    const other = await somebody(world, 'Jonas Weber', { grants: ['designer'] })
    await world.run(other, changeRole, { programId, field: 'purpose', value: 'Keeps the line safe', was: '' })
    expect(
      await world.run(designer, changeRole, { programId, field: 'purpose', value: 'Runs the shift', was: '' }),
    ).toEqual({ ok: false, problem: { code: 'stale', facts: { by: 'Jonas Weber' } } })
    expect(
      await world.run(designer, changeRole, { programId, field: 'family', value: 'Production', was: '' }),
    ).toMatchObject({
      ok: true,
    })
    expect((await designOf(world, programId)).role).toMatchObject({
      purpose: 'Keeps the line safe',
      family: 'Production',
    })
  })

  it('keeps the former titles of a role', async () => {
    await world.run(designer, changeRole, { programId, field: 'title', value: 'Line Lead', was: 'Shift Supervisor' })
    expect((await designOf(world, programId)).role).toMatchObject({
      title: 'Line Lead',
      formerTitles: ['Shift Supervisor'],
    })
  })

  it('keeps the columns group by group whatever is moved', async () => {
    await world.run(designer, addGroups, { programId, lines: 'Safety\nQuality' })
    const [safety, quality] = (await designOf(world, programId)).groups
    if (!safety || !quality) throw new Error('two groups were added')
    await world.run(designer, addQualifications, { programId, lines: 'Weigh\nLabel', groupId: quality.id })
    await world.run(designer, addQualifications, { programId, lines: 'First aid', groupId: safety.id })
    await world.run(designer, addQualifications, { programId, lines: 'Deputise' })
    const names = async () => (await designOf(world, programId)).requirements.map(({ name }) => name)
    expect(await names()).toEqual(['First aid', 'Weigh', 'Label', 'Deputise'])
    await world.run(designer, moveGroup, { programId, groupId: quality.id, by: -1 })
    expect(await names()).toEqual(['Weigh', 'Label', 'First aid', 'Deputise'])
    const label = (await designOf(world, programId)).requirements[1]
    if (!label) throw new Error('Label is the second')
    await world.run(designer, moveRequirement, { programId, qualificationId: label.qualificationId, by: -1 })
    expect(await names()).toEqual(['Label', 'Weigh', 'First aid', 'Deputise'])
    await world.run(designer, moveRequirement, {
      programId,
      qualificationId: label.qualificationId,
      groupId: safety.id,
    })
    expect(await names()).toEqual(['Weigh', 'First aid', 'Label', 'Deputise'])
  })

  it('refuses a circle of prerequisites with its path', async () => {
    const made = await world.run(designer, addQualifications, { programId, lines: 'A\nB\nC' })
    if (!made.ok) throw new Error(made.problem.code)
    const [a, b, c] = made.value.qualificationIds
    if (!a || !b || !c) throw new Error('three were added')
    await world.run(designer, addPrerequisite, { programId, qualificationId: b, needsId: a })
    await world.run(designer, addPrerequisite, { programId, qualificationId: c, needsId: b })
    expect(await world.run(designer, addPrerequisite, { programId, qualificationId: a, needsId: c })).toEqual({
      ok: false,
      problem: { code: 'cycle', facts: { path: 'C → A → B → C' } },
    })
  })

  it('inherits a rule until something else is said, and again afterwards', async () => {
    const qualificationId = await aCompleteQualification(world, designer, programId, 'Weigh')
    const at = { programId, qualificationId, field: 'coachingAfter' as const }
    const rule = async () => (await designOf(world, programId)).requirements[0]?.revision.assessment
    await world.run(designer, changeRule, { ...at, value: 'never', was: '' })
    expect(await rule()).toEqual({ coachingAfter: null })
    await world.run(designer, changeRule, { ...at, value: '', was: 'never' })
    expect(await rule()).toEqual({})
  })

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '//elsewhere.example'])(
    'refuses the link %s',
    async (url) => {
      const qualificationId = await aCompleteQualification(world, designer, programId, 'Weigh')
      expect(await world.run(designer, addResource, { programId, qualificationId, title: 'Card', url })).toMatchObject({
        ok: false,
        problem: { code: 'not-a-link' },
      })
    },
  )

  it('refuses numbers and choices that are none', async () => {
    const qualificationId = await aCompleteQualification(world, designer, programId, 'Weigh')
    const at = { programId, qualificationId }
    expect(
      await world.run(designer, changeRequirement, { ...at, field: 'withinDays', value: 'soon', was: '' }),
    ).toMatchObject({ problem: { code: 'not-a-number' } })
    expect(
      await world.run(designer, changeRequirement, { ...at, field: 'class', value: 'maybe', was: 'must' }),
    ).toMatchObject({ problem: { code: 'not-a-choice' } })
  })

  it('keeps advice dismissed once, with its reason', async () => {
    const input = { programId, rule: 'too-many', subject: '', reason: 'Two sites share it' }
    await world.run(designer, dismissAdvice, input)
    await world.run(designer, dismissAdvice, input)
    const rows = await world.db.selectFrom('dismissal').select(['rule', 'reason']).execute()
    expect(rows).toEqual([{ rule: 'too-many', reason: 'Two sites share it' }])
  })

  it('is hidden from everybody who may not read drafts, and closed to auditors', async () => {
    const employee = await somebody(world, 'Ana Petrova')
    const auditor = await somebody(world, 'Sven Berg', { grants: ['auditor'] })
    const input = { programId, lines: 'Weigh' }
    await expect(world.run(employee, addQualifications, input)).rejects.toThrow(NotFound)
    await expect(world.run(auditor, addQualifications, input)).rejects.toThrow(Forbidden)
    await expect(world.run(employee, createProgram, { title: 'Mine' })).rejects.toThrow(NotFound)
  })

  it('finds nothing of another organisation', async () => {
    const elsewhere: Id<'program'> = 'prog_000000009999'
    await expect(world.run(designer, addDuties, { programId: elsewhere, lines: 'x' })).rejects.toThrow(NotFound)
    const strange: Id<'qualification'> = 'qual_000000009999'
    await expect(world.run(designer, addFromLibrary, { programId, qualificationIds: [strange] })).rejects.toThrow(
      NotFound,
    )
  })

  it('does not change what is published: without a draft every frozen part is refused', async () => {
    const qualificationId = await aCompleteQualification(world, designer, programId, 'Weigh')
    expect(await publish(world, designer, programId)).toMatchObject({ ok: true })
    const frozen = { ok: false, problem: { code: 'published-frozen' } }
    const at = { programId, qualificationId }
    expect(await world.run(designer, addDuties, { programId, lines: 'x' })).toEqual(frozen)
    expect(
      await world.run(designer, changeRequirement, { ...at, field: 'class', value: 'should', was: 'must' }),
    ).toEqual(frozen)
    expect(await world.run(designer, changeRule, { ...at, field: 'signatures', value: '2', was: '' })).toEqual(frozen)
    expect(await world.run(designer, addResource, { ...at, title: 'Card C-14' })).toMatchObject({ ok: true })
    expect(await world.run(designer, startDraft, { programId })).toMatchObject({ ok: true })
    expect(await world.run(designer, addDuties, { programId, lines: 'x' })).toMatchObject({ ok: true })
  })
})
