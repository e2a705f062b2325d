import { type CalendarDate, addDays, endsLater, isPast } from './calendar-date'
import type { Id } from './ids'
import type { ProgramRules, RequirementRule } from './program-rules'
import { type Standing, type StandingRow, isOnHold, noStanding, reachedLevel } from './standing'
import type { CellStatus } from './vocabulary'

/**
 * A status belongs to a person and a requirement. It is derived from what is recorded and from today's date, it is never
 * stored, and it never depends on who looks (DESIGN 4.2). Met is mastered or expiring: expired and on hold are visible
 * and do not count. Beside the status stand marks: whose turn it is, a lock, a gap, the level reached, imported.
 */
export type Waiting = 'assessor' | 'person'

/** What is still missing until an open demonstration is judged, and whose turn it is. */
export type OpenDemonstration = {
  readonly phase: 'requested' | 'scheduled' | 'submitted' | 'continues' | 'returned'
  readonly waitsFor: Waiting
  readonly assessorId: Id<'person'> | null
}

/** Everything a row of cells is derived from, for one person and one program. */
export type PersonFacts = {
  readonly personId: Id<'person'>
  readonly siteIds: readonly Id<'site'>[]
  readonly teamIds: readonly Id<'team'>[]
  readonly participation: Participation
  /** First day in the role, or as a candidate for it. */
  readonly since: CalendarDate
  readonly targetOn: CalendarDate | null
  readonly standings: ReadonlyMap<Id<'qualification'>, Standing>
  /** Exempt in this program, through the day `until`; null without end. */
  readonly exemptions: ReadonlyMap<Id<'qualification'>, { readonly until: CalendarDate | null }>
  readonly openDemonstrations: ReadonlyMap<Id<'qualification'>, OpenDemonstration>
  /** Qualifications with something ticked or logged since their last event. */
  readonly learning: ReadonlySet<Id<'qualification'>>
}

export const participations = ['in-role', 'candidate'] as const
/** "In the role", or "Working towards it". */
export type Participation = (typeof participations)[number]

export type CellMarks = {
  readonly waiting: Waiting | null
  /** Not met, and a prerequisite is not met: a lock stops requests and automatic checks (DESIGN 4.4). */
  readonly isLocked: boolean
  /** Met although a prerequisite is not: a hole in what the person builds on (DESIGN 4.4). */
  readonly hasGap: boolean
  /** Level reached where the qualification has several; null where it has one, or none is reached. */
  readonly level: number | null
  /** The proof was imported and is not yet confirmed. */
  readonly isImported: boolean
}

/** What a cell shows at a glance, and all that the compact code of a row carries. */
export type CellFace = {
  readonly status: CellStatus
  /** Mastered or expiring. */
  readonly isMet: boolean
  /** All prerequisites are met or waived: the person may go for it. */
  readonly isOpen: boolean
  /** New in this version and not counting yet: shown as "new from …", outside every figure. */
  readonly isNew: boolean
  readonly marks: CellMarks
}

export type Cell = CellFace & {
  readonly provenOn: CalendarDate | null
  /** Last good day of the proof that counts, or of the one that has lapsed. */
  readonly expiresOn: CalendarDate | null
  /** The day it begins to count, while `isNew`. */
  readonly countsFrom: CalendarDate | null
}

/** The cells of one person in column order; null where a requirement does not apply to the person. */
export type Row = readonly (Cell | null)[]

/** True when the requirement applies to a person of these sites and teams; named nowhere, it applies to everyone. */
export function appliesTo(
  rule: Pick<RequirementRule, 'siteIds' | 'teamIds'>,
  person: Pick<PersonFacts, 'siteIds' | 'teamIds'>,
): boolean {
  if (rule.siteIds.length === 0 && rule.teamIds.length === 0) return true
  return (
    rule.siteIds.some((id) => person.siteIds.includes(id)) || rule.teamIds.some((id) => person.teamIds.includes(id))
  )
}

/**
 * The cells of one person in one program today. Pure and fast: the whole matrix is derived anew whenever it is read
 * (DESIGN 5, "derived, never stored").
 */
export function deriveRow(rules: ProgramRules, person: PersonFacts, today: CalendarDate): (Cell | null)[] {
  const { requirements } = rules
  const facts: (CellFacts | null)[] = new Array(requirements.length)
  const daysFor = daysByWindow(today)
  const unmet = new Set<Id<'qualification'>>()
  for (let column = 0; column < requirements.length; column += 1) {
    const rule = requirements[column]
    if (!rule) continue
    if (!appliesTo(rule, person)) {
      facts[column] = null
      continue
    }
    const found = cellFacts(rules, rule, person, daysFor(rule.renewalWindowDays))
    facts[column] = found
    // What does not count yet locks nothing: nobody is thrown back before the announced day.
    if (!found.isMet && !found.isExempt && found.countsFrom === null) unmet.add(rule.qualificationId)
  }
  return requirements.map((rule, column) => {
    const found = facts[column]
    if (!found) return null
    const isBlocked = rule.prerequisites.some((id) => unmet.has(id))
    return cellOf(found, { isBlocked, isLearning: person.learning.has(rule.qualificationId) })
  })
}

