/** New rows of the eight steps. Each statement names the organisation; the commands decide what may be added. */
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
