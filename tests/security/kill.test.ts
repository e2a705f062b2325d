import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Client } from '../bench/load'
import { openCells, type Cell } from '../bench/open-cells'
import { startProduct, type Product } from '../e2e/support/product'

/**
 * The server is killed in the middle of its work, again and again: whatever was answered with success must be in the
 * record afterwards, and the record must prove itself (SECURITY T2).
 */
const cycles = 20
const clients = 8
const route = encodeURIComponent('routes/tracker/cell.route')

let folder: string
let seed: number

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'masterwork-kill-'))
  seed = Date.now() % 100_000
  cli('sample', '--people', '200', '--qualifications', '60')
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it(`loses no acknowledged sign-off over ${cycles} kills under ${clients} writing clients`, async () => {
  const cells = openCells(join(folder, 'masterwork.sqlite'))
  const acknowledged: Cell[] = []
  const random = mulberry(seed)
  let next = 0
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const product = await startProduct(folder)
    const client = await signedIn(product)
    let isKilled = false
    const before = acknowledged.length
    async function write(): Promise<void> {
      while (!isKilled) {
        const cell = cells[next++]
        if (!cell) return
        try {
          const answer = await signOff(client, cell)
          if (answer.status === 200) acknowledged.push(cell)
          else throw new Error(`A sign-off answered ${answer.status}: ${answer.body.toString()}`)
        } catch (error) {
          // The connection broke because the server is gone; anything else is a fault of the product.
          if (!isKilled) throw error
        }
      }
    }
    const writers = Array.from({ length: clients }, write)
    await enoughWork(() => acknowledged.length - before, 3 + Math.floor(random() * 25))
    isKilled = true
    await product.kill()
    await Promise.all(writers)
    client.close()
  }
  // One more start: the last kill is recovered from as well.
  await (await startProduct(folder)).stop()
  expect(acknowledged.length).toBeGreaterThan(cycles * 3)
  expect(`seed ${seed}: ${lost(acknowledged).length} lost`).toBe(`seed ${seed}: 0 lost`)
  expect(cli('verify')).toBe(0)
}, 240_000)

it('would notice: verify fails when a recorded sign-off is taken out of the file', () => {
  const database = new Database(join(folder, 'masterwork.sqlite'))
  database.exec('drop trigger ledger_event_no_delete')
  database.exec(
    "delete from ledger_event where sequence = (select max(sequence) from ledger_event where kind = 'mastered')",
  )
  database.close()
  expect(cli('verify')).toBe(1)
})

/** Acknowledged cells without their event. */
function lost(acknowledged: readonly Cell[]): Cell[] {
  const database = new Database(join(folder, 'masterwork.sqlite'), { readonly: true })
  const find = database.prepare(
    `select 1 from ledger_event e join standing s on s.person_id = e.person_id and s.qualification_id = e.qualification_id
     where e.kind = 'mastered' and e.person_id = ? and e.qualification_id = ? and s.proven_on is not null`,
  )
  const missing = acknowledged.filter((cell) => find.get(cell.personId, cell.qualificationId) === undefined)
  database.close()
  return missing
}

async function signedIn(product: Product): Promise<Client> {
  const client = new Client(product.url)
  const answer = await client.send({
    method: 'POST',
    path: '/sign-in',
    form: { intent: 'sign-in', email: 'admin@large.test', password: 'masterwork-sample' },
  })
  const cookie = [answer.headers['set-cookie'] ?? []].flat().find((one) => one.startsWith('masterwork='))
  // The account's own limit slows many sign-ins down; the session of the first start is still good then.
  if (cookie) session = cookie.split(';')[0] ?? ''
  client.cookie = session
  return client
}
let session = ''

function signOff(client: Client, { programId, personId, qualificationId }: Cell) {
  return client.send({
    method: 'POST',
    path: `/programs/${programId}/cells/${personId}/${qualificationId}?_data=${route}`,
    form: { intent: 'quick-sign-off', stay: '1' },
  })
}

/** Waits until so much was acknowledged; the kill comes at a different moment of the batch each time. */
async function enoughWork(done: () => number, wanted: number): Promise<void> {
  const patience = performance.now() + 20_000
  while (done() < wanted && performance.now() < patience) await new Promise((resolve) => setImmediate(resolve))
}

function cli(...args: readonly string[]): number | null {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
    PUBLIC_URL: '',
  }
  return spawnSync(process.execPath, ['build/server/main.js', ...args], { env, stdio: 'ignore' }).status
}

/** Small seeded randomness, so that a failing run can be repeated. */
function mulberry(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
