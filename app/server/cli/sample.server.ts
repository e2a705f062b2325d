import type { Id } from '~/domain/ids'
import { hasOrganisation } from '~db/queries/organisation.server'
import { loadSample } from '~db/sample/load.server'
import { createAccount } from '../accounts.server'
import type { Services } from '../services.server'

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

/** `npm run sample -- --people N --qualifications M` */
export async function runSample(args: readonly string[]): Promise<void> {
  void args
}
