import type { Id } from '~/domain/ids'
import type { Tx } from '../client.server'

/** Replaces the roles a role leads to, in this order. */
export async function replaceNextRoles(
  tx: Tx,
  key: { readonly organisationId: Id<'organisation'>; readonly roleId: Id<'role'> },
  nextRoleIds: readonly Id<'role'>[],
): Promise<void> {
  await tx
    .deleteFrom('career_step')
    .where('organisation_id', '=', key.organisationId)
    .where('role_id', '=', key.roleId)
    .execute()
  for (const [position, next_role_id] of nextRoleIds.entries()) {
    await tx
      .insertInto('career_step')
      .values({ organisation_id: key.organisationId, role_id: key.roleId, next_role_id, position })
      .execute()
  }
}
