import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { RequirementTags } from '~/components/requirement-words'
import { StatusWords } from '~/components/status-glyph'
import { KindTag } from '~/components/kind-glyph'
import { requestDemonstration } from '~/commands/request-demonstration.server'
import { submitEvidence } from '~/commands/submit-evidence.server'
import { tickProcess, untickProcess } from '~/commands/tick-process.server'
import { withdrawDemonstration } from '~/commands/withdraw-demonstration.server'
import { paths } from '~/paths'
import { guarded, guardedAction, intent } from '~/server/guard.server'
import { myPathText as text } from '~/text/my-path.en'
import { rootText } from '~/text/root.en'
import { Tag } from '~/ui/tag'
import { LearnList } from './learn-list'
import { myQualificationPage } from './my-qualification-page.server'
import type { MyQualificationView } from './my-qualification-view'
import { Attempt } from './needed-list'
import { MyOpenDemonstration } from './open-demonstration'
import { dateWords, statusWords } from './path-words'
import { WhatIsLookedAt } from './qualification-design'
import { RequestForm } from './request-form'
import { useLivePath } from './use-live-path'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: rootText.title((data as { name?: string } | undefined)?.name ?? text.title) },
]

export const loader = guarded(myQualificationPage)

export const action = guardedAction({
  request: intent(requestDemonstration, {
    then: (_, { programId, qualificationId }) => paths.myQualification(programId, qualificationId),
    flash: () => ({ code: 'demonstration-requested' }),
  }),
  'submit-evidence': intent(submitEvidence, { flash: () => ({ code: 'evidence-sent' }) }),
  withdraw: intent(withdrawDemonstration, { flash: () => ({ code: 'demonstration-withdrawn' }) }),
  tick: intent(tickProcess),
  untick: intent(untickProcess),
})

export default function MyQualification() {
  const view = useLoaderData<typeof loader>() as unknown as MyQualificationView
  useLivePath(view)
  return (
    <div className="mx-auto grid w-full max-w-[1080px] content-start gap-6 p-4 md:px-8 md:py-6">
      <Head view={view} />
      <div className="grid content-start gap-6 lg:grid-cols-[minmax(0,1fr)_360px] lg:gap-x-10">
        <div className="grid min-w-0 content-start gap-6 max-lg:order-last">
          <WhatIsLookedAt view={view} />
          <section aria-labelledby="learn">
            <h2 id="learn" className="pb-2">
              {text.learn.titleOne}
            </h2>
            <LearnList learning={view.learning} action="" isLong />
          </section>
          <Attempts view={view} />
        </div>
        <div className="min-w-0">
          {view.demonstration ? (
            <MyOpenDemonstration view={view} demonstration={view.demonstration} />
          ) : (
            <RequestForm view={view} />
          )}
        </div>
      </div>
    </div>
  )
}

function Head({ view }: { view: MyQualificationView }) {
  const back = view.participation === 'candidate' ? text.one.back : text.one.backInRole
  return (
    <header className="grid gap-2 border-b border-line pb-5">
      <Link to={paths.myPath(view.programId)} className="flex w-fit items-center gap-1 text-t12 text-ink-2">
        <ArrowLeft aria-hidden className="size-3.5" />
        {back(view.roleTitle)}
      </Link>
      <h1 className="text-t20 font-strong tracking-[-.01em]">{view.name}</h1>
      <div className="flex flex-wrap items-center gap-2">
        {view.item ? (
          <StatusWords status={view.item.status}>
            {view.item.status === 'locked'
              ? text.request.cannot.locked(text.names(view.lockedBy))
              : statusWords(view.item, view.demonstration?.assessor)}
          </StatusWords>
        ) : (
          <span className="text-ink-2">{text.one.doesNotApply}</span>
        )}
        {view.item && <KindTag kind={view.item.kind} />}
        <RequirementTags requirementClass={view.class} need={view.need} critical={view.isCritical} />
        {view.groupName && <Tag>{text.one.group(view.groupName)}</Tag>}
        {view.levelNeeded && <Tag>{text.one.level(view.levelNeeded)}</Tag>}
        {view.item?.countsFrom && <Tag>{text.needed.newFrom(dateWords(view.item.countsFrom))}</Tag>}
      </div>
    </header>
  )
}

/** Every attempt with what was said, newest first. */
function Attempts({ view }: { view: MyQualificationView }) {
  return (
    <section aria-labelledby="attempts">
      <h2 id="attempts" className="pb-2">
        {text.one.attempts}
      </h2>
      {view.attempts.length === 0 ? (
        <p className="text-ink-2">{text.one.noAttempts}</p>
      ) : (
        <ol role="list" className="grid gap-4">
          {view.attempts.map((attempt, place) => (
            <li key={`${attempt.performedOn}-${place}`}>
              <Attempt attempt={attempt} verdict={attempt.verdict} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
