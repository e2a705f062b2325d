import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idPrefixes, type Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { everyCommand, loadSampleInto, prefixOfName, sampleInput } from '../support/every-command'
import { aWorld, somebody, type World } from '../support/world'

/**
 * Every command there is, run by somebody with every right of one organisation, with every id of another: each has to
 * look absent (SECURITY T25).
 */
let world: World
let attacker: Id<'person'>
const foreignIds = new Map<string, string>()

beforeAll(async () => {
  world = await aWorld('sqlite')
  attacker = await somebody(world, 'Attacker', { grants: ['administrator', 'designer', 'auditor'] })
  await somebody(world, 'Report', { managerId: attacker })
  await loadSampleInto(world)
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
    expect(everyCommand.length).toBeGreaterThan(90)
    expect(foreignIds.size).toBeGreaterThan(20)
  })

  it.each(everyCommand)('look absent to %s', async (_, command) => {
    let isTried = false
    const input = sampleInput(command.input, (name) => {
      isTried = true
      return idsFor(name)
    })
    if (!isTried) return // It takes no id: there is nothing of somebody else's to name.
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

function idsFor(name: string): readonly unknown[] {
  const prefix = prefixOfName(name)
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
