import type { CommandContext } from '~/commands/command.server'
import type { Id } from '~/domain/ids'
import { placeInOrder } from '~db/queries/design-rows.server'
import type { OpenDraft } from './open-draft.server'

type Placed = { readonly id: Id<'requirement'>; readonly groupId: Id<'requirement-group'> | null }

/**
 * Writes the order of the columns: group after group, what is in no group last, and within a group as given. So one
 * position per requirement is enough for every screen.
 */
export async function placeColumns(
  context: CommandContext,
  opened: OpenDraft,
  requirements: readonly Placed[],
  groupIds: readonly Id<'requirement-group'>[] = opened.design.groups.map(({ id }) => id),
): Promise<void> {
  const rankOf = ({ groupId }: Placed) => {
    const rank = groupId === null ? -1 : groupIds.indexOf(groupId)
    return rank === -1 ? groupIds.length : rank
  }
  const order = requirements.toSorted((a, b) => rankOf(a) - rankOf(b)).map(({ id }) => id)
  await placeInOrder(context.tx, { organisationId: opened.organisationId, table: 'requirement' }, order)
}
