import { missesSinceMastered, type AttemptFacts } from '~/domain/attempts'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { eventsInForce, type LedgerEvent } from '~/domain/ledger'
import type { MethodKind, OverallVerdict } from '~/domain/vocabulary'
import type { Db } from '../client.server'
import { ledgerEventOf } from './ledger.server'
import { listAbsences } from './participants.server'

type Qualification = Id<'qualification'>
type Of = {
  readonly organisationId: Id<'organisation'>
  readonly personId: Id<'person'>
  readonly qualificationIds: readonly Qualification[]
}

/**
 * What decides when the next attempt opens (DESIGN 4.5), for several qualifications of one person: misses that count,
 * coaching talks recorded, absences and the last number. A qualification of which nothing is known has empty facts.
 */
export async function listAttemptFacts(db: Db, of: Of): Promise<Map<Qualification, AttemptFacts>> {
  if (of.qualificationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('ledger_event')
    .selectAll()
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('qualification_id', 'in', of.qualificationIds)
    .execute()
  const events = new Map<Qualification, LedgerEvent[]>()
  // Put in order here: asked to, SQLite walks the organisation's whole ledger in order rather than this person's part.
  for (const row of rows.sort((a, b) => a.sequence - b.sequence)) {
    const event = ledgerEventOf(row)
    if (event.qualificationId === null) continue
    events.set(event.qualificationId, [...(events.get(event.qualificationId) ?? []), event])
  }
  const numbers = await listLastNumbers(db, of)
  const absences = (await listAbsences(db, of.organisationId, [of.personId])).get(of.personId) ?? []
  return new Map(
    of.qualificationIds.map((id) => {
      const own = events.get(id) ?? []
      return [
        id,
        {
          missedOn: missesSinceMastered(own),
          coachingTalksOn: coachingTalksOn(own),
          absences,
          lastNumber: numbers.get(id) ?? 0,
        },
      ]
    }),
  )
}

/** Days of the coaching talks among these events that still stand. */
export function coachingTalksOn(events: readonly LedgerEvent[]): CalendarDate[] {
  return eventsInForce(events)
    .filter((event) => event.kind === 'coached')
    .map((event) => event.occurredOn)
}

async function listLastNumbers(db: Db, of: Of): Promise<Map<Qualification, number>> {
  const rows = await db
    .selectFrom('demonstration')
    .select((eb) => ['qualification_id', eb.fn.max('number').as('last')])
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('qualification_id', 'in', of.qualificationIds)
    .groupBy('qualification_id')
    .execute()
  return new Map(rows.map((row) => [row.qualification_id, row.last]))
}

/** One sitting as feedback for the person. */
export interface Feedback {
  readonly qualificationId: Qualification
  readonly verdict: OverallVerdict
  /** Number of the attempt; null where it was recorded without a request. */
  readonly number: number | null
  readonly performedOn: CalendarDate
  readonly methodKind: MethodKind
  readonly assessor: string
  readonly note: string
  readonly met: number
  readonly notYet: readonly string[]
}

/** Sittings of one person that still stand, newest first; with `latestOnly` one for each qualification. */
export async function listFeedback(db: Db, of: Of, { latestOnly = false } = {}): Promise<Feedback[]> {
  if (of.qualificationIds.length === 0) return []
  const all = await db
    .selectFrom('assessment')
    .innerJoin('demonstration', (join) =>
      join
        .onRef('demonstration.organisation_id', '=', 'assessment.organisation_id')
        .onRef('demonstration.id', '=', 'assessment.demonstration_id'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'assessment.organisation_id')
        .onRef('person.id', '=', 'assessment.assessor_id'),
    )
    .leftJoin('ledger_event as voiding', (join) =>
      join
        .onRef('voiding.organisation_id', '=', 'assessment.organisation_id')
        .onRef('voiding.voids_event_id', '=', 'assessment.event_id'),
    )
    .select([
      'assessment.id',
      'assessment.qualification_id as qualificationId',
      'assessment.verdict',
      'assessment.performed_on as performedOn',
      'assessment.method_kind as methodKind',
      'assessment.note',
      'demonstration.number',
      'demonstration.is_attempt as isAttempt',
      'person.name as assessor',
    ])
    .where('assessment.organisation_id', '=', of.organisationId)
    .where('assessment.person_id', '=', of.personId)
    .where('assessment.qualification_id', 'in', of.qualificationIds)
    .where('voiding.id', 'is', null)
    .orderBy('assessment.signed_at', 'desc')
    .orderBy('assessment.id', 'desc')
    .execute()
  const rows = latestOnly ? firstOfEach(all) : all
  const verdicts = await listVerdicts(
    db,
    of.organisationId,
    rows.map((row) => row.id),
  )
  return rows.map(({ id, isAttempt, number, ...row }) => {
    const own = verdicts.filter((one) => one.assessment_id === id)
    return {
      ...row,
      number: isAttempt === 1 ? number : null,
      met: own.filter((one) => one.verdict === 'met').length,
      notYet: own.filter((one) => one.verdict === 'not-yet').map((one) => one.text),
    }
  })
}

async function listVerdicts(db: Db, organisationId: Id<'organisation'>, assessmentIds: readonly Id<'assessment'>[]) {
  if (assessmentIds.length === 0) return []
  return db
    .selectFrom('criterion_verdict')
    .innerJoin('criterion', (join) =>
      join
        .onRef('criterion.organisation_id', '=', 'criterion_verdict.organisation_id')
        .onRef('criterion.id', '=', 'criterion_verdict.criterion_id'),
    )
    .select(['criterion_verdict.assessment_id', 'criterion_verdict.verdict', 'criterion.text'])
    .where('criterion_verdict.organisation_id', '=', organisationId)
    .where('criterion_verdict.assessment_id', 'in', assessmentIds)
    .orderBy('criterion.position')
    .execute()
}

function firstOfEach<Row extends { qualificationId: Qualification }>(rows: readonly Row[]): Row[] {
  const seen = new Set<Qualification>()
  return rows.filter(({ qualificationId }) => !seen.has(qualificationId) && seen.add(qualificationId))
}
