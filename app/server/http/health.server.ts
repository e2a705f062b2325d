import { statfs } from 'node:fs/promises'
import type { RequestHandler } from 'express'
import type { Services } from '../services.server'

const leastFree = 0.1

/** `/healthz`: the process answers. */
export const healthz: RequestHandler = (_req, res) => {
  res.type('text/plain').send('alive\n')
}

/** `/readyz`: the database can be written and the disk has room; 503 with the cause otherwise (SECURITY D36). */
export function readyz(services: Services): RequestHandler {
  return async (_req, res) => {
    const cause = await causeNotReady(services)
    res
      .status(cause ? 503 : 200)
      .type('text/plain')
      .send(`${cause ?? 'ready'}\n`)
  }
}

async function causeNotReady(services: Services): Promise<string | null> {
  try {
    await services.queue.write(null, async () => undefined)
  } catch {
    return 'the database cannot be written'
  }
  const disk = await statfs(services.env.dataDir)
  return disk.bavail / disk.blocks < leastFree ? 'less than a tenth of the disk is free' : null
}
