import { can, type Actor } from '~/domain/access'
import { Forbidden } from '~/domain/refusals'

/**
 * Lists of people are for administrators, designers and auditors (everybody) and for managers (their people).
 * @throws Forbidden for all others
 */
export function authorizeListing(actor: Actor): void {
  if (actor.isAdministrator || actor.isDesigner || actor.isAuditor || actor.managesPeople) return
  throw new Forbidden('forbidden')
}

/** Whether the actor may add and edit people and teams at all. */
export function mayEditPeople(actor: Actor): boolean {
  return can(actor, 'edit-person').allowed
}
