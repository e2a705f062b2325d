import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * B: bare durable transactions per second on this disk: WAL, `synchronous=FULL`, one ledger row and one standing row.
 * Nothing that records a sign-off durably one by one can be faster.
 */
export function bareTransactionsPerSecond(count = 800): number {
  const folder = mkdtempSync(join(tmpdir(), 'masterwork-bench-bare-'))
  const database = new Database(join(folder, 'bare.sqlite'))
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec('create table ledger (sequence integer primary key, body text not null) strict')
    database.exec(
      'create table standing (person text, qualification text, proven text, primary key (person, qualification)) strict',
    )
    const ledger = database.prepare('insert into ledger (body) values (?)')
    const standing = database.prepare('insert into standing values (?, ?, ?)')
    const body = 'x'.repeat(600)
    const once = database.transaction((index: number) => {
      ledger.run(body)
      standing.run(`person-${index}`, 'qualification', '2026-01-01')
    })
    for (let index = 0; index < 100; index += 1) once.immediate(index)
    const began = performance.now()
    for (let index = 100; index < 100 + count; index += 1) once.immediate(index)
    return count / ((performance.now() - began) / 1000)
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
