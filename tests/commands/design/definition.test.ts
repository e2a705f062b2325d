import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addCriteria, changeCriterion, moveCriterion, removeCriterion } from '~/commands/design/criterion.server'
import { addDefaultMethod, changeDefaultMethod, removeDefaultMethod } from '~/commands/design/default-method.server'
import { changeValidity, setLevels } from '~/commands/design/mastery.server'
import { addMethod, changeMethod, moveMethod, removeMethod } from '~/commands/design/method.server'
import { changeDefaultValidity } from '~/commands/design/rule.server'
import { startDraft } from '~/commands/design/version.server'
import { NotFound } from '~/domain/refusals'
import { eachEngine } from '../../support/database'
import { aDesk, firstOf, type Desk } from '../../support/desk'

describe.each(eachEngine)('what defines a qualification, on %s', (engine) => {
  let desk: Desk
  beforeEach(async () => {
    desk = await aDesk(engine)
  })
  afterEach(() => desk.world.close())

  const at = () => ({ qualificationId: desk.weigh })
  const revision = async () => (await desk.requirement()).revision

  it('a removed first criterion and way come back whole, where they were', async () => {
    await desk.does(addCriteria, { ...at(), lines: 'Zeroes it', isRequired: 'false', afterId: 'start' })
    await desk.does(addMethod, { ...at(), kind: 'interview', allOfGroup: '2', at: '0' })
    const { criteria, methods } = await revision()
    expect(criteria[0]).toMatchObject({ text: 'Zeroes it', isRequired: false })
    expect(methods[0]).toMatchObject({ kind: 'interview', allOfGroup: 2 })
  })

  it('criteria are worded, made optional, moved and removed', async () => {
    await desk.does(addCriteria, { ...at(), lines: 'Reads the scale\nCleans the pan' })
    const [, reads, cleans] = (await revision()).criteria
    if (!reads || !cleans) throw new Error('two were added')
    const change = { ...at(), criterionId: reads.id }
    await desk.does(changeCriterion, { ...change, field: 'text', value: 'Reads to 5 g', was: 'Reads the scale' })
    await desk.does(changeCriterion, { ...change, field: 'isRequired', value: 'false', was: 'true' })
    await desk.does(moveCriterion, { ...at(), criterionId: cleans.id, by: -5 })
    expect((await revision()).criteria.map(({ text, isRequired }) => [text, isRequired])).toEqual([
      ['Cleans the pan', true],
      ['Shows Weigh', true],
      ['Reads to 5 g', false],
    ])
    await desk.does(removeCriterion, { ...at(), criterionId: cleans.id })
    expect((await revision()).criteria.map(({ text }) => text)).toEqual(['Shows Weigh', 'Reads to 5 g'])
  })

  it('a form that still names the published criterion changes the copy in the draft', async () => {
    const published = firstOf((await revision()).criteria)
    await desk.publish()
    await desk.does(startDraft, {})
    const named = { ...at(), criterionId: published.id }
    await desk.does(changeCriterion, { ...named, field: 'text', value: 'Shows it twice', was: 'Shows Weigh' })
    expect((await revision()).criteria.map(({ text }) => text)).toEqual(['Shows it twice'])
    const kept = await desk.world.db
      .selectFrom('criterion')
      .select('text')
      .where('id', '=', published.id)
      .executeTakeFirst()
    expect(kept).toEqual({ text: 'Shows Weigh' })
  })

  it('a criterion of another qualification is not found', async () => {
    const criterionId = firstOf((await desk.requirement(desk.label)).revision.criteria).id
    await expect(desk.does(removeCriterion, { ...at(), criterionId })).rejects.toThrow(NotFound)
  })

  it('levels are named, used by criteria, and not taken away while they are', async () => {
    expect(await desk.does(addCriteria, { ...at(), lines: 'x', level: 2 })).toMatchObject({
      problem: { code: 'level-not-there', facts: { count: '1' } },
    })
    await desk.does(setLevels, { ...at(), lines: 'Alone\nTeaches it\n' })
    expect((await revision()).levelLabels).toEqual(['Alone', 'Teaches it'])
    const criterionId = firstOf((await revision()).criteria).id
    const level = { ...at(), criterionId, field: 'level' as const }
    expect(await desk.does(changeCriterion, { ...level, value: '3', was: '1' })).toMatchObject({
      problem: { code: 'level-not-there' },
    })
    await desk.does(changeCriterion, { ...level, value: '2', was: '1' })
    expect((await revision()).criteria[0]?.level).toBe(2)
    expect(await desk.does(setLevels, { ...at(), lines: '' })).toMatchObject({
      problem: { code: 'level-in-use', facts: { level: '2' } },
    })
    expect(await desk.does(setLevels, { ...at(), lines: 'a\nb\nc\nd\ne\nf' })).toMatchObject({
      problem: { code: 'too-many-levels' },
    })
  })

  it('how long it lasts is said field by field, and inherited again when it is emptied', async () => {
    const change = (field: 'kind' | 'months' | 'fixedDay' | 'renewalWindowDays', value: string, was: string) =>
      desk.does(changeValidity, { ...at(), field, value, was })
    await change('kind', 'months', '')
    await change('months', '12', '')
    await change('renewalWindowDays', '30', '')
    expect((await revision()).validity).toMatchObject({ kind: 'months', months: 12, renewalWindowDays: 30 })
    expect(await change('fixedDay', '02-31', '')).toMatchObject({ problem: { code: 'not-a-day' } })
    expect(await change('months', '0', '12')).toMatchObject({ problem: { code: 'not-a-number' } })
    expect(await change('kind', 'forever', 'months')).toMatchObject({ problem: { code: 'not-a-choice' } })
    await change('kind', '', 'months')
    expect((await revision()).validity.kind ?? null).toBeNull()
  })

  it('the program says how long what says nothing lasts', async () => {
    await desk.does(changeDefaultValidity, { field: 'kind', value: 'fixed-day', was: '' })
    await desk.does(changeDefaultValidity, { field: 'fixedDay', value: '03-31', was: '' })
    expect((await desk.design()).defaults.validity).toMatchObject({ kind: 'fixed-day', fixedDay: '03-31' })
    await desk.does(changeDefaultValidity, { field: 'kind', value: '', was: 'fixed-day' })
    expect((await desk.design()).defaults.validity.kind).toBeUndefined()
  })

  it('ways to show it are changed, moved and removed', async () => {
    await desk.does(addMethod, { ...at(), kind: 'interview', instructions: 'Ask why' })
    const [observed, interview] = (await revision()).methods
    if (!observed?.id || !interview?.id) throw new Error('two ways')
    await desk.does(changeMethod, {
      ...at(),
      methodId: observed.id,
      field: 'evidenceRequired',
      value: 'A photo',
      was: '',
    })
    await desk.does(changeMethod, { ...at(), methodId: observed.id, field: 'allOfGroup', value: '1', was: '' })
    await desk.does(moveMethod, { ...at(), methodId: interview.id, by: -1 })
    expect((await revision()).methods).toMatchObject([
      { kind: 'interview', instructions: 'Ask why' },
      { kind: 'observed-task', evidenceRequired: 'A photo', allOfGroup: 1 },
    ])
    await desk.does(removeMethod, { ...at(), methodId: interview.id })
    expect((await revision()).methods.map(({ kind }) => kind)).toEqual(['observed-task'])
  })

  it('the program offers ways to all that name none', async () => {
    await desk.does(addDefaultMethod, { kind: 'simulation', instructions: 'In the trainer' })
    await desk.does(addDefaultMethod, { kind: 'interview' })
    const change = { index: 1, field: 'instructions' as const }
    await desk.does(changeDefaultMethod, { ...change, value: 'Ask why', was: '' })
    await desk.does(removeDefaultMethod, { index: 0 })
    expect((await desk.design()).defaults.methods).toMatchObject([{ kind: 'interview', instructions: 'Ask why' }])
    await expect(desk.does(changeDefaultMethod, { ...change, value: 'x' })).rejects.toThrow(NotFound)
    await expect(desk.does(removeDefaultMethod, { index: 1 })).rejects.toThrow(NotFound)
  })
})
