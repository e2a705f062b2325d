/** What the eight steps write (migration 0002). */
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { StoredProgramDefaults, TrackerSettings, AssessmentRuleOverrides } from '~/domain/settings'
import type {
  QualificationKind,
  RequirementNeed,
  RequirementClass,
  VersionState,
  RevisionState,
  ValidityKind,
  MethodKind,
  ProcessKind,
  ResourceKind,
  ResourcePurpose,
} from '~/domain/vocabulary'
import type { Flag, Json } from './columns'

export interface QualificationRow {
  id: Id<'qualification'>
  organisation_id: Id<'organisation'>
  name: string
  former_names: Json<string[]>
  kind: QualificationKind
  is_catalogue: Flag
  archived_at: Instant | null
  created_at: Instant
  version: number
}

export interface RevisionRow {
  id: Id<'revision'>
  organisation_id: Id<'organisation'>
  qualification_id: Id<'qualification'>
  number: number
  state: RevisionState
  statement: string
  scope: string
  accuracy: string
  time_limit: string
  amount: string
  period: string
  confirmed_by: string
  occasions: number | null
  observers: number | null
  level_labels: Json<string[]>
  validity_kind: ValidityKind | null
  validity_months: number | null
  repeat_months: number | null
  fixed_day: string | null
  renewal_window_days: number | null
  lighter_renewal: string
  assessment_rule: Json<AssessmentRuleOverrides>
  version: number
  created_at: Instant
  published_at: Instant | null
  content_hash: string | null
}

export interface CriterionRow {
  id: Id<'criterion'>
  organisation_id: Id<'organisation'>
  revision_id: Id<'revision'>
  level: number
  position: number
  text: string
  is_required: Flag
}

export interface MethodRow {
  id: Id<'method'>
  organisation_id: Id<'organisation'>
  revision_id: Id<'revision'>
  position: number
  kind: MethodKind
  instructions: string
  evidence_required: string
  accommodations: string
  all_of_group: number | null
}

export interface ProgramRow {
  id: Id<'program'>
  organisation_id: Id<'organisation'>
  role_id: Id<'role'>
  defaults: Json<StoredProgramDefaults>
  tracker_settings: Json<TrackerSettings>
  version: number
  created_by: Id<'person'>
  created_at: Instant
  archived_at: Instant | null
}

export interface ProgramVersionRow {
  id: Id<'program-version'>
  organisation_id: Id<'organisation'>
  program_id: Id<'program'>
  number: number
  state: VersionState
  version: number
  created_at: Instant
  /** Last save of the draft, and whose. */
  changed_at: Instant | null
  changed_by: Id<'person'> | null
  /** Everybody who saved something in the draft. */
  written_by: Json<Id<'person'>[]> | null
  /** The program's defaults as this version has them; null while nothing was said, then those of the program apply. */
  defaults: Json<StoredProgramDefaults> | null
  published_at: Instant | null
  published_by: Id<'person'> | null
  content_hash: string | null
  is_without_second_person: Flag
}

export interface DutyRow {
  id: Id<'duty'>
  organisation_id: Id<'organisation'>
  program_version_id: Id<'program-version'>
  position: number
  text: string
}

export interface RequirementGroupRow {
  id: Id<'requirement-group'>
  organisation_id: Id<'organisation'>
  program_version_id: Id<'program-version'>
  position: number
  name: string
  at_least: number | null
}

export interface RequirementRow {
  id: Id<'requirement'>
  organisation_id: Id<'organisation'>
  program_version_id: Id<'program-version'>
  qualification_id: Id<'qualification'>
  revision_id: Id<'revision'>
  position: number
  level: number
  need: RequirementNeed
  within_days: number | null
  class: RequirementClass
  requirement_group_id: Id<'requirement-group'> | null
  is_critical: Flag
  counts_from: CalendarDate | null
  version: number
}

export interface PrerequisiteRow {
  organisation_id: Id<'organisation'>
  requirement_id: Id<'requirement'>
  needs_requirement_id: Id<'requirement'>
}

export interface RequirementDutyRow {
  organisation_id: Id<'organisation'>
  requirement_id: Id<'requirement'>
  duty_id: Id<'duty'>
}

export interface RequirementSiteRow {
  organisation_id: Id<'organisation'>
  requirement_id: Id<'requirement'>
  site_id: Id<'site'>
}

export interface RequirementTeamRow {
  organisation_id: Id<'organisation'>
  requirement_id: Id<'requirement'>
  team_id: Id<'team'>
}

export interface MapPositionRow {
  organisation_id: Id<'organisation'>
  program_id: Id<'program'>
  qualification_id: Id<'qualification'>
  x: number
  y: number
}

export interface ProcessRow {
  id: Id<'process'>
  organisation_id: Id<'organisation'>
  program_id: Id<'program'> | null
  qualification_id: Id<'qualification'> | null
  position: number
  kind: ProcessKind
  title: string
  steps: string
  effort_minutes: number | null
  owner: string
  class: RequirementClass
  version: number
  ended_at: Instant | null
}

export interface ResourceRow {
  id: Id<'resource'>
  organisation_id: Id<'organisation'>
  process_id: Id<'process'> | null
  qualification_id: Id<'qualification'> | null
  position: number
  kind: ResourceKind
  purpose: ResourcePurpose
  title: string
  url: string
  body: string
  version: number
}

export interface CoverageMinimumRow {
  organisation_id: Id<'organisation'>
  program_id: Id<'program'>
  qualification_id: Id<'qualification'>
  team_id: Id<'team'>
  minimum: number
}

export interface DismissalRow {
  id: Id<'dismissal'>
  organisation_id: Id<'organisation'>
  program_version_id: Id<'program-version'>
  rule: string
  subject: string
  reason: string
  dismissed_by: Id<'person'>
  dismissed_at: Instant
}
