import type { Id } from '~/domain/ids'
import type { Db } from '../client.server'
import { listPersonNames } from './person-names.server'

/** The person's name, or '' for nobody of this organisation. */
export async function findPersonName(
  db: Db,
  organisationId: Id<'organisation'>,
  personId: Id<'person'>,
): Promise<string> {
  return (await listPersonNames(db, organisationId, [personId])).get(personId) ?? ''
}
