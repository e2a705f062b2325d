/**
 * The shape in which the sample organisation is written down. People, teams and qualifications have short keys here;
 * loading gives them identifiers. Days are counted from the day of loading, so the sample never ages.
 */
import type { Threshold } from '~/domain/assessment-rule'
import type { AssessmentRuleOverrides, DefaultMethod, TrackerSettings, ValidityOverrides } from '~/domain/settings'
import type {
  EmploymentKind,
  MethodKind,
  ProcessKind,
  QualificationKind,
  RequirementClass,
  RequirementNeed,
  ResourceKind,
  ResourcePurpose,
} from '~/domain/vocabulary'

export interface SampleMethod {
  readonly kind: MethodKind
  readonly instructions: string
  readonly evidenceRequired?: string
  readonly accommodations?: string
  /** Methods of one number are parts of one demonstration. */
  readonly allOf?: number
}

export interface SampleProcess {
  readonly kind: ProcessKind
  readonly title: string
  readonly steps: string
  readonly hours: number
  readonly owner: string
  readonly class?: RequirementClass
}

export interface SampleResource {
  readonly kind: ResourceKind
  readonly purpose: ResourcePurpose
  readonly title: string
  readonly url?: string
  readonly body?: string
}

export type SampleCriterion = string | { readonly text: string; readonly level?: number; readonly isRequired?: boolean }

/** Step 5 with people by key. */
export type SampleRule = Omit<AssessmentRuleOverrides, 'namedAssessorIds'> & {
  readonly namedAssessors?: readonly string[]
}

/** Steps 3 to 7 of one qualification. */
export interface SampleQualification {
  readonly key: string
  readonly name: string
  readonly kind: QualificationKind
  readonly statement: string
  readonly threshold: Threshold
  /** Lowest first; absent: the one level "Mastered". */
  readonly levelLabels?: readonly string[]
  readonly criteria: readonly SampleCriterion[]
  /** Absent: the program's. */
  readonly validity?: ValidityOverrides
  readonly lighterRenewal?: string
  /** Empty: the program's. */
  readonly methods: readonly SampleMethod[]
  readonly rule?: SampleRule
  readonly processes: readonly SampleProcess[]
  readonly resources: readonly SampleResource[]
  readonly isCatalogue?: boolean
}

export interface SampleRequirement {
  readonly qualification: string
  readonly group: string
  readonly need: RequirementNeed
  readonly class: RequirementClass
  readonly level?: number
  readonly withinDays?: number
  readonly isCritical?: boolean
  /** Positions of the duties it serves, from 1. */
  readonly duties: readonly number[]
  /** Keys of qualifications of the same program. */
  readonly requires?: readonly string[]
  readonly sites?: readonly string[]
  readonly teams?: readonly string[]
  /** Came with the version in force; it counts from so many days after loading. */
  readonly countsInDays?: number
}

export interface SampleGroup {
  readonly name: string
  readonly atLeast?: number
}

export interface SampleProgram {
  readonly role: string
  readonly duties: readonly string[]
  readonly groups: readonly SampleGroup[]
  readonly requirements: readonly SampleRequirement[]
  readonly defaults: {
    readonly validity?: ValidityOverrides
    readonly rule?: SampleRule
    readonly methods?: readonly DefaultMethod[]
    readonly processes?: readonly SampleProcess[]
  }
  readonly tracker: TrackerSettings
  /** Team, qualification, how many should hold it. */
  readonly coverage: readonly (readonly [team: string, qualification: string, minimum: number])[]
  /** Days before loading on which each version was published, oldest first; empty: only a draft. */
  readonly publishedDaysAgo: readonly number[]
}

export interface SampleRole {
  readonly key: string
  readonly title: string
  readonly formerTitles?: readonly string[]
  readonly purpose: string
  readonly family: string
  readonly level: string
  /** Keys of the roles it leads to. */
  readonly leadsTo: readonly string[]
}

export interface SamplePerson {
  readonly key: string
  readonly name: string
  /** Days before loading on which the person started. */
  readonly since: number
  /** Null: no e-mail, so no account either. */
  readonly email: string | null
  readonly role?: string
  readonly team?: string
  /** A second team, not the main one. */
  readonly alsoIn?: string
  readonly manager?: string
  readonly employment?: EmploymentKind
  readonly employer?: string
  /** Days after loading on which the contract ends. */
  readonly contractEndsIn?: number
  /** Days before loading on which the person left. */
  readonly left?: number
}
