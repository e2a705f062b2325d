import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startProduct } from './product'

/** The folder of the seeded database that every worker copies. */
export const seedFolder = join(process.cwd(), 'test-results-seed')

/** Loads the sample organisation once, with the built product itself; workers run on copies. */
export default async function seed(): Promise<() => void> {
  rmSync(seedFolder, { recursive: true, force: true })
  mkdirSync(seedFolder, { recursive: true })
  const product = await startProduct(seedFolder, { SAMPLE: '1' })
  await product.stop()
  return () => rmSync(seedFolder, { recursive: true, force: true })
}
