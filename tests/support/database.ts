import Database from 'better-sqlite3'
import pg from 'pg'
import { inject } from 'vitest'
import { openPostgres, openSqliteWriter, sqliteKysely, type Db } from '~db/client.server'
import { migrateSqlite } from '~db/migrate.server'
import type { EngineName } from '~db/migrations/engine'
import { postgresWriteQueue, sqliteWriteQueue, type WriteQueue } from '~/server/write-queue.server'
import { templateName } from './postgres'

/** For `describe.each(eachEngine)`: every command and query is tested on both. */
export const eachEngine: readonly EngineName[] = ['sqlite', 'postgres']

/** A migrated, empty database of its own. */
export interface TestDatabase {
  readonly engine: EngineName
  readonly db: Db
  readonly queue: WriteQueue
  /** The raw SQLite connection, for tests that go around the product; null on PostgreSQL. */
  readonly sqlite: Database.Database | null
  close(): Promise<void>
}

/** Opens one. SQLite: a copy of an image migrated once in this process. PostgreSQL: a copy of the run's template. */
export async function testDatabase(engine: EngineName): Promise<TestDatabase> {
  return engine === 'sqlite' ? testSqlite() : testPostgres()
}

let image: Promise<Buffer> | undefined

async function testSqlite(): Promise<TestDatabase> {
  image ??= migratedImage()
  const sqlite = new Database(await image)
  for (const pragma of ['foreign_keys = ON', 'recursive_triggers = ON', 'trusted_schema = OFF']) sqlite.pragma(pragma)
  const queue = sqliteWriteQueue(sqlite)
  return {
    engine: 'sqlite',
    db: sqliteKysely(sqlite),
    queue,
    sqlite,
    async close() {
      await queue.close()
      sqlite.close()
    },
  }
}

async function migratedImage(): Promise<Buffer> {
  const database = openSqliteWriter(':memory:')
  await migrateSqlite(database)
  const bytes = database.serialize()
  database.close()
  return bytes
}

let made = 0

async function testPostgres(): Promise<TestDatabase> {
  const server = inject('postgresServer')
  const name = `test_${process.pid}_${(made += 1)}`
  await administer(server, `create database ${name} template ${templateName}`)
  const { db } = openPostgres(`${server}/${name}`, () => undefined)
  const queue = postgresWriteQueue(db)
  return {
    engine: 'postgres',
    db,
    queue,
    sqlite: null,
    async close() {
      await queue.close()
      await db.destroy()
      await administer(server, `drop database ${name} with (force)`)
    },
  }
}

/** Two workers may ask for a copy of the template at once, which PostgreSQL refuses while one is being made. */
async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(4711)')
    await client.query(statement)
  } finally {
    await client.end()
  }
}
