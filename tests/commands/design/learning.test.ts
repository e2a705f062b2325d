import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addProcess, changeProcess, moveProcess, removeProcess } from '~/commands/design/process.server'
import { addFromLibrary, renameQualification } from '~/commands/design/qualification.server'
import { addResource, changeResource, moveResource, removeResource } from '~/commands/design/resource.server'
import { NotFound } from '~/domain/refusals'
import { eachEngine } from '../../support/database'
import { aDesk, firstOf, type Desk } from '../../support/desk'
import { aProgram, designOf } from '../../support/designing'

describe.each(eachEngine)('how it is learned, on %s', (engine) => {
  let desk: Desk
  beforeEach(async () => {
    desk = await aDesk(engine)
  })
  afterEach(() => desk.world.close())

  const at = () => ({ qualificationId: desk.weigh })
  const processes = async () => (await desk.requirement()).processes
  const resources = async () => (await desk.requirement()).resources

  it('processes are changed, moved and ended, live in what is published', async () => {
    await desk.publish()
    await desk.does(addProcess, { ...at(), kind: 'shadowing', title: 'Watch two' })
    await desk.does(addProcess, { ...at(), kind: 'practice', title: 'Do three' })
    const [watch, three] = await processes()
    if (!watch || !three) throw new Error('two were added')
    const change = { processId: watch.id }
    await desk.does(changeProcess, { ...change, field: 'effortMinutes', value: '90', was: '' })
    await desk.does(changeProcess, { ...change, field: 'owner', value: 'Line lead', was: '' })
    await desk.does(changeProcess, { ...change, field: 'class', value: 'must', was: 'should' })
    await desk.does(moveProcess, { processId: three.id, by: -1 })
    expect(await processes()).toMatchObject([
      { title: 'Do three' },
      { title: 'Watch two', effortMinutes: 90, owner: 'Line lead', class: 'must' },
    ])
    await desk.does(removeProcess, { processId: three.id })
    expect((await processes()).map(({ title }) => title)).toEqual(['Watch two'])
    const rows = await desk.world.db.selectFrom('process').select('ended_at').where('id', '=', three.id).execute()
    expect(rows).toEqual([{ ended_at: desk.world.now }])
    expect(await desk.told()).toEqual(Array(7).fill('design-changed'))
    await expect(desk.does(removeProcess, { processId: three.id })).rejects.toThrow(NotFound)
  })

  it('a program has processes for all that have none', async () => {
    await desk.does(addProcess, { kind: 'coaching', title: 'With a coach' })
    const { processes: defaults } = (await desk.design()).defaults
    await desk.does(changeProcess, {
      processId: firstOf(defaults).id,
      field: 'title',
      value: 'Beside a coach',
      was: 'With a coach',
    })
    expect((await desk.design()).defaults.processes.map(({ title }) => title)).toEqual(['Beside a coach'])
    expect(await desk.told()).toEqual([])
  })

  it('resources are changed, moved and removed, live in what is published', async () => {
    await desk.publish()
    await desk.does(addProcess, { ...at(), kind: 'course', title: 'Course' })
    const processId = firstOf(await processes()).id
    await desk.does(addResource, { ...at(), title: 'Card', url: 'https://cards.example/c14' })
    await desk.does(addResource, { ...at(), processId, title: 'Slides' })
    const [card, slides] = await resources()
    if (!card || !slides) throw new Error('two were added')
    expect(slides.processId).toBe(processId)
    await desk.does(changeResource, { resourceId: card.id, field: 'purpose', value: 'practice', was: 'learning' })
    await desk.does(moveResource, { resourceId: slides.id, by: -1 })
    expect(await resources()).toMatchObject([{ title: 'Slides' }, { title: 'Card', purpose: 'practice' }])
    expect(
      await desk.does(changeResource, {
        resourceId: card.id,
        field: 'url',
        value: 'javascript:alert(1)',
        was: card.url,
      }),
    ).toMatchObject({ problem: { code: 'not-a-link' } })
    await desk.does(removeResource, { resourceId: slides.id })
    expect((await resources()).map(({ title }) => title)).toEqual(['Card'])
    expect(await desk.told()).toEqual(Array(6).fill('design-changed'))
  })

  it('tells every published program that asks for the qualification, also from the draft of another', async () => {
    await desk.publish()
    const { world, designer, weigh } = desk
    const otherId = await aProgram(world, designer, 'Packer')
    const other = { programId: otherId, qualificationId: weigh }
    await world.run(designer, addFromLibrary, { programId: otherId, qualificationIds: [weigh] })
    await world.run(designer, renameQualification, { ...other, value: 'Weigh to the gram', was: 'Weigh' })
    await world.run(designer, addProcess, { ...other, kind: 'practice', title: 'Do three' })
    await world.run(designer, addResource, { ...other, title: 'Card' })
    expect(await desk.told()).toEqual(['renamed', 'design-changed', 'design-changed'])
    expect(await desk.requirement()).toMatchObject({
      name: 'Weigh to the gram',
      processes: [{ title: 'Do three' }],
      resources: [{ title: 'Card' }],
    })
    expect((await designOf(world, otherId)).requirements).toHaveLength(1)
  })
})
