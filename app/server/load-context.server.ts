import type { Session } from './session.server'

/** What the HTTP entry hands to every loader and action of one request. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    /**
     * Aborted when the connection closes. Remix's own `request.signal` is lost after a garbage collection and every
     * open stream would leak (app/decisions/0003).
     */
    readonly closed: AbortSignal
    readonly nonce: string
    /** The browser's half asks for JSON; the framework takes the mark off the address before a loader sees it. */
    readonly isDataRequest: boolean
    readonly requestId: string
    /** The client's address as the edge sees it. */
    readonly address: string
    /** Session and rights are looked up once for all loaders of a request. */
    session?: Promise<Session | null>
  }
}
