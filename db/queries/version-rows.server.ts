import type { Instant } from '~/domain/calendar-date'
import type { Id, NewId } from '~/domain/ids'
import type { Db, Tx } from '../client.server'
import { insertDraft } from './program.server'
import { deleteUnusedDraft } from './qualification.server'

type VersionKey = { readonly organisationId: Id<'organisation'>; readonly versionId: Id<'program-version'> }

/** The number a next version of a program gets. */
export async function nextVersionNumber(
  db: Db,
  key: { readonly organisationId: Id<'organisation'>; readonly programId: Id<'program'> },
): Promise<number> {
  const row = await db
    .selectFrom('program_version')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('organisation_id', '=', key.organisationId)
    .where('program_id', '=', key.programId)
    .executeTakeFirst()
  return Number(row?.number ?? 0) + 1
}

/** Copies the rows of a version (duties, groups, requirements and what hangs on them) into a new draft. */
export async function copyVersion(
  tx: Tx,
  from: VersionKey & { readonly programId: Id<'program'>; readonly fromId: Id<'program-version'> },
  made: {
    readonly by: Id<'person'>
    readonly at: Instant
    readonly newId: NewId
    /** The next one, where it is not given. */
    readonly number?: number
    /** `superseded` for a version that is published in the same transaction beside a draft. */
    readonly state?: 'draft' | 'superseded'
  },
): Promise<void> {
  const { organisationId, programId, versionId, fromId } = from
  const number = made.number ?? (await nextVersionNumber(tx, from))
  const { by, at, state } = made
  await insertDraft(tx, { organisationId, programId, versionId, number, by, at, state })
  const duties = await copyRows(tx, 'duty', from, () => made.newId('duty'))
  const groups = await copyRows(tx, 'requirement_group', from, () => made.newId('requirement-group'))
  const rows = await tx
    .selectFrom('requirement')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('program_version_id', '=', fromId)
    .orderBy('position')
    .execute()
  const ids = new Map(rows.map((row) => [row.id, made.newId('requirement')]))
  for (const row of rows) {
    const group = row.requirement_group_id && groups.get(row.requirement_group_id)
    await tx
      .insertInto('requirement')
      .values({
        ...row,
        id: ids.get(row.id) ?? row.id,
        program_version_id: versionId,
        requirement_group_id: (group as Id<'requirement-group'> | undefined) ?? null,
        version: 1,
      })
      .execute()
  }
  await copyLinks(tx, organisationId, { ids, duties })
  await copyDismissals(tx, from, { duties, newId: made.newId })
}

/** What was put aside with a reason stays aside in the next draft; a duty is named by its new row. */
async function copyDismissals(
  tx: Tx,
  { organisationId, versionId, fromId }: VersionKey & { readonly fromId: Id<'program-version'> },
  { duties, newId }: { readonly duties: ReadonlyMap<string, string>; readonly newId: NewId },
): Promise<void> {
  const rows = await tx
    .selectFrom('dismissal')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('program_version_id', '=', fromId)
    .orderBy('dismissed_at')
    .execute()
  for (const row of rows) {
    const subject = duties.get(row.subject) ?? row.subject
    await tx
      .insertInto('dismissal')
      .values({ ...row, id: newId('dismissal'), program_version_id: versionId, subject })
      .execute()
  }
}

async function copyRows(
  tx: Tx,
  table: 'duty' | 'requirement_group',
  { organisationId, versionId, fromId }: VersionKey & { readonly fromId: Id<'program-version'> },
  newRowId: () => string,
): Promise<Map<string, string>> {
  const rows = await tx
    // Both tables belong to a version by the same column; the rest of the row is copied as it is.
    .selectFrom(table as 'duty')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('program_version_id', '=', fromId)
    .orderBy('position')
    .execute()
  const ids = new Map<string, string>()
  for (const row of rows) {
    const id = newRowId() as Id<'duty'>
    ids.set(row.id, id)
    await tx
      .insertInto(table as 'duty')
      .values({ ...row, id, program_version_id: versionId })
      .execute()
  }
  return ids
}

