import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Command } from '~/commands/command.server'
import { idPrefixes, type Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { loadSample } from '~db/sample/load.server'
import { aWorld, somebody, type World } from '../support/world'

/**
 * Every command there is, run by somebody with every right of one organisation, with every id of another: each has to
 * look absent. Commands are found, not listed, so that a new one is tested from its first day (SECURITY T25).
 */
const modules = import.meta.glob<Record<string, unknown>>('../../app/commands/**/*.server.ts', { eager: true })
const commands = Object.values(modules)
  .flatMap((module) => Object.entries(module))
  .filter((entry): entry is [string, Command<z.ZodType, unknown>] => isCommand(entry[1]))

/** Names that say an id is of a kind that its name does not spell out. */
const kindOfName: Readonly<Record<string, keyof typeof idPrefixes>> = {
  managerId: 'person',
  assessorId: 'person',
  leadId: 'team-lead',
  groupId: 'requirement-group',
  eventId: 'ledger-event',
  nextRoleId: 'role',
  afterId: 'duty',
  standInId: 'person',
}

let world: World
let attacker: Id<'person'>
const foreignIds = new Map<string, string>()

beforeAll(async () => {
  world = await aWorld('sqlite')
  attacker = await somebody(world, 'Attacker', { grants: ['administrator', 'designer', 'auditor'] })
  await somebody(world, 'Report', { managerId: attacker })
  let accounts = 0
  await loadSample(
    { db: world.db, queue: world.queue, clock: { now: () => world.now, newId: world.newId } },
    {
      createAccount: async ({ email, name }) => {
        const id: Id<'account'> = `acct_${String((accounts += 1)).padStart(12, '0')}`
        const at = { created_at: world.now, updated_at: world.now }
        await world.write((tx) =>
          tx
            .insertInto('account')
            .values({ id, name, email, email_verified: 1, image: null, ...at })
            .execute(),
        )
        return id
      },
    },
  )
  for (const table of Object.values(tableOfKind)) {
    const row = (await world.db
      .selectFrom(table as 'person')
      .select('id')
      .where('organisation_id', '<>', world.organisationId)
      .limit(1)
      .executeTakeFirst()) as { id: string } | undefined
    if (row) foreignIds.set(row.id.slice(0, row.id.indexOf('_')), row.id)
  }
})
afterAll(() => world.close())

describe('ids of another organisation', () => {
  it('are found for every kind a command may name', () => {
    expect(commands.length).toBeGreaterThan(40)
    expect(foreignIds.size).toBeGreaterThan(20)
  })

  it.each(commands.map(([name]) => name))('look absent to %s', async (name) => {
    const command = commands.find(([other]) => other === name)?.[1]
    if (!command) throw new Error('no such command')
    const tried: string[] = []
    const input = sampleOf(command.input, '', tried)
    if (tried.length === 0) return // It takes no id: there is nothing of somebody else's to name.
    const before = await fingerprint()
    const outcome = await world.run(attacker, command, input as never).then(
      (result) => (result.ok ? 'accepted' : `refused as ${result.problem.code}`),
      (error: unknown) => (error instanceof NotFound ? 'absent' : String(error)),
    )
    expect(outcome).toBe('absent')
    expect(await fingerprint()).toBe(before)
  })
})

const tableOfKind: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(idPrefixes)
    .filter((kind) => !['organisation', 'account', 'refusal', 'job', 'invitation', 'dismissal'].includes(kind))
    .map((kind) => [kind, kind.replaceAll('-', '_')]),
)

/** A value that the schema takes, with foreign ids wherever it asks for an id. */
function sampleOf(schema: z.ZodType, name: string, tried: string[]): unknown {
  const found = candidatesOf(schema, name, tried).find((value) => schema.safeParse(value).success)
  const id = typeof found === 'string' && [...foreignIds.values()].includes(found)
  if (id) tried.push(found)
  return found
}

function candidatesOf(schema: z.ZodType, name: string, tried: string[]): unknown[] {
  const { def } = schema as unknown as {
    def: {
      type: string
      shape?: Record<string, z.ZodType>
      innerType?: z.ZodType
      in?: z.ZodType
      element?: z.ZodType
      options?: z.ZodType[]
      entries?: Record<string, string>
      values?: unknown[]
    }
  }
  if (def.shape) {
    return [Object.fromEntries(Object.entries(def.shape).map(([key, part]) => [key, sampleOf(part, key, tried)]))]
  }
  if (def.type === 'array' && def.element) return [[sampleOf(def.element, name.replace(/Ids$/, 'Id'), tried)], []]
  if (def.entries) return Object.values(def.entries)
  if (def.values) return def.values
  if (def.options) return def.options.map((option) => sampleOf(option, name, tried))
  const inner = def.innerType ?? def.in
  // What may be left out is left out, unless it is an id: an ignored id would prove nothing.
  if (inner)
    return /Ids?$/.test(name)
      ? [...candidatesOf(inner, name, tried), undefined]
      : [undefined, ...candidatesOf(inner, name, tried)]
  return /Ids?$/.test(name) ? idsFor(name) : plainValues
}

const plainValues = [
  'Some text',
  1,
  '1',
  '2026-11-20',
  'boat@example.org',
  'Europe/Berlin',
  '11-24',
  'a'.repeat(64),
  true,
  'on',
  '',
  undefined,
]

function idsFor(name: string): unknown[] {
  const kind = kindOfName[name] ?? name.replace(/Ids?$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const prefix = (idPrefixes as Record<string, string>)[kind]
  if (!prefix) return [...foreignIds.values()]
  // Where the sample has no such row the id is nobody's, which has to look the same.
  return [foreignIds.get(prefix) ?? `${prefix}_zzzzzzzzzzzz`]
}

async function fingerprint(): Promise<string> {
  const counts: string[] = []
  for (const table of await world.db.introspection.getTables()) {
    const row = await world.db
      .selectFrom(table.name as 'person')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    counts.push(`${table.name}=${row.n}`)
  }
  return counts.join(' ')
}

function isCommand(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'input' in value && 'run' in value
}
