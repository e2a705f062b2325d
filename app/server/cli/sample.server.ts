import type { Services } from '../services.server'

/** Loads the sample organisation when the database has no organisation yet. */
export async function ensureSample(services: Services): Promise<void> {
  void services
}

/** `npm run sample -- --people N --qualifications M` */
export async function runSample(args: readonly string[]): Promise<void> {
  void args
}