/** The day by which the requirement is due in the role; null where no day is set or the person is a candidate. */
export function dueOn(
  rule: Pick<RequirementRule, 'withinDays'>,
  person: Pick<PersonFacts, 'participation' | 'since'>,
): CalendarDate | null {
  if (rule.withinDays === null || person.participation === 'candidate') return null
  return addDays(person.since, rule.withinDays)
}

/** A cell before it is known what its prerequisites do to it. */
type CellFacts = {
  /** The status where it does not depend on prerequisites; null: one of learning, locked, not-started. */
  readonly status: CellStatus | null
  readonly isMet: boolean
  readonly isExempt: boolean
  /** A level was reached once, so there is more than nothing. */
  readonly isBegun: boolean
  readonly waiting: Waiting | null
  readonly level: number | null
  readonly isImported: boolean
  readonly provenOn: CalendarDate | null
  readonly expiresOn: CalendarDate | null
  readonly countsFrom: CalendarDate | null
}

function cellFacts(rules: ProgramRules, rule: RequirementRule, person: PersonFacts, days: Days): CellFacts {
  const { today } = days
  const standing = person.standings.get(rule.qualificationId) ?? noStanding
  const open = person.openDemonstrations.get(rule.qualificationId)
  const exemption = person.exemptions.get(rule.qualificationId)
  const isExempt = exemption !== undefined && !isPast(exemption.until, today)
  const proof = proofAt(standing, rule.level)
  const status = isExempt ? 'exempt' : statusOf({ standing, proof, open, days })
  const reached = rule.levelCount > 1 ? reachedLevel(standing, today) : 0
  return {
    status,
    isMet: status === 'mastered' || status === 'expiring',
    isExempt,
    isBegun: standing.some((row) => row.provenOn !== null),
    waiting: open?.waitsFor ?? null,
    level: reached > 0 ? reached : null,
    isImported: proof !== null && proof.isImported,
    provenOn: proof?.provenOn ?? null,
    expiresOn: proof?.expiresOn ?? null,
    countsFrom: countsFromFor(rules, rule, person, today),
  }
}

/** The row that proves a level: of it and the higher ones, the one that ends last. */
function proofAt(standing: Standing, level: number): StandingRow | null {
  let proof: StandingRow | null = null
  for (const row of standing) {
    if (row.level < level || row.provenOn === null) continue
    if (proof === null || endsLater(row.expiresOn, proof.expiresOn)) proof = row
  }
  return proof
}

/** The precedence of DESIGN 4.2 from on-hold to not-yet; null where none of them applies. */
function statusOf(known: {
  standing: Standing
  proof: StandingRow | null
  open: OpenDemonstration | undefined
  days: Days
}): CellStatus | null {
  const { standing, proof, open, days } = known
  if (isOnHold(standing, days.today)) return 'on-hold'
  if (proof) {
    if (isPast(proof.expiresOn, days.today)) return 'expired'
    return proof.expiresOn !== null && proof.expiresOn <= days.windowEnd ? 'expiring' : 'mastered'
  }
  if (open) return open.phase === 'returned' ? 'returned' : 'in-review'
  return standing[0]?.missedOn ? 'not-yet' : null
}

/** Today, and the last day whose ends lie in the renewal window today: ends are compared as text, not counted. */
type Days = { readonly today: CalendarDate; readonly windowEnd: CalendarDate }

/** Remembers the days per length of window, because a program has few and a row has many cells. */
function daysByWindow(today: CalendarDate): (windowDays: number) => Days {
  const known = new Map<number, Days>()
  return (windowDays) => {
    const days = known.get(windowDays) ?? { today, windowEnd: addDays(today, windowDays) }
    known.set(windowDays, days)
    return days
  }
}

/** A requirement added for those who already take part counts from its day; who began after publishing has it at once. */
function countsFromFor(
  rules: ProgramRules,
  rule: RequirementRule,
  person: PersonFacts,
  today: CalendarDate,
): CalendarDate | null {
  if (rule.countsFrom === null || rule.countsFrom <= today) return null
  return rules.publishedOn !== null && person.since > rules.publishedOn ? null : rule.countsFrom
}

function cellOf(found: CellFacts, around: { isBlocked: boolean; isLearning: boolean }): Cell {
  const isLocked = around.isBlocked && !found.isMet && !found.isExempt
  const isLearning = around.isLearning || found.isBegun
  return {
    status: found.status ?? (isLearning ? 'learning' : isLocked ? 'locked' : 'not-started'),
    isMet: found.isMet,
    isOpen: !around.isBlocked || found.isExempt,
    isNew: found.countsFrom !== null,
    marks: {
      waiting: found.waiting,
      isLocked,
      hasGap: around.isBlocked && found.isMet,
      level: found.level,
      isImported: found.isImported,
    },
    provenOn: found.provenOn,
    expiresOn: found.expiresOn,
    countsFrom: found.countsFrom,
  }
}
