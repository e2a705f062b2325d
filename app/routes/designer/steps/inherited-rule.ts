import {
  builtInAssessmentRule,
  effectiveAssessmentRule,
  type AssessmentRule,
  type StepFive,
} from '~/domain/assessment-rule'
import type { RuleView } from '../design-view'

/** What the program inherits: what is built in. */
export const builtInRule: AssessmentRule = builtInAssessmentRule

/** What a qualification inherits: what the program says, else what is built in. */
export function programRule(program: RuleView, isCritical: boolean): AssessmentRule {
  return effectiveAssessmentRule({}, stepFiveOf(program), { isCritical })
}

/** The rule as said, in the form the domain reads: what is not said is left out. */
function stepFiveOf({ coachingAfter, ...rule }: RuleView): StepFive {
  const said = Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== null)) as StepFive
  if (coachingAfter === null) return said
  return { ...said, coachingAfter: coachingAfter === 'never' ? null : coachingAfter }
}
