import { gzip as gzipCallback } from 'node:zlib'
import { promisify } from 'node:util'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import { BodyTooLarge, formLimit, readBody } from './body.server'
import { refuse, type Edge } from './edge.server'
import { checkForm, MalformedForm } from './form.server'

const gzip = promisify(gzipCallback)
/** Below this, compressing costs more than it saves. */
const worthCompressing = 1024

/**
 * Hands requests to the framework: the body already read and counted, the origin already checked. Answers are rendered
 * whole and compressed once; only an event stream is passed on chunk by chunk.
 */
export function remixHandler(build: ServerBuild | (() => Promise<ServerBuild>), mode: string): RequestHandler {
  const handle = createRequestHandler(build, mode)
  return async (req, res, next) => {
    try {
      const body = req.method === 'GET' || req.method === 'HEAD' ? undefined : await readBody(req, formLimit)
      const response = await handle(toRequest(req, body), loadContext(req, res))
      await send(req, res, response)
    } catch (error) {
      if (error instanceof BodyTooLarge) {
        res.setHeader('Connection', 'close')
        return refuse(req, res, 413, 'body-too-large')
      }
      if (error instanceof MalformedForm) return refuse(req, res, 400, 'malformed')
      next(error)
    }
  }
}

function loadContext(req: ExpressRequest, res: ExpressResponse): AppLoadContext {
  const closing = new AbortController()
  res.once('close', () => closing.abort())
  const { nonce, requestId } = res.locals as Edge
  return { closed: closing.signal, nonce, requestId, address: req.ip ?? '', isDataRequest: '_data' in req.query }
}

function toRequest(req: ExpressRequest, body: Buffer | undefined): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one)
    else if (value !== undefined) headers.set(name, value)
  }
  if (body) {
    headers.set('content-type', checkForm(req.headers['content-type'], body))
    // The edge has compared the origin with the configured one. The framework would compare it with Host, which behind
    // a proxy is another name.
    if (req.headers.origin) headers.set('host', new URL(req.headers.origin).host)
  }
  // The host is only used to build a well-formed URL: no redirect and no link is ever derived from it.
  return new Request(new URL(req.originalUrl, 'http://masterwork.invalid'), {
    method: req.method,
    headers,
    body: body && body.length > 0 ? new Uint8Array(body) : undefined,
  })
}

async function send(req: ExpressRequest, res: ExpressResponse, response: Response): Promise<void> {
  res.status(response.status)
  if (response.statusText) res.statusMessage = response.statusText
  for (const [name, value] of response.headers) res.append(name, value)
  const type = response.headers.get('content-type') ?? ''
  if (!response.headers.has('cache-control')) res.setHeader('Cache-Control', 'no-store')
  if (!response.body || req.method === 'HEAD') return void res.end()
  if (type.startsWith('text/event-stream')) {
    res.flushHeaders()
    const stream = Readable.fromWeb(response.body as NodeReadableStream)
    // A client that goes away destroys the response; the stream's own end is the loader's `closed` signal.
    stream.on('error', () => res.end())
    stream.pipe(res)
    return
  }
  const bytes = Buffer.from(await response.arrayBuffer())
  if (bytes.length >= worthCompressing && acceptsGzip(req) && !response.headers.has('content-encoding')) {
    const packed = await gzip(bytes, { level: 5 })
    res.setHeader('Content-Encoding', 'gzip')
    res.append('Vary', 'Accept-Encoding')
    res.setHeader('Content-Length', packed.length)
    return void res.end(packed)
  }
  res.setHeader('Content-Length', bytes.length)
  res.end(bytes)
}

function acceptsGzip(req: ExpressRequest): boolean {
  return /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))
}
