import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct, type Product } from '../e2e/support/product'

let product: Product
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'masterwork-edge-'))
  product = await startProduct(folder)
})
afterAll(async () => {
  await product.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Sent {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** Sends exactly these headers: `fetch` would add its own `Sec-Fetch-*`. */
function send(
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Sent> {
  const { hostname, port } = new URL(product.url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('requests from elsewhere', () => {
  const targets = [
    '/sign-in',
    '/sign-out',
    '/welcome',
    '/tracker',
    '/nowhere',
    '/sign-in?_data=routes%2Fsign-in%2Fsign-in.route',
  ]
  const origins: Readonly<Record<string, Record<string, string>>> = {
    'a foreign origin': { origin: 'https://evil.example' },
    'no origin at all': {},
    'a null origin': { origin: 'null' },
    'a cross-site fetch': { 'sec-fetch-site': 'cross-site' },
    'a sibling domain': { 'sec-fetch-site': 'same-site' },
    'a link typed by hand': { 'sec-fetch-site': 'none' },
    'our name with another scheme': { origin: 'https://127.0.0.1' },
    'our name with another port': { origin: 'http://127.0.0.1:1' },
    'a forged forwarded host': {
      origin: 'https://evil.example',
      'x-forwarded-host': 'evil.example',
      host: 'evil.example',
    },
    'an own origin but a cross-site fetch': { origin: 'OWN', 'sec-fetch-site': 'cross-site' },
  }
  it.each(Object.keys(origins))('are refused on every unsafe method of every route: %s', async (name) => {
    const headers = Object.fromEntries(
      Object.entries(origins[name] ?? {}).map(([key, value]) => [key, value === 'OWN' ? product.url : value]),
    )
    for (const path of targets) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await send(path, { method, headers, body: '' })
        expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 403`)
      }
    }
  })

  it('are let through from our own pages', async () => {
    const headers = {
      origin: product.url,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    }
    const answer = await send('/sign-in', {
      method: 'POST',
      headers,
      body: 'intent=sign-in&email=nobody@example.org&password=not-the-password',
    })
    expect(answer.status).not.toBe(403)
  })

  it('get an answer by which a form keeps its input', async () => {
    const answer = await send('/sign-in?_data=routes%2Fsign-in%2Fsign-in.route', { method: 'POST' })
    expect(answer.headers['x-remix-response']).toBe('yes')
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, problem: { code: 'foreign-origin' } })
  })
})

describe('every answer', () => {
  it.each(['/sign-in', '/nowhere', '/favicon.svg', '/healthz', '/%ff', `/${'a'.repeat(3000)}`])(
    'carries the security headers: %s',
    async (path) => {
      const { headers } = await send(path)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
      expect(headers['referrer-policy']).toBe('same-origin')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  it('has a nonce of its own, and every script carries it', async () => {
    const [one, two] = [await send('/welcome'), await send('/welcome')]
    const nonceOf = (answer: Sent) => /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1]
    expect(nonceOf(one)).not.toBe(nonceOf(two))
    const scripts = [...one.body.matchAll(/<script[^>]*>/g)].map((match) => match[0])
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((script) => !script.includes(`nonce="${nonceOf(one)}"`))).toEqual([])
  })

  it('is not kept by anybody when it is a page', async () => {
    expect((await send('/sign-in')).headers['cache-control']).toBe('no-store')
  })
})

describe('limits before the framework', () => {
  const own = () => ({ origin: product.url, 'content-type': 'application/x-www-form-urlencoded' })

  it('cuts a form off at 64 kB, whatever length it stated', async () => {
    const big = `email=${'a'.repeat(70 * 1024)}`
    expect((await send('/sign-in', { method: 'POST', headers: own(), body: big })).status).toBe(413)
    const chunked = { ...own(), 'transfer-encoding': 'chunked' }
    expect((await send('/sign-in', { method: 'POST', headers: chunked, body: big })).status).toBe(413)
  })

  it('does not take in what it refuses: memory stays, others are served', async () => {
    const before = memoryOf(product)
    const huge = 'a'.repeat(30 * 1024 * 1024)
    await send('/sign-in', { method: 'POST', headers: own(), body: huge }).catch(() => undefined)
    expect((await send('/healthz')).status).toBe(200)
    expect(memoryOf(product) - before).toBeLessThan(50 * 1024 * 1024)
  })

  it('refuses addresses too long, too many parameters, unknown methods and broken escapes', async () => {
    expect((await send(`/tracker?q=${'a'.repeat(2100)}`)).status).toBe(414)
    expect((await send(`/tracker?${'a=1&'.repeat(60)}`)).status).toBe(414)
    expect((await send('/tracker', { method: 'PROPFIND' })).status).toBe(405)
    expect((await send('/%ff')).status).toBe(400)
  })

  it.each(['//', '//[', '//evil.example/tracker', '/\\evil.example', '/invitations/%00', '/tracker?q=%00'])(
    'refuses an address that names another host, none, or NUL: %s',
    async (path) => {
      expect((await send(path)).status).toBe(400)
    },
  )

  it.each([
    ['application/json', '{"intent":"sign-in"}'],
    ['multipart/form-data', 'anything'],
    ['multipart/form-data; boundary=x', 'not what it says'],
    ['text/plain', 'intent=sign-in'],
    ['application/x-www-form-urlencoded', 'intent=create&__proto__.isAdministrator=on'],
    ['application/x-www-form-urlencoded', 'intent=create&__intent__=%7B'],
    ['application/x-www-form-urlencoded', 'intent=create&__state__=%7B'],
    ['application/x-www-form-urlencoded', `intent=create&name${'[0]'.repeat(15_000)}=1`],
    ['application/x-www-form-urlencoded', 'intent=create&name=Ines%00Duarte'],
  ])('refuses what is no form of ours, as a page and as data: %s %.60s', async (type, body) => {
    for (const path of ['/welcome', '/sign-in?_data=routes%2Fsign-in%2Fsign-in.route']) {
      const answer = await send(path, { method: 'POST', headers: { ...own(), 'content-type': type }, body })
      expect(answer.status).toBe(400)
      expect(answer.body).toMatch(/could not be read|"malformed"/)
    }
  })

  it('is not held up by a field with a huge index', async () => {
    const body = 'intent=create&name[4294967294].x=1'
    const answer = await send('/welcome', { method: 'POST', headers: own(), body })
    expect(answer.status).toBe(400)
    expect((await send('/healthz')).status).toBe(200)
  })

  it('takes a form from behind a proxy that names itself as the host', async () => {
    const headers = { ...own(), host: 'masterwork.internal:8080' }
    const path = '/sign-in?_data=routes%2Fsign-in%2Fsign-in.route'
    const answer = await send(path, { method: 'POST', headers, body: 'intent=sign-in&email=a%40b.example' })
    expect(answer.status).toBe(422)
  })

  it('takes an empty form, whatever kind it says it is', async () => {
    const headers = { origin: product.url, 'content-type': 'text/plain' }
    expect((await send('/sign-out', { method: 'POST', headers })).status).toBe(302)
  })

  it('knows none of the framework paths that one request can block', async () => {
    expect((await send('/__manifest?p=/tracker')).status).toBe(404)
    expect((await send('/tracker.data')).status).toBe(404)
  })

  it('answers bad data requests without a stack', async () => {
    for (const path of ['/sign-in?_data=nowhere', '/sign-in?_data=', '/tracker?_data=root&_data=root']) {
      const answer = await send(path)
      expect(answer.status).toBeLessThan(501)
      expect(answer.body).not.toMatch(/\bat .*\.(js|ts):\d+/)
    }
  })
})

describe('redirects', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '%2f%2fevil.example',
  ])('never leave the origin: %s', async (target) => {
    const answer = await send(`/sign-in?to=${encodeURIComponent(target)}`)
    expect(answer.body).not.toMatch(/(href|action)="[^"]*evil\.example/)
    expect(String(answer.headers.location ?? '/')).toMatch(/^\/(?!\/)/)
  })
})

/** Resident memory of the server, read from the system where it tells. */
function memoryOf(_product: Product): number {
  const pid = readFileSync(join(folder, 'masterwork.lock'), 'utf8')
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
