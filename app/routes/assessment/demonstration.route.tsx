import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { ChevronDown, ChevronLeft, ChevronUp } from 'lucide-react'
import { assessDemonstration } from '~/commands/assess-demonstration.server'
import { claimDemonstration } from '~/commands/claim-demonstration.server'
import { handBackDemonstration } from '~/commands/hand-back-demonstration.server'
import { handOverDemonstration } from '~/commands/hand-over-demonstration.server'
import { returnDemonstration } from '~/commands/return-demonstration.server'
import { paths } from '~/paths'
import { guarded, guardedAction, intent } from '~/server/guard.server'
import { assessmentText as text } from '~/text/assessment.en'
import { rootText } from '~/text/root.en'
import { buttonClass } from '~/ui/button'
import { DemonstrationActs } from './demonstration-acts'
import { demonstrationPage, type DemonstrationPageView } from './demonstration-page.server'
import { EvidenceSide } from './evidence-side'
import { JudgeSide } from './judge-side'
import type { QueueView } from './queue-view'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: rootText.title(
      data && 'cell' in data ? `${data.cell.qualification.name}, ${data.cell.person.name}` : text.title,
    ),
  },
]

export const loader = guarded(demonstrationPage)

const onwards = {
  then: ({ demonstrationId }: { demonstrationId: `demo_${string}` }) => paths.queueAfter(demonstrationId),
}

export const action = guardedAction({
  assess: intent(assessDemonstration, { ...onwards, flash: () => ({ code: 'assessment-recorded' }) }),
  'return-demonstration': intent(returnDemonstration, {
    ...onwards,
    flash: () => ({ code: 'demonstration-returned' }),
  }),
  claim: intent(claimDemonstration, {
    then: ({ demonstrationId }) => paths.demonstration(demonstrationId, 'mine'),
    flash: () => ({ code: 'demonstration-claimed' }),
  }),
  'hand-back': intent(handBackDemonstration, {
    ...onwards,
    flash: () => ({ code: 'demonstration-handed-back' }),
  }),
  'hand-over': intent(handOverDemonstration, {
    ...onwards,
    flash: () => ({ code: 'demonstration-handed-over' }),
  }),
})

/** Evidence left, criteria right. */
export default function Demonstration() {
  const view = useLoaderData<typeof loader>() as unknown as DemonstrationPageView
  const queue = useRouteLoaderData('routes/assessment/queue.route') as unknown as QueueView | undefined
  return (
    <div className="judge" key={view.demonstrationId}>
      <div className="judge-col">
        <header className="queue-head flex-wrap">
          <Link to={paths.queue(queue?.list)} className="flex items-center gap-1 text-t12 text-ink-2 lg:hidden">
            <ChevronLeft aria-hidden className="size-3.5" />
            {text.back}
          </Link>
          <Place queue={queue} view={view} />
        </header>
        <EvidenceSide view={view} />
      </div>
      {view.open ? <JudgeSide view={view} open={view.open} /> : <Closed view={view} />}
    </div>
  )
}

/** Where in the list it stands, what else can be done with it, and the way to its neighbours. */
function Place({ queue, view }: { queue: QueueView | undefined; view: DemonstrationPageView }) {
  const items = queue?.items ?? []
  const index = items.findIndex((item) => item.id === view.demonstrationId)
  const before = items[index - 1]
  const after = index === -1 ? items[0] : items[index + 1]
  const linkClass = `${buttonClass({ variant: 'quiet', size: 's' })} btn-icon`
  return (
    <>
      {index !== -1 && <span className="text-t12 text-ink-2">{text.place(index + 1, items.length)}</span>}
      <div className="ml-auto flex items-center gap-2">
        {view.open && <DemonstrationActs view={view} open={view.open} />}
        {before && (
          <Link to={paths.demonstration(before.id, queue?.list)} className={linkClass} aria-label={text.previous}>
            <ChevronUp aria-hidden />
          </Link>
        )}
        {after && (
          <Link to={paths.demonstration(after.id, queue?.list)} className={linkClass} aria-label={text.next}>
            <ChevronDown aria-hidden />
          </Link>
        )}
      </div>
    </>
  )
}

function Closed({ view }: { view: DemonstrationPageView }) {
  return (
    <div className="judge-col">
      <div className="p-4">
        <h2>{text.closedTitle}</h2>
        <p className="mt-1 text-ink-2">{text.closedText}</p>
        <p className="mt-3">
          <Link className="link" to={paths.queueAfter(view.demonstrationId)}>
            {text.toNext}
          </Link>
        </p>
      </div>
    </div>
  )
}
