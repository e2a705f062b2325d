/** Makes a large organisation of the sample's shape, for trying out size and for the benchmark. */
import { dateInZone } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db } from '../client.server'
import { recordChanges } from '../queries/change.server'
import { insertOrganisation } from '../queries/organisation.server'
import { findPublishedProgramOrNull } from '../queries/published-program.server'
import { diceOf } from './large/dice'
import { largeLibrary, largeProgram } from './large/large-design'
import { loadLargePeople } from './large/large-people.server'
import { loadLargeRecord } from './large/large-record.server'
import type { CreateAccount, SampleServices } from './load.server'
import { publishing } from './load-history.server'
import { loadLibrary } from './load-library.server'
import { loadProgram } from './load-programs.server'
import { startLoading } from './loading.server'
import { samplePassword } from './organisation'

export interface LargeSize {
  readonly people: number
  readonly qualifications: number
  /** Events of each rated cell; the default is 1. */
  readonly eventsPerCell?: number
  /** The same seed gives the same people and statuses. */
  readonly seed?: number
}

export interface LargeOrganisation {
  readonly organisationId: Id<'organisation'>
  readonly programId: Id<'program'>
  readonly events: number
  /** False where the e-mail addresses belong to an earlier large organisation: then only that can be signed in to. */
  readonly hasAccounts: boolean
}

export const largestSize = { people: 5000, qualifications: 200, eventsPerCell: 20 } as const

/** Who can sign in, by the key of the person. The first lead manages a team of fifteen; the member is one of them. */
export const largeAccounts = [
  { key: 'administrator', email: 'admin@large.test', name: 'Robin Adler' },
  { key: 'p0', email: 'manager@large.test', name: 'First lead' },
  { key: 'p1', email: 'employee@large.test', name: 'First member' },
] as const

/** Why a size cannot be made, as a sentence; null where it can. */
export function problemOfSize(size: LargeSize): string | null {
  for (const [name, value] of [
    ['people', size.people],
    ['qualifications', size.qualifications],
    ['eventsPerCell', size.eventsPerCell ?? 1],
  ] as const) {
    const least = name === 'people' ? 2 : 1
    if (Number.isInteger(value) && value >= least && value <= largestSize[name]) continue
    const what = name === 'eventsPerCell' ? 'events per cell' : name
    return `The number of ${what} must be a whole number from ${least} to ${largestSize[name]}.`
  }
  return null
}

/** Cells written in one transaction, so that the server's other writers would not wait long and memory stays small. */
const eventsPerWrite = 12_000
const zone = 'Europe/Copenhagen'

/**
 * Makes the organisation in several transactions, the first of which makes its people and its published program.
 * @param say is told how far it has come, now and then
 * @throws RangeError with a sentence where the size cannot be made
 */
export async function makeLargeOrganisation(
  services: SampleServices,
  { createAccount, say = () => undefined }: { createAccount: CreateAccount; say?: (sentence: string) => void },
  size: LargeSize,
): Promise<LargeOrganisation> {
  const problem = problemOfSize(size)
  if (problem) throw new RangeError(problem)
  const { queue, clock } = services
  const eventsPerCell = size.eventsPerCell ?? 1
  const dice = diceOf(size.seed ?? 1)
  const accounts = await accountsFor(services.db, createAccount)
  const organisationId = clock.newId('organisation')
  const now = clock.now()
  const given = { organisationId, newId: clock.newId, now, today: dateInZone(now, zone) }
  // Identifiers are kept from one transaction to the next; only the connection is new.
  const ids = startLoading({ ...given, tx: undefined as never })

  const made = await queue.write(organisationId, async (tx) => {
    const loading = { ...ids, tx }
    await insertOrganisation(tx, {
      id: organisationId,
      name: `Large sample, ${size.people} people`,
      timeZone: zone,
      isSample: true,
      createdAt: loading.moment(loading.day(-120)),
    })
    const people = await loadLargePeople(loading, size.people, dice, accounts)
    await loadLibrary(loading, largeLibrary(size.qualifications), 'current')
    const authors = { author: 'administrator', publisher: 'administrator' }
    const versions = await loadProgram(loading, largeProgram(size.qualifications), authors)
    for (const version of versions) await publishing(loading, version).write()
    const programId = ids.idOf('program', largeProgram(1).role)
    const program = await findPublishedProgramOrNull(tx, organisationId, programId)
    if (!program) throw new Error('The large program was not published')
    await recordChanges(tx, { organisationId, actorId: null, at: now }, [{ kind: 'published', programId }])
    return { people, program }
  })
  say(`${size.people} people and ${size.qualifications} qualifications are in`)

  const members = made.people.members.map((member, index) => ({ ...member, index }))
  const peoplePerWrite = Math.max(1, Math.floor(eventsPerWrite / (size.qualifications * eventsPerCell * 0.5)))
  const record = { program: made.program, eventsPerCell, people: size.people }
  let events = 0
  let said = 0
  for (let at = 0; at < members.length; at += peoplePerWrite) {
    const some = members.slice(at, at + peoplePerWrite)
    events += await queue.write(organisationId, (tx) => loadLargeRecord({ ...ids, tx }, some, record, dice))
    const percent = Math.floor(((at + some.length) * 100) / members.length)
    if (percent >= said + 10) say(`${percent} per cent of the record, ${events} events`)
    if (percent >= said + 10) said = percent - (percent % 10)
  }
  return { organisationId, programId: made.program.programId, events, hasAccounts: accounts.size > 0 }
}

/** The accounts, or none where they are linked to the people of an earlier large organisation. */
async function accountsFor(
  db: Db,
  createAccount: CreateAccount,
): Promise<ReadonlyMap<string, { id: Id<'account'>; email: string }>> {
  const accounts = new Map<string, { id: Id<'account'>; email: string }>()
  for (const { key, email, name } of largeAccounts) {
    const known = await db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst()
    const linked =
      known && (await db.selectFrom('person').select('id').where('account_id', '=', known.id).executeTakeFirst())
    if (linked) return new Map()
    accounts.set(key, { id: known?.id ?? (await createAccount({ email, name, password: samplePassword })), email })
  }
  return accounts
}
