import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { trackerRow, type TrackerRow } from '~/domain/tracker-row'
import type { Db } from '../client.server'
import { listAbsences, type Participant } from './participants.server'
import { listPersonFacts } from './person-facts.server'
import type { PublishedProgram } from './published-program.server'

/** People derived before other requests get a turn: about ten milliseconds of work at 200 columns. */
const slice = 100

/**
 * The lines of these people in one program, in the order given. Page, matrix and live stream all come through here, so
 * that one figure is shown everywhere.
 */
export async function listTrackerRows(
  db: Db,
  of: { organisationId: Id<'organisation'>; program: PublishedProgram; participants: readonly Participant[] },
  today: CalendarDate,
): Promise<TrackerRow[]> {
  const { organisationId, program, participants } = of
  const { programId, roleId, rules } = program
  const facts = await listPersonFacts(db, { organisationId, programId, roleId, participants }, today)
  const paced = participants.filter((one) => one.targetOn !== null).map((one) => one.personId)
  const absences = await listAbsences(db, organisationId, paced)
  const names = new Map(participants.map((one) => [one.personId, one.name]))
  const rows: TrackerRow[] = []
  for (const one of facts) {
    if (rows.length > 0 && rows.length % slice === 0) await nextTurn()
    const person = { name: names.get(one.personId) ?? '', facts: one, absences: absences.get(one.personId) ?? [] }
    rows.push(trackerRow(rules, person, today))
  }
  return rows
}

/** Assessors that appear in these lines. */
export function assessorsIn(rows: readonly TrackerRow[]): Id<'person'>[] {
  const ids = new Set<Id<'person'>>()
  for (const row of rows) for (const id of Object.values(row.assessors)) if (id) ids.add(id)
  return [...ids]
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
