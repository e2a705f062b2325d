import type { Kysely } from 'kysely'
import { engine, flag, oneOf, type EngineName } from './engine'

/**
 * Rights (dated grants, invitations) and the accounts that sign in. The account tables belong to the sign-in library
 * and to the installation, not to an organisation: `person.account_id` is the one link (app/decisions/0005).
 */
export async function up(db: Kysely<unknown>, name: EngineName): Promise<void> {
  const e = engine(name)
  const { key, int } = e
  const owned = `id ${key} not null, organisation_id ${key} not null references organisation (id), primary key (organisation_id, id)`
  const of = (table: string, column = `${table}_id`) =>
    `foreign key (organisation_id, ${column}) references "${table}" (organisation_id, id)`

  await e.createTable(
    db,
    'grant',
    `person_id ${key} not null, ${oneOf('kind', ['administrator', 'designer', 'auditor', 'may-sign'])}, qualification_id ${key},
     group_name text, from_on text not null, to_on text, granted_by ${key}, reason text not null default '', granted_at text not null,
     ${owned}, ${of('person')}, ${of('qualification')}, ${of('person', 'granted_by')},
     check (kind <> 'may-sign' or granted_by <> person_id)`,
  )
  await e.createIndex(db, 'grant_person', '"grant" (organisation_id, person_id)')
  await e.createTable(
    db,
    'invitation',
    `person_id ${key} not null, token_sha256 text not null unique, created_by ${key} not null, created_at text not null,
     expires_at text not null, accepted_at text, revoked_at text, ${owned}, ${of('person')}, ${of('person', 'created_by')}`,
  )

  await e.createTable(
    db,
    'account',
    `id ${key} primary key, name text not null, email text not null unique, email_verified ${e.libraryBoolean} not null, image text,
     created_at ${e.libraryInstant} not null, updated_at ${e.libraryInstant} not null`,
  )
  await e.createTable(
    db,
    'session',
    `id ${key} primary key, token text not null unique, account_id ${key} not null references account (id) on delete cascade,
     expires_at ${e.libraryInstant} not null, ip_address text, user_agent text, created_at ${e.libraryInstant} not null, updated_at ${e.libraryInstant} not null`,
  )
  await e.createIndex(db, 'session_account', 'session (account_id)')
  await e.createTable(
    db,
    'credential',
    `id ${key} primary key, account_id text not null, provider_id text not null, owner_id ${key} not null references account (id) on delete cascade,
     access_token text, refresh_token text, id_token text, access_token_expires_at ${e.libraryInstant}, refresh_token_expires_at ${e.libraryInstant},
     scope text, password text, created_at ${e.libraryInstant} not null, updated_at ${e.libraryInstant} not null`,
  )
  await e.createIndex(db, 'credential_owner', 'credential (owner_id)')
  await e.createTable(
    db,
    'verification',
    `id ${key} primary key, identifier text not null, value text not null, expires_at ${e.libraryInstant} not null, created_at ${e.libraryInstant}, updated_at ${e.libraryInstant}`,
  )
  await e.createTable(
    db,
    'rate_limit',
    `id ${key} primary key, key text not null unique, count ${int} not null, last_request ${e.bigint} not null`,
  )
  await e.createTable(
    db,
    'sign_in_attempt',
    `id ${key} primary key, email_sha256 text not null, at text not null, ${flag('is_accepted')}`,
  )
  await e.createIndex(db, 'sign_in_attempt_email', 'sign_in_attempt (email_sha256, at)')
  await e.createIndex(db, 'sign_in_attempt_at', 'sign_in_attempt (at)')
}
