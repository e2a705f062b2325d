import type { AssessorKind, MethodKind, ValidityKind } from './vocabulary'

/**
 * What an organisation and a program set once. Stored as JSON because they are read whole and never searched;
 * a missing key means the built-in default, so adding a setting needs no migration.
 */
export interface OrganisationSettings {
  /** What colleagues in a team see of each other: only their own row, or met / not met (DESIGN 4.2). */
  readonly colleagueVisibility?: 'own' | 'met'
}

/** The assessment rule of step 5 as written: a missing key inherits from the program, then the built-in default. */
export interface AssessmentRuleOverrides {
  readonly assessorKinds?: readonly AssessorKind[]
  readonly namedAssessorIds?: readonly string[]
  readonly signatures?: 1 | 2
  /** The assessor must hold the qualification, unexpired. */
  readonly mustHold?: boolean
  readonly turnaroundDays?: number
  /** Days between a not-yet and the next attempt. */
  readonly waitingDays?: number
  /** After so many misses the next attempt opens when a coaching talk is recorded; null = never. */
  readonly coachingAfter?: number | null
  readonly isQuickAllowed?: boolean
  readonly needsReauthentication?: boolean
}

/** How long mastery lasts, as written; null or missing inherits. */
export interface ValidityOverrides {
  readonly kind?: ValidityKind
  readonly months?: number | null
  readonly repeatMonths?: number | null
  /** `MM-DD` for the kind `fixed-day`. */
  readonly fixedDay?: string | null
  readonly renewalWindowDays?: number | null
}

export interface DefaultMethod {
  readonly kind: MethodKind
  readonly instructions: string
  readonly evidenceRequired: string
}

/** Defaults a program holds for steps 4 and 5 and validity; those of step 6 are `process` rows of the program. */
export interface StoredProgramDefaults {
  readonly validity?: ValidityOverrides
  readonly assessmentRule?: AssessmentRuleOverrides
  readonly methods?: readonly DefaultMethod[]
}

/** Step 8: live, logged, effective at once. */
export interface TrackerSettings {
  readonly columnOrder?: 'design' | 'unlock' | 'name'
  /** Days a candidate is expected to take; gives a candidacy its target date. */
  readonly targetDays?: number | null
  readonly renewalAlertDays?: number
  readonly colleagueVisibility?: 'own' | 'met'
  readonly isWallBoardAllowed?: boolean
}
