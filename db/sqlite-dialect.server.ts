import type Database from 'better-sqlite3'
import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely'

/**
 * Kysely on one better-sqlite3 connection, with prepared statements kept by their text. Kysely's own driver prepares
 * every query anew and begins transactions deferred; a write here is opened by the write queue with BEGIN IMMEDIATE,
 * so `beginTransaction` of Kysely is refused rather than silently deadlocking on the one connection.
 */
export function sqliteDialect(database: Database.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new CachedStatementDriver(database),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** Statements kept per connection; a program asks a few hundred different ones. */
const keptStatements = 1000

class CachedStatementDriver implements Driver {
  private readonly connection: DatabaseConnection

  constructor(database: Database.Database) {
    this.connection = new CachedStatementConnection(database)
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.connection
  }
  async beginTransaction(): Promise<void> {
    throw new Error('Transactions are opened by the write queue (server/write-queue), never by db.transaction()')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

class CachedStatementConnection implements DatabaseConnection {
  private readonly statements = new Map<string, Database.Statement>()

  constructor(private readonly database: Database.Database) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.prepare(query.sql)
    if (statement.reader) return { rows: statement.all(query.parameters) as R[] }
    const { changes, lastInsertRowid } = statement.run(query.parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.prepare(query.sql).iterate(query.parameters)) yield { rows: [row as R] }
  }

  private prepare(text: string): Database.Statement {
    const kept = this.statements.get(text)
    if (kept) return kept
    if (this.statements.size >= keptStatements) this.statements.clear()
    const statement = this.database.prepare(text)
    this.statements.set(text, statement)
    return statement
  }
}
