import Database from 'better-sqlite3'
import { Kysely, PostgresDialect } from 'kysely'
import { existsSync } from 'node:fs'
import pg from 'pg'
import type { EngineName } from './migrations/engine'
import type { Schema } from './schema'
import { sqliteDialect } from './sqlite-dialect.server'

/** Reads. Every SQL function takes its connection first. */
export type Db = Kysely<Schema>

declare const inTransaction: unique symbol
/**
 * A connection inside the one transaction of a command. Only the write queue makes one, so a function that takes `Tx`
 * cannot be called outside a transaction: a plain `Db` is not assignable.
 */
export type Tx = Kysely<Schema> & { readonly [inTransaction]: true }

/** Marks `SQLite` files of this product: the four bytes "MWRK". */
export const applicationId = 0x4d57524b

/** A file that is no database of ours, is damaged, or was written by a newer version: the start stops with the sentence. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable'
}

/**
 * Opens the SQLite file for writing with the settings of SECURITY D24 and asserts them; creates it when absent.
 * `synchronous=FULL` is what makes an acknowledged sign-off survive a power cut.
 * @throws DatabaseUnusable when the file is not ours or damaged; the file is left as it was found
 */
export function openSqliteWriter(file: string): Database.Database {
  const isNew = file === ':memory:' || !existsSync(file)
  const database = openOrExplain(file, {})
  try {
    if (!isNew) refuseForeign(database, file)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    applyCommon(database)
    if (isNew) database.pragma(`application_id = ${applicationId}`)
    assertSettings(database)
    return database
  } catch (error) {
    database.close()
    throw explained(error, file)
  }
}

/** Opens the same file for loaders: a second connection that cannot write. */
export function openSqliteReader(file: string): Database.Database {
  const database = openOrExplain(file, { readonly: true })
  applyCommon(database)
  // A page asks for a few thousand rows that lie apart: without room for them each one is a read of the file again.
  database.pragma('cache_size = -32768') // kibibytes
  return database
}

/**
 * Opens the same file a third time, for the sign-in library: it writes outside the write queue, statement by statement,
 * and would deadlock on a connection that is inside a command's transaction (app/decisions/0005).
 */
export function openSqliteAccounts(file: string): Database.Database {
  const database = openOrExplain(file, { fileMustExist: true })
  database.pragma('synchronous = FULL')
  applyCommon(database)
  assertSettings(database)
  return database
}

/** Kysely over an open better-sqlite3 connection. */
export function sqliteKysely(database: Database.Database): Db {
  return new Kysely<Schema>({ dialect: sqliteDialect(database) })
}

/** Kysely over a PostgreSQL pool. bigint and count arrive as numbers: our sequences stay far below 2^53. */
export function openPostgres(connectionString: string, onError: (error: Error) => void): { db: Db; pool: pg.Pool } {
  pg.types.setTypeParser(20, Number)
  const pool = new pg.Pool({ connectionString, max: 8 })
  pool.on('error', onError)
  return { db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }), pool }
}

export type { EngineName }

function openOrExplain(file: string, options: Database.Options): Database.Database {
  try {
    return new Database(file, options)
  } catch (error) {
    throw explained(error, file)
  }
}

function applyCommon(database: Database.Database): void {
  database.pragma('foreign_keys = ON')
  database.pragma('recursive_triggers = ON')
  database.pragma('busy_timeout = 5000')
  database.pragma('trusted_schema = OFF')
}

function assertSettings(database: Database.Database): void {
  const expected: Record<string, unknown> = {
    journal_mode: database.memory ? 'memory' : 'wal',
    synchronous: 2,
    foreign_keys: 1,
    recursive_triggers: 1,
    trusted_schema: 0,
  }
  for (const [name, value] of Object.entries(expected)) {
    const found = database.pragma(name, { simple: true })
    if (found !== value) throw new DatabaseUnusable(`SQLite did not take ${name}: expected ${value}, found ${found}.`)
  }
}

function refuseForeign(database: Database.Database, file: string): void {
  const found = database.pragma('application_id', { simple: true })
  const tables = database.prepare("select count(*) as n from sqlite_master where type = 'table'").get() as { n: number }
  if (found === applicationId || (found === 0 && tables.n === 0)) {
    const verdict = database.pragma('quick_check', { simple: true })
    if (verdict !== 'ok')
      throw new DatabaseUnusable(`The database ${file} is damaged (${String(verdict)}). Restore a backup.`)
    return
  }
  throw new DatabaseUnusable(`The file ${file} is not a Masterwork database. Set DATA_DIR to another folder.`)
}

function explained(error: unknown, file: string): Error {
  if (error instanceof DatabaseUnusable) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new DatabaseUnusable(
    `The database ${file} cannot be opened (${reason}). It was left as it is; restore a backup or set DATA_DIR to another folder.`,
  )
}
