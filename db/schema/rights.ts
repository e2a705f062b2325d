/** Rights, and the accounts that sign in (migration 0004). */
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { GrantKind } from '~/domain/vocabulary'
import type { Flag } from './columns'

export interface GrantRow {
  id: Id<'grant'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  kind: GrantKind
  qualification_id: Id<'qualification'> | null
  group_name: string | null
  from_on: CalendarDate
  to_on: CalendarDate | null
  granted_by: Id<'person'> | null
  reason: string
  granted_at: Instant
}

export interface InvitationRow {
  id: Id<'invitation'>
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  token_sha256: string
  created_by: Id<'person'>
  created_at: Instant
  expires_at: Instant
  accepted_at: Instant | null
  revoked_at: Instant | null
}

export interface AccountRow {
  id: Id<'account'>
  name: string
  email: string
  email_verified: number
  image: string | null
  created_at: Instant
  updated_at: Instant
}

export interface SessionRow {
  id: string
  token: string
  account_id: Id<'account'>
  expires_at: Instant
  ip_address: string | null
  user_agent: string | null
  created_at: Instant
  updated_at: Instant
}

export interface CredentialRow {
  id: string
  account_id: string
  provider_id: string
  owner_id: Id<'account'>
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Instant | null
  refresh_token_expires_at: Instant | null
  scope: string | null
  password: string | null
  created_at: Instant
  updated_at: Instant
}

export interface VerificationRow {
  id: string
  identifier: string
  value: string
  expires_at: Instant
  created_at: Instant | null
  updated_at: Instant | null
}

export interface RateLimitRow {
  id: string
  key: string
  count: number
  last_request: number
}

export interface SignInAttemptRow {
  id: string
  email_sha256: string
  at: Instant
  is_accepted: Flag
}
