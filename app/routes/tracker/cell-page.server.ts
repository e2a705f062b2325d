import type { AssessmentRule, Criterion, Method, Threshold } from '~/domain/assessment-rule'
import { nextAttempt, type NextAttempt } from '~/domain/attempts'
import { addDays, type CalendarDate, type Instant } from '~/domain/calendar-date'
import { dueOn, type Cell, type Participation } from '~/domain/cell'
import { demonstrationPhase, type DemonstrationPhase } from '~/domain/demonstration'
import type { Id } from '~/domain/ids'
import { canSign, missingSignatures } from '~/domain/may-sign'
import { criteriaMet } from '~/domain/sittings'
import { decideExpiry, type Validity } from '~/domain/validity'
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
import { authorizeOnCell } from '~/commands/cell-rights.server'
import { idParam, type PageContext } from '~/server/guard.server'
import { findAskOrNull } from '~db/queries/ask.server'
import { listAttemptFacts } from '~db/queries/attempts.server'
import { findCellRecord, type CellRecord } from '~db/queries/cell-record.server'
import { listEvidence } from '~db/queries/demonstration.server'
import { findExemptionOrNull } from '~db/queries/exemption.server'
import { demonstrationFactsOf } from '~db/queries/person-facts.server'
import { listPersonNames } from '~db/queries/person-names.server'
import { cellHistory } from './cell-history.server'
import { cellPermissions } from './cell-permissions.server'

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
  const { db, actor, today, params } = context
  const { organisationId } = actor
  const key = {
    organisationId,
    programId: idParam(params, 'programId', 'program'),
    personId: idParam(params, 'personId', 'person'),
    qualificationId: idParam(params, 'qualificationId', 'qualification'),
  }
  const record = await findCellRecord(db, key, today)
  authorizeOnCell(record, actor, 'read-record')
  const { program, person, participant, facts, requirement, cell, signing } = record
  const { rule, definition } = requirement
  const signers = [...signing.signers.values()]
  const able = signers.filter((one) => canSign(definition.assessment, one, signing.subject).ok)
  const missing = missingSignatures(definition.assessment, signers, signing.subject)
  const attempts = (await listAttemptFacts(db, { ...key, qualificationIds: [key.qualificationId] })).get(
    key.qualificationId,
  )
  const next = nextAttempt(
    attempts ?? { missedOn: [], coachingTalksOn: [], absences: [], lastNumber: 0 },
    definition.assessment,
    today,
  )
  const ask = await findAskOrNull(db, key)
  const exemption = await findExemptionOrNull(db, key, today)
  const names = await listPersonNames(db, organisationId, [
    ...able.map((one) => one.personId),
    ...(definition.assessment.namedAssessorIds as Id<'person'>[]),
    ...(ask ? [ask.asked_by] : []),
    ...(record.open?.assessor_id ? [record.open.assessor_id] : []),
    ...(record.open?.requested_by ? [record.open.requested_by] : []),
  ])
  const nameOf = (id: Id<'person'>): PersonName => ({ id, name: names.get(id) ?? '' })
  const shown = criteriaMet(record.sittings, today, definition.assessment.keepDays)
  return {
    today,
    programId: program.programId,
    programVersionId: program.versionId,
    roleTitle: program.roleTitle,
    person: {
      ...person,
      participation: participant.participation,
      since: participant.since,
      isMe: person.id === actor.personId,
    },
    qualification: {
      id: rule.qualificationId,
      revisionId: requirement.revisionId,
      name: requirement.name,
      kind: requirement.kind,
      levelLabels: definition.levelLabels,
      statement: definition.statement,
      threshold: definition.threshold,
      lighterRenewal: definition.lighterRenewal,
    },
    requirement: {
      level: rule.level,
      class: rule.class,
      need: rule.need,
      isCritical: rule.isCritical,
      groupName: requirement.groupName,
      dueOn: dueOn(rule, facts),
    },
    cell,
    heldUntil: record.standing[0]?.isHeld ? record.standing[0].heldUntil : null,
    exemption: exemption && { reason: exemption.reason, note: exemption.note, until: exemption.until_on },
    lockedBy: record.waitsFor,
    criteria: definition.criteria
      .toSorted((a, b) => Number(a.level > rule.level) - Number(b.level > rule.level))
      .map((criterion) => ({ ...criterion, shown: shown.has(criterion.id) })),
    methods: definition.methods,
    rule: definition.assessment,
    namedAssessors: (definition.assessment.namedAssessorIds as Id<'person'>[]).map(nameOf),
    validity: definition.validity,
    wouldEndOn: endIfSignedToday(record, today),
    demonstration: await demonstrationView(context, record, { shown, nameOf }),
    nextAttempt: next,
    ask: ask && { by: ask.by_on, note: ask.note, askedBy: nameOf(ask.asked_by).name },
    assessors: able.map((one) => nameOf(one.personId)).sort((a, b) => a.name.localeCompare(b.name, 'en')),
    nobodyCanAssess: missing > 0 ? { missing } : null,
    history: await cellHistory(context, record),
    may: cellPermissions(record, actor, { next, isExempt: exemption !== null, today }),
  }
}

function endIfSignedToday(record: CellRecord, today: CalendarDate): CalendarDate | null {
  const { rule, definition } = record.requirement
  const previous = record.standing.find((row) => row.level === rule.level && row.provenOn !== null)
  const end = decideExpiry(definition.validity, {
    performedOn: today,
    documentDate: null,
    previous: previous ? { expiresOn: previous.expiresOn } : null,
  })
  return end.ok ? end.value : null
}

async function demonstrationView(
  { db, actor, today }: PageContext,
  record: CellRecord,
  of: { shown: ReadonlySet<Id<'criterion'>>; nameOf: (id: Id<'person'>) => PersonName },
): Promise<DemonstrationView | null> {
  const { open, requirement } = record
  if (!open) return null
  const { rule, definition } = requirement
  const required = definition.criteria.filter((one) => one.isRequired && one.level <= rule.level)
  const evidence = await listEvidence(db, open.organisation_id, open.id)
  const names = await listPersonNames(
    db,
    open.organisation_id,
    evidence.map((one) => one.from_person_id),
  )
  // An instant begins with its UTC day, which is near enough for a turnaround counted in days.
  const since = (open.submitted_at ?? open.requested_at ?? open.created_at).slice(0, 10) as CalendarDate
  return {
    id: open.id,
    version: open.version,
    number: open.number,
    phase: demonstrationPhase(demonstrationFactsOf(open)),
    requestedBy: open.requested_by && of.nameOf(open.requested_by),
    requestedAt: open.requested_at,
    scheduledFor: open.scheduled_for,
    methodId: open.method_id,
    note: open.note,
    returnReason: open.return_reason,
    assessor: open.assessor_id && of.nameOf(open.assessor_id),
    isMine: open.assessor_id === actor.personId,
    evidence: evidence.map((one) => ({
      id: one.id,
      kind: one.kind,
      title: one.title,
      url: webAddress(one.url),
      body: one.url !== '' && webAddress(one.url) === null ? one.url : one.body,
      from: { id: one.from_person_id, name: names.get(one.from_person_id) ?? '' },
      addedAt: one.added_at,
    })),
    shown: { met: required.filter((one) => of.shown.has(one.id)).length, of: required.length },
    dueOn: addDays(since > today ? today : since, definition.assessment.turnaroundDays),
  }
}

function webAddress(text: string): string | null {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null
}
