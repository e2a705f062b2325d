import { useNavigation, useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'

/**
 * Reads the page again, but never in the middle of a navigation: that would cut off the answer that brings the message
 * of what was just done, and the message is given out only once.
 */
export function useReadAgain(): () => void {
  const { revalidate } = useRevalidator()
  const isIdle = useNavigation().state === 'idle'
  const idle = useRef(isIdle)
  const isWaiting = useRef(false)
  useEffect(() => {
    idle.current = isIdle
    if (!isIdle || !isWaiting.current) return
    isWaiting.current = false
    revalidate()
  }, [isIdle, revalidate])
  return useCallback(() => {
    if (idle.current) revalidate()
    else isWaiting.current = true
  }, [revalidate])
}
