/** What the tests of the sample look at: rows derived as the tracker derives them, and the record checked from outside. */
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import { deriveRow, type Participation, type Row } from '~/domain/cell'
import type { Id } from '~/domain/ids'
import { paceOf } from '~/domain/pace'
import { readinessOf, scopeOf, type Readiness } from '~/domain/readiness'
import { foldLedger } from '~/domain/standing'
import { systemClock, type Clock } from '~/server/clock.server'
import type { Db } from '~db/client.server'
import { insertAccount } from '~db/queries/account.server'
import { hashOfEvent, ledgerEventOf } from '~db/queries/ledger.server'
import { chainStart } from '~db/queries/organisation.server'
import { listAbsences, listParticipants } from '~db/queries/participants.server'
import { listPersonFacts } from '~db/queries/person-facts.server'
import { listPublishedPrograms } from '~db/queries/published-program.server'
import { standingRowOf } from '~db/queries/standing.server'
import type { CreateAccount } from '~db/sample/load.server'
import type { TestDatabase } from '../support/database'

type Organisation = Id<'organisation'>

/** The machine's identifiers at a moment that stands still. */
export function tickingClock(now: Instant): Clock {
  return { now: () => now, newId: systemClock.newId }
}

/** Accounts with a password that nobody checks, so that the tests do not wait for hashing. */
export function accountMaker({ queue }: TestDatabase): CreateAccount {
  return async ({ email, name }) => {
    const id = systemClock.newId('account')
    const at: Instant = '2026-01-01T00:00:00.000Z'
    await queue.write(null, (tx) => insertAccount(tx, { id, email, name, passwordHash: 'none', at }))
    return id
  }
}

export interface PersonRow {
  readonly name: string
  readonly participation: Participation
  readonly row: Row
  readonly readiness: Readiness
  readonly isBehind: boolean
}

/** Every row of every program in force. */
export async function rowsOf(db: Db, organisationId: Organisation, today: CalendarDate): Promise<PersonRow[]> {
  const rows: PersonRow[] = []
  for (const { programId, roleId, rules, settings } of await listPublishedPrograms(db, organisationId)) {
    const targetDays = settings.targetDays ?? null
    const participants = await listParticipants(db, { organisationId, roleId, targetDays }, today)
    const facts = await listPersonFacts(db, { organisationId, programId, roleId, participants }, today)
    const absences = await listAbsences(
      db,
      organisationId,
      participants.map(({ personId }) => personId),
    )
    participants.forEach((participant, index) => {
      const person = facts[index]
      if (!person) return
      const { name, participation, since, targetOn } = participant
      const row = deriveRow(rules, person, today)
      const readiness = readinessOf(rules, row, scopeOf(participation))
      const away = absences.get(participant.personId) ?? []
      const pace = paceOf({ readiness, since, targetOn, today, absences: away })
      rows.push({ name, participation, row, readiness, isBehind: pace?.isBehind ?? false })
    })
  }
  return rows
}

/** Which marks there are anywhere. */
export function marksOf(rows: readonly PersonRow[]) {
  const cells = rows.flatMap(({ row }) => row)
  const marks = cells.flatMap((cell) => cell?.marks ?? [])
  return {
    waitsForAssessor: marks.some((mark) => mark.waiting === 'assessor'),
    waitsForPerson: marks.some((mark) => mark.waiting === 'person'),
    isLocked: marks.some((mark) => mark.isLocked),
    hasGap: marks.some((mark) => mark.hasGap),
    levels: [...new Set(marks.flatMap((mark) => mark.level ?? []))].sort(),
    isImported: marks.some((mark) => mark.isImported),
    isNew: cells.some((cell) => cell?.isNew),
    doesNotApply: cells.some((cell) => cell === null),
    isBehind: rows.some((row) => row.isBehind),
  }
}

/** What is wrong with the chain of an organisation, in sentences; empty when it holds. */
export async function verifyChain(db: Db, organisationId: Organisation, now: Instant): Promise<string[]> {
  const events = await db
    .selectFrom('ledger_event')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('sequence')
    .execute()
  const wrong: string[] = []
  let previous = { hash: chainStart, recorded_at: '' as string }
  events.forEach(({ hash, ...facts }, index) => {
    const name = `${facts.sequence} ${facts.kind}`
    if (facts.sequence !== index + 1) wrong.push(`${name} is out of sequence`)
    if (facts.previous_hash !== previous.hash) wrong.push(`${name} does not follow`)
    if (hash !== hashOfEvent(facts)) wrong.push(`${name} was changed`)
    if (facts.recorded_at < previous.recorded_at) wrong.push(`${name} was recorded before the one before it`)
    if (facts.recorded_at > now) wrong.push(`${name} lies in the future`)
    previous = { hash, recorded_at: facts.recorded_at }
  })
  const head = await db
    .selectFrom('chain_head')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  if (head.ledger_hash !== previous.hash || head.ledger_sequence !== events.length) wrong.push('the head is another')
  return wrong
}

/** The cells whose stored standing is not the fold of their events. */
export async function standingsThatDiffer(db: Db, organisationId: Organisation): Promise<string[]> {
  const events = await db
    .selectFrom('ledger_event')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('qualification_id', 'is not', null)
    .orderBy('sequence')
    .execute()
  const stored = await db
    .selectFrom('standing')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('level')
    .execute()
  const byCell = <T extends { person_id: string | null; qualification_id: string | null }>(rows: readonly T[]) => {
    const cells = new Map<string, T[]>()
    for (const row of rows) {
      const cell = `${row.person_id}/${row.qualification_id}`
      cells.set(cell, [...(cells.get(cell) ?? []), row])
    }
    return cells
  }
  const [folded, kept] = [byCell(events), byCell(stored)]
  return [...new Set([...folded.keys(), ...kept.keys()])].filter((cell) => {
    const expected = foldLedger((folded.get(cell) ?? []).map(ledgerEventOf))
    return JSON.stringify(expected) !== JSON.stringify((kept.get(cell) ?? []).map(standingRowOf))
  })
}
