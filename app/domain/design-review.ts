/**
 * The design review (DESIGN section 3): what stands in the way of publishing, and what is worth another look. "Blocking:
 * no must; a cycle; a must without a statement, a required criterion or a way to show it; nobody could assess somebody
 * who takes part; a must that requires a non-must; a level not on the scale. All else is advice, can be dismissed with a
 * reason, and links to the field." Each rule is one function in `blocking-rules.ts` or `advice-rules.ts`.
 */
import { adviceRules } from './advice-rules'
import { blockingRules } from './blocking-rules'
import { effectiveProcesses, effectiveRevision, type EffectiveRevision, type LearningProcess } from './assessment-rule'
import type { Design, DesignRequirement } from './design'
import type { Id } from './ids'
import { isMust } from './readiness'
import type { DesignStep } from './vocabulary'

export const blockingRuleNames = [
  'no-must',
  'cycle',
  'must-without-statement',
  'must-without-criterion',
  'must-without-method',
  'nobody-can-assess',
  'must-requires-non-must',
  'level-not-on-scale',
] as const
export const adviceRuleNames = [
  'criterion-not-observable',
  'threshold-incomplete',
  'only-one-way',
  'place-without-assessor',
  'assessment-load',
  'no-resource',
  'duty-without-qualification',
  'qualification-without-duty',
  'too-many',
  'unreachable',
  'validity-too-short',
  'near-identical',
  'critical-without-renewal',
] as const
export type BlockingRuleName = (typeof blockingRuleNames)[number]
export type AdviceRuleName = (typeof adviceRuleNames)[number]
export type ReviewRuleName = BlockingRuleName | AdviceRuleName

/** One thing found. `step` and the ids say which field it links to; `facts` are what its sentence needs. */
export type Finding = {
  readonly rule: ReviewRuleName
  readonly isBlocking: boolean
  readonly step: DesignStep
  readonly qualificationId: Id<'qualification'> | null
  readonly criterionId: Id<'criterion'> | null
  /** What the finding is about, stable while it stands: a dismissal names rule and subject. */
  readonly subject: string
  readonly facts: Readonly<Record<string, string>>
}

/** What lies outside the design and has been looked up by the caller, as plain JSON. */
export type Surroundings = {
  /** Everybody who takes part and whom too few people may sign for this (`missingSignatures` of `may-sign`). */
  readonly unassessable: readonly {
    readonly qualificationId: Id<'qualification'>
    readonly personId: Id<'person'>
    readonly personName: string
  }[]
  /** Sites and teams with people who take part but nobody there who may sign this. */
  readonly placesWithoutAssessor: readonly {
    readonly qualificationId: Id<'qualification'>
    readonly placeName: string
  }[]
  /** How many people may sign anything in this design; 0 when unknown. */
  readonly assessorCount: number
  /** Other qualifications of the library that are not in this design. */
  readonly library: readonly { readonly id: Id<'qualification'>; readonly name: string }[]
}

export const noSurroundings: Surroundings = {
  unassessable: [],
  placesWithoutAssessor: [],
  assessorCount: 0,
  library: [],
}

/** A requirement as the rules read it: with everything inherited. */
export type ReviewedRequirement = DesignRequirement & {
  readonly effective: EffectiveRevision
  readonly learning: readonly LearningProcess[]
  /** Counts for readiness. */
  readonly isMust: boolean
}

export type Reviewed = {
  readonly design: Design
  readonly requirements: readonly ReviewedRequirement[]
  readonly surroundings: Surroundings
}

/** A rule answers with what it found; the review adds the rule's name and whether it blocks. */
export type RuleFinding = Pick<Finding, 'step'> &
  Partial<Pick<Finding, 'qualificationId' | 'criterionId' | 'subject' | 'facts'>>
export type ReviewRule = (reviewed: Reviewed) => readonly RuleFinding[]

/** Everything found, blocking first, each group in the order of the rules and of the columns. */
export function reviewDesign(design: Design, surroundings: Surroundings = noSurroundings): readonly Finding[] {
  const reviewed: Reviewed = {
    design,
    surroundings,
    requirements: design.requirements.map((each) => ({
      ...each,
      effective: effectiveRevision(each.revision, design.defaults, each),
      learning: effectiveProcesses(each.processes, design.defaults),
      isMust: isMust(design, each),
    })),
  }
  return [
    ...blockingRuleNames.flatMap((name) => blockingRules[name](reviewed).map((found) => findingOf(name, true, found))),
    ...adviceRuleNames.flatMap((name) => adviceRules[name](reviewed).map((found) => findingOf(name, false, found))),
  ]
}

/** True when nothing stands in the way of publishing. */
export function canPublish(findings: readonly Finding[]): boolean {
  return !findings.some((finding) => finding.isBlocking)
}

/** A dismissal as kept: advice can be dismissed with a reason, what blocks cannot. */
export type Dismissal = { readonly rule: string; readonly subject: string }

/** The findings still to be shown: those that block, and advice nobody has dismissed. */
export function withoutDismissed(findings: readonly Finding[], dismissals: readonly Dismissal[]): readonly Finding[] {
  const dismissed = new Set(dismissals.map(({ rule, subject }) => `${rule} ${subject}`))
  return findings.filter((finding) => finding.isBlocking || !dismissed.has(`${finding.rule} ${finding.subject}`))
}

function findingOf(rule: ReviewRuleName, isBlocking: boolean, found: RuleFinding): Finding {
  const { step, qualificationId = null, criterionId = null, facts = {} } = found
  return {
    rule,
    isBlocking,
    step,
    qualificationId,
    criterionId,
    facts,
    subject: found.subject ?? criterionId ?? qualificationId ?? '',
  }
}
