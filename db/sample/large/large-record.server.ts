/** The record of many people at once: half of the cells rated, the statuses in the shares a living tracker has. */
import type { Insertable } from 'kysely'
import { addDays, type CalendarDate, type Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { decideExpiry } from '~/domain/validity'
import type { PublishedProgram, PublishedRequirement } from '../../queries/published-program.server'
import type { Schema } from '../../schema'
import { insertRows, type Loading } from '../loading.server'
import { appendMany, type FirstEvent } from './append-many.server'
import type { Dice } from './dice'
import type { LargePeople } from './large-people.server'

/** Of the cells that were ever rated; the rest is empty, some of it begun. */
const ratedShare = 0.5
/** Of the rated ones, those signed off here with every criterion; the others were recognised when it began. */
const assessedShare = 0.2
const daysRecorded = 85

type Member = LargePeople['members'][number] & { readonly index: number }

export interface LargeRecord {
  readonly program: PublishedProgram
  readonly eventsPerCell: number
  /** How many people there are altogether: who comes first was recorded first. */
  readonly people: number
}

type Rows = { [T in 'demonstration' | 'assessment' | 'criterion_verdict' | 'tick']: Insertable<Schema[T]>[] }

/** Writes the cells of these people and answers how many events that made. */
export async function loadLargeRecord(
  loading: Loading,
  members: readonly Member[],
  record: LargeRecord,
  dice: Dice,
): Promise<number> {
  const rows: Rows = { demonstration: [], assessment: [], criterion_verdict: [], tick: [] }
  const events: FirstEvent[] = []
  for (const member of members) {
    const share = ratedShare - 0.25 + dice.share() / 2
    const rated = new Set<Id<'qualification'>>()
    for (const requirement of record.program.requirements) {
      const cell = cellOf(loading, member, requirement, record, dice)
      // Who holds what comes first is likelier to hold what comes next; the other way round there are few gaps.
      const { prerequisites, qualificationId } = requirement.rule
      const isOpen = prerequisites.every((id) => rated.has(id))
      if (!dice.isTrue(isOpen ? Math.min(0.97, share * 1.2) : share * 0.2)) begin(cell, rows)
      else {
        rate(cell, events, rows)
        rated.add(qualificationId)
      }
    }
  }
  // Events of one cell lie together; across cells they go by time, as nobody signs a person from end to end.
  await appendMany(loading, inTime(events))
  for (const table of ['demonstration', 'assessment', 'criterion_verdict', 'tick'] as const) {
    await insertRows(loading.tx, table, rows[table] as never)
  }
  return events.length
}

interface LargeCell {
  readonly loading: Loading
  readonly member: Member
  readonly requirement: PublishedRequirement
  readonly record: LargeRecord
  readonly dice: Dice
  readonly recordedOn: CalendarDate
  readonly recordedAt: Instant
}

function cellOf(
  loading: Loading,
  member: Member,
  requirement: PublishedRequirement,
  record: LargeRecord,
  dice: Dice,
): LargeCell {
  const recordedOn = loading.day(-daysRecorded + Math.floor((member.index / record.people) * (daysRecorded - 1)))
  // People of one day follow one another, so that the record of the whole organisation is in the order of time.
  const ofDay = ((member.index / record.people) * (daysRecorded - 1)) % 1
  const recordedAt = loading.moment(recordedOn, Math.floor(ofDay * 600))
  return { loading, member, requirement, record, dice, recordedOn, recordedAt }
}

/** Signed off, missed or held. */
function rate(cell: LargeCell, events: FirstEvent[], rows: Rows): void {
  const { dice, requirement, record, recordedOn } = cell
  const fate = dice.share()
  if (fate < 0.07) {
    events.push({ ...eventOf(cell), kind: 'not-yet', occurredOn: addDays(recordedOn, -dice.below(5)), isAttempt: true })
    return
  }
  const levels = requirement.rule.levelCount
  const level = levels > 1 ? 1 + dice.below(levels) : 1
  const isAssessed = dice.isTrue(assessedShare)
  const lastOn = addDays(recordedOn, isAssessed ? -dice.below(4) : -dice.below(430))
  let previous: { expiresOn: CalendarDate | null } | null = null
  for (let turn = record.eventsPerCell - 1; turn >= 0; turn -= 1) {
    const occurredOn = addDays(lastOn, -turn * 180)
    const decided = decideExpiry(requirement.definition.validity, {
      performedOn: occurredOn,
      documentDate: null,
      previous,
    })
    const expiresOn = decided.ok ? decided.value : null
    previous = { expiresOn }
    const isLast = turn === 0
    const kind = isLast && isAssessed ? (record.eventsPerCell > 1 ? 'renewed' : 'mastered') : 'recognised'
    const event: FirstEvent = { ...eventOf(cell), kind, occurredOn, expiresOn, level }
    events.push(isLast && isAssessed ? { ...event, details: assess(cell, event, rows) } : event)
  }
  if (fate > 0.985) {
    events.push({ ...eventOf(cell), kind: 'held', occurredOn: recordedOn, reason: 'Looked at again' })
  }
}

function eventOf(cell: LargeCell): Omit<FirstEvent, 'kind' | 'occurredOn'> {
  const { loading, member, requirement, record } = cell
  return {
    organisationId: loading.organisationId,
    id: loading.newId('ledger-event'),
    personId: member.id,
    qualificationId: requirement.rule.qualificationId,
    programId: record.program.programId,
    actorId: member.leadId,
    recordedAt: cell.recordedAt,
    programVersionId: record.program.versionId,
    contentHash: record.program.contentHash,
  }
}

/** The demonstration, the assessment and its verdicts of a sign-off; answers what the event says of them. */
function assess(cell: LargeCell, event: FirstEvent, rows: Rows): Record<string, string> {
  const { loading, member, requirement, recordedAt } = cell
  const [method] = requirement.definition.methods
  const demonstrationId = loading.newId('demonstration')
  const assessmentId = loading.newId('assessment')
  const level = event.level ?? 1
  rows.demonstration.push({
    ...demonstrationOf(cell, demonstrationId),
    level,
    assessed_at: recordedAt,
    assessor_id: member.leadId,
  })
  rows.assessment.push({
    id: assessmentId,
    organisation_id: loading.organisationId,
    demonstration_id: demonstrationId,
    person_id: member.id,
    qualification_id: requirement.rule.qualificationId,
    revision_id: requirement.revisionId,
    level,
    assessor_id: member.leadId,
    verdict: 'mastered',
    method_kind: method?.kind ?? 'observed-task',
    method_id: method?.id ?? null,
    performed_on: event.occurredOn,
    signed_at: recordedAt,
    note: '',
    is_all_at_once: 0,
    is_gap: 0,
    lock_reason: null,
    late_reason: null,
    event_id: event.id,
    signed_text: '',
  })
  for (const criterion of requirement.definition.criteria) {
    rows.criterion_verdict.push({
      organisation_id: loading.organisationId,
      assessment_id: assessmentId,
      criterion_id: criterion.id,
      verdict: 'met',
    })
  }
  return { assessmentId, demonstrationId, right: 'manager' }
}

/** Of what is not rated, a little is asked for and a little is being learned. */
function begin(cell: LargeCell, rows: Rows): void {
  const { loading, member, requirement, dice, recordedOn, recordedAt } = cell
  const fate = dice.share()
  if (fate < 0.02) {
    const asked = { requested_by: member.id, requested_at: recordedAt }
    rows.demonstration.push({ ...demonstrationOf(cell, loading.newId('demonstration')), ...asked })
  } else if (fate < 0.06) {
    rows.tick.push({
      id: loading.newId('tick'),
      organisation_id: loading.organisationId,
      person_id: member.id,
      process_id: loading.idOf('process', `q${requirement.column} 0`),
      qualification_id: requirement.rule.qualificationId,
      ticked_on: recordedOn,
      ticked_at: recordedAt,
      unticked_at: null,
    })
  }
}

function demonstrationOf(cell: LargeCell, id: Id<'demonstration'>): Insertable<Schema['demonstration']> {
  const { loading, member, requirement, record, recordedAt } = cell
  return {
    id,
    organisation_id: loading.organisationId,
    person_id: member.id,
    qualification_id: requirement.rule.qualificationId,
    program_id: record.program.programId,
    number: 1,
    level: requirement.rule.level,
    method_id: requirement.definition.methods[0]?.id ?? null,
    requested_by: null,
    requested_at: null,
    scheduled_for: null,
    submitted_at: null,
    returned_at: null,
    return_reason: null,
    withdrawn_at: null,
    assessed_at: null,
    continues_at: null,
    note: '',
    assessor_id: null,
    is_chosen_by_person: 0,
    is_attempt: 0,
    created_at: recordedAt,
    version: 1,
  }
}

function inTime(events: readonly FirstEvent[]): FirstEvent[] {
  return events.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
}
