import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { ActionResult } from '~/domain/result'

export type Sending = {
  /** Unique; also makes a repeated send one effect. */
  readonly id: string
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Sends one form without showing one, and says what came of it. A component per send, because one fetcher would drop
 * the first answer when a second send starts.
 */
export function SilentSubmission({
  sending,
  onDone,
}: {
  sending: Sending
  onDone: (sending: Sending, result: ActionResult) => void
}) {
  const fetcher = useFetcher<ActionResult>({ key: sending.id })
  const isSent = useRef(false)
  const isDone = useRef(false)
  const { state, data, submit } = fetcher

  useEffect(() => {
    if (isSent.current) return
    isSent.current = true
    submit({ ...sending.fields, stay: '1', submissionKey: sending.id }, { method: 'post', action: sending.action })
  }, [submit, sending])

  useEffect(() => {
    if (state !== 'idle' || !data || isDone.current) return
    isDone.current = true
    onDone(sending, data as ActionResult)
  }, [state, data, sending, onDone])

  return null
}
