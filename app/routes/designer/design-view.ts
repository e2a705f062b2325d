import type { AssessmentRule, Criterion, LearningProcess, Method, Threshold } from '~/domain/assessment-rule'
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { DesignDuty, DesignGroup, DesignResource } from '~/domain/design'
import type { ReviewRuleName } from '~/domain/design-review'
import type { Id } from '~/domain/ids'
import type { DefaultMethod } from '~/domain/settings'
import type { Validity } from '~/domain/validity'
import type {
  AssessorKind,
  DesignStep,
  QualificationKind,
  RequirementClass,
  RequirementNeed,
  ValidityKind,
} from '~/domain/vocabulary'
import type { Pips, StepProgress } from '~/domain/wizard'

/** Step 5 as said; null inherits. `coachingAfter` is `'never'` where no talk is wanted. */
export type RuleView = {
  readonly assessorKinds: readonly AssessorKind[] | null
  readonly namedAssessorIds: readonly string[] | null
  readonly signatures: 1 | 2 | null
  readonly mustHold: boolean | null
  readonly turnaroundDays: number | null
  readonly waitingDays: number | null
  readonly coachingAfter: number | 'never' | null
  readonly isQuickAllowed: boolean | null
  readonly needsReauthentication: boolean | null
}

/** Validity as said; a null `kind` inherits all of it. */
export type ValidityView = {
  readonly kind: ValidityKind | null
  readonly months: number | null
  readonly repeatMonths: number | null
  /** `MM-DD`. */
  readonly fixedDay: string | null
  readonly renewalWindowDays: number | null
}

/** One qualification of the design with all that steps 2 to 7 say about it. */
export type QualificationView = {
  readonly requirementId: Id<'requirement'>
  readonly qualificationId: Id<'qualification'>
  readonly revisionId: Id<'revision'>
  readonly name: string
  readonly formerNames: readonly string[]
  readonly kind: QualificationKind
  /** False once it was published anywhere: its kind stays. */
  readonly isKindOpen: boolean
  /** Titles of the roles of other programs that use it: what is said here changes them too. */
  readonly usedBy: readonly string[]

  readonly level: number
  readonly need: RequirementNeed
  readonly withinDays: number | null
  readonly class: RequirementClass
  readonly groupId: Id<'requirement-group'> | null
  readonly isCritical: boolean
  readonly countsFrom: CalendarDate | null
  readonly dutyIds: readonly Id<'duty'>[]
  readonly siteIds: readonly Id<'site'>[]
  readonly teamIds: readonly Id<'team'>[]
  /** What must be met first, as qualifications of this design. */
  readonly needsIds: readonly Id<'qualification'>[]
  /** Where somebody moved it on the map; null: automatic. */
  readonly position: { readonly x: number; readonly y: number } | null

  readonly statement: string
  readonly threshold: Threshold
  readonly levelLabels: readonly string[]
  readonly criteria: readonly (Criterion & {
    /** Words in it that cannot be observed, with what to say instead; null where there are none. */
    readonly wording: { readonly found: string; readonly proposals: readonly string[] } | null
  })[]
  readonly validity: ValidityView
  /** After inheritance. */
  readonly effectiveValidity: Validity
  readonly lighterRenewal: string

  /** Its own; empty inherits the program's. */
  readonly methods: readonly Method[]
  readonly rule: RuleView
  /** After inheritance. */
  readonly effectiveRule: AssessmentRule
  /** Its own; empty inherits the program's. */
  readonly processes: readonly LearningProcess[]
  readonly resources: readonly DesignResource[]

  readonly pips: Pips
  /** Whether the step's work is done for this qualification, for the marks in the lists of steps 3 to 7. */
  readonly isDone: Readonly<Record<'mastery' | 'demonstration' | 'assessment' | 'learning' | 'resources', boolean>>
  /** Findings that block publishing, by step. */
  readonly blockingSteps: readonly DesignStep[]
}

export type FindingView = {
  readonly rule: ReviewRuleName
  readonly isBlocking: boolean
  readonly step: DesignStep
  readonly subject: string
  readonly facts: Readonly<Record<string, string>>
  readonly qualificationId: Id<'qualification'> | null
  readonly criterionId: Id<'criterion'> | null
  /** The field it links to, as the id of an element of the step's page. */
  readonly anchor: string
}

export type DismissalView = {
  readonly id: Id<'dismissal'>
  readonly rule: string
  readonly subject: string
  readonly reason: string
  readonly by: string
}

/** Somebody who takes part, for step 8 and previews. */
export type ParticipantView = {
  readonly personId: Id<'person'>
  readonly name: string
  readonly teamName: string | null
  readonly participation: 'in-role' | 'candidate'
  readonly candidacyId: Id<'candidacy'> | null
  readonly targetOn: CalendarDate | null
}

/** The whole design of one program: what every page of the eight steps is built from. JSON only. */
export type DesignView = {
  readonly programId: Id<'program'>
  readonly step: DesignStep
  /** The qualification chosen by `?qualification=`; in steps 3 to 7 the first where none is named. */
  readonly selectedId: Id<'qualification'> | null
  readonly version: {
    readonly id: Id<'program-version'>
    readonly number: number
    readonly state: 'draft' | 'published'
    readonly savedAt: Instant | null
    readonly savedBy: string | null
  }
  /** There is no draft: steps 2 to 5 and the duties are shown, and `start-draft` opens them. */
  readonly isFrozen: boolean
  readonly publishedNumber: number | null
  readonly timeZone: string
  readonly today: CalendarDate
  readonly role: {
    readonly id: Id<'role'>
    readonly title: string
    readonly formerTitles: readonly string[]
    readonly purpose: string
    readonly family: string
    readonly level: string
    readonly nextRoleIds: readonly Id<'role'>[]
  }
  readonly duties: readonly DesignDuty[]
  readonly groups: readonly DesignGroup[]
  /** In the order of the columns: by group, then position. */
  readonly qualifications: readonly QualificationView[]
  readonly defaults: {
    readonly methods: readonly DefaultMethod[]
    readonly rule: RuleView
    readonly validity: ValidityView
    readonly processes: readonly LearningProcess[]
  }
  readonly tracker: {
    readonly columnOrder: 'design' | 'unlock' | 'name'
    readonly targetDays: number | null
    readonly renewalAlertDays: number
    readonly colleagueVisibility: 'own' | 'met'
    readonly isWallBoardAllowed: boolean
    readonly isConfirmed: boolean
    /** What the organisation allows at most. */
    readonly organisationVisibility: 'own' | 'met'
    readonly coverage: readonly {
      readonly qualificationId: Id<'qualification'>
      readonly teamId: Id<'team'>
      readonly minimum: number
    }[]
  }
  readonly participants: readonly ParticipantView[]
  readonly progress: readonly StepProgress[]
  readonly findings: readonly FindingView[]
  readonly dismissals: readonly DismissalView[]
  /** To choose from. */
  readonly roles: readonly { readonly id: Id<'role'>; readonly title: string }[]
  readonly people: readonly { readonly id: Id<'person'>; readonly name: string }[]
  readonly sites: readonly { readonly id: Id<'site'>; readonly name: string }[]
  readonly teams: readonly { readonly id: Id<'team'>; readonly name: string; readonly siteId: Id<'site'> | null }[]
  /** Qualifications of the organisation that are not in this design. */
  readonly library: readonly {
    readonly id: Id<'qualification'>
    readonly name: string
    readonly kind: QualificationKind
    readonly usedBy: readonly string[]
  }[]
}
