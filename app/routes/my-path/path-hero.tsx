import { Link } from '@remix-run/react'
import { Readiness } from '~/components/readiness'
import { statusFamily } from '~/components/status-family'
import type { CellStatus } from '~/domain/vocabulary'
import { paths } from '~/paths'
import { myPathText as text } from '~/text/my-path.en'
import { statusText } from '~/text/status.en'
import { ProgressSegments, type SegmentGroup } from '~/ui/progress-segments'
import type { MyPathView, PathGroup, PathView } from './my-path-view'
import { PaceLine } from './pace-line'
import { TargetRoleForm } from './target-role-form'

/** The head of the page: which role, the one figure, a segment for each thing in it, and the pace. */
export function PathHero({ view, path }: { view: MyPathView; path: PathView }) {
  const missing = path.readiness.needed - path.readiness.met
  return (
    <header className="grid items-end gap-4 border-b border-line pb-5 lg:grid-cols-[minmax(0,1fr)_312px] lg:gap-10">
      <div className="min-w-0">
        <div className="flex flex-wrap items-start gap-x-2 text-t12 text-ink-2">
          <span>{path.isTakingPart ? text.participation[path.participation] : text.roleAhead}</span>
          <TargetRoleForm view={view} />
        </div>
        <h1 className="text-t20 font-strong tracking-[-.01em]">{path.roleTitle}</h1>
        <RoleLinks view={view} />
        <div className="mt-3 mb-2 flex flex-wrap items-baseline gap-x-3">
          <Readiness met={path.readiness.met} needed={path.readiness.needed} size="l" />
          {missing > 0 && <span className="text-ink-2">{statusText.stillNeeded(missing)}</span>}
        </div>
        {path.groups.length > 0 && (
          <ProgressSegments
            label={labelOf(path)}
            groups={path.groups.map((group) => segmentGroup(group, path.groups.length > 1))}
          />
        )}
      </div>
      {path.pace && <PaceLine pace={path.pace} today={view.today} />}
    </header>
  )
}

/** With several roles, each has its own path in the address. */
function RoleLinks({ view }: { view: MyPathView }) {
  const withPath = view.roles.filter((role) => role.programId !== null)
  if (withPath.length < 2) return null
  return (
    <nav aria-label={text.roles} className="seg mt-2 max-w-full flex-wrap">
      {withPath.map((role) => (
        <Link
          key={role.roleId}
          to={paths.myPath(role.programId ?? undefined)}
          className="seg-item"
          aria-current={role.isShown ? 'page' : undefined}
        >
          {role.title}
        </Link>
      ))}
    </nav>
  )
}

/** Where nothing is in groups there is nothing to name: the one figure stands above. */
function segmentGroup(group: PathGroup, isOneOfSeveral: boolean): SegmentGroup {
  const name = group.name ?? text.ungrouped
  return {
    key: group.key,
    label: (isOneOfSeveral || group.name !== null) && (
      <>
        {name} <span className="text-ink-2">{text.groupFigure(group.met, group.needed)}</span>
      </>
    ),
    segments: group.items.map((item, place) => ({
      key: String(place),
      family: familyOf(item.status),
      fill: fillOf(item.status),
      title: text.segment(item.name, statusText.word[item.status]),
    })),
  }
}

/** Blank has no segment colour: what is waived is not in the figure. */
function familyOf(status: CellStatus): string {
  return statusFamily[status] === 'blank' ? 'grey' : statusFamily[status]
}

/** Filled counts; half is begun; everything else is an outline in its colour. */
function fillOf(status: CellStatus): 'full' | 'half' | 'open' {
  if (status === 'mastered' || status === 'expiring') return 'full'
  return status === 'learning' ? 'half' : 'open'
}

function labelOf(path: PathView): string {
  const groups = path.groups.map((group) => text.groupLabel(group.name ?? text.ungrouped, group.met, group.needed))
  return text.figureLabel(path.readiness.met, path.readiness.needed, text.names(groups))
}
