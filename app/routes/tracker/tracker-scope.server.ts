import { authorize } from '~/commands/command.server'
import type { PageContext } from '~/server/guard.server'
import { listMyPeople, visiblePeople, type VisiblePeople } from '~db/queries/visible-people.server'

/**
 * Whose lines a tracker shows. `/tracker` is "my people" for whoever has any; a program's tracker is everybody one may
 * see, which for a designer or auditor is the organisation. @throws Forbidden
 */
export async function trackerScope({ db, actor, today }: PageContext, isMine: boolean): Promise<VisiblePeople> {
  authorize(actor, 'read-status', { isSelf: true })
  if (isMine && actor.managesPeople) return { isEverybody: false, ids: await listMyPeople(db, actor, today) }
  return visiblePeople(db, actor, 'read-status', today)
}
