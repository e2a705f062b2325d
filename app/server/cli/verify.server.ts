import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseUnusable, openSqliteReader, sqliteKysely } from '~db/client.server'
import { readEnv } from '../env.server'
import { verifyRecord } from '../verify-record.server'

/**
 * `npm run verify`: integrity, the ledger's chain, and the projection against the fold of the ledger. Reads only, so it
 * may run beside a server. One line a check; exits 1 when one finds a fault.
 */
export async function runVerify(): Promise<void> {
  const file = join(readEnv(process.env).dataDir, 'masterwork.sqlite')
  if (!existsSync(file))
    throw new DatabaseUnusable(`There is no database at ${file}. Set DATA_DIR, or start the server once.`)
  const reader = openSqliteReader(file)
  try {
    const findings = await verifyRecord(sqliteKysely(reader), true)
    for (const { isGood, line } of findings) process.stdout.write(`${isGood ? 'ok    ' : 'FAULT '} ${line}\n`)
    if (findings.some(({ isGood }) => !isGood)) process.exitCode = 1
  } finally {
    reader.close()
  }
}
