import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { designSteps } from '~/domain/vocabulary'
import { startProduct, type Product } from '../e2e/support/product'

/**
 * Every address of the table, asked for by people who must not see it. The list is read from `app/routes.ts`, so a new
 * route is tested from its first day (SECURITY T24, T25).
 */
const table = [...readFileSync('app/routes.ts', 'utf8').matchAll(/route\(\s*'([^']+)',\s*'([^']+)\.tsx'/g)].map(
  ([, path = '', id = '']) => ({ path: path.startsWith('/') || path === '*' ? path : `/queue/${path}`, id }),
)
const open = new Set(['/', '/welcome', '/sign-in', '/sign-out', '/invitations/:token', '*'])
const guardedRoutes = table.filter((route) => !open.has(route.path))
const owned = guardedRoutes.filter((route) => route.path.includes(':'))

let product: Product
let folder: string
let stranger: string
let foreign: Record<string, string>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'masterwork-routes-'))
  product = await startProduct(folder, { SAMPLE: '1' })
  stranger = await createOwnOrganisation()
  foreign = sampleIds()
})
afterAll(async () => {
  await product.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('without a session', () => {
  it.each(guardedRoutes)('$path sends documents to the sign-in page and answers 401 to data', async ({ path, id }) => {
    const document = await get(filled(path))
    // A stream is no document: its reader is a script.
    const expected = path === '/live' ? [401, undefined] : [302, '/sign-in']
    expect([document.status, document.headers.get('location')?.split('?')[0]]).toEqual(expected)
    const data = await get(`${filled(path)}?_data=${encodeURIComponent(id)}`)
    expect(data.status).toBe(401)
    expect(await data.text()).toMatch(/signed-out|^$/)
  })

  it.each(guardedRoutes)('$path takes no form', async ({ path, id }) => {
    const answer = await post(`${filled(path)}?_data=${encodeURIComponent(id)}`, { intent: 'anything' })
    // A route without an action answers 405 by itself.
    expect([401, 405]).toContain(answer.status)
  })
})

describe('with every right of another organisation', () => {
  it.each(owned)('$path is absent', async ({ path, id }) => {
    for (const address of [filled(path), `${filled(path)}?_data=${encodeURIComponent(id)}`]) {
      const answer = await get(address, stranger)
      expect(`${address} ${answer.status}`).toBe(`${address} 404`)
      expect(await answer.text()).not.toMatch(/Skarvik|Boatyard/)
    }
  })

  it('every step of a design is absent', async () => {
    for (const step of designSteps) {
      const answer = await get(`/programs/${foreign.programId}/design/${step}`, stranger)
      expect(`${step} ${answer.status}`).toBe(`${step} 404`)
    }
  })

  it('lists hold nothing of the sample', async () => {
    for (const path of ['/people', '/teams', '/programs', '/tracker', '/queue', '/my-path']) {
      const answer = await get(path, stranger)
      expect(await answer.text()).not.toMatch(/Skarvik|Noor Haddad|Jonas Reyes/)
    }
  })
})

function get(path: string, cookie = ''): Promise<Response> {
  return fetch(product.url + path, { redirect: 'manual', headers: cookie ? { cookie } : {} })
}

function post(path: string, form: Record<string, string>, cookie = ''): Promise<Response> {
  return fetch(product.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: product.url, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
    body: new URLSearchParams(form),
  })
}

/** The address with ids of the sample in place of its parameters. */
function filled(path: string): string {
  return path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'step' ? 'role' : (foreign?.[name] ?? `${name}_unknown`),
  )
}

async function createOwnOrganisation(): Promise<string> {
  const answer = await post('/welcome', {
    intent: 'create',
    organisation: 'Somewhere Else',
    timeZone: 'Europe/Berlin',
    name: 'Ada Stranger',
    email: 'ada@elsewhere.example',
    password: 'a long enough sentence',
  })
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('masterwork='))
  if (!cookie) throw new Error(`No organisation was created: ${answer.status} ${await answer.text()}`)
  return cookie.split(';')[0] ?? ''
}

function sampleIds(): Record<string, string> {
  const database = new Database(join(folder, 'masterwork.sqlite'), { readonly: true })
  const sample = database.prepare('select id from organisation where is_sample = 1').pluck().get() as string
  const first = (table: string) =>
    database.prepare(`select id from "${table}" where organisation_id = ? limit 1`).pluck().get(sample) as string
  const cell = database
    .prepare(
      `select v.program_id as programId, r.qualification_id as qualificationId, a.person_id as personId
       from program_version v join requirement r on r.program_version_id = v.id
       join program p on p.id = v.program_id join assignment a on a.role_id = p.role_id and a.to_on is null
       where v.state = 'published' and v.organisation_id = ? limit 1`,
    )
    .get(sample) as Record<string, string>
  const ids = { ...cell, demonstrationId: first('demonstration'), teamId: first('team') }
  database.close()
  return ids
}
