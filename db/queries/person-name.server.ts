import type { Id } from '~/domain/ids'
import type { Db } from '../client.server'

/** The person's name, or '' for nobody of this organisation. */
export async function findPersonName(
  db: Db,
  organisationId: Id<'organisation'>,
  personId: Id<'person'>,
): Promise<string> {
  return (await listPersonNames(db, organisationId, [personId]))[personId] ?? ''
}

/** Names by person, of those given. */
export async function listPersonNames(
  db: Db,
  organisationId: Id<'organisation'>,
  personIds: Iterable<Id<'person'>>,
): Promise<Record<Id<'person'>, string>> {
  const ids = [...new Set(personIds)]
  const names: Record<Id<'person'>, string> = {}
  if (ids.length === 0) return names
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
  for (const row of rows) names[row.id] = row.name
  return names
}
