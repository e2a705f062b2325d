import type { ServerBuild } from '@remix-run/node'
import type { Connect } from 'vite'
import { readEnv } from '../env.server'
import { remixHandler } from '../http/remix-handler.server'
import { serve } from '../http/server.server'
import { openServices, setServices } from '../services.server'
import { ensureSample } from './sample.server'

/** What the development server lends us. */
interface PageSource {
  readonly middlewares: Connect.Server
  ssrLoadModule(id: string): Promise<Record<string, unknown>>
}

/** Serves pages straight from their sources; the database and the queue live as long as the process. */
export async function serveDevelopment(source: PageSource): Promise<void> {
  const services = await openServices(readEnv(process.env))
  setServices(services)
  if (services.env.loadsSample) await ensureSample(services)
  const build = async () => (await source.ssrLoadModule('virtual:remix/server-build')) as unknown as ServerBuild
  const server = await serve(services, {
    files: [(req, res, next) => source.middlewares(req, res, next)],
    handler: remixHandler(build, 'development'),
    connectTo: ['ws://127.0.0.1:24678', 'ws://localhost:24678'],
  })
  process.stdout.write(`Masterwork (development) is at ${server.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void server.stop().then(() => process.exit(0)))
}
