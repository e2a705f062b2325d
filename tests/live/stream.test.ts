import type { AppLoadContext } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quickSignOff } from '~/commands/quick-sign-off.server'
import type { Id } from '~/domain/ids'
import { liveStream } from '~/routes/live/live-stream.server'
import { readEnv } from '~/server/env.server'
import { createLog } from '~/server/log.server'
import { setServices, type Services } from '~/server/services.server'
import { sha256 } from '~/server/session.server'
import { findChangeSequence, recordChanges } from '~db/queries/change.server'
import { aBakery, takePart, type Bakery } from '../support/bakery'
import { aWorld, somebody, type World } from '../support/world'

describe('the event stream', () => {
  let world: World
  let bakery: Bakery
  let noor: Id<'person'>
  let mara: Id<'person'>
  let stopping: AbortController
  let closed: AbortController

  beforeEach(async () => {
    world = await aWorld('sqlite')
    bakery = await aBakery(world, { dough: {} })
    noor = await somebody(world, 'Noor Haddad')
    mara = await somebody(world, 'Mara Lind', { managerId: noor })
    await takePart(world, bakery, mara)
    await signIn(world, noor, 'noors-token')
    stopping = new AbortController()
    closed = new AbortController()
    const { db, queue, newId } = world
    const services: Partial<Services> = {
      db,
      queue,
      stopping,
      clock: { now: () => world.now, newId },
      log: createLog('silent'),
      env: readEnv({ DATA_DIR: '/nowhere' }),
    }
    setServices(services as Services)
  })
  afterEach(async () => {
    stopping.abort()
    await world.close()
  })

  const open = (cookie: string, headers: Record<string, string> = {}, search = '') => {
    const request = new Request(`http://masterwork.test/live${search}`, { headers: { cookie, ...headers } })
    const context: AppLoadContext = {
      closed: closed.signal,
      nonce: '',
      isDataRequest: false,
      requestId: 'r1',
      address: '',
    }
    return liveStream(request, context)
  }
  const signOff = () =>
    world.run(noor, quickSignOff, {
      programId: bakery.programId,
      personId: mara,
      qualificationId: bakery.qualification('dough'),
    })

  it('is for people with a session', async () => {
    expect((await open('')).status).toBe(401)
    expect((await open('masterwork=unknown.signature')).status).toBe(401)
  })

  it('is never cached or buffered, opens at once and carries a sign-off with its sequence', async () => {
    const after = await findChangeSequence(world.db, world.organisationId)
    const response = await open('masterwork=noors-token.signature', {}, `?after=${after}`)
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(response.headers.get('cache-control')).toContain('no-transform')
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    const reader = textOf(response)
    expect(await reader.until('open')).toContain('retry: 2000')
    await signOff()
    const text = await reader.until('event: rows')
    expect(text).toContain(`id: ${after + 1}\n`)
    expect(text).toContain('"actorName":"Noor Haddad"')
  })

  it('goes on from the last event the browser had', async () => {
    const before = await findChangeSequence(world.db, world.organisationId)
    await signOff()
    const response = await open('masterwork=noors-token.s', { 'Last-Event-ID': String(before) }, '?after=999')
    expect(await textOf(response).until('event: rows')).toContain('"met":1')
  })

  it.each([
    ['the browser goes away', () => closed.abort()],
    ['the server stops', () => stopping.abort()],
  ])('ends when %s', async (_, happen) => {
    const reader = textOf(await open('masterwork=noors-token.s', {}, '?after=0'))
    await reader.until('open')
    happen()
    expect(await reader.end()).toBe(true)
  })

  it('ends as soon as rights change under a session that is gone', async () => {
    const reader = textOf(await open('masterwork=noors-token.s'))
    await reader.until('open')
    await world.write(async (tx) => {
      await tx.deleteFrom('session').execute()
      const by = { organisationId: world.organisationId, actorId: null, at: world.now }
      await recordChanges(tx, by, [{ kind: 'right-ended', personId: noor }])
    })
    expect(await reader.end()).toBe(true)
  })
})

/** Reads the stream's text as it comes. */
function textOf(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  return {
    async until(part: string): Promise<string> {
      while (!text.includes(part) || !text.endsWith('\n\n')) {
        const { done, value } = await reader.read()
        if (done) throw new Error(`The stream ended before ${part}: ${text}`)
        text += decoder.decode(value, { stream: true })
      }
      return text
    },
    async end(): Promise<boolean> {
      for (;;) if ((await reader.read()).done) return true
    },
  }
}

async function signIn(world: World, personId: Id<'person'>, token: string): Promise<void> {
  const id = world.newId('account')
  const stamped = { created_at: world.now, updated_at: world.now }
  await world.write(async (tx) => {
    await tx
      .insertInto('account')
      .values({ id, name: '', email: `${id}@example.test`, email_verified: 0, image: null, ...stamped })
      .execute()
    await tx.updateTable('person').set({ account_id: id }).where('id', '=', personId).execute()
    await tx
      .insertInto('session')
      .values({
        id: `s-${id}`,
        token: sha256(token),
        account_id: id,
        expires_at: '2027-01-01T00:00:00.000Z',
        ip_address: null,
        user_agent: null,
        ...stamped,
      })
      .execute()
  })
}
