import type { AppLoadContext } from '@remix-run/node'
import { can } from '~/domain/access'
import { liveHub } from '~/server/live.server'
import { services } from '~/server/services.server'
import { findSession, type Session } from '~/server/session.server'
import { visiblePeople, type VisiblePeople } from '~db/queries/visible-people.server'

/** How often a stream shows that it is alive and proves that its session still is. */
const pulseMs = 15_000
/** A stream ends after this and the browser opens the next, so that none lives for ever. */
const longestMs = 30 * 60_000
/** Chunks a slow client may leave unread before it is let go; it comes back and is replayed. */
const mostUnread = 256

/**
 * The event stream of one page: `?after=` or, after a lost connection, `Last-Event-ID`. 401 without a session. It ends
 * with the connection, with the session or the right to see anybody, with the server, and after half an hour.
 */
export async function liveStream(request: Request, context: AppLoadContext): Promise<Response> {
  const session = await findSession(request, context)
  if (!session) return new Response(null, { status: 401 })
  const { actor, signedIn } = session
  if (!can(actor, 'live-stream', { isSelf: true }).allowed) return new Response(null, { status: 403 })
  const { stopping } = services()
  const ended = new AbortController()
  const end = () => ended.abort()
  let visible = await visibleTo(session)
  let stop: (() => void) | undefined
  const encoder = new TextEncoder()

  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string) => {
        if (ended.signal.aborted) return
        if ((controller.desiredSize ?? 0) < -mostUnread) return end()
        controller.enqueue(encoder.encode(text))
      }
      const recheck = async () => {
        const again = await findSession(request, { ...context, session: undefined })
        if (!again) return end()
        visible = await visibleTo(again)
      }
      const pulse = setInterval(() => {
        // An id without data moves the place from which the browser would ask again; the page sees nothing of it.
        write(`id: ${liveHub(services()).sequenceOf(signedIn.organisation.id)}\n\n: alive\n\n`)
        void recheck().catch(end)
      }, pulseMs)
      const longest = setTimeout(end, longestMs)
      ended.signal.addEventListener('abort', () => {
        clearInterval(pulse)
        clearTimeout(longest)
        stop?.()
        closeQuietly(controller)
      })
      for (const signal of [context.closed, stopping.signal]) {
        if (signal.aborted) return end()
        signal.addEventListener('abort', end, { once: true, signal: ended.signal })
      }
      write('retry: 2000\n: open\n\n')
      const joined = liveHub(services()).join({
        organisationId: signedIn.organisation.id,
        timeZone: signedIn.organisation.timeZone,
        personId: signedIn.personId,
        after: placeOf(request),
        visible: () => visible,
        recheck,
        send: (event, sequence, data) => write(`id: ${sequence}\nevent: ${event}\ndata: ${data}\n\n`),
        end,
      })
      stop = await joined.catch((error: unknown) => {
        services().log.error({ event: 'live-failed', error: String(error) })
        end()
        return () => undefined
      })
      if (ended.signal.aborted) stop()
    },
    cancel: end,
  })
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

/** The same people as the tracker's loader shows: one function for both (DESIGN 5). */
function visibleTo({ actor, today }: Session): Promise<VisiblePeople> {
  return visiblePeople(services().db, actor, 'read-status', today)
}

/** The last change the page knows; 0, from the beginning, where it says nothing that is a number. */
function placeOf(request: Request): number {
  const text = request.headers.get('Last-Event-ID') ?? new URL(request.url).searchParams.get('after') ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

function closeQuietly(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close()
  } catch {
    // The browser was first to close it.
  }
}
