import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyCommand } from '../support/every-command'
import { everyCommand, loadSampleInto, prefixOfName, sampleInput } from '../support/every-command'
import { dismissAdvice } from '~/commands/design/advice.server'
import { addDefaultMethod } from '~/commands/design/default-method.server'
import { addDuties } from '~/commands/design/duty.server'
import { addGroups } from '~/commands/design/group.server'
import { addProcess } from '~/commands/design/process.server'
import { addResource } from '~/commands/design/resource.server'
import { startDraft } from '~/commands/design/version.server'
import { startCandidacy } from '~/commands/people/assignment.server'
import { giveRight } from '~/commands/people/right.server'
import { requestDemonstration } from '~/commands/request-demonstration.server'
import type { Design } from '~/domain/design'
import type { Id } from '~/domain/ids'
import { Forbidden, NotFound } from '~/domain/refusals'
import { findActor } from '~db/queries/actor.server'
import { findManagement } from '~db/queries/visible-people.server'
import { designOf } from '../support/designing'
import { aWorld, someDay, somebody, type World } from '../support/world'

/**
 * Every command there is, with ids of the actor's own organisation that belong together, by people without the right:
 * each is refused and leaves the database as it was, byte for byte (SECURITY T23). That the ids do belong together is
 * shown by somebody who has the right: to them the same input is never hidden and never forbidden.
 */
let world: World
/** One person, what they take part in and what happened there, by prefix of the id. */
const ids = new Map<string, string>()

const outsiders = ['somebody without any right', 'an auditor', 'a manager of other people'] as const
const people = new Map<string, Id<'person'>>()

/** Acts on oneself: the input names nobody, so there is nothing to be refused. */
const ownActs = new Set(['choose-target-role: chooseTargetRole'])

/**
 * Open to whoever sees the row and has the demonstration, so a right alone does not decide. Who sees the row and does
 * not have it is refused by a rule, which is as good: nothing is written.
 */
const refusedByRule: Readonly<Record<string, string>> = {
  'hand-back-demonstration: handBackDemonstration': 'not-yours',
  'hand-over-demonstration: handOverDemonstration': 'not-yours',
}

/** Commands whose ids are of another program than the rest. */
const otherIds = new Map<string, ReadonlyMap<string, string>>()

beforeAll(async () => {
  const empty = await aWorld('sqlite')
  const organisationId = await loadSampleInto(empty)
  world = { ...empty, organisationId, run: (personId, command, input) => run(personId, command, input) as never }
  await layOut()
})
afterAll(() => world.close())

describe('somebody with the right', () => {
  it.each(everyCommand)('is let through by %s', async (name, command) => {
    expect(await outcomeOf(name, command, personOf('entitled'), { isUndone: true })).toMatch(/^(accepted|refused as)/)
  })
})

describe.each(outsiders)('%s', (outsider) => {
  it('has nothing to do with the person the ids are about', async () => {
    const key = { organisationId: world.organisationId, personId: personOf(outsider) }
    const subjectId = ids.get('pers') as Id<'person'>
    expect(await findManagement(world.db, { ...key, subjectId }, someDay)).toMatchObject({ isMyPerson: false })
  })

  it.each(everyCommand.filter(([name]) => !ownActs.has(name)))('is refused by %s', async (name, command) => {
    const before = fingerprint()
    const outcome = await outcomeOf(name, command, personOf(outsider))
    const byRule = refusedByRule[name]
    expect(
      outcome === 'absent' || outcome === 'forbidden' || outcome === `refused as ${byRule}` ? 'kept out' : outcome,
    ).toBe('kept out')
    expect(fingerprint()).toBe(before)
  })
})

it('covers every command there is', () => {
  const names = everyCommand.map(([name]) => name)
  expect(names.length).toBeGreaterThan(90)
  expect(new Set(names).size).toBe(names.length)
  expect([...ownActs, ...Object.keys(refusedByRule)].filter((name) => !names.includes(name))).toEqual([])
})

async function outcomeOf(
  name: string,
  command: AnyCommand,
  personId: Id<'person'>,
  { isUndone = false } = {},
): Promise<string> {
  const own = otherIds.get(name)
  const input = sampleInput(command.input, (field) => {
    const prefix = prefixOfName(field) ?? ''
    return [own?.get(prefix), ids.get(prefix), ...ids.values()].filter((id) => id !== undefined)
  })
  try {
    const result = await run(personId, command, input, isUndone)
    return result.ok ? 'accepted' : `refused as ${result.problem.code}`
  } catch (error) {
    if (error instanceof NotFound) return 'absent'
    if (error instanceof Forbidden) return 'forbidden'
    return String(error)
  }
}

/** As the server does it, or with everything taken back although it was accepted. */
async function run(personId: Id<'person'>, command: AnyCommand, given: unknown, isUndone = false) {
  const { organisationId, now, newId } = world
  const input = command.input.parse(given) as never
  let result: Awaited<ReturnType<AnyCommand['run']>> | undefined
  const takeBack = new Error('taken back')
  await world.queue
    .write(organisationId, async (tx) => {
      const actor = await findActor(tx, { organisationId, personId, accountId: null }, someDay)
      result = await command.run({ tx, actor, now, today: someDay, newId }, input)
      if (isUndone || !result.ok) throw takeBack
    })
    .catch((error: unknown) => {
      if (error !== takeBack) throw error
    })
  if (!result) throw new Error('no answer')
  return result
}

