import { useEffect, useRef } from 'react'
import { useLive } from '~/components/use-live'
import { useReadAgain } from '~/components/use-read-again'
import type { QueueView } from './queue-view'

/** Causes that move nothing in the lists. */
const still: ReadonlySet<string> = new Set(['ticked', 'unticked', 'asked', 'target-role', 'held', 'released'])

/**
 * Keeps the lists as they are: requests appear, what others took or judged goes. Several changes at once are read once.
 */
export function useLiveQueue(view: Pick<QueueView, 'liveAfter'>): void {
  const readAgain = useReadAgain()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  const readSoon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(readAgain, 150)
  }
  useLive({
    after: view.liveAfter,
    onRows: (event) => {
      if (event.causes.some(({ kind }) => !still.has(kind))) readSoon()
    },
    onReload: readSoon,
  })
}
