import { mayEver, type Actor } from '~/domain/access'
import { services } from '~/server/services.server'
import type { Session } from '~/server/session.server'
import { countWaiting } from '~db/queries/queue.server'

/** The areas of the product, in the order of the navigation. */
export type Area = 'my-path' | 'tracker' | 'queue' | 'programs' | 'people'

/** What the frame around every page shows. */
export interface FrameView {
  readonly personName: string
  readonly organisationName: string
  readonly isSample: boolean
  readonly areas: readonly { readonly key: Area; readonly waiting: number }[]
}

/** The frame for a signed-in person; areas one may never enter are left out. */
export async function framePage({ actor, signedIn, today }: Session): Promise<FrameView> {
  const waiting = await countWaiting(services().db, actor, today)
  return {
    personName: signedIn.personName,
    organisationName: signedIn.organisation.name,
    isSample: signedIn.organisation.isSample,
    areas: areasOf(actor).map((key) => ({ key, waiting: key === 'queue' ? waiting : 0 })),
  }
}

/** The areas an actor may enter, first the one that is theirs: designers see Programs first, managers Tracker, others My path. */
export function areasOf(actor: Actor): readonly Area[] {
  const areas: Area[] = ['my-path']
  if (actor.managesPeople || actor.isDesigner || actor.isAuditor) areas.push('tracker')
  areas.push('queue')
  if (mayEver(actor, 'edit-draft') || actor.isAuditor) areas.push('programs')
  if (mayEver(actor, 'edit-person') || actor.managesPeople || actor.isAuditor) areas.push('people')
  return areas
}
