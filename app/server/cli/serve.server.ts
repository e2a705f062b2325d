import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import * as build from 'virtual:remix/server-build'
import { readEnv } from '../env.server'
import { remixHandler } from '../http/remix-handler.server'
import { serve } from '../http/server.server'
import { staticFiles } from '../http/static-files.server'
import { openServices, setServices } from '../services.server'
import { ensureSample } from './sample.server'

/** Serves the built product until it is told to stop. */
export async function serveBuilt(args: readonly string[]): Promise<void> {
  const services = await openServices(readEnv(process.env), { batchSize: batchSizeOf(args) })
  setServices(services)
  if (services.env.loadsSample) await ensureSample(services)
  const client = join(dirname(fileURLToPath(import.meta.url)), '..', 'client')
  const server = await serve(services, {
    files: [await staticFiles(client)],
    handler: remixHandler(build as unknown as ServerBuild, 'production'),
  })
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      void server.stop().then(() => process.exit(0))
    })
  }
  // Said last: from here on a signal to stop is heard.
  process.stdout.write(`Masterwork is at ${server.url}\n`)
}

/** `--batch 1` turns group commit off, so that the benchmark can compare. */
function batchSizeOf(args: readonly string[]): number | undefined {
  const at = args.indexOf('--batch')
  return at === -1 ? undefined : Number(args[at + 1])
}
