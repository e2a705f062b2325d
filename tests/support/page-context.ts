import type { Id } from '~/domain/ids'
import type { PageContext } from '~/server/guard.server'
import { findActor } from '~db/queries/actor.server'
import type { World } from './world'

/** What the guard gives a read model when this person asks for an address, with the rights the database gives them. */
export async function pageContext(
  world: World,
  personId: Id<'person'>,
  address: string,
  params: PageContext['params'] = {},
): Promise<PageContext> {
  const { db, organisationId, now } = world
  const today = world.today()
  const url = new URL(address, 'http://127.0.0.1')
  const person = await db.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirstOrThrow()
  const accountId = 'acct_000000000000' as const
  return {
    db,
    actor: await findActor(db, { organisationId, personId, accountId: null }, today),
    signedIn: {
      sessionId: 'session',
      accountId,
      personId,
      personName: person.name,
      organisation: { id: organisationId, name: 'Brightwater', timeZone: 'Europe/Berlin', isSample: false },
      startsAt: now,
      seenAt: now,
      expiresAt: now,
      leavesOn: null,
    },
    now,
    today,
    request: new Request(url),
    url,
    params,
    context: {
      closed: new AbortController().signal,
      nonce: '',
      isDataRequest: false,
      requestId: 'request',
      address: '127.0.0.1',
    },
  }
}
