import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

/** How near the end has to come before more is added. */
const ahead = '600px'

/**
 * How many of `total` entries to put into the document: `step` at first, and `step` more each time `end`, the element
 * after the last, comes near. So a list of a thousand people costs what is looked at.
 */
export function useGrowing<T extends Element>(total: number, step: number): { count: number; end: RefObject<T> } {
  const [count, setCount] = useState(step)
  const end = useRef<T>(null)
  useEffect(() => {
    const element = end.current
    if (!element || count >= total) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setCount((was) => was + step)
      },
      { rootMargin: ahead },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [count, total, step])
  return { count, end }
}
