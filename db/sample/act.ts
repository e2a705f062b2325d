import type { Instant } from '~/domain/calendar-date'

/** Something that happened: written at its place in time among all others. */
export interface Act {
  readonly at: Instant
  write(): Promise<void>
}
