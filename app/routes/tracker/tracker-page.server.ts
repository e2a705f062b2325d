import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { ProgramRules } from '~/domain/program-rules'
import { quickSignOffProblem } from '~/domain/quick-sign-off'
import { NotFound } from '~/domain/refusals'
import type { TrackerRow } from '~/domain/tracker-row'
import type { CellStatus, QualificationKind } from '~/domain/vocabulary'
import { idParam, type PageContext } from '~/server/guard.server'
import { findChangeSequence } from '~db/queries/change.server'
import { listParticipants, listRolesTakenPartIn, type Participant } from '~db/queries/participants.server'
import { listPersonNames } from '~db/queries/person-names.server'
import {
  findPublishedProgramOrNull,
  listPublishedPrograms,
  type PublishedProgram,
  type PublishedRequirement,
} from '~db/queries/published-program.server'
import { assessorsIn, listTrackerRows } from '~db/queries/tracker-rows.server'
import {
  listCoverageSums,
  listMembersOfTeam,
  listOwnSigningGrants,
  listTeamsOfPeople,
  type SigningGrant,
} from '~db/queries/tracker-frame.server'
import { isVisible, type VisiblePeople } from '~db/queries/visible-people.server'
import { arrange, needsCells, readTrackerQuery } from './tracker-query.server'
import { trackerScope } from './tracker-scope.server'

/** `/tracker`: my people over all their programs; `/programs/:programId/tracker`: one section. */
export interface TrackerView {
  readonly today: CalendarDate
  readonly viewerId: Id<'person'>
  /** Open the live stream after this: `paths.live(liveAfter)`. */
  readonly liveAfter: number
  readonly query: TrackerQuery
  /** Teams of the people seen, for the filter, by name. */
  readonly teams: readonly { readonly id: Id<'team'>; readonly name: string }[]
  readonly sections: readonly TrackerSection[]
}

/** From the address: `?team=&status=&q=&sort=&from=`. Unknown values are left out, never an error. */
export interface TrackerQuery {
  readonly teamId: Id<'team'> | null
  readonly status: CellStatus | null
  readonly search: string
  readonly sort: TrackerSort
  readonly isDescending: boolean
}
/** `name`, `readiness`, or the status in one column. */
export type TrackerSort = 'name' | 'readiness' | Id<'qualification'>

export interface TrackerSection {
  readonly programId: Id<'program'>
  readonly roleTitle: string
  readonly versionNumber: number
  /** Everything figures are computed from; `readinessOf(rules, decodeRow(code), scope)` works in the browser. */
  readonly rules: ProgramRules
  /** In the order of `rules.requirements` and of the characters of a row's code. */
  readonly columns: readonly TrackerColumn[]
  readonly groups: readonly { readonly id: Id<'requirement-group'>; readonly name: string }[]
  /** How many people the filters of the server (team, search, status) leave. */
  readonly total: number
  /** The first window, at most `windowSize` lines. `MatrixView` brings all of them. */
  readonly rows: readonly TrackerRow[]
  /** Names of assessors that appear in `rows[].assessors`. */
  readonly names: Readonly<Record<Id<'person'>, string>>
}

export interface TrackerColumn {
  readonly qualificationId: Id<'qualification'>
  readonly name: string
  readonly kind: QualificationKind
  readonly groupName: string | null
  /** Names of the levels, lowest first; empty: the one level "Mastered". */
  readonly levelLabels: readonly string[]
  /** Why `M` is not possible here for anybody (code of `quickSignOffProblem`), or null. The server decides again. */
  readonly quickProblem: string | null
  /** I may sign this for people I manage, or by name or grant: an unassigned demonstration here is my turn. */
  readonly isMineToSign: boolean
  /** How many should hold it, summed over the teams seen; null: no minimum set. */
  readonly coverageMinimum: number | null
}

/** `/programs/:programId/matrix`: every line I may see, for count row, filter and sort in the browser. */
export interface MatrixView {
  readonly programId: Id<'program'>
  readonly sequence: number
  /** By name. `/tracker` shows my people only; a designer's or auditor's program tracker everybody. */
  readonly rows: readonly TrackerRow[]
  readonly names: Readonly<Record<Id<'person'>, string>>
}

export const windowSize = 60

/** Read model of `/tracker`: my people in every program they take part in. @throws Forbidden */
export async function trackerPage(context: PageContext): Promise<TrackerView> {
  const { db, actor, today } = context
  const scope = await trackerScope(context, true)
  const people = scope.isEverybody ? undefined : [...scope.ids]
  const roleIds = [...(await listRolesTakenPartIn(db, actor.organisationId, today, people))]
  return viewOf(context, scope, await listPublishedPrograms(db, actor.organisationId, { roleIds }))
}

/** Read model of `/programs/:programId/tracker`. @throws NotFound, Forbidden */
export async function programTrackerPage(context: PageContext): Promise<TrackerView> {
  const program = await publishedProgram(context)
  return viewOf(context, await trackerScope(context, false), [program])
}

