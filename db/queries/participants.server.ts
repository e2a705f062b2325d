import type { AbsenceDays } from '~/domain/pace'
import { addDays, type CalendarDate } from '~/domain/calendar-date'
import type { Participation } from '~/domain/cell'
import type { Id } from '~/domain/ids'
import type { Db } from '../client.server'
import { inForce } from './dated.server'

/** Somebody who takes part in a program today: holds its role, or is a candidate for it. */
export interface Participant {
  readonly personId: Id<'person'>
  readonly name: string
  readonly participation: Participation
  readonly since: CalendarDate
  readonly targetOn: CalendarDate | null
}

export interface ParticipantsOf {
  readonly organisationId: Id<'organisation'>
  readonly roleId: Id<'role'>
  /** Days a candidate is expected to take, where the candidacy names no date. */
  readonly targetDays?: number | null
  /** Only this person, or only these. */
  readonly personIds?: readonly Id<'person'>[]
}

/** Who takes part in the program of a role today, by name. Whoever holds the role is not listed as its candidate too. */
export async function listParticipants(db: Db, of: ParticipantsOf, today: CalendarDate): Promise<Participant[]> {
  if (of.personIds?.length === 0) return []
  const people = new Map<Id<'person'>, Participant>()
  for (const row of await rowsOf(db, 'assignment', of, today)) {
    const earlier = people.get(row.personId)
    const since = earlier && earlier.since < row.since ? earlier.since : row.since
    people.set(row.personId, { ...row, participation: 'in-role', since, targetOn: null })
  }
  for (const row of await rowsOf(db, 'candidacy', of, today)) {
    if (people.has(row.personId)) continue
    const targetOn = row.targetOn ?? (of.targetDays ? addDays(row.since, of.targetDays) : null)
    people.set(row.personId, { ...row, participation: 'candidate', targetOn })
  }
  return [...people.values()].sort(byName)
}

/** Roles in which somebody takes part today, as holder or candidate, with the people. */
export async function listRolesTakenPartIn(
  db: Db,
  organisationId: Id<'organisation'>,
  today: CalendarDate,
  personIds?: readonly Id<'person'>[],
): Promise<Set<Id<'role'>>> {
  if (personIds?.length === 0) return new Set()
  const roles = new Set<Id<'role'>>()
  for (const table of ['assignment', 'candidacy'] as const) {
    let query = db
      .selectFrom(table as 'assignment')
      .select('role_id')
      .distinct()
      .where('organisation_id', '=', organisationId)
      .where(inForce(today))
    if (personIds) query = query.where('person_id', 'in', personIds)
    for (const row of await query.execute()) roles.add(row.role_id)
  }
  return roles
}

/** Absences by person, for the pace of those given. */
export async function listAbsences(
  db: Db,
  organisationId: Id<'organisation'>,
  personIds: readonly Id<'person'>[],
): Promise<Map<Id<'person'>, AbsenceDays[]>> {
  const absences = new Map<Id<'person'>, AbsenceDays[]>()
  if (personIds.length === 0) return absences
  const rows = await db
    .selectFrom('absence')
    .select(['person_id', 'from_on', 'to_on'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'in', personIds)
    .execute()
  for (const row of rows) {
    const list = absences.get(row.person_id) ?? []
    list.push({ from: row.from_on, to: row.to_on })
    absences.set(row.person_id, list)
  }
  return absences
}

async function rowsOf(
  db: Db,
  table: 'assignment' | 'candidacy',
  of: ParticipantsOf,
  today: CalendarDate,
): Promise<{ personId: Id<'person'>; name: string; since: CalendarDate; targetOn: CalendarDate | null }[]> {
  // The two tables share every column read here but the target date, which an assignment has not.
  let query = db
    .selectFrom(`${table} as part` as 'candidacy as part')
    .innerJoin('person', (join) =>
      join.onRef('person.organisation_id', '=', 'part.organisation_id').onRef('person.id', '=', 'part.person_id'),
    )
    .select(['part.person_id as personId', 'person.name as name', 'part.from_on as since'])
    .where('part.organisation_id', '=', of.organisationId)
    .where('part.role_id', '=', of.roleId)
    .where(inForce(today, 'part'))
    .where((eb) => eb.or([eb('person.leaves_on', 'is', null), eb('person.leaves_on', '>=', today)]))
    .orderBy('part.from_on')
  if (of.personIds) query = query.where('part.person_id', 'in', of.personIds)
  if (table === 'assignment') return (await query.execute()).map((row) => ({ ...row, targetOn: null }))
  return query.select('part.target_on as targetOn').execute()
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

function byName(a: Participant, b: Participant): number {
  return collator.compare(a.name, b.name) || (a.personId < b.personId ? -1 : 1)
}
