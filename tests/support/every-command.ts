import type { z } from 'zod'
import type { Command } from '~/commands/command.server'
import { idPrefixes, type Id } from '~/domain/ids'
import { loadSample } from '~db/sample/load.server'
import type { World } from './world'

/** Every command there is. They are found, not listed, so that a new one is tested from its first day. */
const modules = import.meta.glob<Record<string, unknown>>('../../app/commands/**/*.server.ts', { eager: true })

export type AnyCommand = Command<z.ZodType, unknown>

/** By the name they are exported with; two of the same name are told apart by their folder. */
export const everyCommand: readonly (readonly [string, AnyCommand])[] = Object.entries(modules)
  .flatMap(([file, module]) =>
    Object.entries(module)
      .filter((entry): entry is [string, AnyCommand] => isCommand(entry[1]))
      .map(([name, command]) => [`${/commands\/(.*)\.server/.exec(file)?.[1] ?? ''}: ${name}`, command] as const),
  )
  .toSorted(([a], [b]) => (a < b ? -1 : 1))

function isCommand(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'input' in value && 'run' in value
}

/** The kind of id a field's name asks for, where the name does not spell it out. */
const kindOfName: Readonly<Record<string, keyof typeof idPrefixes>> = {
  managerId: 'person',
  assessorId: 'person',
  leadId: 'team-lead',
  groupId: 'requirement-group',
  eventId: 'ledger-event',
  nextRoleId: 'role',
  afterId: 'duty',
  standInId: 'person',
  needsId: 'qualification',
  fromId: 'qualification',
  membershipId: 'team-membership',
}

/** The prefix of the ids a field takes; undefined for a name that says nothing of it. */
export function prefixOfName(name: string): string | undefined {
  const kind = kindOfName[name] ?? name.replace(/Ids?$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return (idPrefixes as Record<string, string>)[kind]
}

/**
 * A value a schema takes: `idFor` gives the candidates for a field that asks for an id, everything else is plain. What
 * may be left out is left out, unless it is an id: an ignored id would prove nothing.
 */
export function sampleInput(schema: z.ZodType, idsFor: (name: string) => readonly unknown[], name = ''): unknown {
  return candidatesOf(schema, idsFor, name).find((value) => schema.safeParse(value).success)
}

type Definition = {
  readonly type: string
  readonly shape?: Record<string, z.ZodType>
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly element?: z.ZodType
  readonly options?: z.ZodType[]
  readonly entries?: Record<string, string>
  readonly values?: unknown[]
}

function candidatesOf(schema: z.ZodType, idsFor: (name: string) => readonly unknown[], name: string): unknown[] {
  const { def } = schema as unknown as { def: Definition }
  if (def.shape) {
    const fields = Object.entries(def.shape).map(([key, part]) => [key, sampleInput(part, idsFor, key)])
    return [Object.fromEntries(fields)]
  }
  if (def.type === 'array' && def.element) {
    return [[sampleInput(def.element, idsFor, name.replace(/Ids$/, 'Id'))], []]
  }
  if (def.entries) return Object.values(def.entries)
  if (def.values) return def.values
  if (def.options) return def.options.map((option) => sampleInput(option, idsFor, name))
  const isId = /Ids?$/.test(name)
  const inner = def.innerType ?? def.in
  if (inner) {
    const within = candidatesOf(inner, idsFor, name)
    return isId ? [...within, undefined] : [undefined, ...within]
  }
  return isId ? [...idsFor(name)] : plainValues
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

/** Loads the sample organisation beside the world's own, with accounts that cannot sign in. */
export async function loadSampleInto(world: World): Promise<Id<'organisation'>> {
  let accounts = 0
  const organisationId = await loadSample(
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
  if (!organisationId) throw new Error('The sample was there already')
  return organisationId
}
