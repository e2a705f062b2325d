import { sql, type Kysely } from 'kysely'
import { engine, flag, oneOf, type EngineName } from './engine'

const ledgerKinds = [
  'mastered',
  'not-yet',
  'continued',
  'renewed',
  'held',
  'released',
  'exempted',
  'unexempted',
  'recognised',
  'imported',
  'confirmed',
  'completed',
  'promoted',
  'granted',
  'grant-ended',
  'coached',
  'published',
  'withdrawn',
  'voided',
]
/** Kinds by which somebody's record improves: never by that person's own hand (SECURITY D15, third refusal). */
/** Whatever betters or worsens a record is another's to say; the same list is held against the code by a test. */
const neverForOneself = `('mastered','not-yet','continued','renewed','held','released','exempted','unexempted',
  'recognised','imported','confirmed','promoted','coached','voided')`

/**
 * The record: demonstrations, assessments and the append-only ledger chained by hash, its projection `standing`,
 * and `change`, the stream of what cells depend on.
 */
export async function up(db: Kysely<unknown>, name: EngineName): Promise<void> {
  const e = engine(name)
  const { key, int, bigint } = e
  const owned = `id ${key} not null, organisation_id ${key} not null references organisation (id), primary key (organisation_id, id)`
  const of = (table: string, column = `${table}_id`) =>
    `foreign key (organisation_id, ${column}) references "${table}" (organisation_id, id)`
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

  await e.createTable(db, 'ledger_kind', `kind ${key} primary key`)
  for (const kind of ledgerKinds) await sql`insert into ledger_kind (kind) values (${kind})`.execute(db)

  await e.createTable(
    db,
    'ledger_event',
    `organisation_id ${key} not null references organisation (id), sequence ${bigint} not null, id ${key} not null,
     kind ${key} not null references ledger_kind (kind), person_id ${key}, qualification_id ${key}, program_id ${key},
     level ${int}, stream text not null, stream_sequence ${bigint} not null, actor_id ${key}, occurred_on text not null,
     recorded_at text not null, expires_on text, held_until text, ${flag('is_attempt')}, voids_event_id ${key}, reason text,
     program_version_id ${key}, content_hash text, grant_id ${key}, details text not null default '{}', idempotency_key text,
     previous_hash text not null, hash text not null check (length(hash) = 64),
     primary key (organisation_id, sequence), unique (organisation_id, id), unique (organisation_id, stream, stream_sequence),
     ${of('person')}, ${of('person', 'actor_id')}, ${of('qualification')}, ${of('program')}, ${of('program_version')},
     check (actor_id is null or person_id is null or actor_id <> person_id or kind not in ${neverForOneself})`,
  )
  await e.createIndex(
    db,
    'ledger_event_person',
    'ledger_event (organisation_id, person_id, qualification_id, sequence)',
  )
  await e.createIndex(db, 'ledger_event_key', 'ledger_event (organisation_id, idempotency_key)', true)
  await e.createIndex(db, 'ledger_event_voids', 'ledger_event (organisation_id, voids_event_id)', true)
  await e.appendOnly(db, 'ledger_event')

  await e.createTable(
    db,
    'standing',
    `organisation_id ${key} not null, person_id ${key} not null, qualification_id ${key} not null, level ${int} not null,
     proven_on text, expires_on text, ${flag('is_imported')}, ${flag('is_held')}, held_until text, missed_on text,
     misses ${int} not null default 0, last_sequence ${bigint} not null,
     primary key (organisation_id, person_id, qualification_id, level), ${of('person')}, ${of('qualification')}`,
  )
  await e.createIndex(db, 'standing_qualification', 'standing (organisation_id, qualification_id)')

  await e.createTable(
    db,
    'change',
    `organisation_id ${key} not null references organisation (id), sequence ${bigint} not null, at text not null, kind text not null,
     person_id ${key}, qualification_id ${key}, program_id ${key}, actor_id ${key}, primary key (organisation_id, sequence)`,
  )

  await e.createTable(
    db,
    'demonstration',
    `person_id ${key} not null, qualification_id ${key} not null, program_id ${key}, number ${int} not null, level ${int} not null default 1,
     method_id ${key}, requested_by ${key}, requested_at text, scheduled_for text, submitted_at text, returned_at text,
     return_reason text, withdrawn_at text, assessed_at text, continues_at text, note text not null default '',
     assessor_id ${key}, is_chosen_by_person ${int} not null default 0, is_attempt ${int} not null default 0, created_at text not null,
     version ${int} not null default 1, ${owned},
     ${of('person')}, ${of('qualification')}, ${of('program')}, ${of('method')}, ${of('person', 'assessor_id')}, ${of('person', 'requested_by')}`,
  )
  await e.createIndex(
    db,
    'demonstration_one_open',
    'demonstration (organisation_id, person_id, qualification_id) where withdrawn_at is null and assessed_at is null',
    true,
  )
  // What waits for whom is counted on every page, and read from this alone.
  await e.createIndex(
    db,
    'demonstration_waiting',
    `demonstration (organisation_id, assessor_id, person_id, qualification_id, program_id, returned_at, submitted_at)
     where withdrawn_at is null and assessed_at is null`,
  )
  await e.createIndex(
    db,
    'demonstration_person',
    'demonstration (organisation_id, person_id, qualification_id, number)',
  )
  await e.createTable(
    db,
    'evidence',
    `demonstration_id ${key} not null, ${oneOf('kind', ['link', 'text', 'file'])}, title text not null default '', url text not null default '',
     body text not null default '', sha256 text not null check (length(sha256) = 64), from_person_id ${key} not null, added_at text not null,
     ${owned}, ${of('demonstration')}, ${of('person', 'from_person_id')}`,
  )
  await e.createIndex(db, 'evidence_demonstration', 'evidence (organisation_id, demonstration_id)')

  await e.createTable(
    db,
    'assessment',
    `demonstration_id ${key} not null, person_id ${key} not null, qualification_id ${key} not null, revision_id ${key} not null,
     level ${int} not null, assessor_id ${key} not null, ${oneOf('verdict', ['mastered', 'not-yet', 'continues'])}, ${oneOf('method_kind', methods)},
     method_id ${key}, performed_on text not null, signed_at text not null, note text not null default '', ${flag('is_all_at_once')}, ${flag('is_gap')},
     lock_reason text, late_reason text, event_id ${key}, signed_text text not null default '', ${owned}, check (assessor_id <> person_id),
     ${of('demonstration')}, ${of('person')}, ${of('person', 'assessor_id')}, ${of('qualification')}, ${of('revision')},
     ${of('method')}`,
  )
  await e.createIndex(db, 'assessment_demonstration', 'assessment (organisation_id, demonstration_id)')
  await e.createIndex(db, 'assessment_person', 'assessment (organisation_id, person_id, qualification_id)')
  await e.appendOnly(db, 'assessment')
  await e.createTable(
    db,
    'criterion_verdict',
    `organisation_id ${key} not null, assessment_id ${key} not null, criterion_id ${key} not null,
     ${oneOf('verdict', ['met', 'not-yet', 'not-observed'])}, primary key (organisation_id, assessment_id, criterion_id),
     ${of('assessment')}, ${of('criterion')}`,
  )
  await e.appendOnly(db, 'criterion_verdict')

  await e.createTable(
    db,
    'exemption',
    `person_id ${key} not null, program_id ${key} not null, qualification_id ${key} not null,
     ${oneOf('reason', ['not-applicable', 'medical', 'adjustment', 'legal', 'temporary-duty', 'other'])}, note text not null default '',
     from_on text not null, until_on text, ended_on text, granted_by ${key} not null, ${owned}, check (granted_by <> person_id),
     ${of('person')}, ${of('program')}, ${of('qualification')}, ${of('person', 'granted_by')}`,
  )
  await e.createIndex(db, 'exemption_person', 'exemption (organisation_id, person_id)')
  await e.createTable(
    db,
    'ask',
    `person_id ${key} not null, program_id ${key} not null, qualification_id ${key} not null, by_on text not null, note text not null default '',
     asked_by ${key} not null, asked_at text not null, ended_at text, ${owned},
     ${of('person')}, ${of('program')}, ${of('qualification')}, ${of('person', 'asked_by')}`,
  )
  await e.createIndex(db, 'ask_person', 'ask (organisation_id, person_id)')
  await e.createTable(
    db,
    'tick',
    `person_id ${key} not null, process_id ${key} not null, qualification_id ${key} not null, ticked_on text not null, ticked_at text not null,
     unticked_at text, ${owned}, ${of('person')}, ${of('process')}, ${of('qualification')}`,
  )
  await e.createIndex(
    db,
    'tick_open',
    'tick (organisation_id, person_id, process_id, qualification_id) where unticked_at is null',
    true,
  )
}
