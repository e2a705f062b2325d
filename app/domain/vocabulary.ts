/**
 * The closed lists of words that tables, types, forms and tests share. Each list is the one source of its type;
 * a migration repeats it as a CHECK and `tests/db/migrations.test.ts` compares the two.
 */
export const employmentKinds = ['employee', 'apprentice', 'agency', 'contractor'] as const
export type EmploymentKind = (typeof employmentKinds)[number]

export const grantKinds = ['administrator', 'designer', 'auditor', 'may-sign'] as const
export type GrantKind = (typeof grantKinds)[number]

/** What a person must know, do, have experienced or be disposed to (DESIGN section 3, step 2). */
export const qualificationKinds = ['knowledge', 'skill', 'experience', 'disposition'] as const
export type QualificationKind = (typeof qualificationKinds)[number]

/** Needed to enter the role (the requirement for promotion into it) or in the role. */
export const requirementNeeds = ['enter', 'in-role'] as const
export type RequirementNeed = (typeof requirementNeeds)[number]

export const requirementClasses = ['must', 'should', 'aspire'] as const
export type RequirementClass = (typeof requirementClasses)[number]

export const versionStates = ['draft', 'published', 'superseded'] as const
export type VersionState = (typeof versionStates)[number]

export const revisionStates = ['draft', 'current', 'superseded'] as const
export type RevisionState = (typeof revisionStates)[number]

/** How long mastery lasts: for ever, for months from performed-on, to a fixed day each year, or to the document's date. */
export const validityKinds = ['never', 'months', 'fixed-day', 'document'] as const
export type ValidityKind = (typeof validityKinds)[number]

/** The ways to demonstrate (step 4). */
export const methodKinds = [
  'observed-task',
  'work-product',
  'mastery-check',
  'simulation',
  'interview',
  'logged-experience',
  'external-credential',
  'teaching',
] as const
export type MethodKind = (typeof methodKinds)[number]

/** Who judges (step 5). */
export const assessorKinds = ['manager', 'named', 'holders', 'outside', 'automatic'] as const
export type AssessorKind = (typeof assessorKinds)[number]

/** How it is learned (step 6). */
export const processKinds = [
  'coaching',
  'shadowing',
  'course',
  'self-study',
  'practice',
  'mentoring',
  'rotation',
] as const
export type ProcessKind = (typeof processKinds)[number]

export const resourceKinds = ['link', 'file', 'video', 'person', 'tool', 'text'] as const
export type ResourceKind = (typeof resourceKinds)[number]

export const resourcePurposes = ['learning', 'practice'] as const
export type ResourcePurpose = (typeof resourcePurposes)[number]

export const evidenceKinds = ['link', 'text', 'file'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const criterionVerdicts = ['met', 'not-yet', 'not-observed'] as const
export type CriterionVerdict = (typeof criterionVerdicts)[number]

export const overallVerdicts = ['mastered', 'not-yet', 'continues'] as const
export type OverallVerdict = (typeof overallVerdicts)[number]

/** Why a requirement may be waived for one person. */
export const exemptionReasons = ['not-applicable', 'medical', 'adjustment', 'legal', 'temporary-duty', 'other'] as const
export type ExemptionReason = (typeof exemptionReasons)[number]

/** In the order of precedence of DESIGN 4.2: the first that applies is the cell's status. */
export const cellStatuses = [
  'exempt',
  'on-hold',
  'expired',
  'expiring',
  'mastered',
  'in-review',
  'returned',
  'not-yet',
  'learning',
  'locked',
  'not-started',
] as const
export type CellStatus = (typeof cellStatuses)[number]

/** Every kind of ledger event. Kept as a lookup table in the database, because the list grows. */
export const ledgerKinds = [
  'mastered',
  'not-yet',
  'continued',
  'renewed',
  'held',
  'released',
  'exempted',
  'unexempted',
  'recognised',
  'imported',
  'confirmed',
  'completed',
  'promoted',
  'granted',
  'grant-ended',
  'coached',
  'published',
  'withdrawn',
  'voided',
] as const
export type LedgerKind = (typeof ledgerKinds)[number]

/** The eight steps, in order; also the last part of the designer's URLs. */
export const designSteps = [
  'role',
  'qualifications',
  'mastery',
  'demonstration',
  'assessment',
  'learning',
  'resources',
  'tracker',
] as const
export type DesignStep = (typeof designSteps)[number]
