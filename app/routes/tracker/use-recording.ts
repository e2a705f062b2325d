import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { problemText } from '~/components/problem-text'
import type { Id } from '~/domain/ids'
import type { ActionResult } from '~/domain/result'
import { paths } from '~/paths'
import { trackerText } from '~/text/tracker.en'
import { useToasts } from '~/ui/toast'
import type { Sending } from './silent-submission'
import type { Expected } from './use-tracker-lines'

/** Whom and what a quick record is about, with the names its messages need. */
export type QuickCell = Expected & { readonly personName: string; readonly title: string }

type Act = Sending & { readonly kind: 'sign-off' | 'undo'; readonly cell: QuickCell }
type Recorded = { readonly eventId: string; readonly cell: QuickCell; readonly at: number }

const words = trackerText.quick
const undoMs = 10 * 60_000
/** So long a cell keeps what was recorded while the stream has not brought its line. */
const waitsForStreamMs = 4_000

/**
 * Signing off with one key: shown at once with a pending look, taken back with the reason where the server refuses,
 * and kept until the line arrives by the stream, so that what is seen ends equal to the server.
 */
export function useRecording(onSettled: (programId: Id<'program'>) => void) {
  const [sending, setSending] = useState<readonly Act[]>([])
  const [arriving, setArriving] = useState<readonly QuickCell[]>([])
  const last = useRef<Recorded | null>(null)
  const toasts = useToasts()

  const send = useCallback((kind: Act['kind'], cell: QuickCell, fields: Record<string, string>) => {
    const act: Act = { id: crypto.randomUUID(), kind, cell, fields, action: paths.cell(cell) }
    setSending((list) => [...list, act])
  }, [])

  const signOff = useCallback((cell: QuickCell) => send('sign-off', cell, { intent: 'quick-sign-off' }), [send])

  const undo = useCallback(
    (recorded: Recorded | null = last.current) => {
      if (!recorded || performance.now() - recorded.at > undoMs) {
        toasts.show({ id: 'nothing-to-undo', text: words.nothingToUndo })
        return
      }
      if (last.current === recorded) last.current = null
      send('undo', recorded.cell, { intent: 'undo', eventId: recorded.eventId })
    },
    [send, toasts],
  )

  /** Remembers a sign-off of one's own and offers to take it back. */
  const recorded = useCallback(
    (cell: QuickCell, eventId: string | null, text: string) => {
      const entry = eventId ? { eventId, cell, at: performance.now() } : null
      if (entry) last.current = entry
      const action = entry ? { label: words.undo, onAct: () => undo(entry) } : undefined
      toasts.show({ id: toastIdOf(cell), text, action })
    },
    [toasts, undo],
  )

  const done = useCallback(
    (sent: Sending, result: ActionResult) => {
      const act = sending.find((one) => one.id === sent.id)
      setSending((list) => list.filter((one) => one.id !== sent.id))
      if (!act) return
      const { cell, kind } = act
      if (!result.ok) {
        const why = problemText(result.problem ?? { code: 'bug' })
        toasts.show({ id: act.id, text: words.refused(cell.personName, cell.title, why) })
        onSettled(cell.programId)
      } else if (kind === 'sign-off') {
        setArriving((list) => [...list, cell])
        recorded(cell, eventIdOf(result), words.done(cell.personName, cell.title))
      } else {
        toasts.dismiss(toastIdOf(cell))
        toasts.show({ id: act.id, text: words.undone(cell.personName, cell.title) })
        setArriving((list) => list.filter((one) => !isSame(one, cell)))
        onSettled(cell.programId)
      }
    },
    [sending, toasts, onSettled, recorded],
  )

  // Where the stream is late or lost the lines are read again; only then is the cell left to what they say.
  useEffect(() => {
    if (arriving.length === 0) return
    const timers = [
      setTimeout(() => arriving.forEach((cell) => onSettled(cell.programId)), waitsForStreamMs),
      setTimeout(() => setArriving([]), 2 * waitsForStreamMs),
    ]
    return () => timers.forEach(clearTimeout)
  }, [arriving, onSettled])

  /** The stream has brought the line of this person: from here it says how things are. */
  const arrived = useCallback((personId: Id<'person'>) => {
    setArriving((list) =>
      list.some((one) => one.personId === personId) ? list.filter((one) => one.personId !== personId) : list,
    )
  }, [])

  const signingOff = useMemo(() => sending.filter((act) => act.kind === 'sign-off').map((act) => act.cell), [sending])
  const expected = useMemo(() => [...signingOff, ...arriving], [signingOff, arriving])
  return { sending, done, signOff, undo, recorded, arrived, expected, pending: signingOff }
}

/** The event an act wrote, where it answers with one. */
export function eventIdOf(result: ActionResult): string | null {
  if (!result.ok || typeof result.value !== 'object' || result.value === null) return null
  const { eventId } = result.value as { eventId?: unknown }
  return typeof eventId === 'string' ? eventId : null
}

function toastIdOf(cell: Expected): string {
  return `recorded-${cell.personId}-${cell.qualificationId}`
}

function isSame(a: Expected, b: Expected): boolean {
  return a.programId === b.programId && a.personId === b.personId && a.qualificationId === b.qualificationId
}
