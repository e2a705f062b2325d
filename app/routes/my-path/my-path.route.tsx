import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChevronRight } from 'lucide-react'
import { chooseTargetRole } from '~/commands/choose-target-role.server'
import { paths } from '~/paths'
import { guarded, guardedAction, intent } from '~/server/guard.server'
import { myPathText as text } from '~/text/my-path.en'
import { rootText } from '~/text/root.en'
import { EmptyPath, TargetNotice } from './empty-path'
import { myPathPage } from './my-path-page.server'
import type { MyPathView, PathView } from './my-path-view'
import { ItemList, NeededList } from './needed-list'
import { NextStepCard } from './next-step-card'
import { PathHero } from './path-hero'
import { PathSide } from './path-side'
import { useLivePath } from './use-live-path'

export const meta: MetaFunction = () => [{ title: rootText.title(text.title) }]

export const loader = guarded(myPathPage)

export const action = guardedAction({
  'choose-target-role': intent(chooseTargetRole, {
    then: () => paths.myPath(),
    flash: () => ({ code: 'target-role-chosen' }),
  }),
})

export default function MyPath() {
  const view = useLoaderData<typeof loader>() as unknown as MyPathView
  useLivePath(view)
  if (!view.path) return <EmptyPath view={view} />
  return <Path view={view} path={view.path} />
}

function Path({ view, path }: { view: MyPathView; path: PathView }) {
  const isCandidate = path.participation === 'candidate'
  return (
    <div className="mx-auto grid w-full max-w-[1080px] content-start gap-6 p-4 md:px-8 md:py-6">
      <PathHero view={view} path={path} />
      <div className="grid content-start gap-6 lg:grid-cols-[minmax(0,1fr)_312px] lg:gap-x-10">
        <div className="grid min-w-0 content-start gap-6">
          {!path.isTakingPart && <TargetNotice view={view} path={path} />}
          <NextStepCard path={path} />
          <NeededList path={path} />
          <Done path={path} />
          <p className="text-t12 text-ink-3">{isCandidate ? promise(path.readiness.needed) : text.inRoleFine}</p>
        </div>
        <div className="grid min-w-0 content-start gap-6">
          <PathSide path={path} />
          <Besides path={path} />
        </div>
      </div>
    </div>
  )
}

/** What counts already, closed until it is wanted. */
function Done({ path }: { path: PathView }) {
  if (path.done.length === 0) return null
  const renew = path.done.filter((item) => item.status === 'expiring').length
  return (
    <details className="path-more -mt-3">
      <summary>
        <ChevronRight aria-hidden />
        <h2>{text.done}</h2>
        <span className="text-t12 text-ink-3">{text.doneNote(path.done.length, renew)}</span>
      </summary>
      <ItemList items={path.done} programId={path.programId} label={text.done} />
    </details>
  )
}

/** Beside the figure: what comes after the start, should and aspire. */
function Besides({ path }: { path: PathView }) {
  const lists = [
    { key: 'after', title: text.afterStart, why: text.afterStartWhy, items: path.afterStart },
    { key: 'should', title: text.should, why: text.besidesWhy, items: path.should },
    { key: 'aspire', title: text.aspire, why: text.besidesWhy, items: path.aspire },
  ].filter((list) => list.items.length > 0)
  return (
    <>
      {lists.map((list) => (
        <details key={list.key} className="path-more" open={list.items.length <= 4}>
          <summary>
            <ChevronRight aria-hidden />
            <h2>{list.title}</h2>
            <span className="text-t12 text-ink-3">
              {text.groupFigure(list.items.filter((item) => isMet(item.status)).length, list.items.length)}
            </span>
          </summary>
          <p className="pb-2 text-t12 text-ink-3">{list.why}</p>
          <ItemList items={list.items} programId={path.programId} label={list.title} />
        </details>
      ))}
    </>
  )
}

function isMet(status: string): boolean {
  return status === 'mastered' || status === 'expiring'
}

function promise(needed: number): string {
  return needed > 0 ? text.notPromised(needed) : text.notPromisedNothing
}
