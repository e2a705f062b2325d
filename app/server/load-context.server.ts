import type { SignedIn } from '~db/queries/actor.server'

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
    /** The session is looked up once a request, however many loaders run. */
    session?: Promise<SignedIn | null>
  }
}
