import { sql } from 'kysely'
import type { Id } from '~/domain/ids'
import { foldLedger, type Standing, type StandingRow } from '~/domain/standing'
import type { Db } from '../client.server'
import { hashOfEvent, ledgerEventOf } from './ledger.server'
import { chainStart } from './organisation.server'
import { standingRowOf } from './standing.server'

/** Organisations by age, with the head their chain should end in; one whose head was taken away ends in nothing. */
export async function listChains(
  db: Db,
): Promise<{ organisationId: Id<'organisation'>; name: string; sequence: number; hash: string }[]> {
  const rows = await db
    .selectFrom('organisation')
    .leftJoin('chain_head', 'chain_head.organisation_id', 'organisation.id')
    .select([
      'organisation.id as organisationId',
      'organisation.name as name',
      'chain_head.ledger_sequence as sequence',
      'chain_head.ledger_hash as hash',
    ])
    .orderBy('organisation.created_at')
    .orderBy('organisation.id')
    .execute()
  return rows.map((row) => ({ ...row, sequence: row.sequence ?? 0, hash: row.hash ?? '' }))
}

/** What is wrong with a chain: the first sequence at which it does not hold, and why. Null: it holds. */
export interface ChainFault {
  readonly sequence: number
  readonly why: 'missing' | 'changed' | 'unlinked' | 'cut-off'
}

const page = 2000

/** Computes every hash of an organisation's ledger anew, in the order of sequence, and compares the end with the head. */
export async function findChainFault(
  db: Db,
  chain: { organisationId: Id<'organisation'>; sequence: number; hash: string },
): Promise<ChainFault | null> {
  let sequence = 0
  let hash = chainStart
  for (;;) {
    const rows = await db
      .selectFrom('ledger_event')
      .selectAll()
      .where('organisation_id', '=', chain.organisationId)
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(page)
      .execute()
    for (const { hash: stored, ...row } of rows) {
      sequence += 1
      if (row.sequence !== sequence) return { sequence, why: 'missing' }
      if (row.previous_hash !== hash) return { sequence, why: 'unlinked' }
      if (hashOfEvent(row) !== stored) return { sequence, why: 'changed' }
      hash = stored
    }
    if (rows.length < page) break
  }
  if (sequence !== chain.sequence || hash !== chain.hash) return { sequence: sequence + 1, why: 'cut-off' }
  return null
}

/** Person and qualification whose stored standing is not the fold of their events; at most ten are named. */
export async function listStandingFaults(
  db: Db,
  organisationId: Id<'organisation'>,
): Promise<{ personId: Id<'person'>; qualificationId: Id<'qualification'> }[]> {
  const stored = new Map<string, StandingRow[]>()
  const rows = await db
    .selectFrom('standing')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('level')
    .execute()
  for (const row of rows) {
    const key = `${row.person_id} ${row.qualification_id}`
    stored.set(key, [...(stored.get(key) ?? []), standingRowOf(row)])
  }
  const faults: string[] = []
  for (const [key, standing] of await foldAll(db, organisationId)) {
    if (!isSame(standing, stored.get(key) ?? [])) faults.push(key)
    stored.delete(key)
  }
  faults.push(...stored.keys())
  return faults.slice(0, 10).map((key) => {
    const [personId, qualificationId] = key.split(' ')
    return { personId: personId as Id<'person'>, qualificationId: qualificationId as Id<'qualification'> }
  })
}

async function foldAll(db: Db, organisationId: Id<'organisation'>): Promise<Map<string, Standing>> {
  const folded = new Map<string, Standing>()
  const people = await db
    .selectFrom('ledger_event')
    .select('person_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('qualification_id', 'is not', null)
    .execute()
  for (const { person_id } of people) {
    if (person_id === null) continue
    const events = await db
      .selectFrom('ledger_event')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', person_id)
      .where('qualification_id', 'is not', null)
      .orderBy('sequence')
      .execute()
    for (const qualificationId of new Set(events.map((row) => row.qualification_id))) {
      const own = events.filter((row) => row.qualification_id === qualificationId)
      const standing = foldLedger(own.map(ledgerEventOf))
      if (standing.length > 0) folded.set(`${person_id} ${qualificationId}`, standing)
    }
  }
  return folded
}

function isSame(a: Standing, b: Standing): boolean {
  const text = (rows: Standing) =>
    JSON.stringify(rows.map((row) => Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1))))
  return text(a) === text(b)
}

/** SQLite's own checks: 'ok', or what it found. */
export async function checkSqliteFile(db: Db): Promise<{ integrity: string; foreignKeys: number }> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const foreignKeys = await sql`pragma foreign_key_check`.execute(db)
  return {
    integrity: integrity.rows.map((row) => row.integrity_check).join('; '),
    foreignKeys: foreignKeys.rows.length,
  }
}
