import { useFetcher, useLoaderData } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { problemText } from '~/components/problem-text'
import type { DesignIntent } from '~/commands/design/inputs'
import type { ActionResult } from '~/domain/result'
import type { DesignView } from './design-view'

/** The design the page shows; works in every component below the designer's route. */
export function useDesign(): DesignView {
  // The loader is `designPage`, which answers exactly this, as JSON.
  return useLoaderData() as unknown as DesignView
}

type Fields = Readonly<Record<string, string | number | readonly string[]>>
type Act = { readonly intent: DesignIntent; readonly fields: Fields }

/**
 * For lists and buttons: sends intentions one after the other, in the order given, so that a line is added before it is
 * moved. `problem` is the sentence of the last refusal, until the next act or until something else is looked at. Leaving
 * the page while something waits asks first.
 */
export function useDesignActs(): {
  readonly act: (intent: DesignIntent, fields: Fields) => void
  readonly isBusy: boolean
  readonly problem: string | null
} {
  const fetcher = useFetcher<ActionResult>()
  const waiting = useRef<Act[]>([])
  const isIdle = fetcher.state === 'idle'
  const isSending = useRef(false)
  const { step, selectedId } = useDesign()
  const [settled, setSettled] = useState<unknown>(undefined)

  const sendNext = useCallback(() => {
    const next = waiting.current.shift()
    if (!next) return
    isSending.current = true
    fetcher.submit(formOf(next), { method: 'post' })
  }, [fetcher])

  useEffect(() => {
    if (!isIdle) return
    isSending.current = false
    sendNext()
    // Only when it becomes idle: `sendNext` is a new function with every answer.
  }, [isIdle])

  // What was refused elsewhere says nothing about what is shown now.
  const answer = fetcher.data
  const latest = useRef(answer)
  latest.current = answer
  useEffect(() => setSettled(latest.current), [step, selectedId])

  useEffect(() => {
    if (isIdle) return
    const ask = (event: BeforeUnloadEvent) => {
      if (waiting.current.length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isIdle])

  return {
    act: (intent, fields) => {
      waiting.current.push({ intent, fields })
      if (isIdle && !isSending.current) sendNext()
    },
    isBusy: !isIdle || waiting.current.length > 0,
    problem: isIdle && answer !== settled ? problemSentence(answer as ActionResult | undefined) : null,
  }
}

/** What was wrong, as one sentence; null where it worked or nothing was answered yet. */
export function problemSentence(result: ActionResult | undefined): string | null {
  if (!result || result.ok) return null
  if (result.problem) return problemText(result.problem)
  return Object.values(result.fieldErrors ?? {})
    .flat()
    .join(' ')
}

function formOf({ intent, fields }: Act): FormData {
  const form = new FormData()
  form.set('intent', intent)
  // The frame around the page need not be loaded anew.
  form.set('stay', '1')
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'object') for (const each of value) form.append(name, each)
    else form.set(name, String(value))
  }
  return form
}
