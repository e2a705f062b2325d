import type { Id } from '~/domain/ids'
import { eventsInForce, type LedgerEvent } from '~/domain/ledger'
import type { Scope } from '~/domain/readiness'
import type { Db } from '../client.server'
import { detailsOf, ledgerEventOf } from './ledger.server'

type Of = { readonly organisationId: Id<'organisation'>; readonly personId: Id<'person'> }

/** The completion of a program in this scope that still stands, or null. */
export async function findCompletionOrNull(
  db: Db,
  of: Of & { programId: Id<'program'>; scope: Scope },
): Promise<LedgerEvent | null> {
  const standing = await listCompletions(db, of)
  return (
    standing.find(({ event, details }) => event.programId === of.programId && details.scope === of.scope)?.event ?? null
  )
}

/** Completions that stand and were met by this event. */
export async function listCompletionsCausedBy(
  db: Db,
  of: Of & { causeEventId: Id<'ledger-event'> },
): Promise<LedgerEvent[]> {
  const standing = await listCompletions(db, of)
  return standing.flatMap(({ event, details }) => (details.causedBy === of.causeEventId ? [event] : []))
}

async function listCompletions(db: Db, of: Of): Promise<{ event: LedgerEvent; details: Record<string, string> }[]> {
  const rows = await db
    .selectFrom('ledger_event')
    .selectAll()
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('qualification_id', 'is', null)
    .where('kind', 'in', ['completed', 'voided'])
    .orderBy('sequence')
    .execute()
  const details = new Map(rows.map((row) => [row.id, detailsOf(row)]))
  return eventsInForce(rows.map(ledgerEventOf)).map((event) => ({ event, details: details.get(event.id) ?? {} }))
}
