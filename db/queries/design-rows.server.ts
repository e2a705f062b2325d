/**
 * Writes to the rows the eight steps are made of. Which row may be written is decided by the commands; here every
 * statement names the organisation, so that another's row is never touched.
 */
import type { Id } from '~/domain/ids'
import type {
  MethodKind,
  ProcessKind,
  RequirementClass,
  RequirementNeed,
  ResourceKind,
  ResourcePurpose,
} from '~/domain/vocabulary'
import type { Tx } from '../client.server'

type Organisation = { readonly organisationId: Id<'organisation'> }

/** The designer's name of each field and its column. */
const columns = {
  role: { title: 'title', purpose: 'purpose', family: 'family', level: 'level', formerTitles: 'former_titles' },
  duty: { text: 'text' },
  requirement_group: { name: 'name', atLeast: 'at_least' },
  qualification: { name: 'name', formerNames: 'former_names', kind: 'kind' },
  requirement: {
    need: 'need',
    withinDays: 'within_days',
    class: 'class',
    groupId: 'requirement_group_id',
    isCritical: 'is_critical',
    level: 'level',
    revisionId: 'revision_id',
    countsFrom: 'counts_from',
  },
  revision: {
    statement: 'statement',
    scope: 'scope',
    accuracy: 'accuracy',
    timeLimit: 'time_limit',
    amount: 'amount',
    period: 'period',
    confirmedBy: 'confirmed_by',
    occasions: 'occasions',
    observers: 'observers',
    lighterRenewal: 'lighter_renewal',
    levelLabels: 'level_labels',
    kind: 'validity_kind',
    months: 'validity_months',
    repeatMonths: 'repeat_months',
    fixedDay: 'fixed_day',
    renewalWindowDays: 'renewal_window_days',
    assessmentRule: 'assessment_rule',
  },
  criterion: { text: 'text', isRequired: 'is_required', level: 'level' },
  method: {
    kind: 'kind',
    instructions: 'instructions',
    evidenceRequired: 'evidence_required',
    accommodations: 'accommodations',
    allOfGroup: 'all_of_group',
  },
  process: {
    kind: 'kind',
    title: 'title',
    steps: 'steps',
    effortMinutes: 'effort_minutes',
    owner: 'owner',
    class: 'class',
    endedAt: 'ended_at',
  },
  resource: { kind: 'kind', purpose: 'purpose', title: 'title', url: 'url', body: 'body' },
} as const

type Table = keyof typeof columns

/** Writes one field of one row. A list is given as its JSON text, yes and no as booleans. */
export async function updateDesignField<T extends Table>(
  tx: Tx,
  at: Organisation & { readonly table: T; readonly id: string; readonly field: keyof (typeof columns)[T] },
  value: string | number | boolean | null,
): Promise<void> {
  const column = (columns[at.table] as Record<string, string>)[at.field as string]
  if (!column) throw new Error(`${at.table} has no field ${String(at.field)}`)
  const stored = typeof value === 'boolean' ? Number(value) : value
  await tx
    // Every table of `columns` has these key columns; the column was looked up above.
    .updateTable(at.table as 'duty')
    .set({ [column]: stored } as never)
    .where('organisation_id', '=', at.organisationId)
    .where('id', '=', at.id as Id<'duty'>)
    .execute()
}

type OrderedTable = 'duty' | 'requirement_group' | 'requirement' | 'criterion' | 'method' | 'process' | 'resource'

/** Gives the rows the positions 0, 1, 2 … in the order of `ids`. */
export async function placeInOrder(
  tx: Tx,
  at: Organisation & { readonly table: OrderedTable },
  ids: readonly string[],
): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx
      .updateTable(at.table as 'duty')
      .set({ position })
      .where('organisation_id', '=', at.organisationId)
      .where('id', '=', id as Id<'duty'>)
      .where('position', '!=', position)
      .execute()
  }
}

