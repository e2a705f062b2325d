import type { Action } from '~/domain/access'
import type { Id } from '~/domain/ids'
import type { Touched } from '~db/queries/change.server'
import { recordChanges } from '~db/queries/change.server'
import { findPerson, type Person } from '~db/queries/person.server'
import { findManagement } from '~db/queries/visible-people.server'
import { authorize, type CommandContext } from '../command.server'

/**
 * The person an act is about, when the actor may do it.
 * @throws NotFound, Forbidden
 */
export async function authorizeOnPerson(
  { tx, actor, today }: Pick<CommandContext, 'tx' | 'actor' | 'today'>,
  action: Action,
  personId: Id<'person'>,
): Promise<Person> {
  const { organisationId } = actor
  const person = await findPerson(tx, { organisationId, personId })
  const isSelf = personId === actor.personId
  const management = isSelf
    ? { isMyPerson: false }
    : await findManagement(tx, { organisationId, personId: actor.personId, subjectId: personId }, today)
  authorize(actor, action, { isSelf, isMyPerson: management.isMyPerson })
  return person
}

/** Tells the stream of changes what about a person was altered. */
export async function personChanged(
  { tx, actor, now }: Pick<CommandContext, 'tx' | 'actor' | 'now'>,
  kind: string,
  personIds: readonly Id<'person'>[],
  more: Omit<Touched, 'kind' | 'personId'> = {},
): Promise<void> {
  const by = { organisationId: actor.organisationId, actorId: actor.personId, at: now }
  await recordChanges(
    tx,
    by,
    personIds.map((personId) => ({ kind, personId, ...more })),
  )
}
