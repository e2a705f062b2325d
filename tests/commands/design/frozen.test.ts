import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dismissAdvice } from '~/commands/design/advice.server'
import { addDefaultMethod } from '~/commands/design/default-method.server'
import { addDuties } from '~/commands/design/duty.server'
import { addGroups } from '~/commands/design/group.server'
import { addProcess } from '~/commands/design/process.server'
import { addResource } from '~/commands/design/resource.server'
import { addCandidates } from '~/commands/design/tracker.server'
import { startDraft } from '~/commands/design/version.server'
import { eachEngine } from '../../support/database'
import { aDesk, firstOf, type Desk } from '../../support/desk'
import { everyCommand, prefixOfName, sampleInput, type AnyCommand } from '../../support/every-command'
import { somebody, type World } from '../../support/world'
import { aTeam } from '../people/rows'

const designing = everyCommand.filter(([name]) => name.startsWith('design/'))

/** Steps 6 to 8, titles and the map are live (DESIGN section 3), and what is about whole versions has its own rules. */
const live = new Set([
  'design/create-program: createProgram',
  'design/map: arrangeMap',
  'design/map: moveOnMap',
  'design/process: addProcess',
  'design/process: changeProcess',
  'design/process: moveProcess',
  'design/process: removeProcess',
  'design/publish-program: publishProgram',
  'design/qualification: renameQualification',
  'design/resource: addResource',
  'design/resource: changeResource',
  'design/resource: moveResource',
  'design/resource: removeResource',
  'design/role: changeRole',
  'design/role: setNextRoles',
  'design/tracker: addCandidates',
  'design/tracker: changeTracker',
  'design/tracker: confirmTracker',
  'design/tracker: endCandidacy',
  'design/tracker: setCoverage',
  'design/version: discardDraft',
  'design/version: startDraft',
])
/** What removes comes last, so that the others still find it. */
const takenAtOnce = designing
  .filter(([name]) => live.has(name) && name !== 'design/version: startDraft')
  .toSorted(([a], [b]) => Number(/: (remove|end)/.test(a)) - Number(/: (remove|end)/.test(b)))

describe.each(eachEngine)('a program without a draft, on %s', (engine) => {
  let desk: Desk
  const ids = new Map<string, string>()

  beforeAll(async () => {
    desk = await aDesk(engine)
    const { world, weigh, programId } = desk
    await desk.does(addDuties, { lines: 'Keeps the scale true' })
    await desk.does(addGroups, { lines: 'Safety' })
    await desk.does(addDefaultMethod, { kind: 'interview', instructions: 'Ask why' })
    await desk.does(addDefaultMethod, { kind: 'simulation', instructions: 'In the trainer' })
    await desk.does(addProcess, { qualificationId: weigh, kind: 'practice', title: 'Do three' })
    await desk.does(addResource, { qualificationId: weigh, title: 'Card', kind: 'text', body: 'Zero first' })
    await desk.does(dismissAdvice, { rule: 'too-many', reason: 'Both sites share it' })
    const dismissal = await world.db.selectFrom('dismissal').select('id').executeTakeFirstOrThrow()
    const personId = await somebody(world, 'Mara')
    await desk.publish()
    await desk.does(addCandidates, { personIds: [personId] })
    const { role, duties, groups } = await desk.design()
    const { revision, processes, resources } = await desk.requirement()
    const candidacy = await world.db.selectFrom('candidacy').select('id').executeTakeFirstOrThrow()
    const teamId = await aTeam(world, 'Ovens')
    const parts = [role, firstOf(duties), firstOf(groups), firstOf(processes), firstOf(resources)].map(({ id }) => id)
    const own = [firstOf(revision.criteria).id, firstOf(revision.methods).id ?? '', candidacy.id, dismissal.id, teamId]
    for (const id of [...parts, ...own, weigh, programId, personId]) ids.set(id.slice(0, id.indexOf('_')), id)
  })
  afterAll(() => desk.world.close())

  it('is asked of every command of the designer', () => {
    const names = designing.map(([name]) => name)
    expect([...live].filter((name) => !names.includes(name))).toEqual([])
    expect(names.length).toBeGreaterThan(60)
  })

  it.each(designing.filter(([name]) => !live.has(name)))('stays as it is under %s', async (_, command) => {
    const before = await frozen(desk.world)
    expect(await outcomeOf(command)).toBe('published-frozen')
    expect(await frozen(desk.world)).toBe(before)
  })

  it.each(takenAtOnce)('takes %s at once, and keeps what is frozen', async (_, command) => {
    const before = await frozen(desk.world)
    expect(await outcomeOf(command)).toMatch(/^(accepted|already-published|empty|stale|leads-to-itself)$/)
    expect(await frozen(desk.world)).toBe(before)
  })

  it('has another version beside it when a draft is begun, and the frozen rows stay', async () => {
    const before = await frozen(desk.world)
    await desk.does(startDraft, {})
    await desk.does(addDuties, { lines: 'One more' })
    expect(await frozen(desk.world)).toBe(before)
  })

  async function outcomeOf(command: AnyCommand): Promise<string> {
    const { world, designer } = desk
    const input = sampleInput(command.input, (field) => {
      const fitting = ids.get(prefixOfName(field) ?? '')
      return [fitting, ...ids.values()].filter((id) => id !== undefined)
    })
    const result = await world.run(designer, command, input as never).catch((error: unknown) => String(error))
    if (typeof result === 'string') return result
    return result.ok ? 'accepted' : result.problem.code
  }
})

/** Every row of published versions: the version, what it asks for, and the definitions it asks for. */
async function frozen({ db }: World): Promise<string> {
  const versions = await db.selectFrom('program_version').selectAll().where('state', '=', 'published').execute()
  const inVersions = versions.map(({ id }) => id)
  const rows: unknown[] = [versions]
  for (const table of ['duty', 'requirement_group', 'requirement'] as const) {
    const found = db
      .selectFrom(table as 'duty')
      .selectAll()
      .where('program_version_id', 'in', inVersions)
    rows.push(await found.orderBy('id').execute())
  }
  const revisions = await db.selectFrom('revision').selectAll().where('state', '=', 'current').orderBy('id').execute()
  rows.push(revisions)
  for (const table of ['criterion', 'method'] as const) {
    const ids = revisions.map(({ id }) => id)
    const found = db
      .selectFrom(table as 'criterion')
      .selectAll()
      .where('revision_id', 'in', ids)
    rows.push(await found.orderBy('id').execute())
  }
  return JSON.stringify(rows)
}
