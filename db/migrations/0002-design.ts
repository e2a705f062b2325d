import type { Kysely } from 'kysely'
import { engine, flag, oneOf, type EngineName } from './engine'

/**
 * What the eight steps write. Rows of a program version and of a revision are frozen by their command once published
 * (and hashed); processes, resources, tracker settings and map positions stay live.
 */
export async function up(db: Kysely<unknown>, name: EngineName): Promise<void> {
  const e = engine(name)
  const { key, int } = e
  const owned = `id ${key} not null, organisation_id ${key} not null references organisation (id), primary key (organisation_id, id)`
  const of = (table: string, column = `${table}_id`) =>
    `foreign key (organisation_id, ${column}) references "${table}" (organisation_id, id)`
  const kinds = ['knowledge', 'skill', 'experience', 'disposition']
  const methods = [
    'observed-task',
    'work-product',
    'mastery-check',
    'simulation',
    'interview',
    'logged-experience',
    'external-credential',
    'teaching',
  ]

  await e.createTable(
    db,
    'qualification',
    `name text not null check (length(name) between 1 and 200), former_names text not null default '[]',
     ${oneOf('kind', kinds)}, ${flag('is_catalogue')}, archived_at text, created_at text not null, version ${int} not null default 1, ${owned}`,
  )
  await e.createIndex(db, 'qualification_name', 'qualification (organisation_id, name)')
  await e.createTable(
    db,
    'revision',
    `qualification_id ${key} not null, number ${int} not null, ${oneOf('state', ['draft', 'current', 'superseded'])},
     statement text not null default '', scope text not null default '', accuracy text not null default '', time_limit text not null default '',
     amount text not null default '', period text not null default '', confirmed_by text not null default '',
     occasions ${int}, observers ${int}, level_labels text not null default '[]',
     ${oneOf('validity_kind', ['never', 'months', 'fixed-day', 'document'], true)}, validity_months ${int} check (validity_months between 1 and 600),
     repeat_months ${int} check (repeat_months between 1 and 600), fixed_day text, renewal_window_days ${int} check (renewal_window_days between 1 and 366),
     lighter_renewal text not null default '', assessment_rule text not null default '{}', version ${int} not null default 1,
     created_at text not null, published_at text, content_hash text, ${owned}, ${of('qualification')},
     unique (organisation_id, qualification_id, number)`,
  )
  await e.createTable(
    db,
    'criterion',
    `revision_id ${key} not null, level ${int} not null default 1 check (level between 1 and 5), position ${int} not null,
     text text not null, ${flag('is_required')}, ${owned}, ${of('revision')}`,
  )
  await e.createIndex(db, 'criterion_revision', 'criterion (organisation_id, revision_id, position)')
  await e.createTable(
    db,
    'method',
    `revision_id ${key} not null, position ${int} not null, ${oneOf('kind', methods)}, instructions text not null default '',
     evidence_required text not null default '', accommodations text not null default '', all_of_group ${int}, ${owned}, ${of('revision')}`,
  )
  await e.createIndex(db, 'method_revision', 'method (organisation_id, revision_id, position)')

  await e.createTable(
    db,
    'program',
    `role_id ${key} not null, defaults text not null default '{}', tracker_settings text not null default '{}',
     version ${int} not null default 1, created_by ${key} not null, created_at text not null, archived_at text, ${owned}, ${of('role')},
     unique (organisation_id, role_id)`,
  )
  await e.createTable(
    db,
    'program_version',
    `program_id ${key} not null, number ${int} not null, ${oneOf('state', ['draft', 'published', 'superseded'])},
     version ${int} not null default 1, created_at text not null, changed_at text, changed_by ${key}, written_by text, defaults text, published_at text, published_by ${key}, content_hash text,
     ${flag('is_without_second_person')}, ${owned}, ${of('program')}, unique (organisation_id, program_id, number)`,
  )
  await e.createIndex(
    db,
    'program_version_one_draft',
    "program_version (organisation_id, program_id) where state = 'draft'",
    true,
  )
  await e.createIndex(
    db,
    'program_version_one_published',
    "program_version (organisation_id, program_id) where state = 'published'",
    true,
  )
  await e.createTable(
    db,
    'duty',
    `program_version_id ${key} not null, position ${int} not null, text text not null, ${owned}, ${of('program_version')}`,
  )
  await e.createIndex(db, 'duty_version', 'duty (organisation_id, program_version_id, position)')
  await e.createTable(
    db,
    'requirement_group',
    `program_version_id ${key} not null, position ${int} not null, name text not null, at_least ${int} check (at_least >= 1), ${owned}, ${of('program_version')}`,
  )
  await e.createIndex(
    db,
    'requirement_group_version',
    'requirement_group (organisation_id, program_version_id, position)',
  )
  await e.createTable(
    db,
    'requirement',
    `program_version_id ${key} not null, qualification_id ${key} not null, revision_id ${key} not null, position ${int} not null,
     level ${int} not null default 1 check (level between 1 and 5), ${oneOf('need', ['enter', 'in-role'])}, within_days ${int},
     ${oneOf('class', ['must', 'should', 'aspire'])}, requirement_group_id ${key}, ${flag('is_critical')}, counts_from text,
     version ${int} not null default 1, ${owned},
     ${of('program_version')}, ${of('qualification')}, ${of('revision')}, ${of('requirement_group')},
     unique (organisation_id, program_version_id, qualification_id)`,
  )
  await e.createIndex(db, 'requirement_qualification', 'requirement (organisation_id, qualification_id)')
  const link = (a: string, b: string) => `primary key (organisation_id, ${a}, ${b})`
  await e.createTable(
    db,
    'prerequisite',
    `organisation_id ${key} not null, requirement_id ${key} not null, needs_requirement_id ${key} not null,
     ${link('requirement_id', 'needs_requirement_id')}, check (requirement_id <> needs_requirement_id),
     ${of('requirement')}, ${of('requirement', 'needs_requirement_id')}`,
  )
  await e.createTable(
    db,
    'requirement_duty',
    `organisation_id ${key} not null, requirement_id ${key} not null, duty_id ${key} not null, ${link('requirement_id', 'duty_id')},
     ${of('requirement')}, ${of('duty')}`,
  )
  await e.createTable(
    db,
    'requirement_site',
    `organisation_id ${key} not null, requirement_id ${key} not null, site_id ${key} not null, ${link('requirement_id', 'site_id')},
     ${of('requirement')}, ${of('site')}`,
  )
  await e.createTable(
    db,
    'requirement_team',
    `organisation_id ${key} not null, requirement_id ${key} not null, team_id ${key} not null, ${link('requirement_id', 'team_id')},
     ${of('requirement')}, ${of('team')}`,
  )
  await e.createTable(
    db,
    'map_position',
    `organisation_id ${key} not null, program_id ${key} not null, qualification_id ${key} not null, x ${int} not null, y ${int} not null,
     ${link('program_id', 'qualification_id')}, ${of('program')}, ${of('qualification')}`,
  )

  await e.createTable(
    db,
    'process',
    `program_id ${key}, qualification_id ${key}, position ${int} not null,
     ${oneOf('kind', ['coaching', 'shadowing', 'course', 'self-study', 'practice', 'mentoring', 'rotation'])},
     title text not null, steps text not null default '', effort_minutes ${int} check (effort_minutes >= 0), owner text not null default '',
     ${oneOf('class', ['must', 'should', 'aspire'])}, version ${int} not null default 1, ended_at text, ${owned}, ${of('program')}, ${of('qualification')},
     check ((program_id is null) <> (qualification_id is null))`,
  )
  await e.createIndex(db, 'process_qualification', 'process (organisation_id, qualification_id, position)')
  await e.createIndex(db, 'process_program', 'process (organisation_id, program_id, position)')
  await e.createTable(
    db,
    'resource',
    `process_id ${key}, qualification_id ${key}, position ${int} not null,
     ${oneOf('kind', ['link', 'file', 'video', 'person', 'tool', 'text'])}, ${oneOf('purpose', ['learning', 'practice'])},
     title text not null, url text not null default '', body text not null default '', version ${int} not null default 1, ${owned},
     ${of('process')}, ${of('qualification')}, check ((process_id is null) <> (qualification_id is null))`,
  )
  await e.createIndex(db, 'resource_qualification', 'resource (organisation_id, qualification_id, position)')
  await e.createIndex(db, 'resource_process', 'resource (organisation_id, process_id, position)')
  await e.createTable(
    db,
    'coverage_minimum',
    `organisation_id ${key} not null, program_id ${key} not null, qualification_id ${key} not null, team_id ${key} not null,
     minimum ${int} not null check (minimum >= 0), primary key (organisation_id, program_id, qualification_id, team_id),
     ${of('program')}, ${of('qualification')}, ${of('team')}`,
  )
  await e.createTable(
    db,
    'dismissal',
    `program_version_id ${key} not null, rule text not null, subject text not null default '', reason text not null,
     dismissed_by ${key} not null, dismissed_at text not null, ${owned}, ${of('program_version')}, ${of('person', 'dismissed_by')}`,
  )
}
