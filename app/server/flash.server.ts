import { z } from 'zod'
import type { Env } from './env.server'

/** A message that the next page shows once: the key of a sentence and the facts in it. */
export interface Flash {
  readonly code: string
  readonly facts?: Readonly<Record<string, string>>
  /** The event that Undo would void. */
  readonly undoes?: string
}

const name = 'masterwork-flash'
const flashShape = z.object({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  facts: z.record(z.string(), z.string()).optional(),
  undoes: z.string().optional(),
}) satisfies z.ZodType<Flash>

/** The header that leaves a message for the next page. */
export function flashCookie(flash: Flash, env: Env): string {
  const value = Buffer.from(JSON.stringify(flash)).toString('base64url')
  return `${name}=${value}; Path=/; Max-Age=20; HttpOnly; SameSite=Lax${env.publicUrl?.startsWith('https:') ? '; Secure' : ''}`
}

/** The header that takes the message away. */
export const clearFlash = `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`

/** The message left by the page before, or null. It came through the browser, so only its shape is trusted. */
export function readFlash(request: Request): Flash | null {
  const found = /(?:^|;\s*)masterwork-flash=([\w-]+)/.exec(request.headers.get('cookie') ?? '')
  if (!found?.[1]) return null
  try {
    return flashShape.safeParse(JSON.parse(Buffer.from(found[1], 'base64url').toString('utf8'))).data ?? null
  } catch {
    return null
  }
}
