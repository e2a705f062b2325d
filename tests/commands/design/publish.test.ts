import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeMastery } from '~/commands/design/mastery.server'
import { addFromLibrary } from '~/commands/design/qualification.server'
import { changeRequirement } from '~/commands/design/requirement.server'
import { changeDefaultRule } from '~/commands/design/rule.server'
import { publishProgram } from '~/commands/design/publish-program.server'
import { startDraft } from '~/commands/design/version.server'
import type { Id } from '~/domain/ids'
import { eachEngine } from '../../support/database'
import { aCompleteQualification, aProgram, designOf, effectOf, publish } from '../../support/designing'
import { aWorld, somebody, type World } from '../../support/world'

describe.each(eachEngine)('publishing on %s', (engine) => {
  let world: World
  let designer: Id<'person'>
  let programId: Id<'program'>

  beforeEach(async () => {
    world = await aWorld(engine)
    designer = await somebody(world, 'Priya Nair', { grants: ['designer'] })
    programId = await aProgram(world, designer, 'Shift Supervisor')
  })
  afterEach(() => world.close())

  it('freezes and hashes, makes definitions current and writes it down once', async () => {
    const qualificationId = await aCompleteQualification(world, designer, programId, 'Weigh')
    const effect = await effectOf(world, designer, programId)
    const input = { programId, contentHash: effect?.contentHash ?? '' }
    expect(await world.run(designer, publishProgram, input)).toEqual({
      ok: true,
      value: { programId, number: 1, otherCount: 0 },
    })
    expect(await world.run(designer, publishProgram, input)).toEqual({
      ok: false,
      problem: { code: 'already-published' },
    })
    const version = await world.db.selectFrom('program_version').selectAll().executeTakeFirstOrThrow()
    expect(version).toMatchObject({ state: 'published', published_by: designer, is_without_second_person: 0 })
    expect(version.content_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await revisionStates(world, qualificationId)).toEqual(['current'])
    const events = await world.db.selectFrom('ledger_event').select(['kind', 'content_hash']).execute()
    expect(events).toEqual([{ kind: 'published', content_hash: version.content_hash }])
    const changes = await world.db.selectFrom('change').select(['kind', 'program_id']).execute()
    expect(changes).toContainEqual({ kind: 'published', program_id: programId })
  })

  it('is refused while something blocks, and when the draft is not the one that was shown', async () => {
    expect(await publish(world, designer, programId)).toMatchObject({ problem: { code: 'blocked' } })
    await aCompleteQualification(world, designer, programId, 'Weigh')
    const effect = await effectOf(world, designer, programId)
    await aCompleteQualification(world, designer, programId, 'Label')
    expect(await world.run(designer, publishProgram, { programId, contentHash: effect?.contentHash ?? '' })).toEqual({
      ok: false,
      problem: { code: 'stale' },
    })
  })

  it('copies a published definition at its first edit and leaves the published rows as they are', async () => {
    const qualificationId = await aCompleteQualification(world, designer, programId, 'Weigh')
    await publish(world, designer, programId)
    const before = await frozenRows(world)
    await world.run(designer, startDraft, { programId })
    const at = { programId, qualificationId }
    await world.run(designer, changeMastery, {
      ...at,
      field: 'statement',
      value: 'Weighs to the gram',
      was: 'Does Weigh',
    })
    await world.run(designer, changeMastery, { ...at, field: 'scope', value: '3 products', was: '' })
    expect(await revisionStates(world, qualificationId)).toEqual(['current', 'draft'])
    expect((await designOf(world, programId)).requirements[0]?.revision.statement).toBe('Weighs to the gram')
    const after = await frozenRows(world)
    expect(after.revisions.filter(({ id }) => before.revisions.some((row) => row.id === id))).toEqual(before.revisions)
    expect(after.requirements.filter(({ id }) => before.requirements.some((row) => row.id === id))).toEqual(
      before.requirements,
    )
    const effect = await effectOf(world, designer, programId)
    expect(effect?.difference.changed).toEqual([
      { qualificationId, parts: ['statement', 'threshold'], choices: ['keep', 'show-again'] },
    ])
    expect(await publish(world, designer, programId)).toMatchObject({ ok: true, value: { number: 2 } })
    expect(await revisionStates(world, qualificationId)).toEqual(['superseded', 'current'])
  })

  it('gives another program that uses a changed definition a new version before its own draft', async () => {
    const qualificationId = await aCompleteQualification(world, designer, programId, 'Weigh')
    await publish(world, designer, programId)
    const otherId = await aProgram(world, designer, 'Packer')
    await world.run(designer, addFromLibrary, { programId: otherId, qualificationIds: [qualificationId] })
    expect(await publish(world, designer, otherId)).toMatchObject({ ok: true })
    await world.run(designer, startDraft, { programId: otherId })

    await world.run(designer, startDraft, { programId })
    const at = { programId, qualificationId }
    await world.run(designer, changeMastery, { ...at, field: 'scope', value: '3 products', was: '' })
    const effect = await effectOf(world, designer, programId)
    expect(effect?.others.map(({ program }) => program.roleTitle)).toEqual(['Packer'])
    expect(await publish(world, designer, programId)).toMatchObject({ ok: true, value: { otherCount: 1 } })

    const versions = await world.db
      .selectFrom('program_version')
      .select(['number', 'state'])
      .where('program_id', '=', otherId)
      .orderBy('number')
      .execute()
    expect(versions).toEqual([
      { number: 1, state: 'superseded' },
      { number: 2, state: 'published' },
      { number: 3, state: 'draft' },
    ])
    const scopes = await world.db
      .selectFrom('requirement')
      .innerJoin('program_version', 'program_version.id', 'requirement.program_version_id')
      .innerJoin('revision', 'revision.id', 'requirement.revision_id')
      .select(['program_version.state', 'revision.scope'])
      .where('program_version.program_id', '=', otherId)
      .orderBy('program_version.number')
      .execute()
    expect(scopes).toEqual([
      { state: 'superseded', scope: '' },
      { state: 'published', scope: '3 products' },
      { state: 'draft', scope: '3 products' },
    ])
  })

  it('lets what is new count from 30 days ahead, and everything at once in a first version', async () => {
    await aCompleteQualification(world, designer, programId, 'Weigh')
    await publish(world, designer, programId)
    await world.run(designer, startDraft, { programId })
    await aCompleteQualification(world, designer, programId, 'Label')
    await publish(world, designer, programId)
    const { requirements } = await designOf(world, programId)
    expect(requirements.map(({ name, countsFrom }) => [name, countsFrom])).toEqual([
      ['Weigh', null],
      ['Label', '2026-12-24'],
    ])
  })

  it('keeps the program defaults of a draft apart until it is published', async () => {
    await aCompleteQualification(world, designer, programId, 'Weigh')
    await publish(world, designer, programId)
    await world.run(designer, startDraft, { programId })
    await world.run(designer, changeDefaultRule, { programId, field: 'signatures', value: '2', was: '' })
    const defaults = async () =>
      JSON.parse(
        (await world.db.selectFrom('program').select('defaults').executeTakeFirstOrThrow()).defaults,
      ) as unknown
    expect(await defaults()).toEqual({})
    await publish(world, designer, programId)
    expect(await defaults()).toEqual({ assessmentRule: { signatures: 2 } })
  })

  it('asks for a second person where something critical is new, and says so where there is none', async () => {
    const qualificationId = await aCompleteQualification(world, designer, programId, 'Lock-out')
    const at = { programId, qualificationId }
    await world.run(designer, changeRequirement, { ...at, field: 'isCritical', value: 'true', was: 'false' })
    expect((await effectOf(world, designer, programId))?.isThereASecondPerson).toBe(false)
    expect(await publish(world, designer, programId)).toMatchObject({ ok: true })
    const version = await world.db.selectFrom('program_version').selectAll().executeTakeFirstOrThrow()
    expect(version.is_without_second_person).toBe(1)
  })
})

async function revisionStates(world: World, qualificationId: Id<'qualification'>): Promise<string[]> {
  const rows = await world.db
    .selectFrom('revision')
    .select('state')
    .where('qualification_id', '=', qualificationId)
    .orderBy('number')
    .execute()
  return rows.map(({ state }) => state)
}

/** Every row a version freezes. */
async function frozenRows(world: World) {
  return {
    requirements: await world.db.selectFrom('requirement').selectAll().orderBy('id').execute(),
    revisions: await world.db.selectFrom('revision').selectAll().orderBy('id').execute(),
  }
}
