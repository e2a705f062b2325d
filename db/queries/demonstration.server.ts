import { createHash } from 'node:crypto'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import type { Sitting } from '~/domain/sittings'
import type { EvidenceKind } from '~/domain/vocabulary'
import type { Db, Tx } from '../client.server'
import type { DemonstrationRow, EvidenceRow } from '../schema/record'

type CellOf = {
  readonly organisationId: Id<'organisation'>
  readonly personId: Id<'person'>
  readonly qualificationId: Id<'qualification'>
}
type Stored = Selectable<DemonstrationRow>

/** @throws NotFound also for a demonstration of another organisation */
export async function findDemonstration(
  db: Db,
  organisationId: Id<'organisation'>,
  id: Id<'demonstration'>,
): Promise<Stored> {
  const row = await db
    .selectFrom('demonstration')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** The one open demonstration of a person and qualification, or null. */
export async function findOpenDemonstrationOrNull(db: Db, of: CellOf): Promise<Stored | null> {
  const row = await db
    .selectFrom('demonstration')
    .selectAll()
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('qualification_id', '=', of.qualificationId)
    .where('withdrawn_at', 'is', null)
    .where('assessed_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** Highest number so far; 0 where there was none. */
export async function findLastNumber(db: Db, of: CellOf): Promise<number> {
  const row = await db
    .selectFrom('demonstration')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('qualification_id', '=', of.qualificationId)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Open demonstrations of the organisation, oldest first; the queue and My path narrow them. */
export async function listOpenDemonstrationsOf(
  db: Db,
  organisationId: Id<'organisation'>,
  personIds: readonly Id<'person'>[] | null,
): Promise<Stored[]> {
  if (personIds?.length === 0) return []
  let query = db
    .selectFrom('demonstration')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('withdrawn_at', 'is', null)
    .where('assessed_at', 'is', null)
    .orderBy('created_at')
  if (personIds) query = query.where('person_id', 'in', personIds)
  return query.execute()
}

type NewDemonstration = Pick<
  Insertable<DemonstrationRow>,
  'id' | 'organisation_id' | 'person_id' | 'qualification_id' | 'number' | 'level' | 'created_at'
> &
  Partial<Insertable<DemonstrationRow>>

/** Opens one; what is left out is not so, or not yet. */
export async function insertDemonstration(tx: Tx, row: NewDemonstration): Promise<Stored> {
  const whole: Insertable<DemonstrationRow> = {
    program_id: null,
    method_id: null,
    requested_by: null,
    requested_at: null,
    scheduled_for: null,
    submitted_at: null,
    returned_at: null,
    return_reason: null,
    withdrawn_at: null,
    assessed_at: null,
    continues_at: null,
    note: '',
    assessor_id: null,
    is_chosen_by_person: 0,
    is_attempt: 0,
    version: 1,
    ...row,
  }
  await tx.insertInto('demonstration').values(whole).execute()
  return whole as Stored
}

export async function updateDemonstration(tx: Tx, found: Stored, change: Updateable<DemonstrationRow>): Promise<void> {
  await tx
    .updateTable('demonstration')
    .set({ ...change, version: found.version + 1 })
    .where('organisation_id', '=', found.organisation_id)
    .where('id', '=', found.id)
    .execute()
}

export interface NewEvidence {
  readonly id: Id<'evidence'>
  readonly demonstration: Pick<Stored, 'id' | 'organisation_id'>
  readonly kind: EvidenceKind
  readonly title: string
  readonly url: string
  readonly body: string
  readonly fromPersonId: Id<'person'>
  readonly addedAt: Instant
}

/** Adds evidence with the hash of what it says. */
export async function insertEvidence(tx: Tx, evidence: NewEvidence): Promise<void> {
  const { kind, title, url, body } = evidence
  await tx
    .insertInto('evidence')
    .values({
      id: evidence.id,
      organisation_id: evidence.demonstration.organisation_id,
      demonstration_id: evidence.demonstration.id,
      kind,
      title,
      url,
      body,
      sha256: createHash('sha256')
        .update(JSON.stringify([kind, title, url, body]))
        .digest('hex'),
      from_person_id: evidence.fromPersonId,
      added_at: evidence.addedAt,
    })
    .execute()
}

/** Evidence of one demonstration, oldest first. */
export async function listEvidence(
  db: Db,
  organisationId: Id<'organisation'>,
  demonstrationId: Id<'demonstration'>,
): Promise<Selectable<EvidenceRow>[]> {
  return db
    .selectFrom('evidence')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('demonstration_id', '=', demonstrationId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}

/** The sittings of a demonstration that still stand, in the order signed: those whose event was voided are left out. */
export async function listSittings(
  db: Db,
  organisationId: Id<'organisation'>,
  demonstrationId: Id<'demonstration'>,
): Promise<Sitting[]> {
  const rows = await db
    .selectFrom('assessment')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('demonstration_id', '=', demonstrationId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('ledger_event')
            .select('ledger_event.id')
            .whereRef('ledger_event.organisation_id', '=', 'assessment.organisation_id')
            .whereRef('ledger_event.voids_event_id', '=', 'assessment.event_id'),
        ),
      ),
    )
    .orderBy('signed_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const verdicts = await db
    .selectFrom('criterion_verdict')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(
      'assessment_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) => ({
    assessorId: row.assessor_id,
    performedOn: row.performed_on,
    signedAt: row.signed_at,
    overall: row.verdict,
    level: row.level,
    methodId: row.method_id,
    verdicts: verdicts
      .filter((one) => one.assessment_id === row.id)
      .map((one) => ({ criterionId: one.criterion_id, verdict: one.verdict })),
  }))
}
