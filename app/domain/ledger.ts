import type { CalendarDate, Instant } from './calendar-date'
import type { Id } from './ids'
import type { LedgerKind } from './vocabulary'

/**
 * The ledger keeps who did what when, for ever. Nothing in it is changed: what was wrong is voided by a further event
 * that names it, and reading skips what was voided (DESIGN 4.1). Order is by sequence, never by clock (SECURITY D22).
 */
export type LedgerEvent = {
  /** Counts up per organisation without gaps. */
  readonly sequence: number
  readonly id: Id<'ledger-event'>
  readonly kind: LedgerKind
  readonly personId: Id<'person'> | null
  readonly qualificationId: Id<'qualification'> | null
  readonly programId: Id<'program'> | null
  /** The level reached; null means the only one. */
  readonly level: number | null
  /** Performed-on of a sign-off, effective date of everything else. */
  readonly occurredOn: CalendarDate
  readonly recordedAt: Instant
  /** Last day the mastery is good; null never ends. */
  readonly expiresOn: CalendarDate | null
  /** Of a `held` event: last day of the hold; null until released. */
  readonly heldUntil: CalendarDate | null
  /** Of a `not-yet` event: the person had asked for it. Recorded without a request it is feedback (DESIGN 4.5). */
  readonly isAttempt: boolean
  readonly voidsEventId: Id<'ledger-event'> | null
  readonly actorId: Id<'person'> | null
  readonly reason: string | null
}

/** The kinds that prove a qualification on a day. */
export const provingKinds = ['mastered', 'renewed', 'recognised', 'imported'] as const satisfies readonly LedgerKind[]
/** The kinds that change a standing by themselves; `voided` changes it too, by a fold without what it cancels. */
export const standingKinds = [
  ...provingKinds,
  'confirmed',
  'held',
  'released',
  'not-yet',
] as const satisfies readonly LedgerKind[]
export type StandingKind = (typeof standingKinds)[number]

const standingKindSet: ReadonlySet<LedgerKind> = new Set(standingKinds)

/** True when an event of this kind changes a standing by `applyEvent`. */
export function touchesStanding(kind: LedgerKind): kind is StandingKind {
  return standingKindSet.has(kind)
}

/**
 * The events that still stand, in sequence order: without the voids and what they cancel. A void may itself be voided,
 * which brings back what it had cancelled; as a void always comes later than what it names, one pass backwards decides.
 */
export function eventsInForce<E extends LedgerEvent>(events: readonly E[]): E[] {
  const cancelled = new Set<Id<'ledger-event'>>()
  const inForce: E[] = []
  for (const event of [...events].sort((a, b) => b.sequence - a.sequence)) {
    if (cancelled.has(event.id)) continue
    if (event.kind === 'voided') {
      if (event.voidsEventId) cancelled.add(event.voidsEventId)
    } else {
      inForce.push(event)
    }
  }
  return inForce.reverse()
}

export type CanonicalValue =
  string | number | boolean | null | undefined | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue }

/**
 * The one text of an event that is hashed into the chain: JSON with sorted keys and the hash before it, so that neither
 * the order of columns nor the engine changes a hash. Whatever further facts the stored event has are part of it.
 */
export function canonicalEvent(event: { readonly [key: string]: CanonicalValue }, previousHash: string): string {
  return canonicalJson({ ...event, previousHash })
}

/** JSON with keys in code-unit order, no spaces, and absent (undefined) keys left out. Throws on numbers JSON lacks. */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('A number that JSON cannot hold has no canonical text')
    return JSON.stringify(value)
  }
  if (value === undefined) return 'null'
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`
}

function isList(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value)
}
