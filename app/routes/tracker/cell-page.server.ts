import type { AssessmentRule, Criterion, Method, Threshold } from '~/domain/assessment-rule'
import type { NextAttempt } from '~/domain/attempts'
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Cell, Participation } from '~/domain/cell'
import type { DemonstrationPhase } from '~/domain/demonstration'
import type { Id } from '~/domain/ids'
import type { Validity } from '~/domain/validity'
import type {
  CriterionVerdict,
  EvidenceKind,
  LedgerKind,
  MethodKind,
  OverallVerdict,
  QualificationKind,
  RequirementClass,
  RequirementNeed,
} from '~/domain/vocabulary'
import type { PageContext } from '~/server/guard.server'

export interface PersonName {
  readonly id: Id<'person'>
  readonly name: string
}

/** What the side panel of one cell shows, and what may be done there. */
export interface CellView {
  readonly today: CalendarDate
  readonly programId: Id<'program'>
  readonly programVersionId: Id<'program-version'>
  readonly roleTitle: string
  readonly person: PersonName & {
    readonly hasAccount: boolean
    readonly participation: Participation
    readonly since: CalendarDate
    readonly isMe: boolean
  }
  readonly qualification: {
    readonly id: Id<'qualification'>
    readonly revisionId: Id<'revision'>
    readonly name: string
    readonly kind: QualificationKind
    /** Names of the levels, lowest first; empty: one level, "Mastered". */
    readonly levelLabels: readonly string[]
    readonly statement: string
    readonly threshold: Threshold
    readonly lighterRenewal: string
  }
  readonly requirement: {
    readonly level: number
    readonly class: RequirementClass
    readonly need: RequirementNeed
    readonly isCritical: boolean
    readonly groupName: string | null
    readonly dueOn: CalendarDate | null
  }
  /** Null: the requirement does not apply to this person. */
  readonly cell: Cell | null
  readonly heldUntil: CalendarDate | null
  readonly exemption: { readonly reason: string; readonly note: string; readonly until: CalendarDate | null } | null
  /** What has to be met first and is not, by name; then signing needs a reason (`lockReason`), critical cannot. */
  readonly lockedBy: readonly { readonly id: Id<'qualification'>; readonly name: string }[]
  /** Criteria of the level needed first, then the higher ones; `shown` is what earlier sittings left standing. */
  readonly criteria: readonly (Criterion & { readonly shown: boolean })[]
  readonly methods: readonly Method[]
  readonly rule: AssessmentRule
  readonly namedAssessors: readonly PersonName[]
  readonly validity: Validity
  /** The last good day if it were signed today; null: never ends, or the document decides. */
  readonly wouldEndOn: CalendarDate | null
  readonly demonstration: DemonstrationView | null
  readonly nextAttempt: NextAttempt
  /** "Show it by …", set by a manager. */
  readonly ask: { readonly by: CalendarDate; readonly note: string; readonly askedBy: string } | null
  /** Who may sign this for this person today. */
  readonly assessors: readonly PersonName[]
  /** How many signatures nobody can give; null when it can be assessed. Then: name a first assessor, or invite. */
  readonly nobodyCanAssess: { readonly missing: number } | null
  /** Newest first. */
  readonly history: readonly HistoryEntry[]
  readonly may: Readonly<Record<CellAct, Permission>>
}

/** The acts of the panel; each is the `intent` of a form posted to the cell's address. */
export const cellActs = [
  'quick-sign-off',
  'quick-not-yet',
  'assess',
  'request',
  'schedule',
  'submit-evidence',
  'return-demonstration',
  'withdraw',
  'claim',
  'hand-back',
  'hold',
  'release',
  'exempt',
  'end-exemption',
  'ask-to-show',
  'name-assessor',
] as const
export type CellAct = (typeof cellActs)[number]

/** `reason` is a code of `problem-text`, with the facts its sentence needs; null when allowed. */
export interface Permission {
  readonly allowed: boolean
  readonly reason: { readonly code: string; readonly facts: Readonly<Record<string, string>> } | null
}

export interface DemonstrationView {
  readonly id: Id<'demonstration'>
  readonly version: number
  readonly number: number
  readonly phase: DemonstrationPhase
  readonly requestedBy: PersonName | null
  readonly requestedAt: Instant | null
  readonly scheduledFor: CalendarDate | null
  readonly methodId: Id<'method'> | null
  readonly note: string
  readonly returnReason: string | null
  readonly assessor: PersonName | null
  /** I am the assessor. */
  readonly isMine: boolean
  readonly evidence: readonly EvidenceView[]
  /** "6 of 9 shown": required criteria of the level needed, over the sittings so far. */
  readonly shown: { readonly met: number; readonly of: number }
  /** Day by which it should be assessed. */
  readonly dueOn: CalendarDate | null
}

export interface EvidenceView {
  readonly id: Id<'evidence'>
  readonly kind: EvidenceKind
  readonly title: string
  /** Only http and https addresses are links; anything else is shown as text. */
  readonly url: string | null
  readonly body: string
  readonly from: PersonName
  readonly addedAt: Instant
}

/** One line of History: an event, with the assessment behind it where there is one. */
export interface HistoryEntry {
  /** Null: an assessment that left no event of its own (a third assessor decides). */
  readonly eventId: Id<'ledger-event'> | null
  readonly kind: LedgerKind
  readonly level: number | null
  readonly actor: PersonName | null
  readonly occurredOn: CalendarDate
  readonly recordedAt: Instant
  readonly expiresOn: CalendarDate | null
  readonly heldUntil: CalendarDate | null
  readonly reason: string | null
  /** Who took it back, when and why; null: it stands. */
  readonly voided: { readonly by: string; readonly at: Instant; readonly reason: string | null } | null
  readonly assessment: {
    readonly verdict: OverallVerdict
    readonly note: string
    readonly methodKind: MethodKind
    readonly isAllAtOnce: boolean
    readonly isGap: boolean
    readonly lockReason: string | null
    readonly lateReason: string | null
    readonly signedText: string
    readonly criteria: readonly { readonly text: string; readonly verdict: CriterionVerdict }[]
  } | null
  /** Take it back: within ten minutes by the signer without a reason (`undo`), later with one (`void`). */
  readonly may: 'undo' | 'void' | null
}

/** Read model of the side panel. @throws NotFound, Forbidden */
export async function cellPage(context: PageContext): Promise<CellView> {
  void context
  throw new Error('not there yet')
}
