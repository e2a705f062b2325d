import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActionFunctionArgs } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addPerson } from '~/commands/people/add-person.server'
import { invitePerson } from '~/commands/people/invitation.server'
import { addTeam } from '~/commands/people/team.server'
import type { ActionResult } from '~/domain/result'
import { invitationAction, invitationPage } from '~/routes/sign-in/invitation-page.server'
import { signInAction } from '~/routes/sign-in/sign-in-action.server'
import { signInPage } from '~/routes/sign-in/sign-in-page.server'
import { welcomeAction } from '~/routes/welcome/welcome-action.server'
import { closeAccounts } from '~/server/accounts.server'
import { readEnv } from '~/server/env.server'
import { runCommand } from '~/server/guard.server'
import { openServices, setServices, type Services } from '~/server/services.server'
import { findSession } from '~/server/session.server'
import { deleteSessions } from '~db/queries/session.server'

const password = 'a quiet river at dawn'
const founder = {
  intent: 'create',
  organisation: 'Tidewater Boats',
  timeZone: 'Europe/Lisbon',
  name: 'Ines Duarte',
  email: 'ines@tidewater.example',
  password,
}
let dataDir: string
let services: Services

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'masterwork-sign-in-'))
  services = await openServices(readEnv({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))
  setServices(services)
})

afterEach(async () => {
  await closeAccounts(services)
  await services.close()
  rmSync(dataDir, { recursive: true })
})

const context = () => ({
  closed: new AbortController().signal,
  nonce: '',
  isDataRequest: false,
  requestId: 'test',
  address: '192.0.2.1',
})

function posted(fields: Record<string, string>, params: Record<string, string> = {}): ActionFunctionArgs {
  const body = new URLSearchParams(fields)
  const request = new Request('http://masterwork.invalid/', { method: 'POST', body })
  return { request, params, context: context() }
}

async function answerOf(response: Response): Promise<Extract<ActionResult, { ok: false }>> {
  return (await response.json()) as Extract<ActionResult, { ok: false }>
}

async function sessionOf(response: Response) {
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return findSession(new Request('http://masterwork.invalid/', { headers: { cookie } }), context())
}

describe('the first run', () => {
  it('creates the organisation; its creator is signed in as administrator and designer', async () => {
    const response = await welcomeAction(posted(founder))
    expect(response.status).toBe(302)
    const session = await sessionOf(response)
    expect(session?.actor).toMatchObject({ isAdministrator: true, isDesigner: true, isAuditor: false })
    expect(session?.signedIn.organisation).toMatchObject({ name: 'Tidewater Boats', isSample: false })
    const events = await services.db.selectFrom('ledger_event').select('kind').execute()
    expect(events.map((one) => one.kind)).toEqual(['granted', 'granted'])
  })

  it('is closed to everybody after that, also for two at the same moment', async () => {
    const other = { ...founder, email: 'other@tidewater.example' }
    const answers = await Promise.all([welcomeAction(posted(founder)), welcomeAction(posted(other))])
    expect(answers.map((one) => one.status).sort()).toEqual([302, 409])
    const third = await welcomeAction(posted({ ...founder, email: 'third@tidewater.example' }))
    expect(await answerOf(third)).toMatchObject({ problem: { code: 'organisation-exists' } })
    expect((await welcomeAction(posted({ intent: 'sample' }))).status).toBe(409)
    expect(await services.db.selectFrom('account').select('id').execute()).toHaveLength(1)
  })

  it('keeps what was typed, but not the password, and says what is wrong beside the field', async () => {
    const response = await welcomeAction(posted({ ...founder, timeZone: 'Mars/Olympus', email: 'ines' }))
    expect(response.status).toBe(422)
    const answer = await answerOf(response)
    expect(answer.values).toMatchObject({ organisation: 'Tidewater Boats', password: '' })
    expect(answer.fieldErrors).toEqual({ timeZone: ['not-a-zone'], email: ['not-an-email'] })
    const weak = await answerOf(await welcomeAction(posted({ ...founder, password: 'tidewater-boats' })))
    expect(weak.fieldErrors).toEqual({ password: ['password-own'] })
  })
})

