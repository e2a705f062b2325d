/**
 * "The assessments per assessor and month that this design causes" (DESIGN section 3): a design that asks more
 * signatures than people can give ends green but stale. Counted are signatures: once for each requirement within the
 * time aimed at, and again each time it has to be renewed.
 */
import { effectiveRevision } from './assessment-rule'
import type { Design } from './design'

export type AssessmentLoad = {
  /** Signatures a month, by everybody together. */
  readonly perMonth: number
  /** Null where nobody may sign yet. */
  readonly perAssessorAndMonth: number | null
}

const daysPerMonth = 365.25 / 12
const usualTargetDays = 365

/** Expected signatures a month for the people who take part now, spread evenly. Automatic assessment costs none. */
export function assessmentLoad(design: Design, assessorCount: number): AssessmentLoad {
  const monthsToTarget = Math.max(1, (design.tracker.targetDays ?? usualTargetDays) / daysPerMonth)
  const perPerson = design.requirements.reduce((sum, requirement) => {
    const { assessment, validity } = effectiveRevision(requirement.revision, design.defaults, requirement)
    if (assessment.assessorKinds.every((kind) => kind === 'automatic')) return sum
    return sum + assessment.signatures * (1 / monthsToTarget + renewalsPerMonth(validity))
  }, 0)
  const perMonth = perPerson * design.tracker.participantCount
  return { perMonth, perAssessorAndMonth: assessorCount > 0 ? perMonth / assessorCount : null }
}

function renewalsPerMonth(validity: ReturnType<typeof effectiveRevision>['validity']): number {
  if (validity.kind === 'fixed-day') return 1 / 12
  const months = validity.kind === 'months' ? (validity.repeatMonths ?? validity.months) : null
  return months === null ? 0 : 1 / months
}
