import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db } from '../client.server'
import { inForce } from './dated.server'

/** Somebody with attempts that were not yet there, in a program they take part in today. */
export interface Missed {
  readonly personId: Id<'person'>
  readonly personName: string
  readonly programId: Id<'program'>
  readonly qualificationId: Id<'qualification'>
  readonly misses: number
}

/** Qualifications that these people have missed since they were last mastered, by person's name; at most 100. */
export async function listMissedOften(
  db: Db,
  organisationId: Id<'organisation'>,
  personIds: readonly Id<'person'>[],
  today: CalendarDate,
): Promise<Missed[]> {
  if (personIds.length === 0) return []
  const found = new Map<string, Missed>()
  for (const table of ['assignment', 'candidacy'] as const) {
    const rows = await db
      .selectFrom('standing')
      .innerJoin('person', (join) =>
        join
          .onRef('person.organisation_id', '=', 'standing.organisation_id')
          .onRef('person.id', '=', 'standing.person_id'),
      )
      .innerJoin(`${table} as part` as 'assignment as part', (join) =>
        join
          .onRef('part.organisation_id', '=', 'standing.organisation_id')
          .onRef('part.person_id', '=', 'standing.person_id'),
      )
      .innerJoin('program', (join) =>
        join
          .onRef('program.organisation_id', '=', 'part.organisation_id')
          .onRef('program.role_id', '=', 'part.role_id'),
      )
      .select([
        'standing.person_id as personId',
        'person.name as personName',
        'program.id as programId',
        'standing.qualification_id as qualificationId',
        'standing.misses as misses',
      ])
      .where('standing.organisation_id', '=', organisationId)
      .where('standing.person_id', 'in', personIds.slice(0, 400))
      .where('standing.level', '=', 1)
      .where('standing.misses', '>', 0)
      .where(inForce(today, 'part'))
      .orderBy('person.name')
      .limit(100)
      .execute()
    for (const row of rows) found.set(`${row.personId} ${row.qualificationId}`, row)
  }
  return [...found.values()]
}
