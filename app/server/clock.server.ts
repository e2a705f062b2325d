import { randomBytes } from 'node:crypto'
import type { Instant } from '~/domain/calendar-date'
import { idPrefixes, type Id, type IdKind, type NewId } from '~/domain/ids'

/** Where time and randomness enter. Everything else gets them as arguments, so that tests own them. */
export interface Clock {
  readonly now: () => Instant
  readonly newId: NewId
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() as Instant, newId: newSortableId }

/** 9 characters of the millisecond in base 36 (sorts until the year 5188), then 80 random bits. */
function newSortableId<K extends IdKind>(kind: K): Id<K> {
  const time = Date.now().toString(36).padStart(9, '0')
  const random = BigInt(`0x${randomBytes(10).toString('hex')}`)
    .toString(36)
    .padStart(16, '0')
  return `${idPrefixes[kind]}_${time}${random}` as Id<K>
}
