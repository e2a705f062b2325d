import { useRevalidator } from '@remix-run/react'
import { useLive } from '~/components/use-live'
import type { Id } from '~/domain/ids'

/**
 * Keeps My path as the record is: what others sign appears in place, by reading the page again when a line of this
 * person changes. A line is small news; the reasons, feedback and next step that follow from it come from the page.
 */
export function useLivePath(view: { readonly personId: Id<'person'>; readonly liveAfter: number }): boolean {
  const { revalidate } = useRevalidator()
  const { isLive } = useLive({
    after: view.liveAfter,
    onRows: (event) => {
      const isMine =
        event.rows.some((row) => row.personId === view.personId) ||
        event.causes.some((cause) => cause.personId === view.personId)
      if (isMine) revalidate()
    },
    onReload: () => revalidate(),
  })
  return isLive
}
