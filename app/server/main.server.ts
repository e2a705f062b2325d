import { DatabaseUnusable } from '~db/client.server'
import { runVerify } from './cli/verify.server'
import { runSample } from './cli/sample.server'
import { DataDirHeld } from './data-dir-lock.server'
import { EnvProblem, readEnv } from './env.server'
import { serveBuilt } from './cli/serve.server'
import { openServices } from './services.server'

/**
 * The entry of the built server: `node build/server/main.js [serve | migrate | sample | verify]`.
 * What a person can mend is said in one sentence and exits 1; a bug shows its stack.
 */
const acts: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  serve: serveBuilt,
  migrate: runMigrate,
  sample: runSample,
  verify: runVerify,
}

async function runMigrate(): Promise<void> {
  const services = await openServices(readEnv(process.env))
  await services.close()
  process.stdout.write('The database is up to date.\n')
}

async function main(): Promise<void> {
  const [name = 'serve', ...args] = process.argv.slice(2)
  const act = acts[name]
  if (!act) throw new EnvProblem(`There is no command ${name}. Known: ${Object.keys(acts).join(', ')}.`)
  await act(args)
}

main().catch((error: unknown) => {
  const isMendable = error instanceof EnvProblem || error instanceof DataDirHeld || error instanceof DatabaseUnusable
  process.stderr.write(
    `${isMendable ? (error as Error).message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exitCode = 1
})
