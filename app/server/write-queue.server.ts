import type Database from 'better-sqlite3'
import type { Id } from '~/domain/ids'
import { sqliteKysely, type Db, type Tx } from '~db/client.server'

/**
 * The one place that opens transactions. On SQLite, commands that wait together share one BEGIN IMMEDIATE and one
 * durable COMMIT (group commit), each in its own savepoint, each answered after the commit. Nothing is awaited inside
 * but SQL: the SQLite driver answers in microtasks, so a `setImmediate` armed at BEGIN must not fire before COMMIT,
 * and a watch proves it.
 */
export interface WriteQueue {
  /**
   * Runs `work` in a transaction and answers after it is durable. When `work` throws, its own effects are undone and
   * nothing else's. `work` may be run a second time if a shared commit fails, so it must have no other side effects.
   */
  write<T>(organisationId: Id<'organisation'> | null, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Calls `listener` after each commit with the organisations it touched. */
  onCommit(listener: (organisations: ReadonlySet<Id<'organisation'>>) => void): void
  /** Refuses new work, finishes what waits. */
  close(): Promise<void>
}

/** Thrown to undo what a command did and still hand its answer back. */
export class Undone<T> extends Error {
  override readonly name = 'Undone'
  constructor(readonly answer: T) {
    super('undone')
  }
}

export class QueueClosed extends Error {
  override readonly name = 'QueueClosed'
}

interface Waiting {
  readonly organisationId: Id<'organisation'> | null
  readonly work: (tx: Tx) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown }

/** @param batchSize the most commands in one commit; 1 turns group commit off (the benchmark compares) */
export function sqliteWriteQueue(database: Database.Database, batchSize = 64): WriteQueue {
  const tx = sqliteKysely(database) as Tx
  const listeners: ((organisations: ReadonlySet<Id<'organisation'>>) => void)[] = []
  const waiting: Waiting[] = []
  const whenIdle: (() => void)[] = []
  let isClosed = false
  let isArmed = false

  function arm(): void {
    if (isArmed) return
    isArmed = true
    setImmediate(() => void flush())
  }

  async function flush(): Promise<void> {
    const batch = waiting.splice(0, batchSize)
    await runBatch(batch)
    isArmed = false
    if (waiting.length > 0) arm()
    else for (const done of whenIdle.splice(0)) done()
  }

  async function runBatch(batch: readonly Waiting[]): Promise<void> {
    let outcomes: Outcome[]
    try {
      outcomes = await commitTogether(batch)
    } catch (error) {
      if (batch.length > 1) {
        // The shared commit failed (disk full, lock held elsewhere): each runs again alone, so one cannot sink the rest.
        for (const one of batch) await runBatch([one])
      } else batch[0]?.reject(error)
      return
    }
    const touched = new Set<Id<'organisation'>>()
    batch.forEach((one, index) => {
      const outcome = outcomes[index]
      if (!outcome) return one.reject(new Error('A command was left without an outcome'))
      if (!outcome.ok)
        return outcome.error instanceof Undone ? one.resolve(outcome.error.answer) : one.reject(outcome.error)
      if (one.organisationId) touched.add(one.organisationId)
      one.resolve(outcome.value)
    })
    if (touched.size > 0) for (const listener of listeners) listener(touched)
  }

  async function commitTogether(batch: readonly Waiting[]): Promise<Outcome[]> {
    const watch = armWatch()
    database.exec('begin immediate')
    try {
      const outcomes: Outcome[] = []
      for (const one of batch) outcomes.push(await runOne(one))
      watch.assertUnbroken()
      database.exec('commit')
      return outcomes
    } catch (error) {
      if (database.inTransaction) database.exec('rollback')
      throw error
    } finally {
      watch.disarm()
    }
  }

  async function runOne(one: Waiting): Promise<Outcome> {
    database.exec('savepoint command')
    try {
      const value = await one.work(tx)
      database.exec('release command')
      return { ok: true, value }
    } catch (error) {
      // A full disk makes SQLite roll back the whole transaction by itself: then there is no savepoint to return to.
      if (!database.inTransaction) throw error
      database.exec('rollback to command')
      database.exec('release command')
      return { ok: false, error }
    }
  }

  return {
    write<T>(organisationId: Id<'organisation'> | null, work: (tx: Tx) => Promise<T>) {
      if (isClosed) return Promise.reject(new QueueClosed('The server is stopping'))
      return new Promise<T>((resolve, reject) => {
        waiting.push({ organisationId, work, resolve: resolve as (value: unknown) => void, reject })
        arm()
      })
    },
    onCommit: (listener) => void listeners.push(listener),
    async close() {
      isClosed = true
      if (isArmed || waiting.length > 0) await new Promise<void>((done) => whenIdle.push(done))
    },
  }
}

/** The same contract on PostgreSQL: a pooled transaction for each command. */
export function postgresWriteQueue(db: Db): WriteQueue {
  const listeners: ((organisations: ReadonlySet<Id<'organisation'>>) => void)[] = []
  const running = new Set<Promise<unknown>>()
  let isClosed = false
  return {
    async write(organisationId, work) {
      if (isClosed) throw new QueueClosed('The server is stopping')
      const run = db.transaction().execute((tx) => work(tx as unknown as Tx))
      running.add(run)
      try {
        const value = await run
        if (organisationId) for (const listener of listeners) listener(new Set([organisationId]))
        return value
      } catch (error) {
        if (error instanceof Undone) return error.answer as never
        throw error
      } finally {
        running.delete(run)
      }
    },
    onCommit: (listener) => void listeners.push(listener),
    async close() {
      isClosed = true
      await Promise.allSettled(running)
    },
  }
}

/** Fires when something other than SQL was awaited between BEGIN and COMMIT: other writers would have seen half a batch. */
function armWatch(): { assertUnbroken(): void; disarm(): void } {
  let isBroken = false
  const immediate = setImmediate(() => {
    isBroken = true
  })
  return {
    assertUnbroken() {
      if (isBroken) throw new Error('Something other than SQL was awaited inside a transaction')
    },
    disarm: () => clearImmediate(immediate),
  }
}
