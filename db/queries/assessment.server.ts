import type { Insertable, Selectable } from 'kysely'
import type { Id } from '~/domain/ids'
import type { VerdictOnCriterion } from '~/domain/sittings'
import type { CriterionVerdict } from '~/domain/vocabulary'
import type { Db, Tx } from '../client.server'
import type { AssessmentRow } from '../schema/record'

/** Keeps one sitting with its verdicts. Every assessment is kept; nothing in it changes afterwards. */
export async function insertAssessment(
  tx: Tx,
  row: Insertable<AssessmentRow>,
  verdicts: readonly VerdictOnCriterion[],
): Promise<void> {
  await tx.insertInto('assessment').values(row).execute()
  if (verdicts.length === 0) return
  await tx
    .insertInto('criterion_verdict')
    .values(
      verdicts.map(({ criterionId, verdict }) => ({
        organisation_id: row.organisation_id,
        assessment_id: row.id,
        criterion_id: criterionId,
        verdict,
      })),
    )
    .execute()
}

export interface KeptAssessment {
  readonly row: Selectable<AssessmentRow>
  readonly criteria: readonly { readonly text: string; readonly verdict: CriterionVerdict }[]
}

/** All sittings of one person and qualification, oldest first, with the criteria as they were worded. */
export async function listAssessments(
  db: Db,
  of: {
    organisationId: Id<'organisation'>
    personId: Id<'person'>
    qualificationId: Id<'qualification'>
  },
): Promise<KeptAssessment[]> {
  const rows = await db
    .selectFrom('assessment')
    .selectAll()
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('qualification_id', '=', of.qualificationId)
    .orderBy('signed_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const verdicts = await db
    .selectFrom('criterion_verdict')
    .innerJoin('criterion', (join) =>
      join
        .onRef('criterion.organisation_id', '=', 'criterion_verdict.organisation_id')
        .onRef('criterion.id', '=', 'criterion_verdict.criterion_id'),
    )
    .select(['criterion_verdict.assessment_id', 'criterion_verdict.verdict', 'criterion.text'])
    .where('criterion_verdict.organisation_id', '=', of.organisationId)
    .where(
      'criterion_verdict.assessment_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('criterion.level')
    .orderBy('criterion.position')
    .execute()
  return rows.map((row) => ({
    row,
    criteria: verdicts.filter((one) => one.assessment_id === row.id).map(({ text, verdict }) => ({ text, verdict })),
  }))
}
