import { createContext, useContext } from 'react'

const Nonce = createContext('')
export const NonceProvider = Nonce.Provider

/**
 * The nonce of this answer. Empty in the browser, because browsers hide it from scripts and hydration would warn:
 * give elements that carry it `suppressHydrationWarning`.
 */
export function useNonce(): string {
  return useContext(Nonce)
}
