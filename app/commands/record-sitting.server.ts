import { decideAssessment, type Assessed, type AssessmentContext, type Judgement } from '~/domain/assessing'
import { isPast, type CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { eventsInForce, provingKinds } from '~/domain/ledger'
import type { SigningRight } from '~/domain/may-sign'
import { NotFound } from '~/domain/refusals'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import { signedText } from '~/domain/signed-text'
import { decideExpiry } from '~/domain/validity'
import { hasSignedInSince } from '~db/queries/account-session.server'
import { endAsks } from '~db/queries/ask.server'
import { insertAssessment } from '~db/queries/assessment.server'
import { listCellEvents, type CellRecord } from '~db/queries/cell-record.server'
import { recordChanges } from '~db/queries/change.server'
import {
  findLastNumber,
  insertDemonstration,
  listEvidence,
  updateDemonstration,
} from '~db/queries/demonstration.server'
import { findPersonName } from '~db/queries/person-name.server'
import { recordOnStanding } from '~db/queries/standing.server'
import { signingRight } from './cell-rights.server'
import type { CommandContext } from './command.server'
import { attachEvidence, type GivenEvidence } from './attach-evidence.server'
import { recordCompletions } from './record-completions.server'

/** What a sitting left behind; the toast offers Undo with the event. */
export interface Recorded {
  readonly eventId: Id<'ledger-event'> | null
  readonly demonstrationId: Id<'demonstration'>
  readonly outcome: Assessed['outcome']
  readonly awaits: Assessed['awaits']
  readonly shown: Assessed['shown']
  readonly expiresOn: CalendarDate | null
}

/** Minutes for which signing in counts as having given the password again (DESIGN 4.5, SECURITY D11). */
const minutesOfProof = 5

/**
 * Records one judgement on a cell: demonstration, assessment, event, standing and change in one go. The caller has
 * locked the person and authorised; whether it may be said at all is decided here by `decideAssessment`.
 */
export async function recordSitting(
  context: CommandContext,
  record: CellRecord,
  given: { judgement: Judgement; evidence?: GivenEvidence; documentDate?: CalendarDate | null },
): Promise<Result<Recorded, Problem>> {
  const { tx, actor, now, newId } = context
  const { key, requirement, program } = record
  const { definition, rule } = requirement
  const right = signingRight(record, actor)
  if (!right.ok) return right
  if (record.cell === null) throw new NotFound()
  const first =
    given.judgement.overall === 'mastered' ? await findEarlierSignature(context, record, given.judgement) : null
  if (first) return first

  const demonstration =
    record.open ??
    (await insertDemonstration(tx, {
      id: newId('demonstration'),
      organisation_id: key.organisationId,
      person_id: key.personId,
      qualification_id: key.qualificationId,
      program_id: key.programId,
      number: (await findLastNumber(tx, key)) + 1,
      level: given.judgement.level ?? rule.level,
      method_id: given.judgement.methodId,
      assessor_id: actor.personId,
      created_at: now,
    }))
  if (given.evidence) await attachEvidence(context, demonstration, given.evidence)
  const evidence = await listEvidence(tx, key.organisationId, demonstration.id)

  const open = record.open
    ? { isRequested: record.open.requested_by !== null, sittings: record.sittings }
    : { isRequested: false, sittings: [] }
  const decided = decideAssessment(
    open,
    given.judgement,
    definition.assessment,
    await judgingContext(context, record, evidence.length > 0),
  )
  if (!decided.ok) return decided
  const assessed = decided.value
  const level = assessed.level ?? given.judgement.level ?? rule.level
  const previous = record.standing.find((row) => row.level === level && row.provenOn !== null)
  const end = assessed.isSignOff
    ? decideExpiry(definition.validity, {
        performedOn: assessed.performedOn,
        documentDate: given.documentDate ?? null,
        previous: previous ? { expiresOn: previous.expiresOn } : null,
      })
    : ok(null)
  if (!end.ok) return end

  const assessorName = await findPersonName(tx, key.organisationId, actor.personId)
  const text = signedText({
    personName: record.person.name,
    qualificationName: requirement.name,
    statement: definition.statement,
    roleTitle: program.roleTitle,
    versionNumber: program.versionNumber,
    levelName: definition.levelLabels[level - 1] ?? null,
    verdict: given.judgement.overall,
    performedOn: assessed.performedOn,
    methodKind: given.judgement.methodKind,
    criteria: definition.criteria,
    verdicts: assessed.verdicts,
    isAllAtOnce: assessed.isAllAtOnce,
    note: assessed.note,
    evidenceHashes: evidence.map((one) => one.sha256),
    assessorName,
  })
  const eventId = assessed.event === null ? null : newId('ledger-event')
  const assessmentId = newId('assessment')
  await insertAssessment(
    tx,
    {
      id: assessmentId,
      organisation_id: key.organisationId,
      demonstration_id: demonstration.id,
      person_id: key.personId,
      qualification_id: key.qualificationId,
      revision_id: requirement.revisionId,
      level,
      assessor_id: actor.personId,
      verdict: given.judgement.overall,
      method_kind: given.judgement.methodKind,
      method_id: given.judgement.methodId,
      performed_on: assessed.performedOn,
      signed_at: now,
      note: assessed.note,
      is_all_at_once: assessed.isAllAtOnce ? 1 : 0,
      is_gap: assessed.isGap ? 1 : 0,
      lock_reason: assessed.lockReason,
      late_reason: assessed.lateReason,
      event_id: eventId,
      signed_text: text,
    },
    assessed.verdicts,
  )
  await updateDemonstration(tx, demonstration, {
    ...(assessed.outcome === 'continues' ? { continues_at: now } : { assessed_at: now }),
    // The next signature is another person's, so it waits for whoever may give it.
    assessor_id: assessed.awaits === 'nothing' ? actor.personId : null,
    is_attempt: assessed.isAttempt ? 1 : 0,
  })

  const about = { organisationId: key.organisationId, personId: key.personId, qualificationId: key.qualificationId }
  if (eventId && assessed.event) {
    await recordOnStanding(tx, {
      ...about,
      id: eventId,
      kind: assessed.event,
      programId: key.programId,
      level,
      actorId: actor.personId,
      occurredOn: assessed.performedOn,
      recordedAt: now,
      expiresOn: end.value,
      isAttempt: assessed.isAttempt,
      reason: assessed.lockReason,
      programVersionId: program.versionId,
      contentHash: program.contentHash,
      grantId: right.value.grantId,
      details: {
        assessmentId,
        demonstrationId: demonstration.id,
        signedText: text,
        right: right.value.kind,
        ...standingIn(right.value),
        ...(evidence.length > 0 ? { evidence: evidence.map((one) => one.sha256).join(' ') } : {}),
      },
    })
  }
  await recordChanges(tx, { organisationId: key.organisationId, actorId: actor.personId, at: now }, [
    { kind: changeKind(assessed), ...about, programId: key.programId },
  ])
  if (assessed.isSignOff && eventId) {
    await endAsks(tx, about, now)
    await recordCompletions(context, { ...about, causeEventId: eventId, before: record })
  }
  return ok({
    eventId,
    demonstrationId: demonstration.id,
    outcome: assessed.outcome,
    awaits: assessed.awaits,
    shown: assessed.shown,
    expiresOn: end.value,
  })
}

async function judgingContext(
  { tx, actor, now, today }: CommandContext,
  record: CellRecord,
  hasEvidence: boolean,
): Promise<AssessmentContext> {
  const { definition, rule } = record.requirement
  const asksAgain = definition.assessment.needsReauthentication
  return {
    assessorId: actor.personId,
    subjectId: record.person.id,
    now,
    today,
    criteria: definition.criteria,
    methods: definition.methods,
    levelCount: rule.levelCount,
    waitsForNames: record.waitsFor.map((one) => one.name),
    isCritical: rule.isCritical,
    hasEvidence,
    hasReauthenticated: asksAgain && (await hasSignedInSince(tx, actor.accountId, now, minutesOfProof)),
    isSharedDevice: false,
    provenLevels: record.standing.filter((row) => row.provenOn !== null).map((row) => row.level),
  }
}

/**
 * The same level is already proven by a demonstration of that day or later: signing it again adds nothing, and whoever
 * pressed second is told who was first. An imported proof may be assessed anew, a lapsed or held one too.
 */
async function findEarlierSignature({ tx, today }: CommandContext, record: CellRecord, judgement: Judgement) {
  const level = judgement.level ?? record.requirement.rule.levelCount
  const row = record.standing.find((one) => one.level === level)
  if (!row || row.provenOn === null || row.isImported || row.isHeld) return null
  if (isPast(row.expiresOn, today) || row.provenOn < judgement.performedOn) return null
  const proving: ReadonlySet<string> = new Set(provingKinds)
  const events = eventsInForce(await listCellEvents(tx, record.key))
  const last = events.findLast((event) => proving.has(event.kind) && (event.level ?? 1) >= level)
  const by = last?.actorId ? await findPersonName(tx, record.key.organisationId, last.actorId) : ''
  return refused('already-signed', { by, on: row.provenOn })
}

function standingIn(right: SigningRight): Record<string, string> {
  return right.standsInForId ? { standsInFor: right.standsInForId } : {}
}

function changeKind(assessed: Assessed): string {
  if (assessed.isSignOff) return 'signed-off'
  return assessed.outcome === 'not-yet' ? 'not-yet' : 'continued'
}
