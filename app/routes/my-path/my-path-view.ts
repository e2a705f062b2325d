import type { NextAttempt } from '~/domain/attempts'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Participation } from '~/domain/cell'
import type { Id } from '~/domain/ids'
import type { TargetRole } from '~/domain/next-role'
import type { Readiness } from '~/domain/readiness'
import type { NextStepReason } from '~/domain/still-needed'
import type {
  CellStatus,
  MethodKind,
  ProcessKind,
  QualificationKind,
  RequirementClass,
  ResourceKind,
} from '~/domain/vocabulary'

/** `/my-path`: where I stand, what is still needed, and the one next step. Texts of details stay on their own page. */
export interface MyPathView {
  readonly today: CalendarDate
  readonly personId: Id<'person'>
  /** Open the live stream after this: `paths.live(liveAfter)`. */
  readonly liveAfter: number
  /** Roles held and the target role; the one shown has `isShown`. Without a published program it cannot be shown. */
  readonly roles: readonly PathRole[]
  /** Roles one may choose to work towards: all that are not held, those with a published program first. */
  readonly choices: readonly RoleChoice[]
  readonly target: {
    readonly roleId: Id<'role'>
    readonly from: TargetRole['from']
    readonly targetOn: CalendarDate | null
  } | null
  /** Null: no role with a published program. */
  readonly path: PathView | null
}

export interface PathRole {
  readonly roleId: Id<'role'>
  readonly title: string
  readonly participation: Participation
  /** Null: no program is published for this role. */
  readonly programId: Id<'program'> | null
  readonly isShown: boolean
}

export interface RoleChoice {
  readonly roleId: Id<'role'>
  readonly title: string
  readonly hasProgram: boolean
}

export interface PathView {
  readonly programId: Id<'program'>
  readonly roleTitle: string
  readonly participation: Participation
  /** False for the role ahead that nobody has chosen yet: shown, but nothing can be requested before it is. */
  readonly isTakingPart: boolean
  readonly readiness: Readiness
  readonly groups: readonly PathGroup[]
  readonly next: NextStepView | null
  /** Unmet musts in unlock order (DESIGN 4.4). */
  readonly needed: readonly NeededView[]
  /** Minutes of all processes of what is still needed; 0 where none is given. */
  readonly neededMinutes: number
  /** For candidates: the musts in the role, which come after the start. */
  readonly afterStart: readonly PathItem[]
  readonly should: readonly PathItem[]
  readonly aspire: readonly PathItem[]
  readonly renew: readonly PathItem[]
  readonly done: readonly PathItem[]
  /** Asks of a manager beside the next step, nearest day first. */
  readonly asks: readonly AskView[]
  readonly pace: PaceView | null
}

export interface PathGroup {
  readonly key: string
  /** Null: what is in no group. */
  readonly name: string | null
  readonly met: number
  readonly needed: number
  /** Name and status of each of its requirements in the figure. */
  readonly items: readonly { readonly name: string; readonly status: CellStatus }[]
}

export interface PathItem {
  readonly qualificationId: Id<'qualification'>
  readonly name: string
  readonly kind: QualificationKind
  readonly status: CellStatus
  /** The day that belongs to the status: end, last day on hold, day of a "not yet". */
  readonly date: CalendarDate | null
  readonly isCritical: boolean
  /** "new from …": the day it begins to count; null once it does. */
  readonly countsFrom: CalendarDate | null
}

export interface NeededView extends PathItem {
  /** Names of what has to be met first and is not. */
  readonly lockedBy: readonly string[]
  /** Names of its prerequisites that are met, while another one locks it. */
  readonly doneBefore: readonly string[]
  readonly minutes: number
  /** Whom an open demonstration waits for; null while nobody has it. */
  readonly assessor: string | null
  /** One of a group of which only some are needed. */
  readonly choice: { readonly groupName: string; readonly missing: number } | null
  readonly dueOn: CalendarDate | null
  /** The last attempt with its feedback, where it was judged and is not met since. */
  readonly attempt: AttemptView | null
  readonly nextAttempt: NextAttempt | null
}

/** One sitting, as the person reads it. */
export interface AttemptView {
  /** Null: feedback without a request. */
  readonly number: number | null
  readonly performedOn: CalendarDate
  readonly methodKind: MethodKind
  readonly assessor: string
  readonly note: string
  readonly met: number
  /** Texts of the criteria judged "not yet". */
  readonly notYet: readonly string[]
}

export interface AskView {
  readonly qualificationId: Id<'qualification'>
  readonly name: string
  readonly by: CalendarDate
  readonly askedBy: string
  readonly note: string
}

export interface NextStepView {
  readonly qualificationId: Id<'qualification'>
  readonly name: string
  readonly reason: NextStepReason
  readonly status: CellStatus
  readonly ask: AskView | null
  /** The end that makes it due, for expired and expiring. */
  readonly date: CalendarDate | null
  readonly statement: string
  /** Names of the musts it opens directly. */
  readonly opens: readonly string[]
  /** Why it was returned. */
  readonly returnReason: string | null
  /** Nothing has been learned yet and there is something to learn. */
  readonly isToLearn: boolean
  readonly learning: LearningView
}

export interface LearningView {
  readonly qualificationId: Id<'qualification'>
  readonly processes: readonly ProcessView[]
  readonly resources: readonly ResourceView[]
}

export interface ProcessView {
  readonly id: Id<'process'>
  readonly kind: ProcessKind
  readonly title: string
  readonly steps: string
  readonly minutes: number | null
  readonly owner: string
  readonly class: RequirementClass
  /** Day it was ticked off; null: not yet. */
  readonly tickedOn: CalendarDate | null
  readonly resources: readonly ResourceView[]
}

export interface ResourceView {
  readonly id: Id<'resource'>
  readonly kind: ResourceKind
  readonly title: string
  /** Only http and https; anything else stays text. */
  readonly url: string | null
  readonly body: string
}

export interface PaceView {
  readonly since: CalendarDate
  readonly targetOn: CalendarDate
  readonly met: number
  readonly needed: number
  readonly expected: number
  readonly isBehind: boolean
  /** Days on which what counts today was proven, oldest first; at most one per must. */
  readonly provenOn: readonly CalendarDate[]
}
