import { parseArgs } from 'node:util'
import type { Id } from '~/domain/ids'
import { hasOrganisation } from '~db/queries/organisation.server'
import { largeAccounts, makeLargeOrganisation, problemOfSize, type LargeSize } from '~db/sample/large.server'
import { isSampleThere, loadSample } from '~db/sample/load.server'
import { samplePassword } from '~db/sample/organisation'
import { closeAccounts, createAccount } from '../accounts.server'
import { readEnv } from '../env.server'
import { openServices, setServices, type Services } from '../services.server'

/** Loads the sample organisation when the database has no organisation yet (`SAMPLE=1`). */
export async function ensureSample(services: Services): Promise<void> {
  if (await hasOrganisation(services.db)) return
  await loadSampleNow(services)
}

/**
 * Loads the sample organisation beside whatever there is, for the choice on the welcome page. Answers its identifier, or
 * null where it is loaded already: then nothing is done.
 */
export async function loadSampleNow(services: Services): Promise<Id<'organisation'> | null> {
  return loadSample(services, { createAccount })
}

/** Whether the named sample is loaded; a large made-up organisation is another thing. */
export async function isSampleLoaded({ db }: Services): Promise<boolean> {
  return isSampleThere(db)
}

/** `npm run sample -- --people N --qualifications M [--events-per-cell K] [--seed S]` */
export async function runSample(args: readonly string[]): Promise<void> {
  const size = readSize(args)
  if (typeof size === 'string') {
    process.stderr.write(`${size}\nFor example: npm run sample -- --people 500 --qualifications 40\n`)
    process.exitCode = 1
    return
  }
  const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
  const services = await openServices(readEnv(process.env))
  setServices(services)
  try {
    const started = Date.now()
    const made = await makeLargeOrganisation(services, { createAccount, say }, size)
    say(`Made an organisation with ${made.events} events in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
    const emails = largeAccounts.map(({ email }) => email).join(', ')
    if (made.hasAccounts) say(`Sign in as ${emails}; the password is ${samplePassword}.`)
    else say(`Nobody can sign in to it: ${emails} belong to an earlier one.`)
  } finally {
    await closeAccounts(services)
    await services.close()
  }
}

/** The size asked for, or a sentence that says what is wrong with it. */
function readSize(args: readonly string[]): LargeSize | string {
  const number = { type: 'string' } as const
  const options = { people: number, qualifications: number, 'events-per-cell': number, seed: number }
  let given: Partial<Record<keyof typeof options, string>>
  try {
    given = parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const { people, qualifications, seed = '1', 'events-per-cell': eventsPerCell = '1' } = given
  if (people === undefined || qualifications === undefined) return 'Say how many people and how many qualifications.'
  const size = {
    people: Number(people),
    qualifications: Number(qualifications),
    eventsPerCell: Number(eventsPerCell),
    seed: Number(seed),
  }
  if (!Number.isInteger(size.seed)) return 'The seed must be a whole number.'
  return problemOfSize(size) ?? size
}
