/** What running the product needs (migration 0005). */
import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Json } from './columns'

export interface InstallationRow {
  name: string
  value: string
}

export interface SubmissionRow {
  organisation_id: Id<'organisation'>
  person_id: Id<'person'>
  key: string
  body_sha256: string
  answer: string
  at: Instant
}

export interface RefusalRow {
  id: Id<'refusal'>
  organisation_id: Id<'organisation'>
  at: Instant
  actor_id: Id<'person'> | null
  action: string
  object_id: string | null
  code: string
  request_id: string | null
}

export interface JobRow {
  id: Id<'job'>
  organisation_id: Id<'organisation'>
  kind: string
  run_at: Instant
  payload: Json<Record<string, string>>
  done_at: Instant | null
  attempts: number
}
