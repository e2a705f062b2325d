import type { Id } from '~/domain/ids'
import type { Db, Tx } from '../client.server'

type Program = { readonly organisationId: Id<'organisation'>; readonly programId: Id<'program'> }
type CoverageKey = Program & { readonly qualificationId: Id<'qualification'>; readonly teamId: Id<'team'> }

export interface CoverageMinimum {
  readonly qualificationId: Id<'qualification'>
  readonly teamId: Id<'team'>
  readonly minimum: number
}

/** How many of each team must hold each qualification, where a number was set. */
export async function listCoverage(db: Db, { organisationId, programId }: Program): Promise<CoverageMinimum[]> {
  return db
    .selectFrom('coverage_minimum')
    .select(['qualification_id as qualificationId', 'team_id as teamId', 'minimum'])
    .where('organisation_id', '=', organisationId)
    .where('program_id', '=', programId)
    .orderBy('qualification_id')
    .orderBy('team_id')
    .execute()
}

export async function upsertCoverage(tx: Tx, at: CoverageKey, minimum: number): Promise<void> {
  await tx
    .insertInto('coverage_minimum')
    .values({
      organisation_id: at.organisationId,
      program_id: at.programId,
      qualification_id: at.qualificationId,
      team_id: at.teamId,
      minimum,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'program_id', 'qualification_id', 'team_id']).doUpdateSet({ minimum }),
    )
    .execute()
}

export async function deleteCoverage(tx: Tx, at: CoverageKey): Promise<void> {
  await tx
    .deleteFrom('coverage_minimum')
    .where('organisation_id', '=', at.organisationId)
    .where('program_id', '=', at.programId)
    .where('qualification_id', '=', at.qualificationId)
    .where('team_id', '=', at.teamId)
    .execute()
}
