import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { canonicalEvent, type CanonicalValue, type LedgerEvent } from '~/domain/ledger'
import type { LedgerKind } from '~/domain/vocabulary'
import type { Db, Tx } from '../client.server'
import { fromJson, toJson } from '../json'
import type { LedgerEventRow } from '../schema/record'

/** What a command says of an event; sequence, stream, previous hash and hash are given by `appendToLedger`. */
export interface NewLedgerEvent {
  readonly organisationId: Id<'organisation'>
  readonly id: Id<'ledger-event'>
  readonly kind: LedgerKind
  readonly personId?: Id<'person'> | null
  readonly qualificationId?: Id<'qualification'> | null
  readonly programId?: Id<'program'> | null
  readonly level?: number | null
  readonly actorId: Id<'person'> | null
  readonly occurredOn: CalendarDate
  readonly recordedAt: Instant
  readonly expiresOn?: CalendarDate | null
  readonly heldUntil?: CalendarDate | null
  readonly isAttempt?: boolean
  readonly voidsEventId?: Id<'ledger-event'> | null
  readonly reason?: string | null
  readonly programVersionId?: Id<'program-version'> | null
  /** SHA-256 of the canonical content of the version the event was made against. */
  readonly contentHash?: string | null
  readonly grantId?: Id<'grant'> | null
  /** Further facts of the event: evidence hashes, the text that was signed. */
  readonly details?: Readonly<Record<string, string>>
  readonly idempotencyKey?: string | null
}

/**
 * Appends to the organisation's chain and answers the event with its sequence. Takes the chain head's lock, which is
 * held to the end of the transaction: lock the subject's row (`lockPerson`) first, append last (SECURITY D26).
 */
export async function appendToLedger(tx: Tx, event: NewLedgerEvent): Promise<LedgerEvent> {
  const head = await tx
    .updateTable('chain_head')
    .set((eb) => ({ ledger_sequence: eb('ledger_sequence', '+', 1) }))
    .where('organisation_id', '=', event.organisationId)
    .returning(['ledger_sequence', 'ledger_hash'])
    .executeTakeFirstOrThrow()
  const stream = streamOf(event)
  const last = await tx
    .selectFrom('ledger_event')
    .select('stream_sequence')
    .where('organisation_id', '=', event.organisationId)
    .where('stream', '=', stream)
    .orderBy('stream_sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row: Omit<LedgerEventRow, 'hash'> = {
    organisation_id: event.organisationId,
    sequence: head.ledger_sequence,
    id: event.id,
    kind: event.kind,
    person_id: event.personId ?? null,
    qualification_id: event.qualificationId ?? null,
    program_id: event.programId ?? null,
    level: event.level ?? null,
    stream,
    stream_sequence: (last?.stream_sequence ?? 0) + 1,
    actor_id: event.actorId,
    occurred_on: event.occurredOn,
    recorded_at: event.recordedAt,
    expires_on: event.expiresOn ?? null,
    held_until: event.heldUntil ?? null,
    is_attempt: event.isAttempt ? 1 : 0,
    voids_event_id: event.voidsEventId ?? null,
    reason: event.reason ?? null,
    program_version_id: event.programVersionId ?? null,
    content_hash: event.contentHash ?? null,
    grant_id: event.grantId ?? null,
    details: toJson({ ...event.details }),
    idempotency_key: event.idempotencyKey ?? null,
    previous_hash: head.ledger_hash,
  }
  const hash = hashOfEvent(row)
  await tx
    .insertInto('ledger_event')
    .values({ ...row, hash })
    .execute()
  await tx
    .updateTable('chain_head')
    .set({ ledger_hash: hash })
    .where('organisation_id', '=', event.organisationId)
    .execute()
  return ledgerEventOf({ ...row, hash })
}

/** SHA-256, in hex, of the canonical text of a stored event and the hash before it. */
export function hashOfEvent(row: Omit<LedgerEventRow, 'hash'>): string {
  const { previous_hash, ...facts } = row
  return createHash('sha256')
    .update(canonicalEvent(facts as unknown as Record<string, CanonicalValue>, previous_hash))
    .digest('hex')
}

/** Events of one person and qualification, oldest first. */
export async function listEventsOfStanding(
  db: Db,
  key: {
    organisationId: Id<'organisation'>
    personId: Id<'person'>
    qualificationId: Id<'qualification'>
  },
): Promise<LedgerEvent[]> {
  const rows = await db
    .selectFrom('ledger_event')
    .selectAll()
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where('qualification_id', '=', key.qualificationId)
    .orderBy('sequence')
    .execute()
  return rows.map(ledgerEventOf)
}

/** The row in the domain's words. */
export function ledgerEventOf(row: Selectable<LedgerEventRow>): LedgerEvent {
  return {
    sequence: row.sequence,
    id: row.id,
    kind: row.kind,
    personId: row.person_id,
    qualificationId: row.qualification_id,
    programId: row.program_id,
    level: row.level,
    occurredOn: row.occurred_on,
    recordedAt: row.recorded_at,
    expiresOn: row.expires_on,
    heldUntil: row.held_until,
    isAttempt: row.is_attempt === 1,
    voidsEventId: row.voids_event_id,
    actorId: row.actor_id,
    reason: row.reason,
  }
}

/** Facts of an event beyond the columns. */
export function detailsOf(row: Pick<LedgerEventRow, 'details'>): Record<string, string> {
  return fromJson(row.details)
}

/** Events of one stream are ordered by an optimistic sequence: two at once have exactly one effect (SECURITY D19). */
function streamOf(event: NewLedgerEvent): string {
  if (event.personId && event.qualificationId) return `${event.personId}/${event.qualificationId}`
  return event.personId ?? event.programId ?? 'organisation'
}
