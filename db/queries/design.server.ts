import type { LearningProcess, RevisionContent } from '~/domain/assessment-rule'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Design, DesignRequirement, DesignResource } from '~/domain/design'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import type { QualificationKind } from '~/domain/vocabulary'
import type { Db } from '../client.server'
import { fromJson, toJson } from '../json'
import type { ProcessRow, ResourceRow } from '../schema/design'
import { defaultsOfVersion, findProgram, listTakingPart, type ProgramHead } from './program.server'
import { criterionOf, methodOf, programDefaultsOf, revisionContentOf } from './revision-content.server'

type Organisation = { readonly organisationId: Id<'organisation'> }

/**
 * One version of a program, whole, in the shape the review, the wizard and publishing read.
 * @throws NotFound also for another organisation's version
 */
export async function findDesign(
  db: Db,
  key: Organisation & { readonly versionId: Id<'program-version'>; readonly program?: ProgramHead },
  today: CalendarDate,
): Promise<Design> {
  const { organisationId, versionId } = key
  const program = key.program ?? (await findProgramOfVersion(db, key))
  const requirements = await readRequirements(db, key)
  const programProcesses = await readProcesses(db, organisationId, { programId: program.programId })
  const participants = await listTakingPart(db, { organisationId, roleId: program.roleId }, today)
  return {
    programId: program.programId,
    versionId,
    role: await readRole(db, organisationId, program.roleId),
    duties: await db
      .selectFrom('duty')
      .select(['id', 'text'])
      .where('organisation_id', '=', organisationId)
      .where('program_version_id', '=', versionId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    groups: await db
      .selectFrom('requirement_group')
      .select(['id', 'name', 'at_least as atLeast'])
      .where('organisation_id', '=', organisationId)
      .where('program_version_id', '=', versionId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    requirements,
    defaults: {
      ...programDefaultsOf({ defaults: toJson(defaultsOfVersion(program, versionId)) }),
      processes: programProcesses.map(processOf),
    },
    tracker: {
      targetDays: program.tracker.targetDays ?? null,
      hasCoverageMinimum: await hasCoverage(db, organisationId, program.programId),
      isConfirmed: Object.keys(program.tracker).length > 0,
      participantCount: participants.length,
    },
  }
}

async function findProgramOfVersion(
  db: Db,
  { organisationId, versionId }: Organisation & { readonly versionId: Id<'program-version'> },
): Promise<ProgramHead> {
  const row = await db
    .selectFrom('program_version')
    .select('program_id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', versionId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return findProgram(db, { organisationId, programId: row.program_id })
}

async function readRole(db: Db, organisationId: Id<'organisation'>, roleId: Id<'role'>): Promise<Design['role']> {
  const role = await db
    .selectFrom('role')
    .select(['id', 'title', 'former_titles', 'purpose', 'family', 'level'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', roleId)
    .executeTakeFirstOrThrow()
  const next = await db
    .selectFrom('career_step')
    .select('next_role_id')
    .where('organisation_id', '=', organisationId)
    .where('role_id', '=', roleId)
    .orderBy('position')
    .orderBy('next_role_id')
    .execute()
  return {
    id: role.id,
    title: role.title,
    formerTitles: fromJson(role.former_titles),
    purpose: role.purpose,
    family: role.family,
    level: role.level,
    nextRoleIds: next.map((each) => each.next_role_id),
  }
}

async function readRequirements(
  db: Db,
  { organisationId, versionId }: Organisation & { readonly versionId: Id<'program-version'> },
): Promise<DesignRequirement[]> {
  const rows = await db
    .selectFrom('requirement')
    .innerJoin('qualification', (join) =>
      join
        .onRef('qualification.organisation_id', '=', 'requirement.organisation_id')
        .onRef('qualification.id', '=', 'requirement.qualification_id'),
    )
    .select(['requirement.id', 'requirement.qualification_id', 'requirement.revision_id', 'requirement.level'])
    .select(['requirement.need', 'requirement.within_days', 'requirement.class', 'requirement.requirement_group_id'])
    .select(['requirement.is_critical', 'requirement.counts_from', 'qualification.name', 'qualification.kind'])
    .where('requirement.organisation_id', '=', organisationId)
    .where('requirement.program_version_id', '=', versionId)
    .orderBy('requirement.position')
    .orderBy('requirement.id')
    .execute()
  if (rows.length === 0) return []
  const requirementIds = rows.map((row) => row.id)
  const kinds = new Map(rows.map((row) => [row.revision_id, row.kind]))
  const revisions = await readRevisions(db, organisationId, kinds)
  const links = await readLinks(db, organisationId, requirementIds)
  const processes = await readProcesses(db, organisationId, {
    qualificationIds: rows.map((row) => row.qualification_id),
  })
  const resources = await readResources(
    db,
    organisationId,
    rows.map((row) => row.qualification_id),
    processes,
  )
  return rows.map((row) => {
    const revision = revisions.get(row.revision_id)
    if (!revision) throw new Error(`The revision ${row.revision_id} is missing`)
    return {
      id: row.id,
      qualificationId: row.qualification_id,
      revisionId: row.revision_id,
      name: row.name,
      kind: row.kind,
      level: row.level,
      need: row.need,
      withinDays: row.within_days,
      class: row.class,
      groupId: row.requirement_group_id,
      isCritical: row.is_critical === 1,
      countsFrom: row.counts_from,
      dutyIds: links.duties.filter((each) => each.requirement_id === row.id).map((each) => each.duty_id),
      siteIds: links.sites.filter((each) => each.requirement_id === row.id).map((each) => each.site_id),
      teamIds: links.teams.filter((each) => each.requirement_id === row.id).map((each) => each.team_id),
      prerequisiteIds: links.prerequisites
        .filter((each) => each.requirement_id === row.id)
        .map((each) => each.needs_requirement_id),
      revision,
      processes: processes.filter((each) => each.qualification_id === row.qualification_id).map(processOf),
      resources: resources
        .filter((each) => each.qualificationId === row.qualification_id)
        .map(({ resource }) => resource),
    }
  })
}

async function readLinks(db: Db, organisationId: Id<'organisation'>, ids: readonly Id<'requirement'>[]) {
  const of = <T extends 'requirement_duty' | 'requirement_site' | 'requirement_team' | 'prerequisite'>(table: T) =>
    db
      .selectFrom(table as 'prerequisite')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('requirement_id', 'in', ids)
      .orderBy('requirement_id')
  return {
    prerequisites: await of('prerequisite').orderBy('needs_requirement_id').execute(),
    duties: (await of('requirement_duty').execute()) as unknown as {
      requirement_id: Id<'requirement'>
      duty_id: Id<'duty'>
    }[],
    sites: (await of('requirement_site').execute()) as unknown as {
      requirement_id: Id<'requirement'>
      site_id: Id<'site'>
    }[],
    teams: (await of('requirement_team').execute()) as unknown as {
      requirement_id: Id<'requirement'>
      team_id: Id<'team'>
    }[],
  }
}

/** Steps 3 to 5 of revisions, by id; the kind of its qualification says which threshold it has. */
export async function readRevisions(
  db: Db,
  organisationId: Id<'organisation'>,
  kinds: ReadonlyMap<Id<'revision'>, QualificationKind>,
): Promise<Map<Id<'revision'>, RevisionContent>> {
  const ids = [...kinds.keys()]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('revision')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
  const criteria = await db
    .selectFrom('criterion')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('revision_id', 'in', ids)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const methods = await db
    .selectFrom('method')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('revision_id', 'in', ids)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      revisionContentOf(row, kinds.get(row.id) ?? 'skill', {
        criteria: criteria.filter((each) => each.revision_id === row.id).map(criterionOf),
        methods: methods.filter((each) => each.revision_id === row.id).map(methodOf),
      }),
    ]),
  )
}

async function readProcesses(
  db: Db,
  organisationId: Id<'organisation'>,
  of: { readonly programId?: Id<'program'>; readonly qualificationIds?: readonly Id<'qualification'>[] },
): Promise<ProcessRow[]> {
  let query = db
    .selectFrom('process')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
  if (of.programId) query = query.where('program_id', '=', of.programId)
  if (of.qualificationIds) query = query.where('qualification_id', 'in', of.qualificationIds)
  return query.orderBy('position').orderBy('id').execute()
}

/** How one qualification is learned and with what, whether or not a design asks for it. */
export async function findLearning(
  db: Db,
  { organisationId, qualificationId }: Organisation & { readonly qualificationId: Id<'qualification'> },
): Promise<Pick<DesignRequirement, 'processes' | 'resources'>> {
  const processes = await readProcesses(db, organisationId, { qualificationIds: [qualificationId] })
  const resources = await readResources(db, organisationId, [qualificationId], processes)
  return { processes: processes.map(processOf), resources: resources.map(({ resource }) => resource) }
}

function processOf(row: ProcessRow): LearningProcess {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    steps: row.steps,
    effortMinutes: row.effort_minutes,
    owner: row.owner,
    class: row.class,
  }
}

async function readResources(
  db: Db,
  organisationId: Id<'organisation'>,
  qualificationIds: readonly Id<'qualification'>[],
  processes: readonly ProcessRow[],
): Promise<{ qualificationId: Id<'qualification'>; resource: DesignResource }[]> {
  const qualificationOf = new Map(processes.map((each) => [each.id, each.qualification_id]))
  const processIds = processes.map((each) => each.id)
  const rows = await db
    .selectFrom('resource')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where((eb) =>
      eb.or([
        eb('qualification_id', 'in', qualificationIds),
        ...(processIds.length > 0 ? [eb('process_id', 'in', processIds)] : []),
      ]),
    )
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => {
    const qualificationId = row.qualification_id ?? (row.process_id && qualificationOf.get(row.process_id))
    return qualificationId ? [{ qualificationId, resource: resourceOf(row) }] : []
  })
}

function resourceOf(row: ResourceRow): DesignResource {
  const { id, process_id: processId, kind, purpose, title, url, body } = row
  return { id, processId, kind, purpose, title, url, body }
}

async function hasCoverage(db: Db, organisationId: Id<'organisation'>, programId: Id<'program'>): Promise<boolean> {
  const row = await db
    .selectFrom('coverage_minimum')
    .select('minimum')
    .where('organisation_id', '=', organisationId)
    .where('program_id', '=', programId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
