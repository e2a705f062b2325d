import Database from 'better-sqlite3'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as vocabulary from '~/domain/vocabulary'
import { applicationId, openSqliteWriter, sqliteKysely } from '~db/client.server'
import { migrateSqlite } from '~db/migrate.server'
import { migrations } from '~db/migrations/registry'
import { eachEngine, testDatabase } from '../support/database'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'masterwork-migrations-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('migrations', () => {
  it('are numbered in the order they are registered', () => {
    const numbers = migrations.map((migration) => Number(migration.name.slice(0, 4)))
    expect(numbers).toEqual(migrations.map((_, index) => index + 1))
  })

  it('apply to an empty database once, and change nothing the second time', async () => {
    const database = openSqliteWriter(':memory:')
    expect(await migrateSqlite(database)).toEqual(migrations.map((migration) => migration.name))
    expect(await migrateSqlite(database)).toEqual([])
    database.close()
  })

  it('go on from wherever an earlier version stopped', async () => {
    for (let applied = 0; applied < migrations.length; applied += 1) {
      const database = openSqliteWriter(':memory:')
      const db = sqliteKysely(database) as unknown as Kysely<unknown>
      database.exec('create table migration (name text primary key, applied_at text not null)')
      for (const migration of migrations.slice(0, applied)) {
        await migration.up(db, 'sqlite')
        await sql`insert into migration values (${migration.name}, '2026-01-01')`.execute(db)
      }
      expect(await migrateSqlite(database)).toHaveLength(migrations.length - applied)
      database.close()
    }
  })

  it('refuse a database written by a newer version and leave it as it is', async () => {
    const database = openSqliteWriter(':memory:')
    await migrateSqlite(database)
    database.exec("insert into migration values ('0999-from-the-future', '2030-01-01')")
    const before = database.serialize()
    await expect(migrateSqlite(database)).rejects.toThrow('newer version')
    expect(database.serialize().equals(before)).toBe(true)
    database.close()
  })

  it('leave STRICT tables only, each row owned by an organisation unless it belongs to the installation', async () => {
    const { sqlite, close } = await testDatabase('sqlite')
    const tables = sqlite
      ?.prepare(
        "select name, strict from pragma_table_list where schema = 'main' and name not like 'sqlite%' and name <> 'migration'",
      )
      .all() as { name: string; strict: number }[]
    expect(tables.filter((table) => table.strict === 0)).toEqual([])
    const unowned = tables
      .filter((table) => !columnsOf(sqlite, table.name).includes('organisation_id'))
      .map((table) => table.name)
    expect(unowned.sort()).toEqual([
      'account',
      'credential',
      'installation',
      'ledger_kind',
      'organisation',
      'rate_limit',
      'session',
      'sign_in_attempt',
      'verification',
    ])
    await close()
  })

  it('repeat the lists of the domain in their CHECKs', async () => {
    const { sqlite, close } = await testDatabase('sqlite')
    const expected: Readonly<Record<string, readonly string[]>> = {
      'person.employment': vocabulary.employmentKinds,
      'qualification.kind': vocabulary.qualificationKinds,
      'revision.state': vocabulary.revisionStates,
      'revision.validity_kind': vocabulary.validityKinds,
      'method.kind': vocabulary.methodKinds,
      'program_version.state': vocabulary.versionStates,
      'requirement.need': vocabulary.requirementNeeds,
      'requirement.class': vocabulary.requirementClasses,
      'process.kind': vocabulary.processKinds,
      'process.class': vocabulary.requirementClasses,
      'resource.kind': vocabulary.resourceKinds,
      'resource.purpose': vocabulary.resourcePurposes,
      'evidence.kind': vocabulary.evidenceKinds,
      'assessment.verdict': vocabulary.overallVerdicts,
      'assessment.method_kind': vocabulary.methodKinds,
      'criterion_verdict.verdict': vocabulary.criterionVerdicts,
      'exemption.reason': vocabulary.exemptionReasons,
      'grant.kind': vocabulary.grantKinds,
    }
    const found: Record<string, string[]> = {}
    for (const { name, sql: text } of sqlite
      ?.prepare("select name, sql from sqlite_master where type = 'table'")
      .all() as {
      name: string
      sql: string
    }[]) {
      for (const match of text.matchAll(/check \((\w+) in \(('[^)]*')\)\)/g)) {
        found[`${name}.${match[1]}`] = (match[2] ?? '').split(', ').map((word) => word.slice(1, -1))
      }
    }
    expect(found).toEqual(expected)
    const kinds = sqlite?.prepare('select kind from ledger_kind').all() as { kind: string }[]
    expect(kinds.map((row) => row.kind).sort()).toEqual([...vocabulary.ledgerKinds].sort())
    await close()
  })
})

describe.each(eachEngine)('the schema on %s', (engine) => {
  it('has the same tables and columns on both engines', async () => {
    const database = await testDatabase(engine)
    const tables = await database.db.introspection.getTables()
    const shape = tables
      .filter((table) => !table.name.startsWith('sqlite'))
      .map(
        (table) =>
          `${table.name}: ${table.columns
            .map((column) => column.name)
            .sort()
            .join(' ')}`,
      )
      .sort()
    await expect(shape.join('\n')).toMatchFileSnapshot('./schema.snapshot.txt')
    await database.close()
  })
})

describe('a file that is no database of ours', () => {
  it('stops the start with a sentence and is left as it is', () => {
    const file = join(folder, 'masterwork.sqlite')
    writeFileSync(file, 'this is not a database, but somebody may want it back')
    expect(() => openSqliteWriter(file)).toThrow(/cannot be opened/)
    const foreign = join(folder, 'foreign.sqlite')
    const other = new Database(foreign)
    other.exec('create table customer (id integer)')
    other.close()
    expect(() => openSqliteWriter(foreign)).toThrow(/not a Masterwork database/)
  })

  it('is told from a damaged one of ours', async () => {
    const file = join(folder, 'masterwork.sqlite')
    const database = openSqliteWriter(file)
    await migrateSqlite(database)
    expect(database.pragma('application_id', { simple: true })).toBe(applicationId)
    database.pragma('wal_checkpoint(TRUNCATE)')
    const bytes = database.serialize()
    database.close()
    bytes.fill(0xff, 4096, 4096 * 6)
    writeFileSync(file, bytes)
    expect(() => openSqliteWriter(file)).toThrow(/damaged|cannot be opened/)
  })
})

function columnsOf(database: Database.Database | null, table: string): string[] {
  return (database?.pragma(`table_info("${table}")`) as { name: string }[]).map((column) => column.name)
}
