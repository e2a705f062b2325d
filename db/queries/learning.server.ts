import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { ProcessKind, RequirementClass, ResourceKind } from '~/domain/vocabulary'
import type { Db } from '../client.server'

/** Steps 6 and 7 of one qualification as one person meets them. */
export interface Learning {
  readonly processes: readonly LearningProcessOfPerson[]
  /** Resources of the qualification itself; those of a process stand with it. */
  readonly resources: readonly Resource[]
}

export interface LearningProcessOfPerson {
  readonly id: Id<'process'>
  readonly kind: ProcessKind
  readonly title: string
  readonly steps: string
  readonly minutes: number | null
  readonly owner: string
  readonly class: RequirementClass
  /** Day this person ticked it off for this qualification; null: not yet, or taken back. */
  readonly tickedOn: CalendarDate | null
  readonly resources: readonly Resource[]
}

export interface Resource {
  readonly id: Id<'resource'>
  readonly kind: ResourceKind
  readonly title: string
  /** Only http and https leave here as an address (SECURITY D27); anything else is null. */
  readonly url: string | null
  readonly body: string
}

/** How one qualification is learned in a program: its own processes, or the program's where it has none (step 6). */
export async function findLearning(
  db: Db,
  of: {
    organisationId: Id<'organisation'>
    personId: Id<'person'>
    programId: Id<'program'>
    qualificationId: Id<'qualification'>
  },
): Promise<Learning> {
  const rows = await db
    .selectFrom('process')
    .selectAll()
    .where('organisation_id', '=', of.organisationId)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('program_id', '=', of.programId), eb('qualification_id', '=', of.qualificationId)]))
    .orderBy('position')
    .execute()
  const own = rows.filter((row) => row.qualification_id === of.qualificationId)
  const processes = own.length > 0 ? own : rows.filter((row) => row.qualification_id === null)
  const processIds = processes.map((row) => row.id)
  const ticks = await listTicks(db, of)
  const resources = await db
    .selectFrom('resource')
    .selectAll()
    .where('organisation_id', '=', of.organisationId)
    .where((eb) =>
      eb.or([
        eb('qualification_id', '=', of.qualificationId),
        ...(processIds.length > 0 ? [eb('process_id', 'in', processIds)] : []),
      ]),
    )
    .orderBy('position')
    .execute()
  const shown = resources.map((row) => ({
    processId: row.process_id,
    resource: { id: row.id, kind: row.kind, title: row.title, url: webAddress(row.url), body: row.body },
  }))
  return {
    processes: processes.map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      steps: row.steps,
      minutes: row.effort_minutes,
      owner: row.owner,
      class: row.class,
      tickedOn: ticks.get(row.id) ?? null,
      resources: shown.filter((one) => one.processId === row.id).map((one) => one.resource),
    })),
    resources: shown.filter((one) => one.processId === null).map((one) => one.resource),
  }
}

/** Processes a person has ticked off for a qualification, with the day. */
async function listTicks(
  db: Db,
  of: { organisationId: Id<'organisation'>; personId: Id<'person'>; qualificationId: Id<'qualification'> },
): Promise<Map<Id<'process'>, CalendarDate>> {
  const rows = await db
    .selectFrom('tick')
    .select(['process_id', 'ticked_on'])
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('qualification_id', '=', of.qualificationId)
    .where('unticked_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.process_id, row.ticked_on]))
}

/** The address where it is http or https, else null: nothing else may become a link. */
export function webAddress(text: string): string | null {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null
}
