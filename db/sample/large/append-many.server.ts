import type { Id } from '~/domain/ids'
import { foldLedger } from '~/domain/standing'
import { toJson } from '../../json'
import { hashOfEvent, ledgerEventOf, type NewLedgerEvent } from '../../queries/ledger.server'
import type { LedgerEventRow, StandingRow } from '../../schema/record'
import { insertRows, type Loading } from '../loading.server'

/** An event about somebody's qualification, of which nothing was recorded before. */
export type FirstEvent = NewLedgerEvent & {
  readonly personId: Id<'person'>
  readonly qualificationId: Id<'qualification'>
}

/**
 * Appends many events to the chain at once, in the order given, and writes the standings they lead to. Only for cells of
 * which nothing was recorded before: the events of one cell come together here, or they would not be numbered rightly.
 */
export async function appendMany(loading: Loading, events: readonly FirstEvent[]): Promise<void> {
  if (events.length === 0) return
  const { tx, organisationId } = loading
  const head = await tx
    .updateTable('chain_head')
    .set((eb) => ({ ledger_sequence: eb('ledger_sequence', '+', events.length) }))
    .where('organisation_id', '=', organisationId)
    .returning(['ledger_sequence', 'ledger_hash'])
    .executeTakeFirstOrThrow()
  const rows: LedgerEventRow[] = []
  const cells = new Map<string, { event: FirstEvent; rows: LedgerEventRow[] }>()
  let sequence = head.ledger_sequence - events.length
  let previousHash = head.ledger_hash
  for (const event of events) {
    const stream = `${event.personId}/${event.qualificationId}`
    const cell = cells.get(stream) ?? { event, rows: [] }
    cells.set(stream, cell)
    sequence += 1
    const facts = rowOf(event, { sequence, stream, streamSequence: cell.rows.length + 1, previousHash })
    const row = { ...facts, hash: hashOfEvent(facts) }
    previousHash = row.hash
    rows.push(row)
    cell.rows.push(row)
  }
  await insertRows(tx, 'ledger_event', rows)
  await insertRows(tx, 'standing', [...cells.values()].flatMap(standingOf))
  await tx
    .updateTable('chain_head')
    .set({ ledger_hash: previousHash })
    .where('organisation_id', '=', organisationId)
    .execute()
}

function rowOf(
  event: FirstEvent,
  at: { sequence: number; stream: string; streamSequence: number; previousHash: string },
): Omit<LedgerEventRow, 'hash'> {
  return {
    organisation_id: event.organisationId,
    sequence: at.sequence,
    id: event.id,
    kind: event.kind,
    person_id: event.personId,
    qualification_id: event.qualificationId,
    program_id: event.programId ?? null,
    level: event.level ?? null,
    stream: at.stream,
    stream_sequence: at.streamSequence,
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
    previous_hash: at.previousHash,
  }
}

function standingOf(cell: { event: FirstEvent; rows: readonly LedgerEventRow[] }): StandingRow[] {
  const { organisationId, personId, qualificationId } = cell.event
  return foldLedger(cell.rows.map(ledgerEventOf)).map((row) => ({
    organisation_id: organisationId,
    person_id: personId,
    qualification_id: qualificationId,
    level: row.level,
    proven_on: row.provenOn,
    expires_on: row.expiresOn,
    is_imported: row.isImported ? 1 : 0,
    is_held: row.isHeld ? 1 : 0,
    held_until: row.heldUntil,
    missed_on: row.missedOn,
    misses: row.misses,
    last_sequence: row.lastSequence,
  }))
}
