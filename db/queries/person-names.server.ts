import type { Id } from '~/domain/ids'
import type { Db } from '../client.server'

/** Names of these people of the organisation; who is not in it is left out. */
export async function listPersonNames(
  db: Db,
  organisationId: Id<'organisation'>,
  ids: readonly Id<'person'>[],
): Promise<Map<Id<'person'>, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
