import type { MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useParams } from '@remix-run/react'
import clsx from 'clsx'
import { claimDemonstration } from '~/commands/claim-demonstration.server'
import { recordCoachingTalk } from '~/commands/my-path/record-coaching-talk.server'
import { paths } from '~/paths'
import { guarded, guardedAction, intent } from '~/server/guard.server'
import { assessmentText as text } from '~/text/assessment.en'
import { rootText } from '~/text/root.en'
import { EmptyState } from '~/ui/empty-state'
import { QueueList } from './queue-list'
import { queuePage } from './queue-page.server'
import type { QueueView } from './queue-view'
import { useLiveQueue } from './use-live-queue'

export const meta: MetaFunction = () => [{ title: rootText.title(text.title) }]

export const loader = guarded(queuePage)

export const action = guardedAction({
  claim: intent(claimDemonstration, {
    then: ({ demonstrationId }) => paths.demonstration(demonstrationId, 'mine'),
    flash: () => ({ code: 'demonstration-claimed' }),
  }),
  'record-coaching-talk': intent(recordCoachingTalk, {
    then: () => paths.queue('team'),
    flash: () => ({ code: 'coaching-talk-recorded' }),
  }),
})

/** The list at the left, what is chosen beside it; on a phone one or the other. */
export default function Queue() {
  const view = useLoaderData<typeof loader>() as unknown as QueueView
  const { demonstrationId } = useParams()
  useLiveQueue(view)
  return (
    <div className={clsx('queue', demonstrationId && 'queue-open')}>
      <QueueList view={view} currentId={demonstrationId ?? null} />
      {demonstrationId ? (
        <Outlet />
      ) : (
        <div className="flex max-md:hidden">
          {/* Where nothing waits there is nothing to choose; the list says so. */}
          {view.items.length > 0 && <EmptyState title={text.empty.choose}>{text.empty.chooseText}</EmptyState>}
        </div>
      )}
    </div>
  )
}
