import { Agent, request } from 'node:http'

/** What came back: status, headers as Node gives them, the body's bytes as sent. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

export interface Ask {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends requests to one server over kept-alive connections. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 })
  cookie = ''

  constructor(readonly url: string) {}

  send({ method = 'GET', path, form, headers }: Ask): Promise<Answer> {
    const body = form ? new URLSearchParams(form).toString() : undefined
    const { port, hostname } = new URL(this.url)
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.agent,
          hostname,
          port,
          path,
          method,
          headers: {
            'accept-encoding': 'gzip',
            ...(this.cookie ? { cookie: this.cookie } : {}),
            ...(body === undefined
              ? {}
              : {
                  'content-type': 'application/x-www-form-urlencoded',
                  'content-length': String(Buffer.byteLength(body)),
                  origin: this.url,
                }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
          )
          response.on('error', reject)
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}

export interface Measured {
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly perSecond: number
  readonly count: number
}

/**
 * Runs `act` `count` times from `clients` at once; the first tenth warms up and is not counted.
 * @param act gets a running number; it throws when the answer is not what it should be
 */
export async function measure(
  clients: number,
  count: number,
  act: (index: number) => Promise<unknown>,
): Promise<Measured> {
  const warmUp = Math.ceil(count / 10)
  let next = 0
  const times: number[] = []
  let startedAt = 0
  async function one(): Promise<void> {
    for (let index = next++; index < warmUp + count; index = next++) {
      if (index === warmUp) startedAt = performance.now()
      const began = performance.now()
      await act(index)
      if (index >= warmUp) times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: clients }, one))
  const seconds = (performance.now() - startedAt) / 1000
  times.sort((a, b) => a - b)
  return { p50: at(times, 0.5), p95: at(times, 0.95), perSecond: times.length / seconds, count: times.length }
}

/** The median of several rounds of the same measurement, by its p50. */
export async function medianOf(rounds: number, round: (index: number) => Promise<Measured>): Promise<Measured> {
  const all: Measured[] = []
  for (let index = 0; index < rounds; index += 1) all.push(await round(index))
  all.sort((a, b) => a.p50 - b.p50)
  const middle = all[Math.floor(all.length / 2)]
  if (!middle) throw new Error('No round was measured')
  return middle
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
