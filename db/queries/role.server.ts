import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import type { Db } from '../client.server'

/** @throws NotFound when the organisation has no such role */
export async function findRole(
  db: Db,
  key: { organisationId: Id<'organisation'>; roleId: Id<'role'> },
): Promise<{ id: Id<'role'>; title: string }> {
  const row = await db
    .selectFrom('role')
    .select(['id', 'title'])
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.roleId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}