async function copyLinks(
  tx: Tx,
  organisationId: Id<'organisation'>,
  {
    ids,
    duties,
  }: { readonly ids: ReadonlyMap<Id<'requirement'>, Id<'requirement'>>; readonly duties: ReadonlyMap<string, string> },
): Promise<void> {
  const from = [...ids.keys()]
  if (from.length === 0) return
  const newId = (id: Id<'requirement'>) => ids.get(id) ?? id
  const owner = { organisation_id: organisationId }
  const prerequisites = await linksOf(tx, 'prerequisite', organisationId, from)
  for (const each of prerequisites) {
    const requirement_id = newId(each.requirement_id)
    const needs_requirement_id = newId(each.needs_requirement_id)
    await tx
      .insertInto('prerequisite')
      .values({ ...owner, requirement_id, needs_requirement_id })
      .execute()
  }
  for (const each of await linksOf(tx, 'requirement_duty', organisationId, from)) {
    const duty_id = (duties.get(each.duty_id) ?? each.duty_id) as Id<'duty'>
    await tx
      .insertInto('requirement_duty')
      .values({ ...owner, requirement_id: newId(each.requirement_id), duty_id })
      .execute()
  }
  for (const each of await linksOf(tx, 'requirement_site', organisationId, from)) {
    await tx
      .insertInto('requirement_site')
      .values({ ...each, requirement_id: newId(each.requirement_id) })
      .execute()
  }
  for (const each of await linksOf(tx, 'requirement_team', organisationId, from)) {
    await tx
      .insertInto('requirement_team')
      .values({ ...each, requirement_id: newId(each.requirement_id) })
      .execute()
  }
}

const linkTables = ['requirement_duty', 'requirement_site', 'requirement_team', 'prerequisite'] as const
type LinkTable = (typeof linkTables)[number]

async function linksOf<T extends LinkTable>(
  tx: Tx,
  table: T,
  organisationId: Id<'organisation'>,
  ids: readonly Id<'requirement'>[],
) {
  const rows = await tx
    .selectFrom(table as 'requirement_duty')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('requirement_id', 'in', ids)
    .execute()
  // The rows are those of `table`; Kysely cannot follow a table chosen at run time.
  return rows as unknown as (T extends 'requirement_duty'
    ? { requirement_id: Id<'requirement'>; duty_id: Id<'duty'> }
    : T extends 'prerequisite'
      ? { requirement_id: Id<'requirement'>; needs_requirement_id: Id<'requirement'> }
      : T extends 'requirement_site'
        ? { organisation_id: Id<'organisation'>; requirement_id: Id<'requirement'>; site_id: Id<'site'> }
        : { organisation_id: Id<'organisation'>; requirement_id: Id<'requirement'>; team_id: Id<'team'> })[]
}

/**
 * Removes a draft with all its rows. A new qualification it began stays in the library; what it changed of a published
 * one is given up with it, or the next draft's first edit would bring it back unseen.
 */
export async function deleteDraft(tx: Tx, { organisationId, versionId }: VersionKey): Promise<void> {
  const requirements = await tx
    .selectFrom('requirement')
    .select(['id', 'revision_id'])
    .where('organisation_id', '=', organisationId)
    .where('program_version_id', '=', versionId)
    .execute()
  const ids = requirements.map(({ id }) => id)
  if (ids.length > 0) {
    for (const table of linkTables) {
      await tx
        .deleteFrom(table as 'requirement_duty')
        .where('organisation_id', '=', organisationId)
        .where('requirement_id', 'in', ids)
        .execute()
    }
  }
  for (const table of ['requirement', 'requirement_group', 'duty', 'dismissal'] as const) {
    await tx
      .deleteFrom(table as 'duty')
      .where('organisation_id', '=', organisationId)
      .where('program_version_id', '=', versionId)
      .execute()
  }
  await tx
    .deleteFrom('program_version')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', versionId)
    .where('state', '=', 'draft')
    .execute()
  for (const { revision_id: revisionId } of requirements) await deleteUnusedDraft(tx, { organisationId, revisionId })
}
