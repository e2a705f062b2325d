import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db, Tx } from '../client.server'

export interface SubmissionKey {
  readonly organisationId: Id<'organisation'>
  readonly personId: Id<'person'>
  readonly key: string
}

/** What was answered to an earlier submit with the same key, or null. */
export async function findSubmission(
  db: Db,
  { organisationId, personId, key }: SubmissionKey,
): Promise<{ bodySha256: string; answer: string } | null> {
  const row = await db
    .selectFrom('submission')
    .select(['body_sha256', 'answer'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? { bodySha256: row.body_sha256, answer: row.answer } : null
}

/** Keeps the answer, so that the same submit again has no second effect. */
export async function insertSubmission(
  tx: Tx,
  submission: SubmissionKey & { bodySha256: string; answer: string; at: Instant },
): Promise<void> {
  await tx
    .insertInto('submission')
    .values({
      organisation_id: submission.organisationId,
      person_id: submission.personId,
      key: submission.key,
      body_sha256: submission.bodySha256,
      answer: submission.answer,
      at: submission.at,
    })
    .execute()
}