describe('the sign-in form', () => {
  beforeEach(() => welcomeAction(posted(founder)))
  const typed = { intent: 'sign-in', email: founder.email, password }

  it.each([
    ['/people?q=a', '/people?q=a'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['https://evil.example/', '/'],
    ['', '/'],
  ])('goes on to %s only inside the product', async (to, expected) => {
    const response = await signInAction(posted({ ...typed, to }))
    expect(response.headers.get('location')).toBe(expected)
  })

  it('refuses alike what is wrong, keeps the address and never the password', async () => {
    for (const wrong of [{ password: 'not this one at all' }, { email: 'nobody@tidewater.example' }]) {
      const response = await signInAction(posted({ ...typed, ...wrong }))
      expect(response.status).toBe(401)
      const answer = await answerOf(response)
      expect(answer.problem).toEqual({ code: 'wrong-credentials' })
      expect(Object.keys(answer.values)).toEqual(['email'])
    }
  })

  it('offers nobody of a sample while none is loaded', async () => {
    expect(await signInPage(services.db)).toMatchObject({ sample: [], isEmpty: false })
    const response = await signInAction(posted({ intent: 'sample', role: 'administrator' }))
    expect(await answerOf(response)).toMatchObject({ problem: { code: 'sample-absent' } })
  })
})

describe('a session that ended while a command waited', () => {
  it('records nothing any more', async () => {
    const session = await sessionOf(await welcomeAction(posted(founder)))
    if (!session) throw new Error('expected a session')
    await services.queue.write(null, (tx) => deleteSessions(tx, session.signedIn.accountId))
    const late = runCommand(session, addTeam, { name: 'Rigging', siteId: null, newSite: null })
    await expect(late).rejects.toMatchObject({ status: 401 })
    expect(await services.db.selectFrom('team').select('id').execute()).toEqual([])
  })
})

describe('an invitation', () => {
  async function invited() {
    const session = await sessionOf(await welcomeAction(posted(founder)))
    if (!session) throw new Error('expected a session')
    const details = { name: 'Rui Matos', employment: 'employee' as const, startsOn: session.today }
    const rest = {
      staffNumber: null,
      employer: null,
      employmentEndsOn: null,
      teamId: null,
      managerId: null,
      roleId: null,
    }
    const added = await runCommand(session, addPerson, { ...details, ...rest, email: 'rui@tidewater.example' })
    if (!added.ok) throw new Error(added.problem.code)
    const made = await runCommand(session, invitePerson, { personId: added.value.personId })
    if (!made.ok) throw new Error(made.problem.code)
    return { token: made.value.token, personId: added.value.personId }
  }

  it('says whom it is for, makes the account and signs in as that person, once', async () => {
    const { token, personId } = await invited()
    expect(await invitationPage(token)).toMatchObject({ isUsable: true, personName: 'Rui Matos' })
    const weak = await invitationAction(posted({ password: 'short' }, { token }))
    expect(await answerOf(weak)).toMatchObject({ fieldErrors: { password: ['password-short'] } })
    const fields = { password, personId: 'pers_0000000000', email: 'mallory@evil.example' }
    const session = await sessionOf(await invitationAction(posted(fields, { token })))
    expect(session?.signedIn).toMatchObject({ personId, personName: 'Rui Matos' })
    expect(session?.actor).toMatchObject({ isAdministrator: false, isDesigner: false })
    expect(await invitationPage(token)).toEqual({ isUsable: false, code: 'already-accepted' })
    const again = await invitationAction(posted({ password }, { token }))
    expect(again.status).toBe(409)
    expect(await invitationPage('a-made-up-token')).toEqual({ isUsable: false, code: 'invitation-unknown' })
  })

  it('accepted twice at the same moment makes one account', async () => {
    const { token } = await invited()
    const answers = await Promise.all([1, 2].map(() => invitationAction(posted({ password }, { token }))))
    expect(answers.map((one) => one.status).sort()).toEqual([302, 409])
    expect(await services.db.selectFrom('account').select('id').execute()).toHaveLength(2)
  })
})
