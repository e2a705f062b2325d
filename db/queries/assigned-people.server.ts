import { sql } from 'kysely'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db } from '../client.server'

/**
 * Whom an assessor sees although they are not "my people": those taking part in a program that requires a
 * qualification the assessor has a may-sign grant for or is a named assessor of, and those whose open demonstration
 * was given to the assessor. Never the assessor themselves.
 */
export async function listAssignedPeople(
  db: Db,
  key: { organisationId: Id<'organisation'>; personId: Id<'person'> },
  today: CalendarDate,
): Promise<Set<Id<'person'>>> {
  const programs = await listProgramsToAssess(db, key, today)
  const given = await db
    .selectFrom('demonstration')
    .select('person_id as id')
    .distinct()
    .where('organisation_id', '=', key.organisationId)
    .where('assessor_id', '=', key.personId)
    .where('withdrawn_at', 'is', null)
    .where('assessed_at', 'is', null)
    .execute()
  const ids = new Set(given.map((row) => row.id))
  if (programs.length > 0) {
    for (const table of ['assignment', 'candidacy'] as const) {
      const rows = await db
        .selectFrom(table)
        .innerJoin('program', (join) =>
          join
            .onRef('program.organisation_id', '=', `${table}.organisation_id`)
            .onRef('program.role_id', '=', `${table}.role_id`),
        )
        .select(`${table}.person_id as id`)
        .where(`${table}.organisation_id`, '=', key.organisationId)
        .where('program.id', 'in', programs)
        .where(`${table}.from_on`, '<=', today)
        .where((eb) => eb.or([eb(`${table}.to_on`, 'is', null), eb(`${table}.to_on`, '>=', today)]))
        .execute()
      for (const row of rows) ids.add(row.id)
    }
  }
  ids.delete(key.personId)
  return ids
}

/** Programs whose published version requires something this person may sign by a grant or by name. */
async function listProgramsToAssess(
  db: Db,
  key: { organisationId: Id<'organisation'>; personId: Id<'person'> },
  today: CalendarDate,
): Promise<Id<'program'>[]> {
  // The rule's JSON is written by us and ids are random, so the quoted id occurs in it only as a named assessor.
  const named = `%"${key.personId}"%`
  const { rows } = await sql<{ id: Id<'program'> }>`
    select distinct v.program_id as id
    from program_version v
    join requirement r on r.organisation_id = v.organisation_id and r.program_version_id = v.id
    join revision n on n.organisation_id = r.organisation_id and n.id = r.revision_id
    join program p on p.organisation_id = v.organisation_id and p.id = v.program_id
    left join requirement_group g on g.organisation_id = r.organisation_id and g.id = r.requirement_group_id
    where v.organisation_id = ${key.organisationId} and v.state = 'published' and (
      n.assessment_rule like ${named} or p.defaults like ${named}
      or exists (
        select 1 from "grant" a
        where a.organisation_id = v.organisation_id and a.person_id = ${key.personId} and a.kind = 'may-sign'
          and a.from_on <= ${today} and (a.to_on is null or a.to_on >= ${today})
          and (a.qualification_id = r.qualification_id or a.group_name = g.name)
      )
    )`.execute(db)
  return rows.map((row) => row.id)
}
