import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { guarded } from '~/server/guard.server'
import { rootText } from '~/text/root.en'
import { trackerText } from '~/text/tracker.en'
import { trackerPage } from './tracker-page.server'
import { TrackerScreen } from './tracker-screen'

export const meta: MetaFunction = () => [{ title: rootText.title(trackerText.title) }]

export const loader = guarded(trackerPage)

/** Filters, order and panel are worked out in the browser, and the stream brings what changed. */
export const shouldRevalidate: ShouldRevalidateFunction = (change) => {
  if (change.formData?.get('stay')) return false
  const { currentUrl, nextUrl } = change
  const isSearchOnly = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
  return isSearchOnly ? false : change.defaultShouldRevalidate
}

/** `/tracker`: my people over all their programs. */
export default function Tracker() {
  const view = useLoaderData<typeof loader>()
  return <TrackerScreen view={view} isMine />
}
