import { Link } from '@remix-run/react'
import clsx from 'clsx'
import { Check, OctagonAlert } from 'lucide-react'
import type { StepProgress } from '~/domain/wizard'
import { paths } from '~/paths'
import { designerText } from '~/text/designer.en'
import type { DesignView } from './design-view'

/** The eight steps with their state: a column beside the work, a row of numbers above it where there is no room. */
export function DesignRail({ view }: { view: DesignView }) {
  return (
    <nav
      aria-label={designerText.rail}
      className="flex flex-none gap-0.5 overflow-x-auto border-line bg-canvas p-2 max-lg:border-b lg:w-58 lg:flex-col lg:overflow-y-auto lg:border-r lg:p-3 lg:pt-4"
    >
      {view.progress.map((progress, index) => (
        <RailLink key={progress.step} view={view} progress={progress} number={index + 1} />
      ))}
    </nav>
  )
}

function RailLink({ view, progress, number }: { view: DesignView; progress: StepProgress; number: number }) {
  const { step, state } = progress
  const isCurrent = view.step === step
  const name = designerText.steps[step]
  return (
    <Link
      to={paths.design(view.programId, step, isPerQualification(step) ? (view.selectedId ?? undefined) : undefined)}
      aria-current={isCurrent ? 'step' : undefined}
      className={clsx(
        'flex min-h-10 min-w-10 items-center gap-2.5 rounded-r2 px-2 text-ink-2 no-underline hover:bg-hover max-lg:min-h-11 max-lg:justify-center max-sm:px-1.5',
        isCurrent && 'bg-surface font-strong text-ink ring-1 ring-line-strong hover:bg-surface',
      )}
    >
      <StepMark state={state} number={number} isCurrent={isCurrent} />
      <span className={clsx('truncate max-sm:sr-only', !isCurrent && 'max-lg:sr-only')}>{name}</span>
      <span className="sr-only">, {designerText.state[state]}</span>
      <RailFigure progress={progress} isCurrent={isCurrent} />
    </Link>
  )
}

function RailFigure({ progress, isCurrent }: { progress: StepProgress; isCurrent: boolean }) {
  const { step, state, blocking, done, total } = progress
  if (blocking > 0) {
    return (
      <span
        className={clsx(
          'ml-auto flex items-center gap-1 text-t12 font-strong text-orange-fg',
          isCurrent ? 'max-sm:hidden' : 'max-lg:hidden',
        )}
      >
        <OctagonAlert aria-hidden className="size-3.5 text-orange-glyph" />
        {blocking}
        <span className="sr-only">{designerText.toFix(blocking)}</span>
      </span>
    )
  }
  if (state !== 'started' || step === 'role' || step === 'tracker') return null
  return (
    <span className="ml-auto text-t12 font-regular text-ink-3 max-lg:hidden">{designerText.done(done, total)}</span>
  )
}

function StepMark({ state, number, isCurrent }: { state: StepProgress['state']; number: number; isCurrent: boolean }) {
  const isDone = state === 'complete'
  return (
    <span
      aria-hidden
      className={clsx(
        'grid size-5.5 flex-none place-items-center rounded-full border-[1.5px] text-t11 font-strong',
        isDone && !isCurrent && 'border-ink-2 bg-ink-2 text-surface',
        isCurrent && 'border-accent bg-surface text-accent',
        !isDone && !isCurrent && 'border-line-control bg-surface',
        state === 'empty' && !isCurrent && 'border-dashed text-ink-3',
      )}
    >
      {isDone ? <Check className="size-3.5" /> : number}
    </span>
  )
}

/** Going from one of these steps to another keeps the qualification one is working on. */
function isPerQualification(step: StepProgress['step']): boolean {
  return step !== 'role' && step !== 'qualifications' && step !== 'tracker'
}
