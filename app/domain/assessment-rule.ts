/**
 * What steps 3 to 6 say about one qualification, and how a program's defaults are inherited (DESIGN section 3).
 * "A program holds defaults for steps 4-6 and validity; a qualification inherits them until it says otherwise."
 * Everything here is plain JSON. Text that has not been entered is '', a number that has not been entered is null.
 */
import type { Id } from './ids'
import type { AssessmentRuleOverrides, ValidityOverrides } from './settings'
import { effectiveValidity, neverEnds, type Validity } from './validity'
import type { AssessorKind, MethodKind, ProcessKind, RequirementClass } from './vocabulary'

/** The threshold of mastery, by kind of qualification (step 3). */
export type Threshold =
  | { readonly kind: 'skill'; readonly scope: string; readonly accuracy: string; readonly time: string }
  | { readonly kind: 'knowledge'; readonly scope: string; readonly accuracy: string }
  | { readonly kind: 'experience'; readonly amount: string; readonly period: string; readonly confirmedBy: string }
  | { readonly kind: 'disposition'; readonly occasions: number | null; readonly observers: number | null }

/** One observable criterion. It belongs to a level; mastering level n asks for the criteria of levels 1 to n. */
export type Criterion = {
  readonly id: Id<'criterion'>
  readonly level: number
  readonly text: string
  readonly isRequired: boolean
}

/** One way to demonstrate (step 4). Methods that share an `allOfGroup` number are parts of one demonstration. */
export type Method = {
  /** Null for a method a program offers by default, which is not a row of its own. */
  readonly id: Id<'method'> | null
  readonly kind: MethodKind
  readonly instructions: string
  /** What evidence must be attached; '' asks for none. */
  readonly evidenceRequired: string
  readonly accommodations: string
  readonly allOfGroup: number | null
}

/** How it is learned (step 6): guidance, never a condition of mastery. */
export type LearningProcess = {
  readonly id: Id<'process'>
  readonly kind: ProcessKind
  readonly title: string
  readonly steps: string
  readonly effortMinutes: number | null
  readonly owner: string
  readonly class: RequirementClass
}

/** Step 5, complete: what the rules of assessing read. */
export type AssessmentRule = {
  readonly assessorKinds: readonly AssessorKind[]
  readonly namedAssessorIds: readonly string[]
  readonly signatures: 1 | 2
  /** The assessor must hold the qualification unexpired. */
  readonly mustHold: boolean
  /** Days within which a demonstration should be assessed. */
  readonly turnaroundDays: number
  /** Days between a miss and the next attempt. */
  readonly waitingDays: number
  /** A coaching talk is due after so many misses; null asks for none. */
  readonly coachingAfter: number | null
  readonly isQuickAllowed: boolean
  /** Signing asks for password or PIN again. */
  readonly needsReauthentication: boolean
  /** Criteria and parts that were met stay met for so many days within one demonstration. */
  readonly keepDays: number
}

/** Step 5 as entered: an absent key inherits; `coachingAfter: null` says "no coaching talk". */
export type StepFive = AssessmentRuleOverrides & { readonly keepDays?: number }

/** What a program says for all its qualifications (steps 4 to 6 and validity). */
export type ProgramDefaults = {
  readonly methods: readonly Method[]
  readonly assessment: StepFive
  readonly validity: ValidityOverrides
  readonly processes: readonly LearningProcess[]
}

/** Steps 3 to 5 of one qualification as entered. No validity kind, or no methods at all, inherits from the program. */
export type RevisionContent = {
  readonly statement: string
  readonly threshold: Threshold
  /** Names of the levels, lowest first; empty means the one level "Mastered". */
  readonly levelLabels: readonly string[]
  readonly criteria: readonly Criterion[]
  readonly validity: ValidityOverrides
  readonly lighterRenewal: string
  readonly methods: readonly Method[]
  readonly assessment: StepFive
}

/** The same after inheritance: nothing is left open. */
export type EffectiveRevision = {
  readonly statement: string
  readonly threshold: Threshold
  readonly levelLabels: readonly string[]
  readonly criteria: readonly Criterion[]
  readonly validity: Validity
  readonly lighterRenewal: string
  readonly methods: readonly Method[]
  readonly assessment: AssessmentRule
}

