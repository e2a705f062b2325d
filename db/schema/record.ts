/** Demonstrations, assessments, the ledger, its projection and the stream of changes (migration 0003). */
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type {
  MethodKind,
  EvidenceKind,
  CriterionVerdict,
  OverallVerdict,
  ExemptionReason,
  LedgerKind,
} from '~/domain/vocabulary'
import type { Flag, Json } from './columns'

export interface LedgerKindRow {
  kind: LedgerKind
}

export interface LedgerEventRow {
  organisation_id: Id<'organisation'>
  sequence: number
  id: Id<'ledger-event'>
  kind: LedgerKind
  person_id: Id<'person'> | null
  qualification_id: Id<'qualification'> | null
  program_id: Id<'program'> | null
  level: number | null
  stream: string
  stream_sequence: number
  actor_id: Id<'person'> | null
  occurred_on: CalendarDate
  recorded_at: Instant
  expires_on: CalendarDate | null
  held_until: CalendarDate | null
  is_attempt: Flag
  voids_event_id: Id<'ledger-event'> | null
  reason: string | null
  program_version_id: Id<'program-version'> | null
  content_hash: string | null
  grant_id: Id<'grant'> | null
  details: Json<Record<string, string>>
  idempotency_key: string | null
  previous_hash: string
  hash: string
}

export interface StandingRow {
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  qualification_id: Id<'qualification'>
  level: number
  proven_on: CalendarDate | null
  expires_on: CalendarDate | null
  is_imported: Flag
  is_held: Flag
  held_until: CalendarDate | null
  missed_on: CalendarDate | null
  misses: number
  last_sequence: number
}

export interface ChangeRow {
  organisation_id: Id<'organisation'>
  sequence: number
  at: Instant
  kind: string
  person_id: Id<'person'> | null
  qualification_id: Id<'qualification'> | null
  program_id: Id<'program'> | null
  actor_id: Id<'person'> | null
}

export interface DemonstrationRow {
  id: Id<'demonstration'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  qualification_id: Id<'qualification'>
  program_id: Id<'program'> | null
  number: number
  level: number
  method_id: Id<'method'> | null
  requested_by: Id<'person'> | null
  requested_at: Instant | null
  scheduled_for: CalendarDate | null
  submitted_at: Instant | null
  returned_at: Instant | null
  return_reason: string | null
  withdrawn_at: Instant | null
  assessed_at: Instant | null
  continues_at: Instant | null
  note: string
  assessor_id: Id<'person'> | null
  is_chosen_by_person: Flag
  is_attempt: Flag
  created_at: Instant
  version: number
}

export interface EvidenceRow {
  id: Id<'evidence'>
  organisation_id: Id<'organisation'>
  demonstration_id: Id<'demonstration'>
  kind: EvidenceKind
  title: string
  url: string
  body: string
  sha256: string
  from_person_id: Id<'person'>
  added_at: Instant
}

export interface AssessmentRow {
  id: Id<'assessment'>
  organisation_id: Id<'organisation'>
  demonstration_id: Id<'demonstration'>
  person_id: Id<'person'>
  qualification_id: Id<'qualification'>
  revision_id: Id<'revision'>
  level: number
  assessor_id: Id<'person'>
  verdict: OverallVerdict
  method_kind: MethodKind
  /** Null for a way that is not written down in the design. */
  method_id: Id<'method'> | null
  performed_on: CalendarDate
  signed_at: Instant
  note: string
  is_all_at_once: Flag
  is_gap: Flag
  lock_reason: string | null
  late_reason: string | null
  event_id: Id<'ledger-event'> | null
  signed_text: string
}

export interface CriterionVerdictRow {
  organisation_id: Id<'organisation'>
  assessment_id: Id<'assessment'>
  criterion_id: Id<'criterion'>
  verdict: CriterionVerdict
}

export interface ExemptionRow {
  id: Id<'exemption'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  program_id: Id<'program'>
  qualification_id: Id<'qualification'>
  reason: ExemptionReason
  note: string
  from_on: CalendarDate
  until_on: CalendarDate | null
  ended_on: CalendarDate | null
  granted_by: Id<'person'>
}

export interface AskRow {
  id: Id<'ask'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  program_id: Id<'program'>
  qualification_id: Id<'qualification'>
  by_on: CalendarDate
  note: string
  asked_by: Id<'person'>
  asked_at: Instant
  ended_at: Instant | null
}

export interface TickRow {
  id: Id<'tick'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  process_id: Id<'process'>
  qualification_id: Id<'qualification'>
  ticked_on: CalendarDate
  ticked_at: Instant
  unticked_at: Instant | null
}
