import { useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Id } from '~/domain/ids'
import type { LiveCause, LiveRows } from '~/domain/live-event'
import { useLive } from '~/components/use-live'
import { trackerText } from '~/text/tracker.en'
import type { TrackerView } from './tracker-page.server'
import type { FreshCell, Patch, Patches } from './use-tracker-lines'

/** How long a cell changed by somebody else stays marked. */
const freshMs = 4_000

/**
 * What the stream brings to an open tracker: lines by program and person, and the cells others just changed. A gap too
 * long or a change of the program itself reads the page again.
 */
export function useLiveTracker(view: TrackerView, onLine: (personId: Id<'person'>) => void) {
  const [patches, setPatches] = useState<ReadonlyMap<Id<'program'>, Patches>>(new Map())
  const [names, setNames] = useState<LiveRows['names']>({})
  const [fresh, setFresh] = useState<readonly FreshCell[]>([])
  const { revalidate } = useRevalidator()
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  useEffect(() => {
    const pending = timers.current
    return () => pending.forEach((timer) => clearTimeout(timer))
  }, [])

  const onRows = useCallback(
    (event: LiveRows) => {
      setPatches((known) => withRows(known, event))
      if (Object.keys(event.names).length > 0) setNames((known) => ({ ...known, ...event.names }))
      const cells = event.causes.flatMap((cause, at) => freshCellOf(cause, `${event.sequence}-${at}`, view.viewerId))
      if (cells.length > 0) {
        setFresh((list) => [...list, ...cells])
        const ids = new Set(cells.map((cell) => cell.id))
        const timer = setTimeout(() => {
          timers.current.delete(timer)
          setFresh((list) => list.filter((cell) => !ids.has(cell.id)))
        }, freshMs)
        timers.current.add(timer)
      }
      for (const { personId } of event.rows) onLine(personId)
    },
    [onLine, view.viewerId],
  )
  const { isLive } = useLive({ after: view.liveAfter, onRows, onReload: () => revalidate() })
  const isConnecting = useConnecting(isLive)
  return useMemo(() => ({ isLive, isConnecting, patches, names, fresh }), [isLive, isConnecting, patches, names, fresh])
}

/** True until the stream has opened once, or has had its time: a page just opened has lost nothing yet. */
function useConnecting(isLive: boolean): boolean {
  const [isConnecting, setConnecting] = useState(true)
  useEffect(() => {
    if (isLive) return setConnecting(false)
    const timer = setTimeout(() => setConnecting(false), freshMs)
    return () => clearTimeout(timer)
  }, [isLive])
  return isConnecting
}

function withRows(known: ReadonlyMap<Id<'program'>, Patches>, event: LiveRows): ReadonlyMap<Id<'program'>, Patches> {
  const next = new Map(known)
  for (const { programId, personId, row } of event.rows) {
    const lines = new Map<Id<'person'>, Patch>(next.get(programId))
    const before = lines.get(personId)
    if (!before || before.sequence <= event.sequence) lines.set(personId, { row, sequence: event.sequence })
    next.set(programId, lines)
  }
  return next
}

/** One's own acts are answered already and are not marked. */
function freshCellOf(cause: LiveCause, id: string, viewerId: Id<'person'>): FreshCell[] {
  const { personId, qualificationId, actorId, actorName, kind } = cause
  if (!personId || !qualificationId || actorId === viewerId) return []
  const words = kind === 'signed-off' ? trackerText.did['signed-off'](actorName) : trackerText.did.other(actorName)
  return [{ id, personId, qualificationId, actorName, words }]
}
