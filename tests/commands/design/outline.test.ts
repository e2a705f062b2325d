import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDuties } from '~/commands/design/duty.server'
import { addGroups, changeGroup, removeGroup } from '~/commands/design/group.server'
import { arrangeMap, moveOnMap } from '~/commands/design/map.server'
import { removePrerequisite, setPrerequisites } from '~/commands/design/prerequisite.server'
import {
  addFromLibrary,
  addQualifications,
  changeKind,
  removeRequirement,
  renameQualification,
} from '~/commands/design/qualification.server'
import {
  changeRequirement,
  changeSeveral,
  setRequirementDuties,
  setRequirementPlaces,
} from '~/commands/design/requirement.server'
import { setNextRoles } from '~/commands/design/role.server'
import { startDraft } from '~/commands/design/version.server'
import { addTeam } from '~/commands/people/team.server'
import { NotFound } from '~/domain/refusals'
import { eachEngine } from '../../support/database'
import { aDesk, firstOf, type Desk } from '../../support/desk'
import { aRole } from '../people/rows'

describe.each(eachEngine)('the outline of a design, on %s', (engine) => {
  let desk: Desk
  beforeEach(async () => {
    desk = await aDesk(engine)
  })
  afterEach(() => desk.world.close())

  const at = () => ({ qualificationId: desk.weigh })

  it('a role leads to others, never to itself', async () => {
    const next = await aRole(desk.world, 'Plant manager')
    expect(await desk.does(setNextRoles, { roleIds: [next] })).toMatchObject({ ok: true })
    const { role } = await desk.design()
    expect(role.nextRoleIds).toEqual([next])
    expect(await desk.told()).toEqual(['career-path'])
    expect(await desk.does(setNextRoles, { roleIds: [role.id] })).toMatchObject({
      problem: { code: 'leads-to-itself' },
    })
    await desk.does(setNextRoles, { roleIds: [] })
    expect((await desk.design()).role.nextRoleIds).toEqual([])
    await expect(desk.does(setNextRoles, { roleIds: ['role_zzzzzzzzzzzz'] })).rejects.toThrow(NotFound)
  })

  it('groups are renamed, ask for a number, and leave what was in them when they go', async () => {
    await desk.does(addGroups, { lines: 'Safety' })
    const groupId = firstOf((await desk.design()).groups).id
    await desk.does(changeRequirement, { ...at(), field: 'groupId', value: groupId, was: '' })
    await desk.does(changeGroup, { groupId, field: 'name', value: 'Health', was: 'Safety' })
    await desk.does(changeGroup, { groupId, field: 'atLeast', value: '1', was: '' })
    expect((await desk.design()).groups).toEqual([{ id: groupId, name: 'Health', atLeast: 1 }])
    expect(await desk.does(changeGroup, { groupId, field: 'name', value: ' ', was: 'Health' })).toMatchObject({
      problem: { code: 'empty' },
    })
    const long = { groupId, field: 'name' as const, value: 'x'.repeat(101), was: 'Health' }
    expect(await desk.does(changeGroup, long)).toMatchObject({ problem: { code: 'too-long' } })
    await desk.does(removeGroup, { groupId })
    const design = await desk.design()
    expect(design.groups).toEqual([])
    expect(design.requirements.map(({ name, groupId: in_ }) => [name, in_])).toEqual([
      ['Weigh', null],
      ['Label', null],
    ])
  })

  it('a qualification is renamed with its former name, and changes its kind until it is published', async () => {
    await desk.does(changeKind, { ...at(), value: 'knowledge', was: 'skill' })
    expect(await desk.requirement()).toMatchObject({ kind: 'knowledge' })
    await desk.publish()
    await desk.does(renameQualification, { ...at(), value: 'Weigh in', was: 'Weigh' })
    expect(await desk.told()).toEqual(['renamed'])
    const row = await desk.world.db
      .selectFrom('qualification')
      .select(['name', 'former_names'])
      .where('id', '=', desk.weigh)
      .executeTakeFirst()
    expect(row).toEqual({ name: 'Weigh in', former_names: '["Weigh"]' })
    await desk.does(startDraft, {})
    expect(await desk.does(changeKind, { ...at(), value: 'skill', was: 'knowledge' })).toMatchObject({
      problem: { code: 'kind-fixed' },
    })
  })

  it('what is taken out stays in the library, and its links go', async () => {
    await desk.does(setPrerequisites, { qualificationId: desk.label, needsIds: [desk.weigh] })
    await desk.does(removeRequirement, at())
    const { requirements } = await desk.design()
    expect(requirements).toMatchObject([{ name: 'Label', prerequisiteIds: [] }])
    await desk.does(addFromLibrary, { qualificationIds: [desk.weigh] })
    expect((await desk.requirement()).revision.statement).toBe('Does Weigh')
    const { world } = desk
    await world.write((tx) => tx.updateTable('revision').set({ state: 'superseded' }).execute())
    await desk.does(removeRequirement, at())
    expect(await desk.does(addFromLibrary, { qualificationIds: [desk.weigh] })).toMatchObject({
      problem: { code: 'withdrawn-qualification' },
    })
  })

  it('holds at most 500 qualifications, and no nameless one', async () => {
    const lines = Array.from({ length: 499 }, (_, index) => `Qualification ${index}`).join('\n')
    expect(await desk.does(addQualifications, { lines })).toMatchObject({
      problem: { code: 'too-many-qualifications' },
    })
    expect(await desk.does(addQualifications, { lines: ' \n' })).toMatchObject({ problem: { code: 'empty' } })
    expect(await desk.does(addGroups, { lines: '' })).toMatchObject({ problem: { code: 'empty' } })
  })

  it('one attribute is set for several, all or none', async () => {
    const both = { qualificationIds: [desk.weigh, desk.label] }
    await desk.does(changeSeveral, { ...both, field: 'class', value: 'aspire' })
    await desk.does(changeSeveral, { ...both, field: 'need', value: 'in-role' })
    await desk.does(changeSeveral, { ...both, field: 'withinDays', value: '90' })
    const wanted = { class: 'aspire', need: 'in-role', withinDays: 90 }
    expect((await desk.design()).requirements).toMatchObject([wanted, wanted])
    await desk.does(changeSeveral, { ...both, field: 'need', value: 'enter' })
    expect(await desk.requirement()).toMatchObject({ need: 'enter', withinDays: null })
    await desk.does(addGroups, { lines: 'Safety' })
    const groupId = firstOf((await desk.design()).groups).id
    await desk.does(changeSeveral, { ...both, field: 'groupId', value: groupId })
    expect((await desk.design()).requirements.map((each) => [each.name, each.groupId])).toEqual([
      ['Weigh', groupId],
      ['Label', groupId],
    ])
    const strange = { qualificationIds: [desk.weigh, 'qual_zzzzzzzzzzzz' as const] }
    await expect(desk.does(changeSeveral, { ...strange, field: 'class', value: 'must' })).rejects.toThrow(NotFound)
    expect(await desk.requirement()).toMatchObject({ class: 'aspire' })
    expect(await desk.does(changeSeveral, { ...both, field: 'level', value: '2' })).toMatchObject({
      problem: { code: 'level-not-there' },
    })
  })

  it('a qualification serves duties and applies at places', async () => {
    await desk.does(addDuties, { lines: 'Keeps the scale true' })
    const dutyId = firstOf((await desk.design()).duties).id
    await desk.does(setRequirementDuties, { ...at(), dutyIds: [dutyId] })
    const team = await desk.world.run(desk.designer, addTeam, { name: 'Ovens', newSite: 'Harbour' })
    if (!team.ok) throw new Error(team.problem.code)
    const site = await desk.world.db.selectFrom('site').select('id').executeTakeFirstOrThrow()
    await desk.does(setRequirementPlaces, { ...at(), siteIds: [site.id], teamIds: [team.value.teamId] })
    const places = { siteIds: [site.id], teamIds: [team.value.teamId] }
    expect(await desk.requirement()).toMatchObject({ dutyIds: [dutyId], ...places })
    // The next version begins with the same links, to its own rows.
    await desk.publish()
    await desk.does(startDraft, {})
    expect(await desk.requirement()).toMatchObject({
      dutyIds: (await desk.design()).duties.map(({ id }) => id),
      ...places,
    })
    await desk.does(setRequirementDuties, { ...at(), dutyIds: [] })
    await desk.does(setRequirementPlaces, at())
    expect(await desk.requirement()).toMatchObject({ dutyIds: [], siteIds: [], teamIds: [] })
    await expect(desk.does(setRequirementDuties, { ...at(), dutyIds: [dutyId] })).rejects.toThrow(NotFound)
    await expect(desk.does(setRequirementPlaces, { ...at(), siteIds: ['site_zzzzzzzzzzzz'] })).rejects.toThrow(NotFound)
  })

  it('what comes first is replaced as a list and taken away one by one', async () => {
    const { weigh, label } = desk
    await desk.does(setPrerequisites, { qualificationId: label, needsIds: [weigh, weigh] })
    const { id } = await desk.requirement(weigh)
    expect((await desk.requirement(label)).prerequisiteIds).toEqual([id])
    expect(await desk.does(setPrerequisites, { qualificationId: weigh, needsIds: [label] })).toMatchObject({
      problem: { code: 'cycle', facts: { path: 'Label → Weigh → Label' } },
    })
    expect(await desk.does(setPrerequisites, { qualificationId: weigh, needsIds: [weigh] })).toMatchObject({
      problem: { code: 'cycle' },
    })
    await desk.does(removePrerequisite, { qualificationId: label, needsId: weigh })
    expect((await desk.requirement(label)).prerequisiteIds).toEqual([])
  })

  it('the map keeps where things were put until it is arranged', async () => {
    await desk.publish()
    const positions = () => desk.world.db.selectFrom('map_position').select(['qualification_id', 'x', 'y']).execute()
    await desk.does(moveOnMap, { ...at(), x: 40, y: -8 })
    await desk.does(moveOnMap, { ...at(), x: 41, y: -9 })
    expect(await positions()).toEqual([{ qualification_id: desk.weigh, x: 41, y: -9 }])
    await desk.does(arrangeMap, {})
    expect(await positions()).toEqual([])
  })
})
