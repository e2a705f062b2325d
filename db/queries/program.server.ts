import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import type { StoredProgramDefaults, TrackerSettings } from '~/domain/settings'
import type { Db, Tx } from '../client.server'
import { fromJson, toJson } from '../json'
import { inForce } from './dated.server'

type Organisation = { readonly organisationId: Id<'organisation'> }
type ProgramKey = Organisation & { readonly programId: Id<'program'> }

export interface VersionHead {
  readonly id: Id<'program-version'>
  readonly number: number
  readonly createdAt: Instant
  readonly savedAt: Instant | null
  readonly savedBy: Id<'person'> | null
  /** Everybody who saved something in it. */
  readonly writtenBy: readonly Id<'person'>[]
  readonly publishedAt: Instant | null
  /** Steps 4 and 5 and validity as the program says them in this version; null where it says what is published. */
  readonly defaults: StoredProgramDefaults | null
}

/** A program with what is published of it and what is being written. */
export interface ProgramHead {
  readonly programId: Id<'program'>
  readonly roleId: Id<'role'>
  readonly roleTitle: string
  readonly createdBy: Id<'person'>
  /** As published. */
  readonly defaults: StoredProgramDefaults
  readonly tracker: TrackerSettings
  readonly draft: VersionHead | null
  readonly published: VersionHead | null
}

/** @throws NotFound also for another organisation's program */
export async function findProgram(db: Db, { organisationId, programId }: ProgramKey): Promise<ProgramHead> {
  const [program] = await readPrograms(db, organisationId, programId)
  if (!program) throw new NotFound()
  return program
}

/** Every program that is not archived, by title of its role. */
export async function listPrograms(db: Db, { organisationId }: Organisation): Promise<ProgramHead[]> {
  return readPrograms(db, organisationId, null)
}

async function readPrograms(
  db: Db,
  organisationId: Id<'organisation'>,
  only: Id<'program'> | null,
): Promise<ProgramHead[]> {
  let programs = db
    .selectFrom('program')
    .innerJoin('role', (join) =>
      join.onRef('role.organisation_id', '=', 'program.organisation_id').onRef('role.id', '=', 'program.role_id'),
    )
    .select(['program.id', 'program.role_id', 'program.created_by', 'program.defaults', 'program.tracker_settings'])
    .select('role.title')
    .where('program.organisation_id', '=', organisationId)
    .where('program.archived_at', 'is', null)
  let versions = db
    .selectFrom('program_version')
    .select([
      'id',
      'program_id',
      'number',
      'state',
      'created_at',
      'changed_at',
      'changed_by',
      'published_at',
      'defaults',
      'written_by',
    ])
    .where('organisation_id', '=', organisationId)
    .where('state', '!=', 'superseded')
  if (only) {
    programs = programs.where('program.id', '=', only)
    versions = versions.where('program_id', '=', only)
  }
  const versionRows = await versions.execute()
  const headOf = (programId: Id<'program'>, state: 'draft' | 'published'): VersionHead | null => {
    const row = versionRows.find((each) => each.program_id === programId && each.state === state)
    if (!row) return null
    return {
      id: row.id,
      number: row.number,
      createdAt: row.created_at,
      savedAt: row.changed_at,
      savedBy: row.changed_by,
      writtenBy: row.written_by === null ? [] : fromJson(row.written_by),
      publishedAt: row.published_at,
      defaults: row.defaults === null ? null : fromJson(row.defaults),
    }
  }
  const rows = await programs.orderBy('role.title').orderBy('program.id').execute()
  return rows.map((row) => ({
    programId: row.id,
    roleId: row.role_id,
    roleTitle: row.title,
    createdBy: row.created_by,
    defaults: fromJson(row.defaults),
    tracker: fromJson(row.tracker_settings),
    draft: headOf(row.id, 'draft'),
    published: headOf(row.id, 'published'),
  }))
}

/** A role with its program and the first draft, version 1. */
export async function insertRoleAndProgram(
  tx: Tx,
  made: Organisation & {
    readonly roleId: Id<'role'>
    readonly programId: Id<'program'>
    readonly versionId: Id<'program-version'>
    readonly title: string
    readonly purpose: string
    readonly by: Id<'person'>
    readonly at: Instant
  },
): Promise<void> {
  await insertRole(tx, { ...made, family: '', level: '' })
  await insertProgram(tx, made)
  await insertDraft(tx, { ...made, number: 1 })
}

/** A role by itself: a job nobody has designed yet. */
export async function insertRole(
  tx: Tx,
  role: Organisation & {
    readonly roleId: Id<'role'>
    readonly title: string
    readonly purpose: string
    readonly family: string
    readonly level: string
    readonly at: Instant
  },
): Promise<void> {
  await tx
    .insertInto('role')
    .values({
      id: role.roleId,
      organisation_id: role.organisationId,
      title: role.title,
      former_titles: toJson<string[]>([]),
      purpose: role.purpose,
      family: role.family,
      level: role.level,
      version: 1,
      created_at: role.at,
    })
    .execute()
}

/** The program of a role, without a version yet. */
export async function insertProgram(
  tx: Tx,
  program: ProgramKey & { readonly roleId: Id<'role'>; readonly by: Id<'person'>; readonly at: Instant },
): Promise<void> {
  await tx
    .insertInto('program')
    .values({
      id: program.programId,
      organisation_id: program.organisationId,
      role_id: program.roleId,
      defaults: toJson<StoredProgramDefaults>({}),
      tracker_settings: toJson<TrackerSettings>({}),
      version: 1,
      created_by: program.by,
      created_at: program.at,
      archived_at: null,
    })
    .execute()
}

