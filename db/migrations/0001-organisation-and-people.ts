import type { Kysely } from 'kysely'
import { engine, flag, oneOf, type EngineName } from './engine'

/** The organisation, its people and what is dated about them. Dated rows (from, to) are closed, never overwritten. */
export async function up(db: Kysely<unknown>, name: EngineName): Promise<void> {
  const e = engine(name)
  const { key, int } = e
  const owned = `id ${key} not null, organisation_id ${key} not null references organisation (id), primary key (organisation_id, id)`
  const of = (table: string, column = `${table}_id`) =>
    `foreign key (organisation_id, ${column}) references "${table}" (organisation_id, id)`
  const dated = 'from_on text not null, to_on text check (to_on is null or to_on >= from_on)'

  await e.createTable(
    db,
    'organisation',
    `id ${key} primary key, name text not null check (length(name) between 1 and 200), time_zone text not null,
     ${flag('is_sample')}, settings text not null default '{}', version ${int} not null default 1, created_at text not null`,
  )
  await e.createTable(
    db,
    'chain_head',
    `organisation_id ${key} primary key references organisation (id), ledger_sequence ${e.bigint} not null,
     ledger_hash text not null, change_sequence ${e.bigint} not null`,
  )

  await e.createTable(db, 'site', `name text not null check (length(name) between 1 and 200), ${owned}`)
  await e.createTable(
    db,
    'person',
    `name text not null check (length(name) between 1 and 200), staff_number text, email text,
     ${oneOf('employment', ['employee', 'apprentice', 'agency', 'contractor'])}, employer text, employment_ends_on text,
     starts_on text not null, leaves_on text, account_id ${key}, version ${int} not null default 1, created_at text not null,
     ${owned}`,
  )
  await e.createIndex(db, 'person_account', 'person (account_id)', true)
  await e.createIndex(db, 'person_staff_number', 'person (organisation_id, staff_number)', true)
  await e.createIndex(db, 'person_email', 'person (organisation_id, email)', true)
  await e.createIndex(db, 'person_name', 'person (organisation_id, name, id)')

  await e.createTable(
    db,
    'team',
    `name text not null check (length(name) between 1 and 200), site_id ${key}, version ${int} not null default 1, ${owned}, ${of('site')}`,
  )
  await e.createTable(
    db,
    'team_membership',
    `person_id ${key} not null, team_id ${key} not null, ${flag('is_main')}, ${dated}, ${owned}, ${of('person')}, ${of('team')}`,
  )
  await e.createIndex(db, 'team_membership_person', 'team_membership (organisation_id, person_id)')
  await e.createIndex(db, 'team_membership_team', 'team_membership (organisation_id, team_id)')
  await e.createTable(
    db,
    'team_lead',
    `person_id ${key} not null, team_id ${key} not null, ${dated}, ${owned}, ${of('person')}, ${of('team')}`,
  )
  await e.createIndex(db, 'team_lead_person', 'team_lead (organisation_id, person_id)')
  await e.createIndex(db, 'team_lead_team', 'team_lead (organisation_id, team_id)')
  await e.createTable(
    db,
    'reporting_line',
    `person_id ${key} not null, manager_id ${key} not null, ${dated}, ${owned}, check (person_id <> manager_id),
     ${of('person')}, ${of('person', 'manager_id')}`,
  )
  await e.createIndex(db, 'reporting_line_person', 'reporting_line (organisation_id, person_id)')
  await e.createIndex(db, 'reporting_line_manager', 'reporting_line (organisation_id, manager_id)')
  await e.createTable(
    db,
    'stand_in',
    `person_id ${key} not null, stand_in_id ${key} not null, ${dated}, ${owned}, check (person_id <> stand_in_id),
     ${of('person')}, ${of('person', 'stand_in_id')}`,
  )
  await e.createIndex(db, 'stand_in_for', 'stand_in (organisation_id, stand_in_id)')
  await e.createTable(
    db,
    'absence',
    `person_id ${key} not null, from_on text not null, to_on text, ${owned}, ${of('person')}`,
  )
  await e.createIndex(db, 'absence_person', 'absence (organisation_id, person_id)')

  await e.createTable(
    db,
    'role',
    `title text not null check (length(title) between 1 and 200), former_titles text not null default '[]',
     purpose text not null default '', family text not null default '', level text not null default '',
     version ${int} not null default 1, created_at text not null, ${owned}`,
  )
  await e.createTable(
    db,
    'career_step',
    `organisation_id ${key} not null, role_id ${key} not null, next_role_id ${key} not null, position ${int} not null,
     primary key (organisation_id, role_id, next_role_id), check (role_id <> next_role_id), ${of('role')}, ${of('role', 'next_role_id')}`,
  )
  await e.createTable(
    db,
    'assignment',
    `person_id ${key} not null, role_id ${key} not null, ${flag('is_main')}, ${dated}, ${owned}, ${of('person')}, ${of('role')}`,
  )
  await e.createIndex(db, 'assignment_person', 'assignment (organisation_id, person_id)')
  await e.createIndex(db, 'assignment_role', 'assignment (organisation_id, role_id, person_id)')
  await e.createTable(
    db,
    'candidacy',
    `person_id ${key} not null, role_id ${key} not null, target_on text, ${dated}, ${owned}, ${of('person')}, ${of('role')}`,
  )
  await e.createIndex(db, 'candidacy_person', 'candidacy (organisation_id, person_id)')
  await e.createIndex(db, 'candidacy_role', 'candidacy (organisation_id, role_id, person_id)')
}
