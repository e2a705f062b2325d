import { randomBytes, randomUUID } from 'node:crypto'
import type { NextFunction, Request, RequestHandler, Response } from 'express'

/** Limits of a request line, checked before the framework sees it (SECURITY D2). */
const longestUrl = 2048
const mostParameters = 50
const unsafeMethods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const knownMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', ...unsafeMethods])

/** What the edge found out about a request, kept in `res.locals`. */
export interface Edge {
  readonly nonce: string
  readonly requestId: string
}

/**
 * The one middleware in front of everything, on every route: security headers with a fresh nonce, limits, and the
 * origin of unsafe requests. Forwarded headers are dropped: the own origin comes from configuration only (D1–D5).
 * @param ownOrigins answers the origins that are us
 * @param options `connectTo`: further addresses scripts may reach; the development server's socket only
 */
export function edge(
  ownOrigins: () => readonly string[],
  { isHttps, connectTo = [] }: { isHttps: boolean; connectTo?: readonly string[] },
): RequestHandler {
  return (req, res, next) => {
    const found: Edge = { nonce: randomBytes(16).toString('base64'), requestId: randomUUID() }
    Object.assign(res.locals, found)
    for (const name of Object.keys(req.headers)) {
      if (name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip') delete req.headers[name]
    }
    setSecurityHeaders(res, found.nonce, isHttps, connectTo)
    const refusal = refusalOf(req, ownOrigins())
    if (refusal) return refuse(req, res, refusal.status, refusal.code)
    next()
  }
}

/**
 * Answers a refusal before the framework. A data request gets JSON with the header by which the browser's half keeps
 * the page and the form's input instead of replacing it.
 */
export function refuse(req: Request, res: Response, status: number, code: string): void {
  res.status(status)
  res.setHeader('Cache-Control', 'no-store')
  if (req.url.includes('_data=')) {
    res.setHeader('X-Remix-Response', 'yes')
    res.json({ ok: false, intent: '', problem: { code }, values: {} })
  } else {
    res.type('text/plain').send(edgeSentences[code] ?? 'This request was refused.')
  }
}

/** Plain sentences for what is cut off before a page can be rendered. */
const edgeSentences: Readonly<Record<string, string>> = {
  'foreign-origin': 'This request came from another site and was refused. Nothing was changed.',
  'url-too-long': 'This address is too long.',
  'method-unknown': 'This method is not known here.',
  'body-too-large': 'This is more than can be sent at once. Nothing was changed.',
  malformed: 'This request could not be read. Nothing was changed.',
}

function refusalOf(req: Request, ownOrigins: readonly string[]): { status: number; code: string } | null {
  if (req.url.length > longestUrl) return { status: 414, code: 'url-too-long' }
  if (req.url.split('&').length > mostParameters) return { status: 414, code: 'url-too-long' }
  if (!knownMethods.has(req.method)) return { status: 405, code: 'method-unknown' }
  // The framework would take any path that decodes; one that does not is no address of ours. `//host` would be read as
  // another host's, and NUL cannot be asked of PostgreSQL.
  const isAddress = /^\/(?![/\\])/.test(req.originalUrl) && decodes(req.path)
  if (!isAddress || req.url.includes('%00')) return { status: 400, code: 'malformed' }
  if (unsafeMethods.has(req.method) && !isOwn(req, ownOrigins)) return { status: 403, code: 'foreign-origin' }
  return null
}

/** Sec-Fetch-Site, where sent, must be same-origin; Origin, where sent, must be ours; one of them must be there. */
function isOwn(req: Request, ownOrigins: readonly string[]): boolean {
  const site = req.headers['sec-fetch-site']
  const origin = req.headers.origin
  if (site === undefined && origin === undefined) return false
  if (site !== undefined && site !== 'same-origin') return false
  return origin === undefined || ownOrigins.includes(origin)
}

function decodes(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

function setSecurityHeaders(res: Response, nonce: string, isHttps: boolean, connectTo: readonly string[]): void {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "worker-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "media-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...connectTo].join(' '),
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ]
  res.setHeader('Content-Security-Policy', policy.join('; '))
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('X-Frame-Options', 'DENY')
  res.setHeader('Referrer-Policy', 'same-origin')
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  res.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  if (isHttps) res.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
}

/** Express asks for the fourth parameter to know an error handler by its shape. */
export type ErrorHandler = (error: unknown, req: Request, res: Response, next: NextFunction) => void
