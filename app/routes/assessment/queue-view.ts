import type { CalendarDate } from '~/domain/calendar-date'
import type { DemonstrationPhase } from '~/domain/demonstration'
import type { Id } from '~/domain/ids'
import type { MethodKind } from '~/domain/vocabulary'

export const queueLists = ['mine', 'team', 'unassigned'] as const
/** Given to me; of my people, with others or with nobody; with nobody, for me to take. */
export type QueueList = (typeof queueLists)[number]

/** `/queue?list=`: what waits to be assessed, oldest against its turnaround first. */
export interface QueueView {
  readonly today: CalendarDate
  readonly viewerId: Id<'person'>
  readonly liveAfter: number
  readonly list: QueueList
  readonly counts: Readonly<Record<QueueList, number>>
  /** Has people of their own, so there is a list of the team. */
  readonly hasTeam: boolean
  readonly items: readonly QueueItem[]
  /** Coaching talks that keep people of mine from their next attempt; shown with the team. */
  readonly talks: readonly TalkDue[]
}

export interface QueueItem {
  readonly id: Id<'demonstration'>
  readonly personName: string
  readonly qualificationName: string
  readonly methodKind: MethodKind | null
  readonly number: number
  readonly phase: DemonstrationPhase
  readonly scheduledFor: CalendarDate | null
  readonly askedOn: CalendarDate
  /** Whole days since it was asked for. */
  readonly age: number
  readonly turnaroundDays: number
  readonly dueOn: CalendarDate
  readonly isLate: boolean
  readonly assessor: { readonly id: Id<'person'>; readonly name: string } | null
}

export interface TalkDue {
  readonly personId: Id<'person'>
  readonly personName: string
  readonly programId: Id<'program'>
  readonly qualificationId: Id<'qualification'>
  readonly qualificationName: string
  readonly misses: number
}
