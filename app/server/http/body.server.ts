import type { IncomingMessage } from 'node:http'

/** The most a form may send. Imports bring their own limit with their route. */
export const formLimit = 64 * 1024

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
}

/**
 * Reads and counts a request body before the framework, which has no limit of its own (400 MB were taken whole).
 * The stated length is checked first; the bytes are counted whatever was stated.
 * @throws BodyTooLarge; the rest of the body is then read and thrown away, so that the client gets the answer
 */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const stated = Number(req.headers['content-length'] ?? 0)
  const chunks: Buffer[] = []
  let size = 0
  let isOver = stated > limit
  // More than this is no mistake in a form: the connection is closed instead of listened to.
  const patience = Math.max(limit * 4, 1024 * 1024)
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) isOver = true
    if (isOver) {
      chunks.length = 0
      if (stated > patience || size > patience) break
    } else chunks.push(chunk)
  }
  if (isOver) throw new BodyTooLarge('The body is larger than the limit')
  return Buffer.concat(chunks)
}
