import { useLive } from '~/components/use-live'
import { useReadAgain } from '~/components/use-read-again'
import type { Id } from '~/domain/ids'

/**
 * Keeps My path as the record is: what others sign appears in place, by reading the page again when a line of this
 * person changes. A line is small news; the reasons, feedback and next step that follow from it come from the page.
 */
export function useLivePath(view: { readonly personId: Id<'person'>; readonly liveAfter: number }): boolean {
  const readAgain = useReadAgain()
  const { isLive } = useLive({
    after: view.liveAfter,
    onRows: (event) => {
      const isMine =
        event.rows.some((row) => row.personId === view.personId) ||
        event.causes.some((cause) => cause.personId === view.personId)
      if (isMine) readAgain()
    },
    onReload: readAgain,
  })
  return isLive
}
