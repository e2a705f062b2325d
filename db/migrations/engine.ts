import { sql, type Kysely } from 'kysely'

/** The two engines of one schema: embedded SQLite is the default, PostgreSQL the scale-out engine. */
export type EngineName = 'sqlite' | 'postgres'

/**
 * The few places where the two engines must be told different things; everything else in a migration is one text.
 * Keys collate bytewise on both, so that ids and dates sort alike. `STRICT` gives SQLite the type checks PostgreSQL has.
 */
export interface Engine {
  readonly name: EngineName
  readonly key: string
  readonly int: string
  /** An integer that may exceed 32 bits: sequences and byte counts. */
  readonly bigint: string
  /** The sign-in library binds real booleans and timestamps on PostgreSQL; only its own tables use these two. */
  readonly libraryBoolean: string
  readonly libraryInstant: string
  createTable(db: Kysely<unknown>, name: string, columns: string): Promise<void>
  createIndex(db: Kysely<unknown>, name: string, on: string, unique?: boolean): Promise<void>
  /** Refuses UPDATE and DELETE (and TRUNCATE on PostgreSQL) for ever; see `tests/db/append-only.test.ts`. */
  appendOnly(db: Kysely<unknown>, table: string): Promise<void>
}

/** A 0/1 column. The drivers bind no booleans, so the row type is `0 | 1` on both engines. */
export function flag(column: string): string {
  return `${column} integer not null default 0 check (${column} in (0, 1))`
}

/** A column whose words are the domain's list; frozen here, compared with the list by a test. */
export function oneOf(column: string, words: readonly string[], nullable = false): string {
  const list = words.map((word) => `'${word}'`).join(', ')
  return `${column} text ${nullable ? '' : 'not null '}check (${column} in (${list}))`
}

export function engine(name: EngineName): Engine {
  const isSqlite = name === 'sqlite'
  return {
    name,
    key: isSqlite ? 'text' : 'text collate "C"',
    int: 'integer',
    bigint: isSqlite ? 'integer' : 'bigint',
    libraryBoolean: isSqlite ? 'integer' : 'boolean',
    libraryInstant: isSqlite ? 'text' : 'timestamptz',
    async createTable(db, table, columns) {
      await sql.raw(`create table "${table}" (${columns})${isSqlite ? ' strict' : ''}`).execute(db)
    },
    async createIndex(db, index, on, unique = false) {
      await sql.raw(`create ${unique ? 'unique ' : ''}index "${index}" on ${on}`).execute(db)
    },
    async appendOnly(db, table) {
      for (const statement of isSqlite ? sqliteAppendOnly(table) : postgresAppendOnly(table)) {
        await sql.raw(statement).execute(db)
      }
    },
  }
}

function sqliteAppendOnly(table: string): string[] {
  return ['update', 'delete'].map(
    (act) =>
      `create trigger "${table}_no_${act}" before ${act} on "${table}" begin select raise(abort, '${table} is append-only'); end`,
  )
}

function postgresAppendOnly(table: string): string[] {
  return [
    `create or replace function refuse_change() returns trigger language plpgsql as
       $$ begin raise exception '% is append-only', tg_table_name; end $$`,
    `create trigger "${table}_append_only" before update or delete on "${table}" for each row execute function refuse_change()`,
    `create trigger "${table}_no_truncate" before truncate on "${table}" for each statement execute function refuse_change()`,
  ]
}