function personOf(name: string): Id<'person'> {
  const id = people.get(name)
  if (!id) throw new Error(`nobody is ${name}`)
  return id
}

function fingerprint(): string {
  return createHash('sha256')
    .update(world.sqlite?.serialize() ?? '')
    .digest('hex')
}

/** Jonas, his manager with every right, and around him a draft, an open demonstration, a candidacy and a right. */
async function layOut(): Promise<void> {
  const { organisationId } = world
  const personId = await idOfPerson('Jonas Reyes')
  const entitled = await idOfPerson('Noor Haddad')
  people.set('entitled', entitled)
  people.set('somebody without any right', await somebody(world, 'Newcomer'))
  people.set('an auditor', await idOfPerson('Piet Verhagen'))
  people.set('a manager of other people', await idOfPerson('Kaisa Rautio'))
  const administrator = await idOfPerson('Tomas Eklund')
  for (const kind of ['administrator', 'designer'] as const) {
    await world.run(administrator, giveRight, { personId: entitled, kind })
  }
  const programId = await idOfProgram('Boatbuilder')
  const nextProgramId = await idOfProgram('Senior boatbuilder')
  await world.run(entitled, startDraft, { programId })
  await world.run(entitled, addDuties, { programId, lines: 'Keeps the hall tidy' })
  await world.run(entitled, addGroups, { programId, lines: 'Others' })
  await world.run(entitled, addDefaultMethod, { programId, kind: 'interview' })
  await world.run(entitled, addDefaultMethod, { programId, kind: 'observed-task' })
  await world.run(entitled, dismissAdvice, { programId, rule: 'too-many', reason: 'Both sites share it' })
  const qualificationId = await requestSomething(entitled, { programId, personId })
  await world.run(entitled, addProcess, { programId, qualificationId, kind: 'coaching', title: 'With a coach' })
  await world.run(entitled, addResource, { programId, qualificationId, title: 'The card on the wall' })
  const next = await idOfRole('Senior boatbuilder')
  await world.run(entitled, startCandidacy, { personId, roleId: next })
  await world.run(entitled, giveRight, { personId, kind: 'may-sign', qualificationId, reason: 'Knows it best' })
  ids.set('pers', personId).set('prog', programId).set('qual', qualificationId).set('role', next)
  keepPartsOf(await designOf(world, programId), qualificationId)

  const of = { person_id: personId, organisation_id: organisationId }
  await keepNewest('team-membership', 'team_membership', of)
  await keepNewest('assignment', 'assignment', of)
  await keepNewest('candidacy', 'candidacy', of)
  await keepNewest('grant', 'grant', of)
  await keepNewest('demonstration', 'demonstration', { ...of, qualification_id: qualificationId })
  await keepNewest('ledger-event', 'ledger_event', { ...of, kind: 'mastered', actor_id: entitled })
  await keepNewest('team-lead', 'team_lead', { ...of, person_id: entitled })
  await keepNewest('dismissal', 'dismissal', { organisation_id: organisationId })
  const lead = await world.db.selectFrom('team_lead').selectAll().where('person_id', '=', entitled).executeTakeFirst()
  ids.set('team', lead?.team_id ?? '')
  const site = await world.db.selectFrom('site').select('id').where('organisation_id', '=', organisationId).execute()
  ids.set('site', site[0]?.id ?? '')
  otherIds.set('design/tracker: endCandidacy', new Map([['prog', nextProgramId]]))
}

/** Asks for the first demonstration that may be asked for; answers of what. */
async function requestSomething(
  by: Id<'person'>,
  key: { programId: Id<'program'>; personId: Id<'person'> },
): Promise<Id<'qualification'>> {
  const { requirements } = await designOf(world, key.programId)
  for (const { qualificationId } of requirements) {
    const result = await world.run(by, requestDemonstration, { ...key, qualificationId })
    if (result.ok) return qualificationId
  }
  throw new Error('nothing can be asked for')
}

function keepPartsOf(design: Design, qualificationId: Id<'qualification'>): void {
  const requirement = design.requirements.find((each) => each.qualificationId === qualificationId)
  const found = [
    design.duties[0]?.id,
    design.groups[0]?.id,
    requirement?.processes[0]?.id,
    requirement?.resources[0]?.id,
    requirement?.revision.criteria[0]?.id,
    requirement?.revision.methods[0]?.id,
  ]
  for (const id of found) if (id) ids.set(id.slice(0, id.indexOf('_')), id)
}

async function keepNewest(kind: string, table: string, of: Readonly<Record<string, string>>): Promise<void> {
  let query = world.db.selectFrom(table as 'grant').select('id')
  for (const [column, value] of Object.entries(of)) query = query.where(column as 'id', '=', value as never)
  const row = await query.orderBy('id', 'desc').limit(1).executeTakeFirst()
  if (!row) throw new Error(`no ${kind}`)
  ids.set(row.id.slice(0, row.id.indexOf('_')), row.id)
}

async function idOfPerson(name: string): Promise<Id<'person'>> {
  return (await world.db.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
}

async function idOfRole(title: string): Promise<Id<'role'>> {
  return (await world.db.selectFrom('role').select('id').where('title', '=', title).executeTakeFirstOrThrow()).id
}

async function idOfProgram(title: string): Promise<Id<'program'>> {
  const roleId = await idOfRole(title)
  return (await world.db.selectFrom('program').select('id').where('role_id', '=', roleId).executeTakeFirstOrThrow()).id
}
