import type { CalendarDate } from './calendar-date'
import type { Id } from './ids'
import type { RequirementClass, RequirementNeed } from './vocabulary'

/**
 * What a published program version asks, in the shape the derivations read: one rule per requirement, in column order.
 * A qualification stands at most once in a version, so prerequisites are named by qualification.
 */
export type RequirementRule = {
  readonly requirementId: Id<'requirement'>
  readonly qualificationId: Id<'qualification'>
  /** Level needed, from 1. */
  readonly level: number
  /** How many levels the qualification has; 1 is the default "Mastered". */
  readonly levelCount: number
  readonly need: RequirementNeed
  /** In the role within this many days of starting; null: no day set. */
  readonly withinDays: number | null
  readonly class: RequirementClass
  readonly groupId: Id<'requirement-group'> | null
  readonly isCritical: boolean
  readonly prerequisites: readonly Id<'qualification'>[]
  /** Applies to people of these sites or teams; both empty: to everyone. */
  readonly siteIds: readonly Id<'site'>[]
  readonly teamIds: readonly Id<'team'>[]
  /** First day it counts for those already taking part when it was published; until then "new from …". */
  readonly countsFrom: CalendarDate | null
  /** Days before the end in which a renewal keeps the old end; from `renewalWindowOf` of `validity`. */
  readonly renewalWindowDays: number
}

export type GroupRule = {
  readonly id: Id<'requirement-group'>
  /** At least this many of the group's requirements; null: the group only orders columns. */
  readonly atLeast: number | null
}

export type ProgramRules = {
  readonly programId: Id<'program'>
  readonly programVersionId: Id<'program-version'>
  /** Day of publishing; who began later has every requirement count at once. Null: draft or preview. */
  readonly publishedOn: CalendarDate | null
  /** In column order. Every row of cells has one entry per requirement, in the same order. */
  readonly requirements: readonly RequirementRule[]
  readonly groups: readonly GroupRule[]
}
