/** Loads the sample organisation into a database, in one transaction. */
import { dateInZone, type Instant } from '~/domain/calendar-date'
import type { Id, NewId } from '~/domain/ids'
import type { Db, Tx } from '../client.server'
import { recordChanges } from '../queries/change.server'
import { insertOrganisation } from '../queries/organisation.server'
import type { Act } from './act'
import { loadHistory } from './load-history.server'
import { loadLibrary } from './load-library.server'
import { loadGrants, loadPeople } from './load-people.server'
import { loadProgram, type LoadedVersion } from './load-programs.server'
import { startLoading } from './loading.server'
import { accounts, organisation, samplePassword } from './organisation'
import { people } from './people'
import { programs } from './programs'
import { currentQualifications, draftQualifications } from './qualifications/library'

export interface SampleServices {
  readonly db: Db
  readonly queue: {
    write<T>(organisationId: Id<'organisation'> | null, work: (tx: Tx) => Promise<T>): Promise<T>
  }
  readonly clock: { readonly now: () => Instant; readonly newId: NewId }
}

/** Makes an account that can sign in, before the transaction; password hashing is slow on purpose. */
export type CreateAccount = (account: { email: string; name: string; password: string }) => Promise<Id<'account'>>

/** Days before loading on which the yard began with Masterwork. */
const beganDaysAgo = 400
const authors = { author: 'ingrid', publisher: 'anders' }

/**
 * Loads the sample beside whatever there is. Answers the organisation, or null where a sample is there already: then
 * nothing is done.
 */
export async function loadSample(
  { db, queue, clock }: SampleServices,
  { createAccount }: { createAccount: CreateAccount },
): Promise<Id<'organisation'> | null> {
  if (await isSampleThere(db)) return null
  const accountOf = new Map<string, Id<'account'>>()
  for (const { email, person } of accounts) {
    const name = people.find((each) => each.key === person)?.name ?? email
    // An account left over from a load that was interrupted is used again.
    const known = await db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst()
    accountOf.set(person, known?.id ?? (await createAccount({ email, name, password: samplePassword })))
  }
  const organisationId = clock.newId('organisation')
  const now = clock.now()
  return queue.write(organisationId, async (tx) => {
    if (await isSampleThere(tx)) return null
    const today = dateInZone(now, organisation.timeZone)
    const loading = startLoading({ tx, organisationId, newId: clock.newId, now, today })
    await insertOrganisation(tx, {
      id: organisationId,
      name: organisation.name,
      timeZone: organisation.timeZone,
      isSample: true,
      settings: { colleagueVisibility: 'met' },
      createdAt: loading.moment(loading.day(-beganDaysAgo)),
    })
    await loadPeople(loading, accountOf)
    await loadLibrary(loading, currentQualifications, 'current')
    await loadLibrary(loading, draftQualifications, 'draft')
    const versions: LoadedVersion[] = []
    for (const program of programs) versions.push(...(await loadProgram(loading, program, authors)))
    const acts: Act[] = [...(await loadGrants(loading)), ...(await loadHistory(loading, versions))]
    // The record is written in the order of time, as it would have been.
    for (const act of acts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) await act.write()
    await recordChanges(
      tx,
      { organisationId, actorId: null, at: now },
      versions.map(({ programId }) => ({ kind: 'published', programId })),
    )
    return organisationId
  })
}

export async function isSampleThere(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom('organisation')
    .select('id')
    .where('is_sample', '=', 1)
    .where('name', '=', organisation.name)
    .executeTakeFirst()
  return found !== undefined
}
