import { useFetcher, useLoaderData } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
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
 * moved. `problem` is the sentence of the last refusal, until the next act.
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

  return {
    act: (intent, fields) => {
      waiting.current.push({ intent, fields })
      if (isIdle && !isSending.current) sendNext()
    },
    isBusy: !isIdle,
    problem: isIdle ? problemSentence(fetcher.data as ActionResult | undefined) : null,
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
