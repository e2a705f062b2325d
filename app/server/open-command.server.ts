import type { Instant } from '~/domain/calendar-date'
import type { Id, NewId } from '~/domain/ids'
import type { Problem, Result } from '~/domain/result'
import type { Tx } from '~db/client.server'
import { services } from './services.server'
import { Undone } from './write-queue.server'

/**
 * Runs what somebody does before they are signed in (first run, invitation) in one transaction; a refused answer undoes
 * what was written. Everything else goes through `guard`.
 */
export function runOpenCommand<T, P extends Problem>(
  organisationId: Id<'organisation'>,
  work: (context: { tx: Tx; now: Instant; newId: NewId }) => Promise<Result<T, P>>,
): Promise<Result<T, P>> {
  const { queue, clock } = services()
  return queue.write<Result<T, P>>(organisationId, async (tx) => {
    const answer = await work({ tx, now: clock.now(), newId: clock.newId })
    if (!answer.ok) throw new Undone(answer)
    return answer
  })
}