/** Removes one row that nothing refers to. */
export async function deleteDesignRow(
  tx: Tx,
  at: Organisation & {
    readonly table: 'duty' | 'requirement_group' | 'criterion' | 'method' | 'resource' | 'dismissal'
    readonly id: string
  },
): Promise<void> {
  if (at.table === 'duty') {
    await tx
      .deleteFrom('requirement_duty')
      .where('organisation_id', '=', at.organisationId)
      .where('duty_id', '=', at.id as Id<'duty'>)
      .execute()
  }
  if (at.table === 'requirement_group') {
    await tx
      .updateTable('requirement')
      .set({ requirement_group_id: null })
      .where('organisation_id', '=', at.organisationId)
      .where('requirement_group_id', '=', at.id as Id<'requirement-group'>)
      .execute()
  }
  await tx
    .deleteFrom(at.table as 'duty')
    .where('organisation_id', '=', at.organisationId)
    .where('id', '=', at.id as Id<'duty'>)
    .execute()
}

/** Removes a requirement with everything that hangs on it; its qualification stays in the library. */
export async function deleteRequirement(tx: Tx, key: Organisation & { readonly id: Id<'requirement'> }): Promise<void> {
  for (const table of ['requirement_duty', 'requirement_site', 'requirement_team', 'prerequisite'] as const) {
    await tx
      .deleteFrom(table as 'prerequisite')
      .where('organisation_id', '=', key.organisationId)
      .where('requirement_id', '=', key.id)
      .execute()
  }
  await tx
    .deleteFrom('prerequisite')
    .where('organisation_id', '=', key.organisationId)
    .where('needs_requirement_id', '=', key.id)
    .execute()
  await tx
    .deleteFrom('requirement')
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.id)
    .execute()
}

type Linked = { readonly requirementId: Id<'requirement'> } & Organisation

/** Replaces the list of duties a requirement serves. */
export async function replaceDuties(tx: Tx, key: Linked, dutyIds: readonly Id<'duty'>[]): Promise<void> {
  await clearLinks(tx, 'requirement_duty', key)
  for (const duty_id of new Set(dutyIds)) {
    await tx
      .insertInto('requirement_duty')
      .values({ organisation_id: key.organisationId, requirement_id: key.requirementId, duty_id })
      .execute()
  }
}

/** Replaces the sites and teams a requirement applies to. */
export async function replacePlaces(
  tx: Tx,
  key: Linked,
  places: { readonly siteIds: readonly Id<'site'>[]; readonly teamIds: readonly Id<'team'>[] },
): Promise<void> {
  await clearLinks(tx, 'requirement_site', key)
  await clearLinks(tx, 'requirement_team', key)
  const owner = { organisation_id: key.organisationId, requirement_id: key.requirementId }
  for (const site_id of new Set(places.siteIds)) {
    await tx
      .insertInto('requirement_site')
      .values({ ...owner, site_id })
      .execute()
  }
  for (const team_id of new Set(places.teamIds)) {
    await tx
      .insertInto('requirement_team')
      .values({ ...owner, team_id })
      .execute()
  }
}

/** Replaces what must be met first. That there is no cycle has been made sure of. */
export async function replacePrerequisites(tx: Tx, key: Linked, needs: readonly Id<'requirement'>[]): Promise<void> {
  await clearLinks(tx, 'prerequisite', key)
  for (const needs_requirement_id of new Set(needs)) {
    await tx
      .insertInto('prerequisite')
      .values({ organisation_id: key.organisationId, requirement_id: key.requirementId, needs_requirement_id })
      .execute()
  }
}

async function clearLinks(
  tx: Tx,
  table: 'requirement_duty' | 'requirement_site' | 'requirement_team' | 'prerequisite',
  key: Linked,
): Promise<void> {
  await tx
    .deleteFrom(table as 'prerequisite')
    .where('organisation_id', '=', key.organisationId)
    .where('requirement_id', '=', key.requirementId)
    .execute()
}

type InVersion = Organisation & { readonly versionId: Id<'program-version'> }

/** A duty, at the end until it is placed. */
export async function insertDuty(tx: Tx, at: InVersion, duty: { id: Id<'duty'>; text: string }): Promise<void> {
  await tx
    .insertInto('duty')
    .values({ organisation_id: at.organisationId, program_version_id: at.versionId, position: last, ...duty })
    .execute()
}

/** A group, at the end until it is placed. */
export async function insertGroup(
  tx: Tx,
  at: InVersion,
  group: { id: Id<'requirement-group'>; name: string; atLeast: number | null },
): Promise<void> {
  await tx
    .insertInto('requirement_group')
    .values({
      id: group.id,
      organisation_id: at.organisationId,
      program_version_id: at.versionId,
      position: last,
      name: group.name,
      at_least: group.atLeast,
    })
    .execute()
}

