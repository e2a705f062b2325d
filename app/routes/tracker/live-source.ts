import { useEffect, useRef, useState } from 'react'
import type { LiveRows } from '~/domain/live-event'
import { paths } from '~/paths'

/** Listens to the stream of changes from a sequence on; the browser reconnects and asks for what it missed. */
export function useLive({
  after,
  onRows,
  onReload,
}: {
  after: number
  onRows: (event: LiveRows) => void
  onReload: () => void
}): { isLive: boolean } {
  const [isLive, setLive] = useState(true)
  const handlers = useRef({ onRows, onReload })
  handlers.current = { onRows, onReload }
  useEffect(() => {
    const source = new EventSource(paths.live(after))
    source.addEventListener('open', () => setLive(true))
    source.addEventListener('error', () => setLive(false))
    source.addEventListener('rows', (event) => handlers.current.onRows(JSON.parse(event.data) as LiveRows))
    source.addEventListener('reload', () => handlers.current.onReload())
    return () => source.close()
  }, [after])
  return { isLive }
}
