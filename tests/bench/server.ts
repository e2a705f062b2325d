import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from './load'

const entry = join(process.cwd(), 'build', 'server', 'main.js')
/** Accounts that `npm run sample` makes in a large organisation. */
export const largePassword = 'masterwork-sample'

/** A generated organisation in a folder of its own. */
export interface Dataset {
  readonly folder: string
  readonly database: string
  remove(): void
}

/** Makes an organisation of this size with the product's own generator. */
export function makeDataset(people: number, qualifications: number): Dataset {
  const folder = mkdtempSync(join(tmpdir(), `masterwork-bench-${people}x${qualifications}-`))
  const args = [entry, 'sample', '--people', String(people), '--qualifications', String(qualifications)]
  const made = spawnSync(process.execPath, args, { env: environment(folder), encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`The organisation could not be made: ${made.stderr}`)
  return {
    folder,
    database: join(folder, 'masterwork.sqlite'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export interface BenchServer {
  readonly url: string
  /** From the start of the process to its first answered request, in milliseconds. */
  readonly startedIn: number
  /** Resident memory in bytes. */
  memory(): number
  client(email: string): Promise<Client>
  stop(): Promise<void>
}

/** Starts the built server over a folder and waits for its first answer. */
export async function startServer(folder: string, args: readonly string[] = []): Promise<BenchServer> {
  const began = performance.now()
  const child = spawn(process.execPath, [entry, 'serve', ...args], { env: environment(folder) })
  const url = await announcedUrl(child)
  const probe = new Client(url)
  await probe.send({ path: '/sign-in' })
  const startedIn = performance.now() - began
  probe.close()
  return {
    url,
    startedIn,
    memory: () => residentBytes(child.pid),
    async client(email) {
      const client = new Client(url)
      const answer = await client.send({
        method: 'POST',
        path: '/sign-in',
        form: { intent: 'sign-in', email, password: largePassword },
      })
      const cookies = [answer.headers['set-cookie'] ?? []].flat()
      const session = cookies.find((cookie) => cookie.startsWith('masterwork='))
      if (!session)
        throw new Error(`${email} could not sign in: ${answer.status} ${answer.body.toString().slice(0, 300)}`)
      client.cookie = session.split(';')[0] ?? ''
      return client
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

function environment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'error',
    SAMPLE: '0',
    PUBLIC_URL: '',
  }
}

function announcedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Masterwork is at (\S+)/.exec(said)
      if (found?.[1]) resolve(found[1])
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
}

function residentBytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024
}
