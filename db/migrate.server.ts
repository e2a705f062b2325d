import { sql, type Kysely } from 'kysely'
import type Database from 'better-sqlite3'
import { applicationId, DatabaseUnusable, sqliteKysely, type Db } from './client.server'
import type { EngineName } from './migrations/engine'
import { migrations } from './migrations/registry'

/**
 * Brings the schema up to the newest migration, each in one transaction of its own. Forward only.
 * @returns the names of the migrations that were applied
 * @throws DatabaseUnusable when the database carries a migration this version does not know
 */
export async function migrateSqlite(database: Database.Database): Promise<string[]> {
  const db = sqliteKysely(database)
  const applied: string[] = []
  const pending = await pendingMigrations(db, 'sqlite')
  for (const migration of pending) {
    database.exec('begin immediate')
    try {
      await migration.up(db as unknown as Kysely<unknown>, 'sqlite')
      await noteApplied(db as unknown as Kysely<unknown>, migration.name)
      database.pragma(`application_id = ${applicationId}`)
      database.exec('commit')
    } catch (error) {
      if (database.inTransaction) database.exec('rollback')
      throw error
    }
    applied.push(migration.name)
  }
  return applied
}

/** The same on PostgreSQL. */
export async function migratePostgres(db: Db): Promise<string[]> {
  const applied: string[] = []
  for (const migration of await pendingMigrations(db, 'postgres')) {
    await db.transaction().execute(async (tx) => {
      const plain = tx as unknown as Kysely<unknown>
      await migration.up(plain, 'postgres')
      await noteApplied(plain, migration.name)
    })
    applied.push(migration.name)
  }
  return applied
}

async function pendingMigrations(db: Db, engine: EngineName) {
  const text = engine === 'sqlite' ? 'text' : 'text collate "C"'
  await sql.raw(`create table if not exists migration (name ${text} primary key, applied_at text not null)`).execute(db)
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(db)
  const known = new Set(migrations.map((migration) => migration.name))
  const unknown = rows.find((row) => !known.has(row.name))
  if (unknown) {
    throw new DatabaseUnusable(
      `The database was written by a newer version of Masterwork (migration ${unknown.name}). Start that version; nothing was changed.`,
    )
  }
  const applied = new Set(rows.map((row) => row.name))
  return migrations.filter((migration) => !applied.has(migration.name))
}

async function noteApplied(db: Kysely<unknown>, name: string): Promise<void> {
  await sql`insert into migration (name, applied_at) values (${name}, ${new Date().toISOString()})`.execute(db)
}
