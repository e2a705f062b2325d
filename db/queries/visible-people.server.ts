import { sql } from 'kysely'
import { scopeOf, type Action, type Actor } from '~/domain/access'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db } from '../client.server'
import { listAssignedPeople } from './assigned-people.server'

type PersonKey = { organisationId: Id<'organisation'>; personId: Id<'person'> }

/** Whom an actor may see for one action: everybody of the organisation, or exactly these. */
export type VisiblePeople =
  { readonly isEverybody: true } | { readonly isEverybody: false; readonly ids: ReadonlySet<Id<'person'>> }

/**
 * The one SQL twin of `can` for lists: the people for whom `can(actor, action, …)` would allow the act. Loaders,
 * exports and the live stream all ask here, so that what is pushed is what may be loaded.
 */
export async function visiblePeople(db: Db, actor: Actor, action: Action, today: CalendarDate): Promise<VisiblePeople> {
  const scope = scopeOf(actor, action)
  if (scope.isEverybody) return { isEverybody: true }
  const ids = new Set<Id<'person'>>()
  if (scope.isSelf) ids.add(actor.personId)
  if (scope.isMyPeople && actor.managesPeople) for (const id of await listMyPeople(db, actor, today)) ids.add(id)
  if (scope.isAssigned) for (const id of await listAssignedPeople(db, actor, today)) ids.add(id)
  return { isEverybody: false, ids }
}

/** True when `personId` is among the visible. */
export function isVisible(visible: VisiblePeople, personId: Id<'person'>): boolean {
  return visible.isEverybody || visible.ids.has(personId)
}

/**
 * My people (DESIGN 4.1): reports at any depth, members of the teams they lead, and the people of those they stand in
 * for. Never the person themselves. Two people who report to each other end the walk, because UNION keeps each once.
 * CROSS JOIN keeps SQLite from walking all reporting lines once for each person found, and all memberships of the
 * organisation for the few of the teams one leads.
 */
export async function listMyPeople(db: Db, key: PersonKey, today: CalendarDate): Promise<Set<Id<'person'>>> {
  const { rows } = await sql<{ id: Id<'person'> }>`
    with recursive
      lead_of (id) as (
        select ${key.personId} union
        select person_id from stand_in where organisation_id = ${key.organisationId} and stand_in_id = ${key.personId}
          and from_on <= ${today} and (to_on is null or to_on >= ${today})
      ),
      report (id) as (
        select r.person_id from lead_of l cross join reporting_line r
          where r.manager_id = l.id and r.organisation_id = ${key.organisationId} and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})
        union
        select r.person_id from report cross join reporting_line r
          where r.manager_id = report.id and r.organisation_id = ${key.organisationId} and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})
      )
    select id from report
    union
    select m.person_id as id from lead_of l cross join team_lead t cross join team_membership m
      where t.organisation_id = ${key.organisationId} and t.person_id = l.id
        and m.organisation_id = t.organisation_id and m.team_id = t.team_id
        and t.from_on <= ${today} and (t.to_on is null or t.to_on >= ${today})
        and m.from_on <= ${today} and (m.to_on is null or m.to_on >= ${today})`.execute(db)
  const ids = new Set(rows.map((row) => row.id))
  ids.delete(key.personId)
  return ids
}

/** How somebody stands to a person: manager at any depth, lead of a team of theirs, or only by standing in. */
export async function findManagement(
  db: Db,
  key: PersonKey & { subjectId: Id<'person'> },
  today: CalendarDate,
): Promise<{ isMyPerson: boolean; isOwnPerson: boolean }> {
  const all = await listMyPeople(db, key, today)
  if (!all.has(key.subjectId)) return { isMyPerson: false, isOwnPerson: false }
  const standsInFor = await db
    .selectFrom('stand_in')
    .select('person_id')
    .where('organisation_id', '=', key.organisationId)
    .where('stand_in_id', '=', key.personId)
    .where('from_on', '<=', today)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', today)]))
    .limit(1)
    .executeTakeFirst()
  if (!standsInFor) return { isMyPerson: true, isOwnPerson: true }
  return { isMyPerson: true, isOwnPerson: (await listOwnPeople(db, key, today)).has(key.subjectId) }
}

/** My people without those of the people somebody stands in for. */
async function listOwnPeople(db: Db, key: PersonKey, today: CalendarDate): Promise<Set<Id<'person'>>> {
  const { rows } = await sql<{ id: Id<'person'> }>`
    with recursive report (id) as (
      select person_id from reporting_line where organisation_id = ${key.organisationId} and manager_id = ${key.personId}
        and from_on <= ${today} and (to_on is null or to_on >= ${today})
      union
      select r.person_id from report cross join reporting_line r
        where r.manager_id = report.id and r.organisation_id = ${key.organisationId} and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})
    )
    select id from report
    union
    select m.person_id as id from team_lead t
      cross join team_membership m
      where m.organisation_id = t.organisation_id and m.team_id = t.team_id and t.organisation_id = ${key.organisationId} and t.person_id = ${key.personId}
        and t.from_on <= ${today} and (t.to_on is null or t.to_on >= ${today})
        and m.from_on <= ${today} and (m.to_on is null or m.to_on >= ${today})`.execute(db)
  return new Set(rows.map((row) => row.id))
}
