import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { openSqliteReader, openSqliteWriter, sqliteKysely, type Db } from '~db/client.server'
import { migrateSqlite } from '~db/migrate.server'
import { systemClock, type Clock } from './clock.server'
import type { Env } from './env.server'
import { holdDataDir } from './data-dir-lock.server'
import { createLog, type Log } from './log.server'
import { sqliteWriteQueue, type WriteQueue } from './write-queue.server'

/** What the running server is made of; one of each in a process. */
export interface Services {
  readonly env: Env
  readonly log: Log
  readonly clock: Clock
  /** Reads only. */
  readonly db: Db
  readonly queue: WriteQueue
  /** The raw writing connection, for the sign-in library's own connection settings and for `verify`. */
  readonly files: { readonly database: string }
  readonly writer: Database.Database
  /** Signs and encrypts what leaves the server; made once and kept in the database folder's database. */
  readonly secret: string
  /** The address people reach us at; set once the port is open. Never from a request's headers (SECURITY D3). */
  address: string
  /** Aborted when the server begins to stop: open streams end themselves. */
  readonly stopping: AbortController
  close(): Promise<void>
}

/**
 * Opens the database (creating and migrating it where needed) and the queue.
 * @throws DatabaseUnusable, DataDirHeld with a sentence for the person who starts the server
 */
export async function openServices(env: Env, options: { clock?: Clock; batchSize?: number } = {}): Promise<Services> {
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 })
  const release = holdDataDir(env.dataDir)
  try {
    const file = join(env.dataDir, 'masterwork.sqlite')
    const writer = openSqliteWriter(file)
    await migrateSqlite(writer)
    const secret = installationSecret(writer)
    const reader = openSqliteReader(file)
    const queue = sqliteWriteQueue(writer, options.batchSize)
    return {
      env,
      log: createLog(env.logLevel),
      clock: options.clock ?? systemClock,
      db: sqliteKysely(reader),
      queue,
      files: { database: file },
      writer,
      secret,
      address: env.publicUrl ?? '',
      stopping: new AbortController(),
      async close() {
        await queue.close()
        reader.close()
        writer.pragma('wal_checkpoint(TRUNCATE)')
        writer.close()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

let current: Services | undefined
// Development reloads modules; the one database connection must outlive them.
const holder = globalThis as { masterworkServices?: Services }

/** Makes these the services of the process. */
export function setServices(services: Services): void {
  current = services
  holder.masterworkServices = services
}

/** The services of the process. Throws when the server was never opened: a bug. */
export function services(): Services {
  const found = current ?? holder.masterworkServices
  if (!found) throw new Error('The services were not opened')
  return found
}

function installationSecret(writer: Database.Database): string {
  const found = writer.prepare("select value from installation where name = 'secret'").get() as
    { value: string } | undefined
  if (found) return found.value
  const made = randomBytes(48).toString('base64url')
  writer.prepare("insert into installation (name, value) values ('secret', ?)").run(made)
  return made
}
