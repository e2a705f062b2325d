import type { LoaderFunctionArgs } from '@remix-run/node'
import { liveStream } from './live-stream.server'

/** The stream of changes. It reads the session itself, because it has to do so again and again. */
export const loader = ({ request, context }: LoaderFunctionArgs) => liveStream(request, context)
