import type { Id } from '~/domain/ids'
import type { Db, Tx } from '../client.server'

type Program = { readonly organisationId: Id<'organisation'>; readonly programId: Id<'program'> }

export interface MapPosition {
  readonly qualificationId: Id<'qualification'>
  readonly x: number
  readonly y: number
}

/** Where qualifications were moved to on the map; the others are laid out automatically. */
export async function listMapPositions(db: Db, { organisationId, programId }: Program): Promise<MapPosition[]> {
  return db
    .selectFrom('map_position')
    .select(['qualification_id as qualificationId', 'x', 'y'])
    .where('organisation_id', '=', organisationId)
    .where('program_id', '=', programId)
    .orderBy('qualification_id')
    .execute()
}

/** Moves one. */
export async function upsertMapPosition(tx: Tx, at: Program & MapPosition): Promise<void> {
  await tx
    .insertInto('map_position')
    .values({
      organisation_id: at.organisationId,
      program_id: at.programId,
      qualification_id: at.qualificationId,
      x: at.x,
      y: at.y,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'program_id', 'qualification_id']).doUpdateSet({ x: at.x, y: at.y }),
    )
    .execute()
}

/** Forgets all positions of a program. */
export async function deleteMapPositions(tx: Tx, { organisationId, programId }: Program): Promise<void> {
  await tx
    .deleteFrom('map_position')
    .where('organisation_id', '=', organisationId)
    .where('program_id', '=', programId)
    .execute()
}
