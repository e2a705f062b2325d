import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from './components/nonce'
import { services } from './server/services.server'

const longestRender = 5_000

/**
 * Renders a document whole: no page defers data, and one packed answer beats a stream of small ones. The nonce reaches
 * every script and style the framework writes.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { nonce } = loadContext
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={longestRender} />
      </NonceProvider>,
      {
        nonce,
        onAllReady() {
          headers.set('Content-Type', 'text/html; charset=utf-8')
          const body = new PassThrough()
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
          pipe(body)
        },
        onShellError: reject,
      },
    )
    setTimeout(abort, longestRender).unref()
  })
}

/** Bugs in loaders, actions and renders; expected refusals are responses and never come here. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return
  const path = new URL(request.url).pathname
  services().log.error({ event: 'bug', requestId: context.requestId, path, err: error })
}
