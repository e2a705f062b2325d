import type { Cell, Row } from './cell'
import type { CalendarDate } from './calendar-date'
import type { Id } from './ids'
import type { ProgramRules, RequirementRule } from './program-rules'
import {
  type CountedPart,
  type Scope,
  countedParts,
  isCounted,
  isInScope,
  isMust,
  isReady,
  readinessOf,
} from './readiness'
import { prerequisitesOf, unlockCounts, unlockOrder } from './unlocking'

/**
 * What a person still needs, in the order in which it opens, with the reason for every lock; and the one next step
 * (DESIGN 4.4). What is waiting for somebody else is never proposed as a step.
 */
export type NeededItem = {
  /** Column of `rules.requirements`. */
  readonly column: number
  readonly requirement: RequirementRule
  readonly cell: Cell
  /** The prerequisites that are not met, in column order; empty: open. */
  readonly lockedBy: readonly Id<'qualification'>[]
  /** Where it is one of an at-least-n group: how many of the group are still missing. */
  readonly choice: { readonly groupId: Id<'requirement-group'>; readonly missing: number } | null
}

/** The unmet musts that count in this scope, in unlock order, ties in column order. */
export function stillNeeded(rules: ProgramRules, row: Row, scope: Scope): NeededItem[] {
  const items = new Map<Id<'qualification'>, NeededItem>()
  for (const part of countedParts(rules, row, scope)) {
    if (part.met >= part.needed) continue
    for (const column of part.columns) {
      const item = neededItem(rules, row, part, column)
      if (item) items.set(item.requirement.qualificationId, item)
    }
  }
  const inColumnOrder = [...items.values()].sort((a, b) => a.column - b.column)
  const order = unlockOrder(
    inColumnOrder.map((item) => item.requirement.qualificationId),
    prerequisitesOf(rules),
  )
  return order.flatMap((id) => items.get(id) ?? [])
}

export const nextStepReasons = ['returned', 'your-turn', 'asked', 'expired', 'expiring', 'opens-most'] as const
/** Why a step is next; `your-turn` is an open demonstration that waits for the person without having been returned. */
export type NextStepReason = (typeof nextStepReasons)[number]

export type NextStep = {
  readonly column: number
  readonly requirement: RequirementRule
  readonly cell: Cell
  readonly reason: NextStepReason
  /** The day by which a manager asked to be shown it, for `asked`. */
  readonly askedBy: CalendarDate | null
  /** How many musts still needed it opens, near or far, for `opens-most`. */
  readonly opens: number
}

export type NextStepFacts = {
  /** Qualifications a manager asked to be shown, with the day. */
  readonly asks?: ReadonlyMap<Id<'qualification'>, CalendarDate>
  /** Qualifications where a waiting time or a coaching talk comes first (DESIGN 4.5). */
  readonly notBefore?: ReadonlySet<Id<'qualification'>>
}

/**
 * Returned to me; asked to show, the nearest day first; expired, then in its renewal window; then the open must that
 * opens most musts, ties in column order. Null where everything is done or waits for others.
 */
export function nextStep(rules: ProgramRules, row: Row, scope: Scope, facts: NextStepFacts = {}): NextStep | null {
  const possible = rules.requirements.flatMap((requirement, column): Candidate[] => {
    const cell = row[column] ?? null
    if (cell === null || cell.status === 'exempt' || waitsForOthers(cell)) return []
    return [{ column, requirement, cell }]
  })
  const isReturned = ({ cell }: Candidate) => cell.marks.waiting === 'person'
  const returned = possible.find(({ cell }) => cell.status === 'returned') ?? possible.find(isReturned)
  if (returned) return stepOf(returned, returned.cell.status === 'returned' ? 'returned' : 'your-turn')

  const ready = possible.filter(({ requirement }) => !facts.notBefore?.has(requirement.qualificationId))
  const asked = nearestAsk(ready, facts.asks)
  if (asked) return asked

  const inScope = ready.filter(({ requirement, cell }) => isInScope(requirement, scope) && isCounted(cell))
  for (const status of ['expired', 'expiring'] as const) {
    const due = inScope.filter(({ cell }) => cell.status === status && !cell.marks.isLocked)
    const lapsing = due.find(({ requirement }) => isMust(rules, requirement)) ?? due[0]
    if (lapsing) return stepOf(lapsing, status)
  }
  return opensMost(rules, row, scope, ready)
}

