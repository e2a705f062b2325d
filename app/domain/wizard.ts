/**
 * The rail of eight steps (DESIGN section 3; UX, Designer): state of each, and a completeness mark for each
 * qualification. "All eight are required for a complete design." Nothing about it is stored: a step is complete when what
 * it has to capture is there, by whatever road it came.
 */
import { effectiveProcesses, effectiveRevision, missingThresholdParts } from './assessment-rule'
import type { Design, DesignRequirement } from './design'
import type { Finding } from './design-review'
import type { Id } from './ids'
import { isMust } from './readiness'
import { designSteps, type DesignStep } from './vocabulary'

export const stepStates = ['empty', 'started', 'complete', 'problems'] as const
export type StepState = (typeof stepStates)[number]

export type StepProgress = {
  readonly step: DesignStep
  readonly state: StepState
  /** "7 of 12": parts of step 1 and 8, qualifications of the others. */
  readonly done: number
  readonly total: number
  /** Findings of the review that belong to this step. */
  readonly blocking: number
  readonly advice: number
}

/** The four pips of a qualification (look, Anatomy: statement, threshold, criteria, validity). */
export type Pips = {
  readonly statement: boolean
  readonly threshold: boolean
  readonly criteria: boolean
  /** Said, by the qualification or its program; "for ever" has to be said too. */
  readonly validity: boolean
}

/** State of all eight steps, in order. `findings` come from `reviewDesign`, without what was dismissed. */
export function wizardProgress(design: Design, findings: readonly Finding[]): readonly StepProgress[] {
  return designSteps.map((step) => {
    const { done, total, isStarted } = measures[step](design)
    const ofStep = findings.filter((finding) => finding.step === step)
    const blocking = ofStep.filter((finding) => finding.isBlocking).length
    const isComplete = total > 0 && done === total
    const begun: StepState = blocking > 0 ? 'problems' : isComplete ? 'complete' : 'started'
    return {
      step,
      state: isStarted || done > 0 ? begun : 'empty',
      done,
      total,
      blocking,
      advice: ofStep.length - blocking,
    }
  })
}

/** The first step that is not complete, where "continue" leads; null when the design is complete. */
export function nextUnfinished(progress: readonly StepProgress[]): DesignStep | null {
  return progress.find((each) => each.state !== 'complete')?.step ?? null
}

/** The steps before and after one, for "back" and "next"; null at the ends. */
export function neighboursOf(step: DesignStep): {
  readonly previous: DesignStep | null
  readonly next: DesignStep | null
} {
  const at = designSteps.indexOf(step)
  return { previous: designSteps[at - 1] ?? null, next: designSteps[at + 1] ?? null }
}

/** Which of the four parts of step 3 a requirement's qualification has. */
export function pipsOf(
  requirement: Pick<DesignRequirement, 'revision' | 'isCritical'>,
  design: Pick<Design, 'defaults'>,
): Pips {
  const { revision } = requirement
  return {
    statement: revision.statement.trim() !== '',
    threshold: missingThresholdParts(revision.threshold).length === 0,
    criteria: revision.criteria.some(({ isRequired, text }) => isRequired && text.trim() !== ''),
    validity: (revision.validity.kind ?? design.defaults.validity.kind) !== undefined,
  }
}

/** The pips of every qualification of the design, for the lists of steps 3 to 7. */
export function pipsByQualification(design: Design): ReadonlyMap<Id<'qualification'>, Pips> {
  return new Map(design.requirements.map((each) => [each.qualificationId, pipsOf(each, design)]))
}

type Measure = { readonly done: number; readonly total: number; readonly isStarted: boolean }

const measures: Readonly<Record<DesignStep, (design: Design) => Measure>> = {
  role: ({ role, duties }) => {
    const parts = [role.title.trim() !== '', role.purpose.trim() !== '', duties.some(({ text }) => text.trim() !== '')]
    return { done: parts.filter(Boolean).length, total: parts.length, isStarted: false }
  },
  qualifications: (design) => {
    // Without a must nothing is required, so the step is begun but not done however many there are.
    const total = Math.max(1, design.requirements.length)
    const hasMust = design.requirements.some((each) => isMust(design, each))
    return { done: hasMust ? design.requirements.length : 0, total, isStarted: design.requirements.length > 0 }
  },
  mastery: (design) => {
    const pips = design.requirements.map((each) => pipsOf(each, design))
    const isStarted = pips.some(({ statement, threshold, criteria }) => statement || threshold || criteria)
    return { done: pips.filter((each) => Object.values(each).every(Boolean)).length, total: pips.length, isStarted }
  },
  demonstration: perRequirement(
    (each, { defaults }) => effectiveRevision(each.revision, defaults, each).methods.length > 0,
  ),
  assessment: perRequirement((each, { defaults }) => {
    const { assessorKinds, namedAssessorIds } = effectiveRevision(each.revision, defaults, each).assessment
    return assessorKinds.some((kind) => kind !== 'named' || namedAssessorIds.length > 0)
  }),
  learning: perRequirement((each, { defaults }) => effectiveProcesses(each.processes, defaults).length > 0),
  resources: perRequirement((each) => each.resources.length > 0),
  tracker: ({ tracker }) => ({ done: tracker.isConfirmed ? 1 : 0, total: 1, isStarted: tracker.isConfirmed }),
}

function perRequirement(isDone: (each: DesignRequirement, design: Design) => boolean): (design: Design) => Measure {
  return (design) => {
    const done = design.requirements.filter((each) => isDone(each, design)).length
    return { done, total: design.requirements.length, isStarted: done > 0 }
  }
}
