import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { guarded } from '~/server/guard.server'
import { rootText } from '~/text/root.en'
import { trackerText } from '~/text/tracker.en'
import { programTrackerPage } from './tracker-page.server'
import { TrackerScreen } from './tracker-screen'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: rootText.title(data?.sections[0]?.roleTitle ?? trackerText.title) },
]

export const loader = guarded(programTrackerPage)

/** Filters, order and panel are worked out in the browser, and the stream brings what changed. */
export const shouldRevalidate: ShouldRevalidateFunction = (change) => {
  if (change.formData?.get('stay')) return false
  const { currentUrl, nextUrl } = change
  const isSearchOnly = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
  return isSearchOnly ? false : change.defaultShouldRevalidate
}

/** The tracker of one program. */
export default function ProgramTracker() {
  const view = useLoaderData<typeof loader>()
  return <TrackerScreen key={view.sections[0]?.programId} view={view} isMine={false} />
}
