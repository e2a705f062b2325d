import { Writable } from 'node:stream'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from './components/nonce'
import { services } from './server/services.server'

const longestRender = 5_000

/**
 * Renders a document whole: no page defers data, and one packed answer beats a stream of small ones. The bytes are
 * collected as they are, because a web stream made only to be read to its end again costs a twentieth of a page. The
 * nonce reaches every script and style the framework writes.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={longestRender} />
      </NonceProvider>,
      {
        nonce,
        onAllReady() {
          // Left running, the timer would keep every page of the last seconds in memory.
          clearTimeout(impatience)
          headers.set('Content-Type', 'text/html; charset=utf-8')
          pipe(collected((body) => resolve(new Response(body, { status, headers }))))
        },
        onShellError: reject,
      },
    )
    const impatience = setTimeout(abort, longestRender).unref()
  })
}

/** A sink that hands over everything written to it once it ends. */
function collected(done: (bytes: Uint8Array<ArrayBuffer>) => void): Writable {
  const chunks: Buffer[] = []
  return new Writable({
    write(chunk: Buffer, _encoding, next) {
      chunks.push(chunk)
      next()
    },
    final(next) {
      done(Buffer.concat(chunks))
      next()
    },
  })
}

/** Bugs in loaders, actions and renders; expected refusals are responses and never come here. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return
  const path = new URL(request.url).pathname
  services().log.error({ event: 'bug', requestId: context.requestId, path, err: error })
}