/** What applies where neither the qualification nor its program says anything (DESIGN section 3 step 5, and 4.5). */
export const builtInAssessmentRule: AssessmentRule = {
  assessorKinds: ['manager'],
  namedAssessorIds: [],
  signatures: 1,
  mustHold: false,
  turnaroundDays: 5,
  waitingDays: 0,
  coachingAfter: 3,
  isQuickAllowed: true,
  needsReauthentication: false,
  keepDays: 90,
}

export const noProgramDefaults: ProgramDefaults = { methods: [], assessment: {}, validity: {}, processes: [] }

/**
 * The one place where inheritance happens: qualification, then program, then what is built in.
 * A critical qualification allows quick sign-off only where it says so itself (DESIGN section 3 step 5: "default yes;
 * critical no"), so a program's general "yes" never opens it by accident.
 */
export function effectiveRevision(
  revision: RevisionContent,
  defaults: ProgramDefaults,
  requirement: { readonly isCritical: boolean },
): EffectiveRevision {
  return {
    statement: revision.statement,
    threshold: revision.threshold,
    levelLabels: revision.levelLabels,
    criteria: revision.criteria,
    validity: inheritedValidity(revision.validity, defaults.validity),
    lighterRenewal: revision.lighterRenewal,
    methods: revision.methods.length > 0 ? revision.methods : defaults.methods,
    assessment: effectiveAssessmentRule(revision.assessment, defaults.assessment, requirement),
  }
}

/** Step 5 alone, for callers that have no revision at hand. Same inheritance as `effectiveRevision`. */
export function effectiveAssessmentRule(
  own: StepFive,
  program: StepFive,
  requirement: { readonly isCritical: boolean },
): AssessmentRule {
  function said<K extends keyof AssessmentRule>(key: K): AssessmentRule[K] {
    // `coachingAfter` may be null and mean it, so only an absent key inherits.
    const value = own[key] !== undefined ? own[key] : program[key]
    return value !== undefined ? (value as AssessmentRule[K]) : builtInAssessmentRule[key]
  }
  return {
    assessorKinds: said('assessorKinds'),
    namedAssessorIds: said('namedAssessorIds'),
    signatures: said('signatures'),
    mustHold: said('mustHold'),
    turnaroundDays: said('turnaroundDays'),
    waitingDays: said('waitingDays'),
    coachingAfter: said('coachingAfter'),
    isQuickAllowed: requirement.isCritical ? (own.isQuickAllowed ?? false) : said('isQuickAllowed'),
    needsReauthentication: said('needsReauthentication'),
    keepDays: said('keepDays'),
  }
}

/** Validity after inheritance: inherited whole, because months of the program make no sense beside a fixed day. */
function inheritedValidity(own: ValidityOverrides, program: ValidityOverrides): Validity {
  const ofProgram =
    program.kind === undefined ? null : effectiveValidity({ ...neverEnds, ...program, kind: program.kind }, null)
  return effectiveValidity({ ...neverEnds, ...own, kind: own.kind ?? null }, ofProgram)
}

/** Processes of a qualification, or the program's where it has none of its own (step 6). */
export function effectiveProcesses(
  own: readonly LearningProcess[],
  defaults: ProgramDefaults,
): readonly LearningProcess[] {
  return own.length > 0 ? own : defaults.processes
}

/** How many levels a qualification has: its labels, or the one level "Mastered" (DESIGN 4.3). */
export function levelCount(content: { readonly levelLabels: readonly string[] }): number {
  return Math.max(1, content.levelLabels.length)
}

/** The criteria that count for mastery at `level`: those of that level and all below (DESIGN 4.3). */
export function criteriaUpTo(criteria: readonly Criterion[], level: number): readonly Criterion[] {
  return criteria.filter((criterion) => criterion.level <= level)
}

/** An empty threshold of the kind, for a qualification just added or whose kind was changed. */
export function emptyThreshold(kind: Threshold['kind']): Threshold {
  switch (kind) {
    case 'skill':
      return { kind, scope: '', accuracy: '', time: '' }
    case 'knowledge':
      return { kind, scope: '', accuracy: '' }
    case 'experience':
      return { kind, amount: '', period: '', confirmedBy: '' }
    case 'disposition':
      return { kind, occasions: null, observers: null }
  }
}

/** Names of the parts of a threshold that have not been said yet; empty when it is complete (step 3). */
export function missingThresholdParts(threshold: Threshold): readonly string[] {
  return Object.entries(threshold)
    .filter(
      ([part, value]) => part !== 'kind' && (value === null || (typeof value === 'string' && value.trim() === '')),
    )
    .map(([part]) => part)
}
