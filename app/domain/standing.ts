import { type CalendarDate, addDays, endsLater, isPast } from './calendar-date'
import { type LedgerEvent, type StandingKind, eventsInForce, touchesStanding } from './ledger'

/**
 * Where a person stands in one qualification: for each level, when it was last proven and until when that is good.
 * Mastering level n proves 1 to n that day; each level ends by itself; a later sign-off at a lower level never lowers a
 * higher one, only a hold or a void does (DESIGN 4.3). A hold and the misses are of the whole qualification, so they
 * are the same on every row, and as soon as anything is known there is a row for level 1.
 */
export type StandingRow = {
  readonly level: number
  readonly provenOn: CalendarDate | null
  /** Last day it is good; null while not proven, and where it never ends. */
  readonly expiresOn: CalendarDate | null
  /** Counts, but marked "not assessed here" until confirmed. */
  readonly isImported: boolean
  readonly isHeld: boolean
  /** Last day of the hold; null until released. */
  readonly heldUntil: CalendarDate | null
  /** Day of the latest "not yet" since it was last mastered. */
  readonly missedOn: CalendarDate | null
  /** Requested attempts judged "not yet" since it was last mastered (DESIGN 4.5). */
  readonly misses: number
  /** Sequence of the last event that changed this row. */
  readonly lastSequence: number
}

/** One row per level known, level 1 first, without gaps. Empty: nothing is known. */
export type Standing = readonly StandingRow[]

/** A standing of which nothing is known. */
export const noStanding: Standing = []

/**
 * The standing after one more event. Kinds that touch no standing return it unchanged. A `voided` event throws: what it
 * cancels is in the past, so the whole history of that person and qualification is folded again by `foldLedger`.
 */
export function applyEvent(standing: Standing, event: LedgerEvent): Standing {
  if (event.kind === 'voided') throw new Error('A void is not applied to a standing: fold the ledger again')
  return touchesStanding(event.kind) ? applyKind(standing, event, event.kind) : standing
}

/** The standing that follows from the events of one person and one qualification, skipping what was voided. */
export function foldLedger(events: readonly LedgerEvent[]): Standing {
  return eventsInForce(events).reduce(applyEvent, noStanding)
}

/** The highest level that is proven and not past its end today; 0 where there is none or while on hold. */
export function reachedLevel(standing: Standing, today: CalendarDate): number {
  if (isOnHold(standing, today)) return 0
  return standing.reduce((reached, row) => (isGood(row, today) && row.level > reached ? row.level : reached), 0)
}

/** True while the qualification is on hold; the day `heldUntil` itself still is. */
export function isOnHold(standing: Standing, today: CalendarDate): boolean {
  const row = standing[0]
  return row !== undefined && row.isHeld && !isPast(row.heldUntil, today)
}

/** True when the row is proven and today is not past its end. Says nothing of a hold. */
export function isGood(row: StandingRow, today: CalendarDate): boolean {
  return row.provenOn !== null && !isPast(row.expiresOn, today)
}

function applyKind(standing: Standing, event: LedgerEvent, kind: StandingKind): Standing {
  const lastSequence = event.sequence
  switch (kind) {
    case 'mastered':
    case 'renewed':
    case 'recognised':
    case 'imported':
      return prove(standing, event)
    case 'confirmed':
      return standing.map((row) =>
        row.isImported && (event.level === null || row.level <= event.level)
          ? { ...row, isImported: false, lastSequence }
          : row,
      )
    case 'held':
      return known(standing).map((row) => ({ ...row, isHeld: true, heldUntil: event.heldUntil, lastSequence }))
    case 'released':
      return standing.map((row) => ({ ...row, isHeld: false, heldUntil: null, lastSequence }))
    case 'not-yet':
      return known(standing).map((row) => ({
        ...row,
        missedOn: event.occurredOn,
        misses: row.misses + (event.isAttempt ? 1 : 0),
        lastSequence,
      }))
  }
}

/** Levels 1 to n are proven; the misses are over for every level, those above included. */
function prove(standing: Standing, event: LedgerEvent): Standing {
  const level = event.level ?? 1
  const shared = standing[0] ?? unprovenRow
  const top = Math.max(level, standing.length)
  return Array.from({ length: top }, (_, index) => {
    const row: StandingRow = standing[index] ?? { ...shared, ...unproven, level: index + 1 }
    const proof = row.level <= level && isBetterProof(event, row) ? proofOf(event) : null
    return { ...row, ...proof, missedOn: null, misses: 0, lastSequence: event.sequence }
  })
}

type Proof = Pick<StandingRow, 'provenOn' | 'expiresOn' | 'isImported'>

const unproven: Proof = { provenOn: null, expiresOn: null, isImported: false }
const unprovenRow: StandingRow = {
  level: 1,
  ...unproven,
  isHeld: false,
  heldUntil: null,
  missedOn: null,
  misses: 0,
  lastSequence: 0,
}

function proofOf(event: LedgerEvent): Proof {
  return { provenOn: event.occurredOn, expiresOn: event.expiresOn, isImported: event.kind === 'imported' }
}

/**
 * The later proof counts, with its own end. Except where that would take something away from the person: a demonstration
 * recorded late that had ended before it was recorded, or an import over what was assessed here. Then the later end
 * decides, so signing off never lowers. "Had ended" compares with the day of recording in UTC plus one, the latest day
 * it can be in any zone.
 */
function isBetterProof(event: LedgerEvent, row: StandingRow): boolean {
  if (row.provenOn === null) return true
  const isImportOverAssessed = event.kind === 'imported' && !row.isImported
  const isGoodWhenRecorded = !isPast(event.expiresOn, addDays(recordedOn(event), 1))
  if (event.occurredOn >= row.provenOn && isGoodWhenRecorded && !isImportOverAssessed) return true
  return endsLater(event.expiresOn, row.expiresOn)
}

function known(standing: Standing): Standing {
  return standing.length > 0 ? standing : [unprovenRow]
}

function recordedOn(event: LedgerEvent): CalendarDate {
  return event.recordedAt.slice(0, 10) as CalendarDate // An Instant begins with its UTC day.
}
