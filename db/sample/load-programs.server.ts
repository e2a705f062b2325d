/** Programs and their versions; those published are hashed as publishing does it. */
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { StoredProgramDefaults } from '~/domain/settings'
import { versionContent } from '~/domain/version-content'
import { toJson } from '../json'
import { findDesign } from '../queries/design.server'
import { hashOfVersion } from '../queries/publishing.server'
import type { SampleProgram, SampleRequirement } from './content'
import { processColumns, ruleOf } from './load-library.server'
import { insertRows, type Loading } from './loading.server'

/** A version that was published, as the events made against it refer to it. */
export interface LoadedVersion {
  readonly program: string
  readonly number: number
  readonly programId: Id<'program'>
  readonly versionId: Id<'program-version'>
  readonly contentHash: string
  readonly publishedOn: CalendarDate
  readonly publishedAt: Instant
  readonly publishedBy: Id<'person'>
}

/** Who wrote the versions and who published them, by key; critical content asks for two people. */
export interface Authors {
  readonly author: string
  readonly publisher: string
}

/** Writes a program with its versions and answers those that were published, oldest first. */
export async function loadProgram(
  loading: Loading,
  program: SampleProgram,
  authors: Authors,
): Promise<LoadedVersion[]> {
  const { tx, organisationId: organisation_id, idOf, day, moment } = loading
  const owned = { organisation_id }
  const programId = idOf('program', program.role)
  const defaults: StoredProgramDefaults = {
    ...(program.defaults.validity ? { validity: program.defaults.validity } : {}),
    ...(program.defaults.rule ? { assessmentRule: ruleOf(loading, program.defaults.rule) } : {}),
    ...(program.defaults.methods ? { methods: program.defaults.methods } : {}),
  }
  const [firstPublished = 14] = program.publishedDaysAgo
  await insertRows(tx, 'program', [
    {
      ...owned,
      id: programId,
      role_id: idOf('role', program.role),
      defaults: toJson(defaults),
      tracker_settings: toJson(program.tracker),
      version: 1,
      created_by: idOf('person', authors.author),
      created_at: moment(day(-firstPublished - 17)),
      archived_at: null,
    },
  ])
  await insertRows(
    tx,
    'process',
    (program.defaults.processes ?? []).map((process, position) => ({
      ...processColumns(process, position),
      ...owned,
      id: idOf('process', `${program.role} ${position}`),
      program_id: programId,
      qualification_id: null,
    })),
  )
  await insertRows(
    tx,
    'coverage_minimum',
    program.coverage.map(([team, qualification, minimum]) => ({
      ...owned,
      program_id: programId,
      qualification_id: idOf('qualification', qualification),
      team_id: idOf('team', team),
      minimum,
    })),
  )
  if (program.publishedDaysAgo.length === 0) {
    await insertVersion(loading, program, { authors, number: 1, at: moment(day(-2)) })
    return []
  }
  const versions: LoadedVersion[] = []
  for (const [index, daysAgo] of program.publishedDaysAgo.entries()) {
    const number = index + 1
    const publishedOn = day(-daysAgo)
    const publishedAt = moment(publishedOn, 200)
    const isLast = number === program.publishedDaysAgo.length
    const versionId = await insertVersion(loading, program, {
      ...{ authors, number, at: publishedAt, isPublished: true, isLast },
    })
    const contentHash = await hashOf(loading, versionId)
    await tx
      .updateTable('program_version')
      .set({ content_hash: contentHash })
      .where('organisation_id', '=', organisation_id)
      .where('id', '=', versionId)
      .execute()
    const publishedBy = idOf('person', authors.publisher)
    versions.push({
      ...{ program: program.role, number, programId, versionId, contentHash },
      ...{ publishedOn, publishedAt, publishedBy },
    })
  }
  return versions
}

/** SHA-256, in hex, of what is frozen of a version. */
async function hashOf(loading: Loading, versionId: Id<'program-version'>): Promise<string> {
  const design = await findDesign(loading.tx, { organisationId: loading.organisationId, versionId }, loading.today)
  return hashOfVersion(versionContent(design))
}