/** Rows are inserted behind all others, then `placeInOrder` says where they stand. */
const last = 1_000_000

/** What a design asks for. */
export async function insertRequirement(
  tx: Tx,
  at: InVersion,
  row: {
    readonly id: Id<'requirement'>
    readonly qualificationId: Id<'qualification'>
    readonly revisionId: Id<'revision'>
    readonly need: RequirementNeed
    readonly class: RequirementClass
    readonly groupId: Id<'requirement-group'> | null
  },
): Promise<void> {
  await tx
    .insertInto('requirement')
    .values({
      id: row.id,
      organisation_id: at.organisationId,
      program_version_id: at.versionId,
      qualification_id: row.qualificationId,
      revision_id: row.revisionId,
      position: last,
      level: 1,
      need: row.need,
      within_days: null,
      class: row.class,
      requirement_group_id: row.groupId,
      is_critical: 0,
      counts_from: null,
      version: 1,
    })
    .execute()
}

/** A criterion, at the end until it is placed. */
export async function insertCriterion(
  tx: Tx,
  at: Organisation & { readonly revisionId: Id<'revision'> },
  row: { readonly id: Id<'criterion'>; readonly level: number; readonly text: string; readonly isRequired: boolean },
): Promise<void> {
  await tx
    .insertInto('criterion')
    .values({
      id: row.id,
      organisation_id: at.organisationId,
      revision_id: at.revisionId,
      level: row.level,
      position: last,
      text: row.text,
      is_required: row.isRequired ? 1 : 0,
    })
    .execute()
}

/** A way to show it, at the end until it is placed. */
export async function insertMethod(
  tx: Tx,
  at: Organisation & { readonly revisionId: Id<'revision'> },
  row: {
    readonly id: Id<'method'>
    readonly kind: MethodKind
    readonly instructions: string
    readonly evidenceRequired: string
    readonly accommodations: string
    readonly allOfGroup: number | null
  },
): Promise<void> {
  await tx
    .insertInto('method')
    .values({
      id: row.id,
      organisation_id: at.organisationId,
      revision_id: at.revisionId,
      position: last,
      kind: row.kind,
      instructions: row.instructions,
      evidence_required: row.evidenceRequired,
      accommodations: row.accommodations,
      all_of_group: row.allOfGroup,
    })
    .execute()
}

/** How it is learned: of a qualification, or of the program as its default. */
export async function insertProcess(
  tx: Tx,
  at: Organisation & {
    readonly programId: Id<'program'> | null
    readonly qualificationId: Id<'qualification'> | null
  },
  row: {
    readonly id: Id<'process'>
    readonly kind: ProcessKind
    readonly title: string
    readonly steps: string
    readonly effortMinutes: number | null
    readonly owner: string
    readonly class: RequirementClass
  },
): Promise<void> {
  await tx
    .insertInto('process')
    .values({
      id: row.id,
      organisation_id: at.organisationId,
      program_id: at.programId,
      qualification_id: at.qualificationId,
      position: last,
      kind: row.kind,
      title: row.title,
      steps: row.steps,
      effort_minutes: row.effortMinutes,
      owner: row.owner,
      class: row.class,
      version: 1,
      ended_at: null,
    })
    .execute()
}

/** What to learn and practise with: of a process, or of the qualification. */
export async function insertResource(
  tx: Tx,
  at: Organisation & {
    readonly processId: Id<'process'> | null
    readonly qualificationId: Id<'qualification'> | null
  },
  row: {
    readonly id: Id<'resource'>
    readonly kind: ResourceKind
    readonly purpose: ResourcePurpose
    readonly title: string
    readonly url: string
    readonly body: string
  },
): Promise<void> {
  await tx
    .insertInto('resource')
    .values({
      id: row.id,
      organisation_id: at.organisationId,
      process_id: at.processId,
      qualification_id: at.qualificationId,
      position: last,
      kind: row.kind,
      purpose: row.purpose,
      title: row.title,
      url: row.url,
      body: row.body,
      version: 1,
    })
    .execute()
}
