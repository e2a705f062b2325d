import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dismissAdvice, restoreAdvice } from '~/commands/design/advice.server'
import { addDuties } from '~/commands/design/duty.server'
import { addGroups } from '~/commands/design/group.server'
import { changeMastery } from '~/commands/design/mastery.server'
import { addQualifications, removeRequirement } from '~/commands/design/qualification.server'
import { setRequirementDuties } from '~/commands/design/requirement.server'
import { discardDraft, startDraft } from '~/commands/design/version.server'
import { NotFound } from '~/domain/refusals'
import { listDismissals } from '~db/queries/dismissal.server'
import { eachEngine } from '../../support/database'
import { aDesk, firstOf, type Desk } from '../../support/desk'

describe.each(eachEngine)('drafts of a program, on %s', (engine) => {
  let desk: Desk
  beforeEach(async () => {
    desk = await aDesk(engine)
  })
  afterEach(() => desk.world.close())

  const states = async () =>
    (await desk.world.db.selectFrom('program_version').select('state').orderBy('number').execute()).map(
      (row) => row.state,
    )
  const dismissed = async () => {
    const { versionId } = await desk.design()
    return listDismissals(desk.world.db, { organisationId: desk.world.organisationId, versionId })
  }

  it('the first cannot be given up, a later one goes with all its rows', async () => {
    expect(await desk.does(discardDraft, {})).toMatchObject({ problem: { code: 'nothing-published' } })
    await desk.does(addDuties, { lines: 'Keeps the scale true' })
    await desk.does(addGroups, { lines: 'Safety' })
    await desk.publish()
    const tables = [
      'duty',
      'requirement_group',
      'requirement',
      'requirement_duty',
      'dismissal',
      'revision',
      'criterion',
    ]
    const rows = async () => {
      const found: unknown[] = []
      for (const table of [...tables, 'method', 'program_version']) {
        found.push(
          await desk.world.db
            .selectFrom(table as 'duty')
            .selectAll()
            .execute(),
        )
      }
      return JSON.stringify(found)
    }
    const before = await rows()
    await desk.does(startDraft, {})
    const at = { qualificationId: desk.weigh }
    await desk.does(setRequirementDuties, { ...at, dutyIds: [firstOf((await desk.design()).duties).id] })
    await desk.does(changeMastery, { ...at, field: 'statement', value: 'Weighs blindfold', was: 'Does Weigh' })
    await desk.does(dismissAdvice, { rule: 'too-many', reason: 'Both sites share it' })
    expect(await states()).toEqual(['published', 'draft'])
    expect(await desk.does(discardDraft, {})).toMatchObject({ ok: true })
    expect(await rows()).toBe(before)
    expect(await desk.does(discardDraft, {})).toMatchObject({ ok: true })
  })

  it('what was given up does not come back with the next edit', async () => {
    await desk.publish()
    const at = { qualificationId: desk.weigh }
    const statement = { ...at, field: 'statement' as const, value: 'Weighs blindfold', was: 'Does Weigh' }
    await desk.does(startDraft, {})
    await desk.does(changeMastery, statement)
    await desk.does(discardDraft, {})
    await desk.does(startDraft, {})
    await desk.does(changeMastery, { ...at, field: 'scope', value: '3 products', was: '' })
    expect((await desk.requirement()).revision).toMatchObject({ statement: 'Does Weigh' })
    // Taking the qualification out gives its changes up as well.
    await desk.does(removeRequirement, at)
    const drafts = await desk.world.db.selectFrom('revision').select('id').where('state', '=', 'draft').execute()
    expect(drafts).toEqual([])
  })

  it('a new qualification of a draft that is given up stays in the library', async () => {
    await desk.publish()
    await desk.does(startDraft, {})
    await desk.does(addQualifications, { lines: 'Pack' })
    await desk.does(discardDraft, {})
    const pack = await desk.world.db.selectFrom('qualification').select('id').where('name', '=', 'Pack').execute()
    expect(pack).toHaveLength(1)
  })

  it('a draft there is already is opened, not doubled', async () => {
    await desk.publish()
    const first = await desk.does(startDraft, {})
    expect(await desk.does(startDraft, {})).toEqual(first)
    expect(await states()).toEqual(['published', 'draft'])
  })

  it('advice put aside stays aside in the next draft, about the duty it was about, until it is shown again', async () => {
    await desk.does(addDuties, { lines: 'Keeps the scale true' })
    const before = firstOf((await desk.design()).duties).id
    await desk.does(dismissAdvice, { rule: 'duty-unserved', subject: before, reason: 'Comes next year' })
    await desk.does(dismissAdvice, { rule: 'too-many', reason: 'Both sites share it' })
    await desk.publish()
    await desk.does(startDraft, {})
    const after = firstOf((await desk.design()).duties).id
    expect(after).not.toBe(before)
    const kept = await dismissed()
    expect(kept.map(({ rule, subject, reason, by }) => [rule, subject, reason, by]).toSorted()).toEqual([
      ['duty-unserved', after, 'Comes next year', 'Priya Nair'],
      ['too-many', '', 'Both sites share it', 'Priya Nair'],
    ])
    const dismissalId = kept.find(({ rule }) => rule === 'too-many')?.id ?? 'dism_zzzzzzzzzzzz'
    await desk.does(restoreAdvice, { dismissalId })
    expect((await dismissed()).map(({ rule }) => rule)).toEqual(['duty-unserved'])
    await expect(desk.does(restoreAdvice, { dismissalId })).rejects.toThrow(NotFound)
  })
})
