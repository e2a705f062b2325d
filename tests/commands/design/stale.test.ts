import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeCriterion } from '~/commands/design/criterion.server'
import { addDefaultMethod, changeDefaultMethod } from '~/commands/design/default-method.server'
import { addDuties, changeDuty } from '~/commands/design/duty.server'
import { addGroups, changeGroup } from '~/commands/design/group.server'
import { changeMastery, changeValidity } from '~/commands/design/mastery.server'
import { changeMethod } from '~/commands/design/method.server'
import { addProcess, changeProcess } from '~/commands/design/process.server'
import { changeKind, renameQualification } from '~/commands/design/qualification.server'
import { changeRequirement } from '~/commands/design/requirement.server'
import { addResource, changeResource } from '~/commands/design/resource.server'
import { changeRole } from '~/commands/design/role.server'
import { changeDefaultRule, changeDefaultValidity, changeRule } from '~/commands/design/rule.server'
import { changeTracker, setCoverage } from '~/commands/design/tracker.server'
import { eachEngine } from '../../support/database'
import { aDesk, firstOf, type Desk } from '../../support/desk'
import { everyCommand } from '../../support/every-command'
import { somebody, type World } from '../../support/world'
import { aTeam } from '../people/rows'

type Attempt = { readonly value: string; readonly was: string; readonly [field: string]: unknown }

/**
 * Whoever saves a field over one that somebody else changed meanwhile is told by whom, and nothing is lost. What
 * already holds what is wanted is no conflict.
 */
describe.each(eachEngine)('saving over another’s change, on %s', (engine) => {
  let desk: Desk
  const attempts = new Map<string, readonly [command: never, input: Attempt]>()
  const commands = {
    changeRole,
    changeDuty,
    renameQualification,
    changeKind,
    changeRequirement,
    changeGroup,
    changeMastery,
    changeValidity,
    changeCriterion,
    changeMethod,
    changeDefaultMethod,
    changeRule,
    changeDefaultRule,
    changeDefaultValidity,
    changeProcess,
    changeResource,
    changeTracker,
    setCoverage,
  }

  beforeAll(async () => {
    desk = await aDesk(engine)
    const { weigh: qualificationId } = desk
    const at = { qualificationId }
    await desk.does(addGroups, { lines: 'Safety' })
    await desk.does(addDefaultMethod, { kind: 'interview' })
    await desk.does(addProcess, { ...at, kind: 'practice', title: 'Do three' })
    await desk.does(addResource, { ...at, title: 'Card' })
    // The last save is another's.
    const other = await somebody(desk.world, 'Jonas Weber', { grants: ['designer'] })
    await desk.world.run(other, addDuties, { programId: desk.programId, lines: 'Keeps the scale true' })
    const { duties, groups } = await desk.design()
    const { revision, processes, resources } = await desk.requirement()
    const teamId = await aTeam(desk.world, 'Ovens')
    const written = { value: 'Mine', was: 'Shown long ago' }
    const inputs: Record<keyof typeof commands, Attempt> = {
      changeRole: { field: 'title', ...written },
      changeDuty: { dutyId: firstOf(duties).id, ...written },
      renameQualification: { ...at, ...written },
      changeKind: { ...at, value: 'knowledge', was: 'experience' },
      changeRequirement: { ...at, field: 'class', value: 'should', was: 'aspire' },
      changeGroup: { groupId: firstOf(groups).id, field: 'name', ...written },
      changeMastery: { ...at, field: 'statement', ...written },
      changeValidity: { ...at, field: 'kind', value: 'never', was: 'months' },
      changeCriterion: { ...at, criterionId: firstOf(revision.criteria).id, field: 'text', ...written },
      changeMethod: { ...at, methodId: firstOf(revision.methods).id, field: 'instructions', ...written },
      changeDefaultMethod: { index: 0, field: 'instructions', ...written },
      changeRule: { ...at, field: 'signatures', value: '2', was: '1' },
      changeDefaultRule: { field: 'waitingDays', value: '7', was: '3' },
      changeDefaultValidity: { field: 'months', value: '12', was: '6' },
      changeProcess: { processId: firstOf(processes).id, field: 'title', ...written },
      changeResource: { resourceId: firstOf(resources).id, field: 'title', ...written },
      changeTracker: { field: 'columnOrder', value: 'name', was: 'unlock' },
      setCoverage: { ...at, teamId, value: '2', was: '1' },
    }
    for (const [name, command] of Object.entries(commands)) {
      attempts.set(name, [command as never, inputs[name as keyof typeof commands]])
    }
  })
  afterAll(() => desk.world.close())

  it('is asked of every command that saves a field', () => {
    const saving = everyCommand.filter(([name, { input }]) => {
      const { shape } = (input as unknown as { def: { shape?: object } }).def
      return name.startsWith('design/') && shape && 'was' in shape
    })
    expect(saving.map(([name]) => name.split(': ')[1]).toSorted()).toEqual(Object.keys(commands).toSorted())
  })

  it.each(Object.keys(commands))('is refused by %s, which names who was first', async (name) => {
    const [command, input] = attempts.get(name) ?? []
    if (!command || !input) throw new Error('no attempt')
    const before = await savedRows(desk.world)
    expect(await desk.does(command, input as never)).toEqual({
      ok: false,
      problem: { code: 'stale', facts: { by: 'Jonas Weber' } },
    })
    expect(await savedRows(desk.world)).toBe(before)
  })

  it.each(Object.keys(commands))('is no conflict for %s where it holds what is wanted', async (name) => {
    const [command, input] = attempts.get(name) ?? []
    if (!command || !input) throw new Error('no attempt')
    const { programId, world } = desk
    const other = await somebody(world, 'Other', { grants: ['designer'] })
    // What it holds is learned from the refusal's opposite: saved once by whoever knows it, then once more with the old.
    const current = await currentOf(desk, input)
    const saved = await world.run(other, command, { programId, ...input, was: current } as never)
    expect(saved).toMatchObject({ ok: true })
    expect(await desk.does(command, input as never)).toMatchObject({ ok: true })
  })
})

/** What each attempt's field holds at first. */
async function currentOf(desk: Desk, input: Attempt): Promise<string> {
  const { revision } = await desk.requirement()
  const held: Readonly<Record<string, string>> = {
    dutyId: 'Keeps the scale true',
    groupId: 'Safety',
    criterionId: firstOf(revision.criteria).text,
    processId: 'Do three',
    resourceId: 'Card',
    class: 'must',
    statement: 'Does Weigh',
    columnOrder: 'design',
    title: 'Shift Supervisor',
  }
  const byId = Object.keys(input).find((key) => key in held)
  if (byId) return held[byId] ?? ''
  if (input.value === 'knowledge') return 'skill'
  if (input.value === 'Mine' && !input['field']) return 'Weigh'
  return held[String(input['field'])] ?? ''
}

async function savedRows({ db }: World): Promise<string> {
  const tables = [
    'role',
    'duty',
    'requirement_group',
    'qualification',
    'requirement',
    'revision',
    'criterion',
    'method',
  ]
  const rows: unknown[] = []
  for (const table of [...tables, 'process', 'resource', 'coverage_minimum', 'program', 'program_version']) {
    rows.push(
      await db
        .selectFrom(table as 'duty')
        .selectAll()
        .execute(),
    )
  }
  return JSON.stringify(rows)
}