/** Hours of learning in the items, from the summed hours per qualification; what is not in the map counts as 0. */
export function effortHours(items: readonly NeededItem[], hours: ReadonlyMap<Id<'qualification'>, number>): number {
  return items.reduce((sum, item) => sum + (hours.get(item.requirement.qualificationId) ?? 0), 0)
}

/**
 * The first day on which all musts that count were met, or null while they are not or where nothing is required: the
 * latest proven-on among them (in an at-least-n group the n-th earliest), never before the person took part. Asked at
 * the moment the last one is met; later renewals move proven-on, so the ledger keeps the answer.
 */
export function completedOn(
  rules: ProgramRules,
  row: Row,
  person: { scope: Scope; since: CalendarDate },
): CalendarDate | null {
  const readiness = readinessOf(rules, row, person.scope)
  if (readiness.needed === 0 || !isReady(readiness)) return null
  return countedParts(rules, row, person.scope).reduce((day, part) => {
    const proven = part.columns.flatMap((column) => (row[column]?.isMet ? (row[column].provenOn ?? []) : [])).sort()
    const enough = proven[part.needed - 1]
    return enough !== undefined && enough > day ? enough : day
  }, person.since)
}

/**
 * "All current until": the last day on which everything that counts is still good if nothing is renewed; null where it
 * never ends. An at-least-n group lasts as long as its n longest. Only meaningful while all musts are met.
 */
export function currentUntil(rules: ProgramRules, row: Row, scope: Scope): CalendarDate | null {
  let until: CalendarDate | null = null
  for (const part of countedParts(rules, row, scope)) {
    const ends = part.columns.flatMap((column) => (row[column]?.isMet ? [row[column].expiresOn] : []))
    const end = ends.sort(latestFirst)[part.needed - 1] ?? null
    if (end !== null && (until === null || end < until)) until = end
  }
  return until
}

type Candidate = { readonly column: number; readonly requirement: RequirementRule; readonly cell: Cell }

function neededItem(rules: ProgramRules, row: Row, part: CountedPart, column: number): NeededItem | null {
  const requirement = rules.requirements[column]
  const cell = row[column] ?? null
  if (!requirement || !cell || cell.isMet) return null
  const isChoice = part.groupId !== null && part.columns.length > part.needed
  const choice = isChoice && part.groupId !== null ? { groupId: part.groupId, missing: part.needed - part.met } : null
  return { column, requirement, cell, lockedBy: lockedBy(rules, row, requirement), choice }
}

/** The prerequisites of one requirement that lock it for this person, in column order. */
export function lockedBy(rules: ProgramRules, row: Row, requirement: RequirementRule): Id<'qualification'>[] {
  return rules.requirements.flatMap((rule, column) => {
    const cell = row[column] ?? null
    return requirement.prerequisites.includes(rule.qualificationId) && isCounted(cell) && !cell.isMet
      ? [rule.qualificationId]
      : []
  })
}

function waitsForOthers(cell: Cell): boolean {
  return cell.marks.waiting === 'assessor' || cell.status === 'on-hold'
}

function nearestAsk(ready: readonly Candidate[], asks: NextStepFacts['asks']): NextStep | null {
  if (!asks) return null
  let nearest: NextStep | null = null
  for (const candidate of ready) {
    const askedBy = asks.get(candidate.requirement.qualificationId)
    if (askedBy === undefined) continue
    if (nearest?.askedBy && nearest.askedBy <= askedBy) continue
    nearest = { ...stepOf(candidate, 'asked'), askedBy }
  }
  return nearest
}

function opensMost(rules: ProgramRules, row: Row, scope: Scope, ready: readonly Candidate[]): NextStep | null {
  const needed = stillNeeded(rules, row, scope)
  const counts = unlockCounts(
    needed.map((item) => item.requirement.qualificationId),
    prerequisitesOf(rules),
  )
  const isReadyNow = new Set(ready.map(({ column }) => column))
  let best: NextStep | null = null
  for (const item of needed) {
    if (!item.cell.isOpen || !isReadyNow.has(item.column)) continue
    const opens = counts.get(item.requirement.qualificationId) ?? 0
    const isBetter = best === null || opens > best.opens || (opens === best.opens && item.column < best.column)
    if (isBetter) best = { ...stepOf(item, 'opens-most'), opens }
  }
  return best
}

function stepOf({ column, requirement, cell }: Candidate, reason: NextStepReason): NextStep {
  return { column, requirement, cell, reason, askedBy: null, opens: 0 }
}

function latestFirst(a: CalendarDate | null, b: CalendarDate | null): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return a > b ? -1 : 1
}
