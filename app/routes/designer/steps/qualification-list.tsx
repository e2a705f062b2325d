import { Link } from '@remix-run/react'
import clsx from 'clsx'
import { Check } from 'lucide-react'
import { KindGlyph } from '~/components/kind-glyph'
import type { DesignStep } from '~/domain/vocabulary'
import { paths } from '~/paths'
import { stepsText } from '~/text/designer-steps.en'
import type { DesignView, QualificationView } from '../design-view'

/** The steps that say something about each qualification. */
export type DetailStep = Extract<DesignStep, 'mastery' | 'demonstration' | 'assessment' | 'learning' | 'resources'>

/** Qualifications of one group, in the order of the columns; the group is null for those in none. */
export type GroupedQualifications = {
  readonly id: DesignView['groups'][number]['id'] | null
  readonly name: string
  readonly atLeast: number | null
  readonly qualifications: readonly QualificationView[]
}

/** The groups in order, empty ones too, then what is in no group, when there is something or nothing else. */
export function groupedQualifications(view: DesignView): readonly GroupedQualifications[] {
  const inGroup = (id: string | null) => view.qualifications.filter(({ groupId }) => groupId === id)
  const groups = view.groups.map((group) => ({ ...group, qualifications: inGroup(group.id) }))
  const others = inGroup(null)
  if (others.length === 0 && groups.length > 0) return groups
  return [...groups, { id: null, name: stepsText.list.noGroup, atLeast: null, qualifications: others }]
}

/** The qualifications in the order in which the lists show them. */
export function listedQualifications(view: DesignView): readonly QualificationView[] {
  return groupedQualifications(view).flatMap(({ qualifications }) => qualifications)
}

/** The list at the left of steps 3 to 7: by group, with how far each is. */
export function QualificationList({
  view,
  step,
  selectedId,
}: {
  view: DesignView
  step: DetailStep
  selectedId: QualificationView['qualificationId']
}) {
  return (
    <nav aria-label={stepsText.list.label} className="pb-4">
      {groupedQualifications(view)
        .filter(({ qualifications }) => qualifications.length > 0)
        .map((group) => (
          <div key={group.id ?? 'none'}>
            {(view.groups.length > 0 || group.id !== null) && (
              <p className="px-4 pt-2 pb-0.5 text-t12 text-ink-3">{group.name}</p>
            )}
            <ul role="list" aria-label={group.name}>
              {group.qualifications.map((each) => (
                <Entry
                  key={each.qualificationId}
                  view={view}
                  step={step}
                  qualification={each}
                  isCurrent={each.qualificationId === selectedId}
                />
              ))}
            </ul>
          </div>
        ))}
    </nav>
  )
}

function Entry({
  view,
  step,
  qualification,
  isCurrent,
}: {
  view: DesignView
  step: DetailStep
  qualification: QualificationView
  isCurrent: boolean
}) {
  const { qualificationId, name, kind } = qualification
  return (
    <li>
      <Link
        to={paths.design(view.programId, step, qualificationId)}
        preventScrollReset
        aria-current={isCurrent ? 'true' : undefined}
        className={clsx(
          'grid min-h-7.5 grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-2 px-4 text-ink no-underline max-md:min-h-11',
          isCurrent ? 'bg-accent-soft font-strong shadow-[inset_3px_0_0_var(--accent)]' : 'hover:bg-hover',
        )}
      >
        <KindGlyph kind={kind} className="size-3.75 text-ink-3" />
        <span className="truncate" title={name}>
          {name}
        </span>
        <Mark step={step} qualification={qualification} />
      </Link>
    </li>
  )
}

/** A tick when complete, the four pips in step 3, an octagon when something stands in the way of publishing. */
export function Mark({ step, qualification }: { step: DetailStep; qualification: QualificationView }) {
  const { pips, isDone, blockingSteps } = qualification
  if (blockingSteps.includes(step)) {
    return <ProblemGlyph />
  }
  if (isDone[step]) return <Check role="img" aria-label={stepsText.list.complete} className="size-3.5 text-ink-2" />
  if (step !== 'mastery') {
    return (
      <span
        role="img"
        aria-label={stepsText.list.open}
        className="size-2.5 rounded-full border border-dashed border-line-control"
      />
    )
  }
  const parts = Object.entries(stepsText.list.pip) as [keyof typeof pips, string][]
  const done = parts.filter(([part]) => pips[part]).map(([, word]) => word)
  return (
    <span role="img" aria-label={stepsText.list.pips(done)} className="flex gap-0.5">
      {parts.map(([part]) => (
        <span
          key={part}
          className={clsx(
            'h-2.5 w-1.25 rounded-[1.5px]',
            pips[part] ? 'bg-ink-2' : 'shadow-[inset_0_0_0_1px_var(--line-control)]',
          )}
        />
      ))}
    </span>
  )
}

/** The filled octagon of the rail, at the size of the list. */
function ProblemGlyph() {
  return (
    <svg viewBox="0 0 16 16" role="img" aria-label={stepsText.list.problem} className="size-3.5 text-orange-glyph">
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" fill="currentColor" />
      <path d="M8 4.7v4M8 11.2v.1" stroke="var(--surface)" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  )
}
