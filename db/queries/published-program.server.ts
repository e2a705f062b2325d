import { effectiveRevision, levelCount, type EffectiveRevision } from '~/domain/assessment-rule'
import { dateInZone, type CalendarDate, type Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { ProgramRules, RequirementRule } from '~/domain/program-rules'
import type { TrackerSettings } from '~/domain/settings'
import { renewalWindowOf } from '~/domain/validity'
import type { QualificationKind } from '~/domain/vocabulary'
import type { Db } from '../client.server'
import { fromJson } from '../json'
import { criterionOf, methodOf, programDefaultsOf, revisionContentOf } from './revision-content.server'

/** One qualification as a published version defines it; the name is live. */
export interface PublishedRequirement {
  readonly column: number
  readonly rule: RequirementRule
  readonly name: string
  readonly kind: QualificationKind
  readonly groupName: string | null
  readonly revisionId: Id<'revision'>
  /** Steps 3 to 5 with everything inherited. */
  readonly definition: EffectiveRevision
}

/** What a program asks today. The same object for the same version, so that plans kept by identity hold. */
export interface PublishedProgram {
  readonly programId: Id<'program'>
  readonly roleId: Id<'role'>
  readonly roleTitle: string
  readonly versionId: Id<'program-version'>
  readonly versionNumber: number
  readonly contentHash: string | null
  readonly settings: TrackerSettings
  readonly rules: ProgramRules
  readonly groups: readonly { readonly id: Id<'requirement-group'>; readonly name: string }[]
  /** In column order. */
  readonly requirements: readonly PublishedRequirement[]
  readonly byQualification: ReadonlyMap<Id<'qualification'>, PublishedRequirement>
}

type Which = { readonly programId?: Id<'program'>; readonly roleIds?: readonly Id<'role'>[] }

/** The published program with this id, or null: a draft that was never published, or none of this organisation. */
export async function findPublishedProgramOrNull(
  db: Db,
  organisationId: Id<'organisation'>,
  programId: Id<'program'>,
): Promise<PublishedProgram | null> {
  return (await listPublishedPrograms(db, organisationId, { programId }))[0] ?? null
}

/** Published programs of the organisation by role title: all, one, or those of some roles. */
export async function listPublishedPrograms(
  db: Db,
  organisationId: Id<'organisation'>,
  which: Which = {},
): Promise<PublishedProgram[]> {
  if (which.roleIds?.length === 0) return []
  let query = db
    .selectFrom('program')
    .innerJoin('program_version', (join) =>
      join
        .onRef('program_version.organisation_id', '=', 'program.organisation_id')
        .onRef('program_version.program_id', '=', 'program.id')
        .on('program_version.state', '=', 'published'),
    )
    .innerJoin('role', (join) =>
      join.onRef('role.organisation_id', '=', 'program.organisation_id').onRef('role.id', '=', 'program.role_id'),
    )
    .innerJoin('organisation', 'organisation.id', 'program.organisation_id')
    .select([
      'program.id as programId',
      'program.version as programRow',
      'program.defaults as defaults',
      'program.tracker_settings as trackerSettings',
      'program_version.id as versionId',
      'program_version.number as versionNumber',
      'program_version.content_hash as contentHash',
      'program_version.published_at as publishedAt',
      'role.id as roleId',
      'role.title as roleTitle',
      'organisation.time_zone as timeZone',
    ])
    .where('program.organisation_id', '=', organisationId)
    .where('program.archived_at', 'is', null)
    .orderBy('role.title')
    .orderBy('program.id')
  if (which.programId) query = query.where('program.id', '=', which.programId)
  if (which.roleIds) query = query.where('program.role_id', 'in', which.roleIds)
  const rows = await query.execute()
  const names = await listQualificationNames(
    db,
    organisationId,
    rows.map((row) => row.versionId),
  )
  const programs: PublishedProgram[] = []
  for (const row of rows) {
    const frozen = await frozenVersion(db, organisationId, row)
    programs.push(withNames(frozen, row, names))
  }
  return programs
}

type ProgramHead = {
  readonly programId: Id<'program'>
  readonly programRow: number
  readonly defaults: string
  readonly trackerSettings: string
  readonly versionId: Id<'program-version'>
  readonly versionNumber: number
  readonly contentHash: string | null
  readonly publishedAt: Instant | null
  readonly roleId: Id<'role'>
  readonly roleTitle: string
  readonly timeZone: string
}

type Frozen = Pick<PublishedProgram, 'rules' | 'groups'> & {
  readonly requirements: readonly Omit<PublishedRequirement, 'name'>[]
}

/**
 * Published rules never change, so they are worked out once per version and kept per connection. The program's row
 * version is part of the key because its defaults are live, the content hash because a draft may be published twice
 * inside a transaction that was undone.
 */
const kept = new WeakMap<Db, Map<string, Frozen>>()
const mostKept = 300

async function frozenVersion(db: Db, organisationId: Id<'organisation'>, head: ProgramHead): Promise<Frozen> {
  const known = kept.get(db) ?? new Map<string, Frozen>()
  kept.set(db, known)
  const key = `${head.versionId} ${head.contentHash ?? ''} ${head.programRow}`
  const found = known.get(key)
  if (found) return found
  const frozen = await readVersion(db, organisationId, head)
  if (known.size >= mostKept) known.clear()
  known.set(key, frozen)
  return frozen
}

async function readVersion(db: Db, organisationId: Id<'organisation'>, head: ProgramHead): Promise<Frozen> {
  const requirements = await db
    .selectFrom('requirement')
    .innerJoin('qualification', (join) =>
      join
        .onRef('qualification.organisation_id', '=', 'requirement.organisation_id')
        .onRef('qualification.id', '=', 'requirement.qualification_id'),
    )
    .selectAll('requirement')
    .select('qualification.kind')
    .where('requirement.organisation_id', '=', organisationId)
    .where('requirement.program_version_id', '=', head.versionId)
    .orderBy('requirement.position')
    .execute()
  const groups = await db
    .selectFrom('requirement_group')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('program_version_id', '=', head.versionId)
    .orderBy('position')
    .execute()
  const revisionIds = requirements.map((row) => row.revision_id)
  const requirementIds = requirements.map((row) => row.id)
  if (requirementIds.length === 0) {
    return { rules: rulesOf(head, [], groups.map(groupRule)), groups: groups.map(groupName), requirements: [] }
  }
  const revisions = await db
    .selectFrom('revision')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', revisionIds)
    .execute()
  const criteria = await db
    .selectFrom('criterion')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('revision_id', 'in', revisionIds)
    .orderBy('position')
    .execute()
  const methods = await db
    .selectFrom('method')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('revision_id', 'in', revisionIds)
    .orderBy('position')
    .execute()
  const prerequisites = await db
    .selectFrom('prerequisite')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('requirement_id', 'in', requirementIds)
    .execute()
  const sites = await db
    .selectFrom('requirement_site')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('requirement_id', 'in', requirementIds)
    .execute()
  const teams = await db
    .selectFrom('requirement_team')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('requirement_id', 'in', requirementIds)
    .execute()
  const defaults = programDefaultsOf(head)
  const qualificationOf = new Map(requirements.map((row) => [row.id, row.qualification_id]))
  const revisionOf = new Map(revisions.map((row) => [row.id, row]))
  const groupNames = new Map(groups.map((row) => [row.id, row.name]))
  const defined = requirements.flatMap((row): Omit<PublishedRequirement, 'name' | 'column'>[] => {
    const revision = revisionOf.get(row.revision_id)
    if (!revision) return []
    const content = revisionContentOf(revision, row.kind, {
      criteria: criteria.filter((one) => one.revision_id === row.revision_id).map(criterionOf),
      methods: methods.filter((one) => one.revision_id === row.revision_id).map(methodOf),
    })
    const definition = effectiveRevision(content, defaults, { isCritical: row.is_critical === 1 })
    const rule: RequirementRule = {
      requirementId: row.id,
      qualificationId: row.qualification_id,
      level: row.level,
      levelCount: levelCount(content),
      need: row.need,
      withinDays: row.within_days,
      class: row.class,
      groupId: row.requirement_group_id,
      isCritical: row.is_critical === 1,
      prerequisites: prerequisites
        .filter((one) => one.requirement_id === row.id)
        .flatMap((one) => qualificationOf.get(one.needs_requirement_id) ?? []),
      siteIds: sites.filter((one) => one.requirement_id === row.id).map((one) => one.site_id),
      teamIds: teams.filter((one) => one.requirement_id === row.id).map((one) => one.team_id),
      countsFrom: row.counts_from,
      renewalWindowDays: renewalWindowOf(definition.validity),
    }
    const inGroup = row.requirement_group_id === null ? null : (groupNames.get(row.requirement_group_id) ?? null)
    return [{ rule, kind: row.kind, groupName: inGroup, revisionId: row.revision_id, definition }]
  })
  return {
    rules: rulesOf(
      head,
      defined.map((one) => one.rule),
      groups.map(groupRule),
    ),
    groups: groups.map(groupName),
    requirements: defined.map((one, column) => ({ ...one, column })),
  }
}

function rulesOf(
  head: ProgramHead,
  requirements: readonly RequirementRule[],
  groups: ProgramRules['groups'],
): ProgramRules {
  const publishedOn: CalendarDate | null = head.publishedAt && dateInZone(head.publishedAt, head.timeZone)
  return { programId: head.programId, programVersionId: head.versionId, publishedOn, requirements, groups }
}

function groupRule(row: { id: Id<'requirement-group'>; at_least: number | null }) {
  return { id: row.id, atLeast: row.at_least }
}

function groupName(row: { id: Id<'requirement-group'>; name: string }) {
  return { id: row.id, name: row.name }
}

function withNames(
  frozen: Frozen,
  head: ProgramHead,
  names: ReadonlyMap<Id<'qualification'>, string>,
): PublishedProgram {
  const requirements = frozen.requirements.map((one) => ({ ...one, name: names.get(one.rule.qualificationId) ?? '' }))
  return {
    programId: head.programId,
    roleId: head.roleId,
    roleTitle: head.roleTitle,
    versionId: head.versionId,
    versionNumber: head.versionNumber,
    contentHash: head.contentHash,
    settings: fromJson<TrackerSettings>(head.trackerSettings),
    rules: frozen.rules,
    groups: frozen.groups,
    requirements,
    byQualification: new Map(requirements.map((one) => [one.rule.qualificationId, one])),
  }
}

async function listQualificationNames(
  db: Db,
  organisationId: Id<'organisation'>,
  versionIds: readonly Id<'program-version'>[],
): Promise<Map<Id<'qualification'>, string>> {
  if (versionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('requirement')
    .innerJoin('qualification', (join) =>
      join
        .onRef('qualification.organisation_id', '=', 'requirement.organisation_id')
        .onRef('qualification.id', '=', 'requirement.qualification_id'),
    )
    .select(['qualification.id', 'qualification.name'])
    .where('requirement.organisation_id', '=', organisationId)
    .where('requirement.program_version_id', 'in', versionIds)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
