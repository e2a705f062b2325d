import { Link, useSearchParams } from '@remix-run/react'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { KindTag } from '~/components/kind-glyph'
import { RequirementTags } from '~/components/requirement-words'
import { neighboursOf } from '~/domain/wizard'
import { paths } from '~/paths'
import { designerText } from '~/text/designer.en'
import { stepsText } from '~/text/designer-steps.en'
import { LinkButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import type { DesignView, QualificationView } from '../design-view'
import { useDesign } from '../use-design'
import { CopyActs } from './copy-acts'
import { listedQualifications, QualificationList, type DetailStep } from './qualification-list'
import { StepIntro } from './step-intro'

/**
 * Steps 3 to 7: the qualifications at the left, the chosen one at the right, defaults of the program above it, and at the
 * foot the way to the previous and to the next unfinished one. On a phone the list folds into one line.
 */
export function MasterDetail({
  step,
  defaults,
  children,
}: {
  step: DetailStep
  /** The editor of the program's defaults. */
  defaults?: ReactNode
  children: (qualification: QualificationView) => ReactNode
}) {
  const view = useDesign()
  const listed = listedQualifications(view)
  const [params] = useSearchParams()
  // Where none is named it is the first of the list, which is ordered by group.
  const named = params.has('qualification') ? view.selectedId : null
  const selected = listed.find(({ qualificationId }) => qualificationId === named) ?? listed[0]
  const unfinished = listed.filter((each) => !isFinished(each, step)).length
  if (!selected) {
    return (
      <div className="flex min-w-0 grow flex-col">
        <StepIntro step={step} />
        {defaults && <div className="px-4 pt-4 md:px-5">{defaults}</div>}
        <NoQualifications view={view} />
      </div>
    )
  }
  return (
    <div className="flex min-w-0 grow max-md:flex-col md:min-h-0">
      <div className="w-56 flex-none overflow-y-auto border-r border-line max-md:hidden xl:w-66 lg:w-60">
        <div className="flex h-11 items-center gap-2 px-4">
          <span className="font-strong">{stepsText.list.count(listed.length)}</span>
          {unfinished > 0 && (
            <span className="ml-auto text-t12 text-ink-2">{stepsText.list.unfinished(unfinished)}</span>
          )}
        </div>
        <QualificationList view={view} step={step} selectedId={selected.qualificationId} />
      </div>
      <div className="flex min-w-0 grow flex-col md:min-h-0">
        <div className="min-w-0 grow md:overflow-y-auto">
          <StepIntro step={step} />
          <PhoneList view={view} step={step} selected={selected} listed={listed} />
          {defaults && <div className="px-4 pt-3 md:px-5">{defaults}</div>}
          <section key={selected.qualificationId} aria-labelledby="chosen-name" className="px-4 pb-6 md:px-5">
            <DetailHead view={view} step={step} qualification={selected} />
            <div className="grid gap-5">{children(selected)}</div>
          </section>
        </div>
        <Foot view={view} step={step} listed={listed} selected={selected} unfinished={unfinished} />
      </div>
    </div>
  )
}

/** Complete, and nothing of it stands in the way of publishing. */
function isFinished(qualification: QualificationView, step: DetailStep): boolean {
  return qualification.isDone[step] && !qualification.blockingSteps.includes(step)
}

function DetailHead({
  view,
  step,
  qualification,
}: {
  view: DesignView
  step: DetailStep
  qualification: QualificationView
}) {
  const { name, kind, need, isCritical, usedBy } = qualification
  return (
    <div className="flex flex-wrap items-start gap-x-2 gap-y-1 pt-4 pb-4">
      <div className="grid min-w-0 grow basis-60 gap-1.5">
        <h3 id="chosen-name" className="text-t16 font-strong">
          {name}
        </h3>
        <div className="flex flex-wrap gap-1.5">
          <KindTag kind={kind} />
          <RequirementTags requirementClass={qualification.class} need={need} critical={isCritical} />
        </div>
        {usedBy.length > 0 && <p className="text-t12 text-ink-3">{stepsText.alsoIn(usedBy.join(', '))}</p>}
      </div>
      <CopyActs view={view} step={step} qualification={qualification} />
    </div>
  )
}

/** The list behind one line; opens in place, works without script. Closed again by choosing, hence the key. */
function PhoneList({
  view,
  step,
  selected,
  listed,
}: {
  view: DesignView
  step: DetailStep
  selected: QualificationView
  listed: readonly QualificationView[]
}) {
  const place = listed.indexOf(selected) + 1
  return (
    <details key={selected.qualificationId} className="border-b border-line md:hidden">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 bg-canvas px-4 font-strong">
        <span className="sr-only">{stepsText.list.choose}</span>
        <span className="min-w-0 grow truncate">{stepsText.list.chosen(selected.name, place, listed.length)}</span>
        <ChevronDown aria-hidden className="size-4 flex-none text-ink-2" />
      </summary>
      <QualificationList view={view} step={step} selectedId={selected.qualificationId} />
    </details>
  )
}

function Foot({
  view,
  step,
  listed,
  selected,
  unfinished,
}: {
  view: DesignView
  step: DetailStep
  listed: readonly QualificationView[]
  selected: QualificationView
  unfinished: number
}) {
  const at = listed.indexOf(selected)
  const previous = listed[at - 1]
  const next = [...listed.slice(at + 1), ...listed.slice(0, at)].find((each) => !isFinished(each, step))
  const nextStep = neighboursOf(step).next
  return (
    <div className="flex flex-none flex-wrap items-center gap-2 border-t border-line bg-surface px-4 py-3 max-md:sticky max-md:bottom-0 md:px-5">
      {previous && (
        <LinkButton>
          <Link to={paths.design(view.programId, step, previous.qualificationId)} preventScrollReset>
            {stepsText.list.previous}
          </Link>
        </LinkButton>
      )}
      <span className="ml-auto text-t12 text-ink-3">
        {unfinished > 0 ? stepsText.list.unfinished(unfinished) : stepsText.list.allDone}
      </span>
      {next ? (
        <LinkButton variant="primary">
          <Link to={paths.design(view.programId, step, next.qualificationId)}>{stepsText.list.nextUnfinished}</Link>
        </LinkButton>
      ) : (
        nextStep && (
          <LinkButton variant="primary">
            <Link to={paths.design(view.programId, nextStep)}>
              {stepsText.list.nextStep(designerText.steps[nextStep])}
            </Link>
          </LinkButton>
        )
      )}
    </div>
  )
}

function NoQualifications({ view }: { view: DesignView }) {
  return (
    <EmptyState title={stepsText.list.none}>
      <p>{stepsText.list.noneText}</p>
      <p className="mt-3">
        <LinkButton variant="primary">
          <Link to={paths.design(view.programId, 'qualifications')}>{stepsText.list.toQualifications}</Link>
        </LinkButton>
      </p>
    </EmptyState>
  )
}
