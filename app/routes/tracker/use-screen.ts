import { useEffect, useState, useSyncExternalStore } from 'react'

/** False on the server and until the page runs script. */
export function useHasScript(): boolean {
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => setHasScript(true), [])
  return hasScript
}

const phone = '(width < 720px)'

/**
 * Which of grid and list to put into the document: the server cannot know and writes both (the style sheet shows one),
 * the browser keeps the one it shows.
 */
export function useScreen(): 'unknown' | 'phone' | 'wide' {
  return useSyncExternalStore<'unknown' | 'phone' | 'wide'>(
    (onChange) => {
      const query = matchMedia(phone)
      query.addEventListener('change', onChange)
      return () => query.removeEventListener('change', onChange)
    },
    () => (matchMedia(phone).matches ? 'phone' : 'wide'),
    () => 'unknown',
  )
}
