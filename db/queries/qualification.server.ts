import type { Instant } from '~/domain/calendar-date'
import type { Id, NewId } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import type { AssessmentRuleOverrides } from '~/domain/settings'
import type { QualificationKind, RevisionState } from '~/domain/vocabulary'
import type { Db, Tx } from '../client.server'
import { fromJson, toJson } from '../json'

type Organisation = { readonly organisationId: Id<'organisation'> }
type QualificationKey = Organisation & { readonly qualificationId: Id<'qualification'> }

export interface Qualification {
  readonly id: Id<'qualification'>
  readonly name: string
  readonly formerNames: readonly string[]
  readonly kind: QualificationKind
}

/** @throws NotFound also for another organisation's */
export async function findQualification(db: Db, key: QualificationKey): Promise<Qualification> {
  const row = await db
    .selectFrom('qualification')
    .select(['id', 'name', 'former_names', 'kind'])
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.qualificationId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { id: row.id, name: row.name, formerNames: fromJson(row.former_names), kind: row.kind }
}

export interface LibraryEntry {
  readonly id: Id<'qualification'>
  readonly name: string
  readonly formerNames: readonly string[]
  readonly kind: QualificationKind
  /** It has been published in some program. */
  readonly isPublished: boolean
  /** The programs whose draft or published version asks for it. */
  readonly usedBy: readonly { readonly programId: Id<'program'>; readonly roleTitle: string }[]
}

/** Every qualification of the organisation, by name. */
export async function listLibrary(db: Db, { organisationId }: Organisation): Promise<LibraryEntry[]> {
  const rows = await db
    .selectFrom('qualification')
    .select(['id', 'name', 'former_names', 'kind'])
    .where('organisation_id', '=', organisationId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const published = await db
    .selectFrom('revision')
    .select('qualification_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('state', '!=', 'draft')
    .execute()
  const uses = await db
    .selectFrom('requirement')
    .innerJoin('program_version', (join) =>
      join
        .onRef('program_version.organisation_id', '=', 'requirement.organisation_id')
        .onRef('program_version.id', '=', 'requirement.program_version_id'),
    )
    .innerJoin('program', (join) =>
      join
        .onRef('program.organisation_id', '=', 'program_version.organisation_id')
        .onRef('program.id', '=', 'program_version.program_id'),
    )
    .innerJoin('role', (join) =>
      join.onRef('role.organisation_id', '=', 'program.organisation_id').onRef('role.id', '=', 'program.role_id'),
    )
    .select(['requirement.qualification_id', 'program.id as programId', 'role.title'])
    .distinct()
    .where('requirement.organisation_id', '=', organisationId)
    .where('program_version.state', '!=', 'superseded')
    .orderBy('role.title')
    .execute()
  const publishedIds = new Set(published.map((row) => row.qualification_id))
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    formerNames: fromJson(row.former_names),
    kind: row.kind,
    isPublished: publishedIds.has(row.id),
    usedBy: uses
      .filter((use) => use.qualification_id === row.id)
      .map((use) => ({ programId: use.programId, roleTitle: use.title })),
  }))
}

/** A new qualification of the library with an empty draft of its steps 3 to 5. */
export async function insertQualification(
  tx: Tx,
  made: QualificationKey & {
    readonly revisionId: Id<'revision'>
    readonly name: string
    readonly kind: QualificationKind
    readonly at: Instant
  },
): Promise<void> {
  await tx
    .insertInto('qualification')
    .values({
      id: made.qualificationId,
      organisation_id: made.organisationId,
      name: made.name,
      former_names: toJson<string[]>([]),
      kind: made.kind,
      is_catalogue: 0,
      archived_at: null,
      created_at: made.at,
      version: 1,
    })
    .execute()
  await tx
    .insertInto('revision')
    .values({
      id: made.revisionId,
      organisation_id: made.organisationId,
      qualification_id: made.qualificationId,
      number: 1,
      state: 'draft',
      statement: '',
      scope: '',
      accuracy: '',
      time_limit: '',
      amount: '',
      period: '',
      confirmed_by: '',
      occasions: null,
      observers: null,
      level_labels: toJson<string[]>([]),
      validity_kind: null,
      validity_months: null,
      repeat_months: null,
      fixed_day: null,
      renewal_window_days: null,
      lighter_renewal: '',
      assessment_rule: toJson<AssessmentRuleOverrides>({}),
      version: 1,
      created_at: made.at,
      published_at: null,
      content_hash: null,
    })
    .execute()
}

