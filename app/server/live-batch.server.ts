import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { LiveCause, LiveRow, LiveRows } from '~/domain/live-event'
import type { Db } from '~db/client.server'
import type { Change } from '~db/queries/change.server'
import { listParticipants, listRolesTakenPartIn } from '~db/queries/participants.server'
import { listPersonNames } from '~db/queries/person-names.server'
import { listPublishedPrograms } from '~db/queries/published-program.server'
import { assessorsIn, listTrackerRows } from '~db/queries/tracker-rows.server'
import { isVisible, type VisiblePeople } from '~db/queries/visible-people.server'

/** Above so many people touched at once, a page that reads itself again is less work than as many lines. */
export const mostPeople = 200

/** What changed, computed once for everybody: the current lines of the people touched. */
export interface LiveBatch {
  readonly sequence: number
  readonly rows: readonly LiveRow[]
  readonly causes: readonly LiveCause[]
  readonly names: ReadonlyMap<Id<'person'>, string>
}

/** People named by the changes, or null where a change is about more than people: then pages read themselves again. */
export function peopleTouched(changes: readonly Change[]): Set<Id<'person'>> | null {
  const people = new Set<Id<'person'>>()
  for (const { personId } of changes) {
    if (!personId) return null
    people.add(personId)
  }
  return people.size > mostPeople ? null : people
}

/** A change of a cell names the qualification; without one it is about the person: role, team, rights. */
export function isAboutPeople(changes: readonly Change[]): boolean {
  return changes.some((change) => !change.qualificationId)
}

/** The lines of the people touched as they are now, in every program they take part in. */
export async function liveBatch(
  db: Db,
  of: { organisationId: Id<'organisation'>; changes: readonly Change[]; people: ReadonlySet<Id<'person'>> },
  today: CalendarDate,
): Promise<LiveBatch> {
  const { organisationId, changes } = of
  const personIds = [...of.people]
  // Only a change about a person can take them out of a program; then every program says whether they are in it.
  const roleIds = isAboutPeople(changes)
    ? undefined
    : [...(await listRolesTakenPartIn(db, organisationId, today, personIds))]
  const rows: LiveRow[] = []
  for (const program of await listPublishedPrograms(db, organisationId, { roleIds })) {
    const { programId, roleId, settings } = program
    const targetDays = settings.targetDays ?? null
    const participants = await listParticipants(db, { organisationId, roleId, targetDays, personIds }, today)
    const lines = await listTrackerRows(db, { organisationId, program, participants }, today)
    for (const row of lines) rows.push({ programId, personId: row.personId, row })
    if (roleIds) continue
    const inProgram = new Set(participants.map((one) => one.personId))
    for (const personId of personIds) if (!inProgram.has(personId)) rows.push({ programId, personId, row: null })
  }
  const names = await listPersonNames(db, organisationId, [
    ...changes.flatMap((change) => (change.actorId ? [change.actorId] : [])),
    ...assessorsIn(rows.flatMap((one) => one.row ?? [])),
  ])
  const causes = changes.map((change): LiveCause => ({
    personId: change.personId ?? null,
    qualificationId: change.qualificationId ?? null,
    actorId: change.actorId,
    actorName: (change.actorId && names.get(change.actorId)) ?? '',
    kind: change.kind,
  }))
  return { sequence: changes.at(-1)?.sequence ?? 0, rows, causes, names }
}

/** Of a batch, what one viewer may see; null where that is nothing. */
export function visibleRows(batch: LiveBatch, visible: VisiblePeople): LiveRows | null {
  const rows = batch.rows.filter((one) => isVisible(visible, one.personId))
  const causes = batch.causes.filter((one) => one.personId !== null && isVisible(visible, one.personId))
  if (rows.length === 0 && causes.length === 0) return null
  const names: Record<Id<'person'>, string> = {}
  for (const id of assessorsIn(rows.flatMap((one) => one.row ?? []))) names[id] = batch.names.get(id) ?? ''
  return { sequence: batch.sequence, rows, causes, names }
}
