import type { Criterion, Method, Threshold } from '~/domain/assessment-rule'
import type { NextAttempt } from '~/domain/attempts'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Participation } from '~/domain/cell'
import type { DemonstrationPhase } from '~/domain/demonstration'
import type { Id } from '~/domain/ids'
import type { EvidenceKind, OverallVerdict, RequirementClass, RequirementNeed } from '~/domain/vocabulary'
import type { AttemptView, LearningView, PathItem } from './my-path-view'

/** `/my-path/:programId/:qualificationId`: one qualification as the person who wants to master it reads it. */
export interface MyQualificationView {
  readonly today: CalendarDate
  readonly personId: Id<'person'>
  readonly liveAfter: number
  readonly programId: Id<'program'>
  readonly roleTitle: string
  readonly participation: Participation
  readonly isTakingPart: boolean
  /** Null: the requirement does not apply to this person. */
  readonly item: PathItem | null
  readonly name: string
  readonly class: RequirementClass
  readonly need: RequirementNeed
  readonly isCritical: boolean
  readonly groupName: string | null
  /** Name of the level needed where there are several; null where there is one. */
  readonly levelNeeded: string | null
  readonly lockedBy: readonly string[]
  readonly statement: string
  readonly threshold: Threshold
  /** Criteria up to the level needed; `shown` is what earlier sittings of the open demonstration left standing. */
  readonly criteria: readonly (Criterion & { readonly shown: boolean })[]
  readonly methods: readonly Method[]
  readonly lighterRenewal: string
  readonly signatures: 1 | 2
  readonly turnaroundDays: number
  /** Who may sign it for this person today, by name. */
  readonly assessors: readonly { readonly id: Id<'person'>; readonly name: string }[]
  readonly learning: LearningView
  /** Every sitting that stands, newest first. */
  readonly attempts: readonly (AttemptView & { readonly verdict: OverallVerdict })[]
  readonly nextAttempt: NextAttempt
  readonly demonstration: MyDemonstration | null
  /** Why none can be requested now; null when it can. A code of `problem-text` with its facts. */
  readonly requestProblem: { readonly code: string; readonly facts: Readonly<Record<string, string>> } | null
}

export interface MyDemonstration {
  readonly id: Id<'demonstration'>
  readonly number: number
  readonly phase: DemonstrationPhase
  readonly scheduledFor: CalendarDate | null
  readonly dueOn: CalendarDate | null
  readonly note: string
  readonly returnReason: string | null
  readonly assessor: string | null
  readonly shown: { readonly met: number; readonly of: number }
  readonly evidence: readonly {
    readonly id: Id<'evidence'>
    readonly kind: EvidenceKind
    readonly title: string
    readonly url: string | null
    readonly body: string
  }[]
}
