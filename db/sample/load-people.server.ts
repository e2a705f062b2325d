/** Sites, teams, roles and people with everything dated about them. */
import { addDays } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { toJson } from '../json'
import { appendToLedger } from '../queries/ledger.server'
import type { Act } from './act'
import { insertRows, type Loading } from './loading.server'
import { grants, roles, sites, teams } from './organisation'
import { absences, candidacies, people, promotions, standIns } from './people'

/** @param accountOf the account of a person, by key, where there is one */
export async function loadPeople(loading: Loading, accountOf: ReadonlyMap<string, Id<'account'>>): Promise<void> {
  const { tx, organisationId: organisation_id, idOf, newId, day, moment } = loading
  const owned = { organisation_id }
  await insertRows(
    tx,
    'site',
    sites.map(({ key, name }) => ({ ...owned, id: idOf('site', key), name })),
  )
  await insertRows(
    tx,
    'team',
    teams.map(({ key, name, site }) => ({
      ...owned,
      id: idOf('team', key),
      name,
      site_id: idOf('site', site),
      version: 1,
    })),
  )
  await insertRows(
    tx,
    'role',
    roles.map((role) => ({
      ...owned,
      id: idOf('role', role.key),
      title: role.title,
      former_titles: toJson([...(role.formerTitles ?? [])]),
      purpose: role.purpose,
      family: role.family,
      level: role.level,
      version: 1,
      created_at: moment(day(-400)),
    })),
  )
  await insertRows(
    tx,
    'career_step',
    roles.flatMap((role) =>
      role.leadsTo.map((next, position) => ({
        ...owned,
        role_id: idOf('role', role.key),
        next_role_id: idOf('role', next),
        position,
      })),
    ),
  )
  await insertRows(
    tx,
    'person',
    people.map((person, index) => ({
      ...owned,
      id: idOf('person', person.key),
      name: person.name,
      staff_number: `S${String(101 + index)}`,
      email: person.email,
      employment: person.employment ?? 'employee',
      employer: person.employer ?? null,
      employment_ends_on: person.contractEndsIn === undefined ? null : day(person.contractEndsIn),
      starts_on: day(-person.since),
      leaves_on: person.left === undefined ? null : day(-person.left),
      account_id: accountOf.get(person.key) ?? null,
      version: 1,
      created_at: moment(day(-Math.min(person.since, 400))),
    })),
  )
  const endOf = (person: { readonly left?: number }) => (person.left === undefined ? null : day(-person.left))
  await insertRows(
    tx,
    'team_membership',
    people.flatMap((person) =>
      [person.team, person.alsoIn].flatMap((team, index) =>
        team === undefined
          ? []
          : {
              ...owned,
              id: newId('team-membership'),
              person_id: idOf('person', person.key),
              team_id: idOf('team', team),
              is_main: index === 0 ? (1 as const) : (0 as const),
              from_on: day(-person.since),
              to_on: endOf(person),
            },
      ),
    ),
  )
  await insertRows(
    tx,
    'team_lead',
    teams.flatMap((team) =>
      team.leads.map((lead) => ({
        ...owned,
        id: newId('team-lead'),
        person_id: idOf('person', lead),
        team_id: idOf('team', team.key),
        from_on: day(-800),
        to_on: null,
      })),
    ),
  )
  await insertRows(
    tx,
    'reporting_line',
    people.flatMap((person) =>
      person.manager === undefined
        ? []
        : {
            ...owned,
            id: newId('reporting-line'),
            person_id: idOf('person', person.key),
            manager_id: idOf('person', person.manager),
            from_on: day(-person.since),
            to_on: endOf(person),
          },
    ),
  )
  await insertRows(
    tx,
    'assignment',
    people.flatMap((person) => {
      if (person.role === undefined) return []
      const promotion = promotions.find((each) => each.person === person.key)
      const held = { ...owned, person_id: idOf('person', person.key), is_main: 1 as const }
      const role_id = idOf('role', person.role)
      const whole = { from_on: day(-person.since), to_on: endOf(person) }
      if (!promotion) return [{ ...held, id: newId('assignment'), role_id, ...whole }]
      const promotedOn = day(-promotion.daysAgo)
      const before = { role_id: idOf('role', promotion.from), from_on: whole.from_on, to_on: addDays(promotedOn, -1) }
      return [
        { ...held, id: newId('assignment'), ...before },
        { ...held, id: newId('assignment'), role_id, from_on: promotedOn, to_on: null },
      ]
    }),
  )
  await insertRows(
    tx,
    'candidacy',
    candidacies.map((candidacy) => ({
      ...owned,
      id: newId('candidacy'),
      person_id: idOf('person', candidacy.person),
      role_id: idOf('role', candidacy.role),
      target_on: candidacy.targetIn === null ? null : day(candidacy.targetIn),
      from_on: day(candidacy.from),
      to_on: null,
    })),
  )
  await insertRows(
    tx,
    'absence',
    absences.map(({ person, from, to }) => ({
      ...owned,
      id: newId('absence'),
      person_id: idOf('person', person),
      from_on: day(from),
      to_on: day(to),
    })),
  )
  await insertRows(
    tx,
    'stand_in',
    standIns.map(({ person, standIn, from, to }) => ({
      ...owned,
      id: newId('stand-in'),
      person_id: idOf('person', person),
      stand_in_id: idOf('person', standIn),
      from_on: day(from),
      to_on: day(to),
    })),
  )
}

/** Rights given when the yard began with Masterwork; each is an event of the record. */
export async function loadGrants(loading: Loading): Promise<Act[]> {
  const { tx, organisationId, idOf, newId, day, moment } = loading
  const rows = grants.map((grant, index) => ({
    id: idOf('grant', grantKey(grant)),
    organisation_id: organisationId,
    person_id: idOf('person', grant.person),
    kind: grant.kind,
    qualification_id: 'qualification' in grant ? idOf('qualification', grant.qualification) : null,
    group_name: 'group' in grant ? grant.group : null,
    from_on: day(-399),
    to_on: null,
    granted_by: grant.by === null ? null : idOf('person', grant.by),
    reason: grant.reason,
    granted_at: moment(day(-399), index),
  }))
  await insertRows(tx, 'grant', rows)
  return rows.map((row) => ({
    at: row.granted_at,
    async write() {
      await appendToLedger(tx, {
        organisationId,
        id: newId('ledger-event'),
        kind: 'granted',
        personId: row.person_id,
        actorId: row.granted_by,
        occurredOn: row.from_on,
        recordedAt: row.granted_at,
        reason: row.reason,
        grantId: row.id,
        details: { right: row.kind },
      })
    },
  }))
}

/** The key of a grant: whose, and what it is for. */
export function grantKey(grant: (typeof grants)[number]): string {
  const scope = 'qualification' in grant ? grant.qualification : 'group' in grant ? grant.group : grant.kind
  return `${grant.person} ${scope}`
}
