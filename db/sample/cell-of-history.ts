import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { PublishedProgram, PublishedRequirement } from '../queries/published-program.server'
import type { SamplePerson } from './content'
import type { LoadedVersion } from './load-programs.server'

/** One letter of the sample's history with what it is about. */
export interface Cell {
  readonly person: SamplePerson
  /** Key of the qualification. */
  readonly qualification: string
  readonly requirement: PublishedRequirement
  readonly letter: string
  /** Where it stands in the row, from 0 to 1: what comes first was shown first. */
  readonly share: number
  readonly program: PublishedProgram
  /** Versions of the program that were published, oldest first. */
  readonly versions: readonly LoadedVersion[]
}

/** When something was first proven that is still met. */
export interface Proven {
  readonly on: CalendarDate
  readonly at: Instant
  readonly eventId: Id<'ledger-event'>
  readonly actorId: Id<'person'>
}

/** A number that looks arbitrary and is always the same for the same words. */
export function chance(words: string, below: number): number {
  let hash = 2166136261
  for (const character of words) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619)
  return (hash >>> 0) % below
}