/** All lines of one program that the viewer may see; `?mine=1` only my people, as `/tracker` shows. */
export async function matrixPage(context: PageContext): Promise<MatrixView> {
  const { db, actor, today, url } = context
  const program = await publishedProgram(context)
  const scope = await trackerScope(context, url.searchParams.get('mine') === '1')
  const sequence = await findChangeSequence(db, actor.organisationId)
  const participants = await listVisible(context, program, scope)
  const { organisationId } = actor
  const rows = await listTrackerRows(db, { organisationId, program, participants }, today)
  return { programId: program.programId, sequence, rows, names: await namesIn(context, rows) }
}

async function publishedProgram({ db, actor, params }: PageContext): Promise<PublishedProgram> {
  const programId = idParam(params, 'programId', 'program')
  const program = await findPublishedProgramOrNull(db, actor.organisationId, programId)
  if (!program) throw new NotFound()
  return program
}

async function viewOf(
  context: PageContext,
  scope: VisiblePeople,
  programs: readonly PublishedProgram[],
): Promise<TrackerView> {
  const { db, actor, today, url } = context
  const { organisationId } = actor
  const query = readTrackerQuery(url.searchParams)
  // Read before the lines: what changes meanwhile is sent again rather than missed.
  const liveAfter = await findChangeSequence(db, organisationId)
  const grants = await listOwnSigningGrants(db, { organisationId, personId: actor.personId }, today)
  const members = query.teamId ? await listMembersOfTeam(db, { organisationId, teamId: query.teamId }, today) : null
  const sections: TrackerSection[] = []
  const people = new Set<Id<'person'>>()
  for (const program of programs) {
    const visible = await listVisible(context, program, scope)
    for (const { personId } of visible) people.add(personId)
    const asked = visible.filter((one) => (members?.has(one.personId) ?? true) && hasName(one, query.search))
    sections.push(await sectionOf(context, { program, participants: asked, query, grants }))
  }
  const teams = await listTeamsOfPeople(db, organisationId, people, today)
  return { today, viewerId: actor.personId, liveAfter, query, teams, sections }
}

async function sectionOf(
  context: PageContext,
  of: {
    program: PublishedProgram
    participants: readonly Participant[]
    query: TrackerQuery
    grants: readonly SigningGrant[]
  },
): Promise<TrackerSection> {
  const { db, actor, today } = context
  const { organisationId } = actor
  const { program, participants, query, grants } = of
  const read = (some: readonly Participant[]) =>
    listTrackerRows(db, { organisationId, program, participants: some }, today)
  let total = participants.length
  let rows: TrackerRow[]
  if (needsCells(query)) {
    const arranged = arrange(program.rules, await read(participants), query)
    total = arranged.length
    rows = arranged.slice(0, windowSize)
  } else {
    const ordered = query.isDescending ? participants.toReversed() : participants
    rows = await read(ordered.slice(0, windowSize))
  }
  const minimums = await listCoverageSums(db, organisationId, program.programId)
  return {
    programId: program.programId,
    roleTitle: program.roleTitle,
    versionNumber: program.versionNumber,
    rules: program.rules,
    columns: program.requirements.map((one) => columnOf(context, one, grants, minimums)),
    groups: program.groups,
    total,
    rows,
    names: await namesIn(context, rows),
  }
}

function columnOf(
  { actor }: PageContext,
  requirement: PublishedRequirement,
  grants: readonly SigningGrant[],
  minimums: ReadonlyMap<Id<'qualification'>, number>,
): TrackerColumn {
  const { rule, name, kind, groupName, definition } = requirement
  const { assessment, methods, levelLabels } = definition
  const isGranted = grants.some(
    (grant) => grant.qualificationId === rule.qualificationId || (groupName !== null && grant.groupName === groupName),
  )
  // A level is asked for when the key is pressed; here is only what no level would mend.
  const quick = quickSignOffProblem(assessment, {
    levelCount: 1,
    level: null,
    methods,
    isSharedDevice: false,
    isLocked: false,
  })
  return {
    qualificationId: rule.qualificationId,
    name,
    kind,
    groupName,
    levelLabels,
    quickProblem: quick?.code ?? null,
    isMineToSign:
      isGranted ||
      (assessment.assessorKinds.includes('manager') && actor.managesPeople) ||
      (assessment.assessorKinds.includes('named') && assessment.namedAssessorIds.includes(actor.personId)),
    coverageMinimum: minimums.get(rule.qualificationId) ?? null,
  }
}

/** Who takes part and may be seen, by name. */
async function listVisible(
  { db, actor, today }: PageContext,
  program: PublishedProgram,
  scope: VisiblePeople,
): Promise<Participant[]> {
  const of = {
    organisationId: actor.organisationId,
    roleId: program.roleId,
    targetDays: program.settings.targetDays ?? null,
  }
  const all = await listParticipants(db, of, today)
  return scope.isEverybody ? all : all.filter((one) => isVisible(scope, one.personId))
}

async function namesIn({ db, actor }: PageContext, rows: readonly TrackerRow[]): Promise<TrackerSection['names']> {
  return Object.fromEntries(await listPersonNames(db, actor.organisationId, assessorsIn(rows)))
}

function hasName(participant: Participant, search: string): boolean {
  return search === '' || participant.name.toLocaleLowerCase('en').includes(search.toLocaleLowerCase('en'))
}
