/**
 * One person's line in the tracker, the same whether it is loaded first, sent with the whole matrix or pushed live
 * ("one number everywhere", DESIGN 1.7). Cells are one string; what a cell's name needs beyond its face (a date, whom
 * it waits for) stands beside it by column, only where there is something to say.
 */
import { deriveRow, dueOn, type Cell, type Participation, type PersonFacts } from './cell'
import type { CalendarDate } from './calendar-date'
import { encodeRow } from './cell-code'
import type { Id } from './ids'
import { paceOf, type AbsenceDays } from './pace'
import type { ProgramRules } from './program-rules'
import { readinessOf, scopeOf, type Readiness } from './readiness'

export type TrackerRow = {
  readonly personId: Id<'person'>
  readonly name: string
  readonly teamIds: readonly Id<'team'>[]
  readonly participation: Participation
  /** First day in the role, or as a candidate for it. */
  readonly since: CalendarDate
  readonly targetOn: CalendarDate | null
  /** One character per column: `decodeRow` of `cell-code`. */
  readonly code: string
  /** By column: the end of expired and expiring, the last day of a hold or an exemption, the day of a "not yet". */
  readonly dates: Readonly<Record<number, CalendarDate>>
  /** By column of an open demonstration: its assessor, null while nobody has it. */
  readonly assessors: Readonly<Record<number, Id<'person'> | null>>
  readonly readiness: Readiness
  /** Musts behind an even pace to the target date; null without a target, 0 on pace. */
  readonly behind: number | null
  /** Columns with a day to be met by that has passed while unmet. */
  readonly overdue: readonly number[]
}

/** What a line needs beyond the facts of its cells. */
export type RowPerson = {
  readonly name: string
  readonly facts: PersonFacts
  readonly absences: readonly AbsenceDays[]
}

/** Derives the line of one person today. */
export function trackerRow(rules: ProgramRules, person: RowPerson, today: CalendarDate): TrackerRow {
  const { facts } = person
  const row = deriveRow(rules, facts, today)
  const dates: Record<number, CalendarDate> = {}
  const assessors: Record<number, Id<'person'> | null> = {}
  const overdue: number[] = []
  rules.requirements.forEach((rule, column) => {
    const cell = row[column] ?? null
    if (cell === null) return
    const date = dateOf(cell, facts, rule.qualificationId)
    if (date !== null) dates[column] = date
    const open = facts.openDemonstrations.get(rule.qualificationId)
    if (open) assessors[column] = open.assessorId
    const due = rule.withinDays === null || cell.isMet || cell.status === 'exempt' ? null : dueOn(rule, facts)
    if (due !== null && due < today) overdue.push(column)
  })
  const readiness = readinessOf(rules, row, scopeOf(facts.participation))
  const pace = paceOf({
    readiness,
    since: facts.since,
    targetOn: facts.targetOn,
    today,
    absences: person.absences,
  })
  return {
    personId: facts.personId,
    name: person.name,
    teamIds: facts.teamIds,
    participation: facts.participation,
    since: facts.since,
    targetOn: facts.targetOn,
    code: encodeRow(row),
    dates,
    assessors,
    readiness,
    behind: pace === null ? null : pace.isBehind ? pace.short : 0,
    overdue,
  }
}

/** The date that belongs to a status in words; null where the status names none. */
function dateOf(cell: Cell, facts: PersonFacts, qualificationId: Id<'qualification'>): CalendarDate | null {
  switch (cell.status) {
    case 'expired':
    case 'expiring':
      return cell.expiresOn
    case 'exempt':
      return facts.exemptions.get(qualificationId)?.until ?? null
    case 'on-hold':
      return facts.standings.get(qualificationId)?.[0]?.heldUntil ?? null
    case 'not-yet':
      return facts.standings.get(qualificationId)?.[0]?.missedOn ?? null
    default:
      return null
  }
}
