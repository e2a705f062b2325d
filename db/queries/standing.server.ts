import type { Id } from '~/domain/ids'
import type { LedgerEvent } from '~/domain/ledger'
import { foldLedger, type Standing, type StandingRow } from '~/domain/standing'
import type { Db, Tx } from '../client.server'
import type { StandingRow as StoredStanding } from '../schema/record'
import { appendToLedger, listEventsOfStanding, type NewLedgerEvent } from './ledger.server'

export interface StandingKey {
  readonly organisationId: Id<'organisation'>
  readonly personId: Id<'person'>
  readonly qualificationId: Id<'qualification'>
}

/**
 * Appends an event about a person's qualification and rewrites its standing in the same transaction. The standing is
 * folded anew from the few events of that person and qualification, so it cannot drift from the ledger.
 */
export async function recordOnStanding(
  tx: Tx,
  event: NewLedgerEvent & Omit<StandingKey, 'organisationId'>,
): Promise<LedgerEvent> {
  const appended = await appendToLedger(tx, event)
  await rebuildStanding(tx, event)
  return appended
}

/** Folds the events of one person and qualification and replaces the stored rows with the answer. */
export async function rebuildStanding(tx: Tx, key: StandingKey): Promise<void> {
  const standing = foldLedger(await listEventsOfStanding(tx, key))
  await tx
    .deleteFrom('standing')
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where('qualification_id', '=', key.qualificationId)
    .execute()
  if (standing.length === 0) return
  await tx
    .insertInto('standing')
    .values(standing.map((row) => storedRow(key, row)))
    .execute()
}

/** The standing of one person and qualification; empty when nothing was ever recorded. */
export async function findStanding(db: Db, key: StandingKey): Promise<Standing> {
  const rows = await db
    .selectFrom('standing')
    .selectAll()
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where('qualification_id', '=', key.qualificationId)
    .orderBy('level')
    .execute()
  return rows.map(standingRowOf)
}

/** The stored row in the domain's words. */
export function standingRowOf(
  row: Omit<StoredStanding, 'organisation_id' | 'person_id' | 'qualification_id'>,
): StandingRow {
  return {
    level: row.level,
    provenOn: row.proven_on,
    expiresOn: row.expires_on,
    isImported: row.is_imported === 1,
    isHeld: row.is_held === 1,
    heldUntil: row.held_until,
    missedOn: row.missed_on,
    misses: row.misses,
    lastSequence: row.last_sequence,
  }
}

function storedRow(key: StandingKey, row: StandingRow): StoredStanding {
  return {
    organisation_id: key.organisationId,
    person_id: key.personId,
    qualification_id: key.qualificationId,
    level: row.level,
    proven_on: row.provenOn,
    expires_on: row.expiresOn,
    is_imported: row.isImported ? 1 : 0,
    is_held: row.isHeld ? 1 : 0,
    held_until: row.heldUntil,
    missed_on: row.missedOn,
    misses: row.misses,
    last_sequence: row.lastSequence,
  }
}