/** An empty draft. */
export async function insertDraft(
  tx: Tx,
  draft: ProgramKey & {
    readonly versionId: Id<'program-version'>
    readonly number: number
    readonly by: Id<'person'>
    readonly at: Instant
    readonly state?: 'draft' | 'superseded'
  },
): Promise<void> {
  await tx
    .insertInto('program_version')
    .values({
      id: draft.versionId,
      organisation_id: draft.organisationId,
      program_id: draft.programId,
      number: draft.number,
      state: draft.state ?? 'draft',
      version: 1,
      created_at: draft.at,
      changed_at: draft.at,
      changed_by: draft.by,
      written_by: toJson<Id<'person'>[]>([]),
      defaults: null,
      published_at: null,
      published_by: null,
      content_hash: null,
      is_without_second_person: 0,
    })
    .execute()
}

/** Notes a save of the draft and who made it: whoever wrote in it is not the second person who may publish it. */
export async function touchVersion(
  tx: Tx,
  key: Organisation & { readonly draft: VersionHead },
  saved: { readonly by: Id<'person'>; readonly at: Instant },
): Promise<void> {
  const writers = [...new Set([...key.draft.writtenBy, saved.by])]
  await tx
    .updateTable('program_version')
    .set((eb) => ({
      changed_at: saved.at,
      changed_by: saved.by,
      written_by: toJson(writers),
      version: eb('version', '+', 1),
    }))
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.draft.id)
    .execute()
}

/** The program's defaults in its draft; they become those of the program when it is published. */
export async function updateDraftDefaults(
  tx: Tx,
  key: Organisation & { readonly versionId: Id<'program-version'> },
  defaults: StoredProgramDefaults,
): Promise<void> {
  await tx
    .updateTable('program_version')
    .set({ defaults: toJson(defaults) })
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.versionId)
    .where('state', '=', 'draft')
    .execute()
}

/** What a version says for all its qualifications. */
export function defaultsOfVersion(program: ProgramHead, versionId: Id<'program-version'>): StoredProgramDefaults {
  return (program.draft?.id === versionId ? program.draft.defaults : null) ?? program.defaults
}

/** Step 8. */
export async function updateTrackerSettings(tx: Tx, key: ProgramKey, settings: TrackerSettings): Promise<void> {
  await tx
    .updateTable('program')
    .set((eb) => ({ tracker_settings: toJson(settings), version: eb('version', '+', 1) }))
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.programId)
    .execute()
}

/** All roles, by title; of each, whether a program describes it. */
export async function listRoles(
  db: Db,
  { organisationId }: Organisation,
): Promise<{ id: Id<'role'>; title: string; programId: Id<'program'> | null }[]> {
  const rows = await db
    .selectFrom('role')
    .leftJoin('program', (join) =>
      join.onRef('program.organisation_id', '=', 'role.organisation_id').onRef('program.role_id', '=', 'role.id'),
    )
    .select(['role.id', 'role.title', 'program.id as programId'])
    .where('role.organisation_id', '=', organisationId)
    .orderBy('role.title')
    .orderBy('role.id')
    .execute()
  return rows.map(({ id, title, programId }) => ({ id, title, programId }))
}

export interface TakingPart {
  readonly personId: Id<'person'>
  readonly name: string
  readonly roleId: Id<'role'>
  readonly participation: 'in-role' | 'candidate'
  readonly candidacyId: Id<'candidacy'> | null
  readonly since: CalendarDate
  readonly targetOn: CalendarDate | null
}

/** Who takes part today: holders of the role by themselves, and candidates for it. Holding it comes first. */
export async function listTakingPart(
  db: Db,
  { organisationId, roleId }: Organisation & { readonly roleId: Id<'role'> | null },
  today: CalendarDate,
): Promise<TakingPart[]> {
  let holders = db
    .selectFrom('assignment')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'assignment.organisation_id')
        .onRef('person.id', '=', 'assignment.person_id'),
    )
    .select(['person.id', 'person.name', 'assignment.role_id', 'assignment.from_on'])
    .where('assignment.organisation_id', '=', organisationId)
    .where(inForce(today, 'assignment'))
    .where((eb) => eb.or([eb('person.leaves_on', 'is', null), eb('person.leaves_on', '>=', today)]))
  let candidates = db
    .selectFrom('candidacy')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'candidacy.organisation_id')
        .onRef('person.id', '=', 'candidacy.person_id'),
    )
    .select(['person.id', 'person.name', 'candidacy.role_id', 'candidacy.from_on'])
    .select(['candidacy.id as candidacyId', 'candidacy.target_on'])
    .where('candidacy.organisation_id', '=', organisationId)
    .where(inForce(today, 'candidacy'))
    .where((eb) => eb.or([eb('person.leaves_on', 'is', null), eb('person.leaves_on', '>=', today)]))
  if (roleId) {
    holders = holders.where('assignment.role_id', '=', roleId)
    candidates = candidates.where('candidacy.role_id', '=', roleId)
  }
  const found = new Map<string, TakingPart>()
  for (const row of await holders.orderBy('person.name').orderBy('person.id').execute()) {
    const { id: personId, name, role_id, from_on: since } = row
    const known = { candidacyId: null, targetOn: null, since }
    found.set(`${role_id} ${personId}`, { personId, name, roleId: role_id, participation: 'in-role', ...known })
  }
  for (const row of await candidates.orderBy('person.name').orderBy('person.id').execute()) {
    const key = `${row.role_id} ${row.id}`
    if (found.has(key)) continue
    found.set(key, {
      personId: row.id,
      name: row.name,
      roleId: row.role_id,
      participation: 'candidate',
      candidacyId: row.candidacyId,
      since: row.from_on,
      targetOn: row.target_on,
    })
  }
  return [...found.values()]
}