async function insertVersion(
  loading: Loading,
  program: SampleProgram,
  version: { authors: Authors; number: number; at: Instant; isPublished?: boolean; isLast?: boolean },
): Promise<Id<'program-version'>> {
  const { tx, organisationId: organisation_id, idOf } = loading
  const owned = { organisation_id }
  const { authors, number, at, isPublished = false, isLast = true } = version
  const name = `${program.role} ${number}`
  const versionId = idOf('program-version', name)
  await insertRows(tx, 'program_version', [
    {
      ...owned,
      id: versionId,
      program_id: idOf('program', program.role),
      number,
      state: !isPublished ? 'draft' : isLast ? 'published' : 'superseded',
      version: 1,
      created_at: at,
      changed_at: at,
      changed_by: idOf('person', authors.author),
      written_by: toJson([idOf('person', authors.author)]),
      defaults: null,
      published_at: isPublished ? at : null,
      published_by: isPublished ? idOf('person', authors.publisher) : null,
      content_hash: null,
      is_without_second_person: isPublished && authors.author === authors.publisher ? 1 : 0,
    },
  ])
  await insertRows(
    tx,
    'duty',
    program.duties.map((text, position) => ({
      ...owned,
      id: idOf('duty', `${name} ${position + 1}`),
      program_version_id: versionId,
      position,
      text,
    })),
  )
  await insertRows(
    tx,
    'requirement_group',
    program.groups.map((group, position) => ({
      ...owned,
      id: idOf('requirement-group', `${name} ${group.name}`),
      program_version_id: versionId,
      position,
      name: group.name,
      at_least: group.atLeast ?? null,
    })),
  )
  // What came with the last version was not in those before it.
  const requirements = program.requirements.filter((each) => isLast || each.countsInDays === undefined)
  await insertRequirements(loading, name, versionId, requirements)
  return versionId
}

async function insertRequirements(
  loading: Loading,
  name: string,
  versionId: Id<'program-version'>,
  requirements: readonly SampleRequirement[],
): Promise<void> {
  const { tx, organisationId: organisation_id, idOf, day } = loading
  const owned = { organisation_id }
  const requirementId = (qualification: string) => idOf('requirement', `${name} ${qualification}`)
  await insertRows(
    tx,
    'requirement',
    requirements.map((each, position) => ({
      ...owned,
      id: requirementId(each.qualification),
      program_version_id: versionId,
      qualification_id: idOf('qualification', each.qualification),
      revision_id: idOf('revision', each.qualification),
      position,
      level: each.level ?? 1,
      need: each.need,
      within_days: each.withinDays ?? null,
      class: each.class,
      requirement_group_id: idOf('requirement-group', `${name} ${each.group}`),
      is_critical: each.isCritical ? (1 as const) : (0 as const),
      counts_from: each.countsInDays === undefined ? null : day(each.countsInDays),
      version: 1,
    })),
  )
  await insertRows(
    tx,
    'prerequisite',
    requirements.flatMap((each) =>
      (each.requires ?? []).map((needs) => ({
        ...owned,
        requirement_id: requirementId(each.qualification),
        needs_requirement_id: requirementId(needs),
      })),
    ),
  )
  await insertRows(
    tx,
    'requirement_duty',
    requirements.flatMap((each) =>
      each.duties.map((duty) => ({
        ...owned,
        requirement_id: requirementId(each.qualification),
        duty_id: idOf('duty', `${name} ${duty}`),
      })),
    ),
  )
  await insertRows(
    tx,
    'requirement_site',
    requirements.flatMap((each) =>
      (each.sites ?? []).map((site) => ({
        ...owned,
        requirement_id: requirementId(each.qualification),
        site_id: idOf('site', site),
      })),
    ),
  )
  await insertRows(
    tx,
    'requirement_team',
    requirements.flatMap((each) =>
      (each.teams ?? []).map((team) => ({
        ...owned,
        requirement_id: requirementId(each.qualification),
        team_id: idOf('team', team),
      })),
    ),
  )
}