/** The revisions of a qualification that are in use: at most one current and one draft. */
export async function findRevisions(
  db: Db,
  key: QualificationKey,
): Promise<{ readonly current: Id<'revision'> | null; readonly draft: Id<'revision'> | null }> {
  const rows = await db
    .selectFrom('revision')
    .select(['id', 'state'])
    .where('organisation_id', '=', key.organisationId)
    .where('qualification_id', '=', key.qualificationId)
    .where('state', '!=', 'superseded')
    .execute()
  const of = (state: RevisionState) => rows.find((row) => row.state === state)?.id ?? null
  return { current: of('current'), draft: of('draft') }
}

/**
 * Copies a revision with its criteria and methods into a draft, and answers its id. What is published is never written,
 * so the first edit of a published definition makes this copy.
 */
export async function copyRevision(
  tx: Tx,
  key: QualificationKey & { readonly revisionId: Id<'revision'> },
  made: { readonly at: Instant; readonly newId: NewId },
): Promise<Id<'revision'>> {
  const { organisationId, revisionId } = key
  const id = made.newId('revision')
  const row = await tx
    .selectFrom('revision')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', revisionId)
    .executeTakeFirstOrThrow()
  const newest = await tx
    .selectFrom('revision')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('organisation_id', '=', organisationId)
    .where('qualification_id', '=', key.qualificationId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('revision')
    .values({
      ...row,
      id,
      number: Number(newest.number) + 1,
      state: 'draft',
      version: 1,
      created_at: made.at,
      published_at: null,
      content_hash: null,
    })
    .execute()
  const criteria = await tx
    .selectFrom('criterion')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('revision_id', '=', revisionId)
    .orderBy('position')
    .execute()
  for (const each of criteria) {
    await tx
      .insertInto('criterion')
      .values({ ...each, id: made.newId('criterion'), revision_id: id })
      .execute()
  }
  const methods = await tx
    .selectFrom('method')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('revision_id', '=', revisionId)
    .orderBy('position')
    .execute()
  for (const each of methods) {
    await tx
      .insertInto('method')
      .values({ ...each, id: made.newId('method'), revision_id: id })
      .execute()
  }
  return id
}

/** Where a criterion or method stands in whatever revision it belongs to; null when it is not of this qualification. */
export async function findPlaceInRevision(
  db: Db,
  key: QualificationKey & { readonly table: 'criterion' | 'method'; readonly id: string },
): Promise<number | null> {
  const row = await db
    // Both tables have these columns.
    .selectFrom(`${key.table} as part` as 'criterion as part')
    .innerJoin('revision', (join) =>
      join.onRef('revision.organisation_id', '=', 'part.organisation_id').onRef('revision.id', '=', 'part.revision_id'),
    )
    .select(['part.position'])
    .where('part.organisation_id', '=', key.organisationId)
    .where('part.id', '=', key.id as Id<'criterion'>)
    .where('revision.qualification_id', '=', key.qualificationId)
    .executeTakeFirst()
  return row?.position ?? null
}

/** Removes the draft of a published definition that no design asks for any more, with its criteria and methods. */
export async function deleteUnusedDraft(
  tx: Tx,
  { organisationId, revisionId }: Organisation & { readonly revisionId: Id<'revision'> },
): Promise<void> {
  const draft = await tx
    .selectFrom('revision')
    .select('qualification_id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', revisionId)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (!draft) return
  const { current } = await findRevisions(tx, { organisationId, qualificationId: draft.qualification_id })
  const use = await tx
    .selectFrom('requirement')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('revision_id', '=', revisionId)
    .limit(1)
    .executeTakeFirst()
  if (!current || use) return
  for (const table of ['criterion', 'method'] as const) {
    await tx
      .deleteFrom(table as 'criterion')
      .where('organisation_id', '=', organisationId)
      .where('revision_id', '=', revisionId)
      .execute()
  }
  await tx.deleteFrom('revision').where('organisation_id', '=', organisationId).where('id', '=', revisionId).execute()
}
