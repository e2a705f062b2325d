import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyFrom } from '~/commands/design/copy-from.server'
import { addCriteria } from '~/commands/design/criterion.server'
import { changeMastery, changeValidity, setLevels } from '~/commands/design/mastery.server'
import { addMethod, changeMethod } from '~/commands/design/method.server'
import { addProcess, changeProcess } from '~/commands/design/process.server'
import { addQualifications, removeRequirement } from '~/commands/design/qualification.server'
import { changeRequirement } from '~/commands/design/requirement.server'
import { addResource } from '~/commands/design/resource.server'
import { changeRule } from '~/commands/design/rule.server'
import { startDraft } from '~/commands/design/version.server'
import type { DesignRequirement } from '~/domain/design'
import { eachEngine } from '../../support/database'
import { aDesk, firstOf, type Desk } from '../../support/desk'

describe.each(eachEngine)('copying steps from another qualification, on %s', (engine) => {
  let desk: Desk

  beforeEach(async () => {
    desk = await aDesk(engine)
    const from = { qualificationId: desk.weigh }
    await desk.does(setLevels, { ...from, lines: 'Alone\nTeaches it' })
    await desk.does(addCriteria, { ...from, lines: 'Explains it', level: 2 })
    await desk.does(changeMastery, { ...from, field: 'scope', value: '3 products', was: '' })
    await desk.does(changeMastery, { ...from, field: 'lighterRenewal', value: 'Once, watched', was: '' })
    await desk.does(changeValidity, { ...from, field: 'kind', value: 'months', was: '' })
    await desk.does(changeValidity, { ...from, field: 'months', value: '12', was: '' })
    await desk.does(addMethod, { ...from, kind: 'interview', instructions: 'Ask why', accommodations: 'In writing' })
    const methodId = (await desk.requirement()).revision.methods[1]?.id ?? 'meth_zzzzzzzzzzzz'
    await desk.does(changeMethod, { ...from, methodId, field: 'allOfGroup', value: '2', was: '' })
    await desk.does(changeRule, { ...from, field: 'signatures', value: '2', was: '' })
    await desk.does(changeRule, { ...from, field: 'coachingAfter', value: 'never', was: '' })
    await desk.does(addProcess, { ...from, kind: 'practice', title: 'Do three', steps: 'One by one' })
    await desk.does(addProcess, { ...from, kind: 'shadowing', title: 'Watch two' })
    const process = firstOf((await desk.requirement()).processes)
    await desk.does(changeProcess, { processId: process.id, field: 'effortMinutes', value: '90', was: '' })
    await desk.does(changeProcess, { processId: process.id, field: 'class', value: 'must', was: 'should' })
    await desk.does(addResource, { ...from, processId: process.id, title: 'Slides', purpose: 'practice' })
    await desk.does(addResource, { ...from, title: 'Card', url: 'https://cards.example/c14' })
  })
  afterEach(() => desk.world.close())

  const everything = ['mastery', 'demonstration', 'assessment', 'learning', 'resources'] as const

  it('takes everything over, attribute by attribute', async () => {
    const qualificationId = desk.label
    await desk.does(copyFrom, { qualificationId, fromId: desk.weigh, parts: [...everything] })
    expect(withoutIds(await desk.requirement(desk.label))).toEqual(withoutIds(await desk.requirement(desk.weigh)))
    expect(await desk.requirement(desk.label)).toMatchObject({ name: 'Label', revision: { statement: 'Does Weigh' } })
  })

  it('takes over only what was chosen, and adds what people may have ticked', async () => {
    const to = { qualificationId: desk.label }
    const before = await desk.requirement(desk.label)
    await desk.does(addProcess, { ...to, kind: 'course', title: 'Course' })
    await desk.does(copyFrom, { ...to, fromId: desk.weigh, parts: ['learning', 'resources'] })
    const after = await desk.requirement(desk.label)
    expect(after.revision).toEqual(before.revision)
    expect(after.processes.map(({ title }) => title)).toEqual(['Course', 'Do three', 'Watch two'])
    await desk.does(copyFrom, { ...to, fromId: desk.weigh, parts: ['resources'] })
    expect((await desk.requirement(desk.label)).resources.map(({ title, processId }) => [title, !processId])).toEqual([
      ['Slides', false],
      ['Card', true],
      ['Slides', true],
      ['Card', true],
    ])
  })

  it('takes over what is live of a published program without a draft, and nothing else', async () => {
    await desk.publish()
    const to = { qualificationId: desk.label, fromId: desk.weigh }
    await desk.does(copyFrom, { ...to, parts: ['learning'] })
    expect((await desk.requirement(desk.label)).processes.map(({ title }) => title)).toEqual(['Do three', 'Watch two'])
    expect(await desk.does(copyFrom, { ...to, parts: ['learning', 'mastery'] })).toMatchObject({ ok: false })
  })

  it('takes from the library what the design does not ask for, and leaves what is published as it is', async () => {
    const { weigh, label } = desk
    await desk.does(addQualifications, { lines: 'Pack' })
    const pack = (await desk.design()).requirements.find(({ name }) => name === 'Pack')?.qualificationId ?? weigh
    await desk.does(removeRequirement, { qualificationId: pack })
    await desk.publish()
    const published = await desk.world.db.selectFrom('revision').selectAll().where('state', '=', 'current').execute()
    await desk.does(startDraft, {})
    await desk.does(removeRequirement, { qualificationId: weigh })
    await desk.does(copyFrom, { qualificationId: label, fromId: weigh, parts: [...everything] })
    const copied = await desk.requirement(label)
    expect(copied.processes.map(({ title }) => title)).toEqual(['Do three', 'Watch two'])
    expect(copied.resources.map(({ title }) => title)).toEqual(['Slides', 'Card'])
    // Learning is live: whoever learns it sees it at once.
    expect(await desk.told()).toEqual(['design-changed'])
    const kept = await desk.world.db.selectFrom('revision').selectAll().where('state', '=', 'current').execute()
    expect(kept).toEqual(published)
  })

  it('does not take a level away that the design asks for, nor copy onto itself', async () => {
    const at = { qualificationId: desk.weigh }
    await desk.does(changeRequirement, { ...at, field: 'level', value: '2', was: '1' })
    expect(await desk.does(copyFrom, { ...at, fromId: desk.label, parts: ['mastery'] })).toMatchObject({
      problem: { code: 'level-in-use', facts: { level: '2' } },
    })
    expect((await desk.requirement()).revision.levelLabels).toEqual(['Alone', 'Teaches it'])
    expect(await desk.does(copyFrom, { ...at, fromId: desk.weigh, parts: ['learning'] })).toMatchObject({
      problem: { code: 'not-a-choice' },
    })
  })
})

/** Steps 3 to 7 with every id left out: those of a copy are its own. */
function withoutIds({ revision, processes, resources }: DesignRequirement): unknown {
  const text = JSON.stringify({ revision, processes, resources }, (key, value: unknown) =>
    key === 'id' || (key === 'processId' && value) ? 'own' : value,
  )
  return JSON.parse(text)
}
