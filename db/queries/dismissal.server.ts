import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db, Tx } from '../client.server'

type Version = { readonly organisationId: Id<'organisation'>; readonly versionId: Id<'program-version'> }

export interface DismissedAdvice {
  readonly id: Id<'dismissal'>
  readonly rule: string
  readonly subject: string
  readonly reason: string
  readonly by: string
}

/** Advice that was put aside in a version, oldest first. */
export async function listDismissals(db: Db, { organisationId, versionId }: Version): Promise<DismissedAdvice[]> {
  return db
    .selectFrom('dismissal')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'dismissal.organisation_id')
        .onRef('person.id', '=', 'dismissal.dismissed_by'),
    )
    .select(['dismissal.id', 'dismissal.rule', 'dismissal.subject', 'dismissal.reason', 'person.name as by'])
    .where('dismissal.organisation_id', '=', organisationId)
    .where('dismissal.program_version_id', '=', versionId)
    .orderBy('dismissal.dismissed_at')
    .orderBy('dismissal.id')
    .execute()
}

export async function insertDismissal(
  tx: Tx,
  { organisationId, versionId }: Version,
  row: {
    readonly id: Id<'dismissal'>
    readonly rule: string
    readonly subject: string
    readonly reason: string
    readonly personId: Id<'person'>
    readonly at: Instant
  },
): Promise<void> {
  await tx
    .insertInto('dismissal')
    .values({
      id: row.id,
      organisation_id: organisationId,
      program_version_id: versionId,
      rule: row.rule,
      subject: row.subject,
      reason: row.reason,
      dismissed_by: row.personId,
      dismissed_at: row.at,
    })
    .execute()
}
