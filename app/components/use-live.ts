import { useEffect, useRef, useState } from 'react'
import type { LiveReload, LiveRows } from '~/domain/live-event'
import { paths } from '~/paths'

export interface LiveOptions {
  /** The last change the page was read with. */
  readonly after: number
  readonly onRows: (event: LiveRows) => void
  /** The page has to read itself again: too much happened, or the session ended. */
  readonly onReload: (why: LiveReload['why'] | 'signed-out') => void
}

/** Waits between attempts after the server refused the stream, in milliseconds. */
const retries = [2_000, 5_000, 15_000, 30_000]

/**
 * Keeps a page's stream of changes open. A lost connection heals by itself and misses nothing: the browser asks from
 * the last event it had. `isLive` is false until it is open and while it is lost.
 */
export function useLive({ after, onRows, onReload }: LiveOptions): { isLive: boolean } {
  const [isLive, setIsLive] = useState(false)
  const handlers = useRef({ onRows, onReload })
  useEffect(() => {
    handlers.current = { onRows, onReload }
  })
  const place = useRef(after)
  useEffect(() => {
    // A page read again knows more than the stream had told it.
    place.current = Math.max(place.current, after)
  }, [after])

  useEffect(() => {
    let source: EventSource | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let failures = 0
    const open = () => {
      source = new EventSource(paths.live(place.current))
      source.onopen = () => {
        failures = 0
        setIsLive(true)
      }
      source.addEventListener('rows', (message) => {
        const event = JSON.parse(message.data as string) as LiveRows
        place.current = Math.max(place.current, event.sequence)
        handlers.current.onRows(event)
      })
      source.addEventListener('reload', (message) => {
        const event = JSON.parse(message.data as string) as LiveReload
        place.current = event.sequence
        handlers.current.onReload(event.why)
      })
      source.onerror = () => {
        setIsLive(false)
        if (source?.readyState !== EventSource.CLOSED) return
        // Refused rather than lost: signed out, or the server is starting. Reading the page again tells which.
        const wait = retries[Math.min(failures, retries.length - 1)]
        failures += 1
        if (failures === 1) handlers.current.onReload('signed-out')
        timer = setTimeout(open, wait)
      }
    }
    open()
    return () => {
      clearTimeout(timer)
      source?.close()
    }
  }, [])
  return { isLive }
}
