/** Organisation, people and what is dated about them (migration 0001). */
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { OrganisationSettings } from '~/domain/settings'
import type { EmploymentKind } from '~/domain/vocabulary'
import type { Flag, Json } from './columns'

export interface OrganisationRow {
  id: Id<'organisation'>
  name: string
  time_zone: string
  is_sample: Flag
  settings: Json<OrganisationSettings>
  version: number
  created_at: Instant
}

export interface ChainHeadRow {
  organisation_id: Id<'organisation'>
  ledger_sequence: number
  ledger_hash: string
  change_sequence: number
}

export interface SiteRow {
  id: Id<'site'>
  organisation_id: Id<'organisation'>
  name: string
}

export interface PersonRow {
  id: Id<'person'>
  organisation_id: Id<'organisation'>
  name: string
  staff_number: string | null
  email: string | null
  employment: EmploymentKind
  employer: string | null
  employment_ends_on: CalendarDate | null
  starts_on: CalendarDate
  leaves_on: CalendarDate | null
  account_id: Id<'account'> | null
  version: number
  created_at: Instant
}

export interface TeamRow {
  id: Id<'team'>
  organisation_id: Id<'organisation'>
  name: string
  site_id: Id<'site'> | null
  version: number
}

export interface TeamMembershipRow {
  id: Id<'team-membership'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  team_id: Id<'team'>
  is_main: Flag
  from_on: CalendarDate
  to_on: CalendarDate | null
}

export interface TeamLeadRow {
  id: Id<'team-lead'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  team_id: Id<'team'>
  from_on: CalendarDate
  to_on: CalendarDate | null
}

export interface ReportingLineRow {
  id: Id<'reporting-line'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  manager_id: Id<'person'>
  from_on: CalendarDate
  to_on: CalendarDate | null
}

export interface StandInRow {
  id: Id<'stand-in'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  stand_in_id: Id<'person'>
  from_on: CalendarDate
  to_on: CalendarDate | null
}

export interface AbsenceRow {
  id: Id<'absence'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  from_on: CalendarDate
  to_on: CalendarDate | null
}

export interface RoleRow {
  id: Id<'role'>
  organisation_id: Id<'organisation'>
  title: string
  former_titles: Json<string[]>
  purpose: string
  family: string
  level: string
  version: number
  created_at: Instant
}

export interface CareerStepRow {
  organisation_id: Id<'organisation'>
  role_id: Id<'role'>
  next_role_id: Id<'role'>
  position: number
}

export interface AssignmentRow {
  id: Id<'assignment'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  role_id: Id<'role'>
  is_main: Flag
  from_on: CalendarDate
  to_on: CalendarDate | null
}

export interface CandidacyRow {
  id: Id<'candidacy'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  role_id: Id<'role'>
  target_on: CalendarDate | null
  from_on: CalendarDate
  to_on: CalendarDate | null
}
