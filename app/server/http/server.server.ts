import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express, type RequestHandler } from 'express'
import { closeAccounts } from '../accounts.server'
import type { Services } from '../services.server'
import { edge, refuse, type Edge, type ErrorHandler } from './edge.server'
import { healthz, readyz } from './health.server'

/** How the pages are served: the built ones, or the development server's. */
export interface Pages {
  readonly files: readonly RequestHandler[]
  readonly handler: RequestHandler
  /** The development server's socket. */
  readonly connectTo?: readonly string[]
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  /** Refuses new connections, finishes what runs, ends streams, closes the database. */
  stop(): Promise<void>
}

/** How long a stop waits for running requests before it ends their connections. */
const patience = 5_000

/** Opens the port and answers. */
export async function serve(services: Services, pages: Pages): Promise<RunningServer> {
  const app = express()
  const { env, log } = services
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 30_000, headersTimeout: 10_000 }, app)
  const isHttps = env.publicUrl?.startsWith('https:') ?? false
  app.disable('x-powered-by')
  app.use(edge(() => ownOrigins(env.publicUrl, portOf(server)), { isHttps, connectTo: pages.connectTo }))
  app.get('/healthz', healthz)
  app.get('/readyz', readyz(services))
  for (const files of pages.files) app.use(files)
  app.all('*', pages.handler)
  addErrorHandler(app, services)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.port, env.host, resolve)
  })
  const port = portOf(server)
  const url = env.publicUrl ?? `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`
  services.address = url
  log.info({ event: 'listening', url })
  return { url, port, stop: () => stop(server, services) }
}

/** The origins that are us: the configured one, or the loopback names with the own port. */
export function ownOrigins(publicUrl: string | null, port: number): readonly string[] {
  if (publicUrl) return [publicUrl]
  return [`http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://[::1]:${port}`]
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0
}

/** The last resort: a bug is logged with its request id and answered blandly, without a stack (SECURITY D36). */
function addErrorHandler(app: Express, { log }: Services): void {
  const handler: ErrorHandler = (error, req, res, next) => {
    const { requestId } = res.locals as Edge
    log.error({ event: 'bug', requestId, method: req.method, path: req.path, err: error })
    if (res.headersSent) return next(error)
    refuse(req, res, 500, 'bug')
  }
  app.use(handler)
}

async function stop(server: Server, services: Services): Promise<void> {
  services.log.info({ event: 'stopping' })
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const impatience = setTimeout(() => server.closeAllConnections(), patience)
  services.stopping.abort()
  await closed
  clearTimeout(impatience)
  await closeAccounts(services)
  await services.close()
}
