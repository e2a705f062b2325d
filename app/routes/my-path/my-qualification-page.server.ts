import { authorize } from '~/commands/command.server'
import { criteriaUpTo } from '~/domain/assessment-rule'
import { nextAttempt, type NextAttempt } from '~/domain/attempts'
import { addDays, dateInZone } from '~/domain/calendar-date'
import { deriveRow } from '~/domain/cell'
import { decideRequest, demonstrationPhase } from '~/domain/demonstration'
import { canSign } from '~/domain/may-sign'
import { NotFound } from '~/domain/refusals'
import { criteriaMet } from '~/domain/sittings'
import { lockedBy } from '~/domain/still-needed'
import { trackerRow } from '~/domain/tracker-row'
import { idParam, type PageContext } from '~/server/guard.server'
import type { Db } from '~db/client.server'
import { listAttemptFacts, listFeedback } from '~db/queries/attempts.server'
import { findChangeSequence } from '~db/queries/change.server'
import { findOpenDemonstrationOrNull, listEvidence, listSittings } from '~db/queries/demonstration.server'
import { findLearning, webAddress } from '~db/queries/learning.server'
import { demonstrationFactsOf, listPersonFacts } from '~db/queries/person-facts.server'
import { listPersonNames } from '~db/queries/person-names.server'
import { findPublishedProgramOrNull, type PublishedRequirement } from '~db/queries/published-program.server'
import { findSigningFacts } from '~db/queries/signers.server'
import type { MyDemonstration, MyQualificationView } from './my-qualification-view'
import { participantOf, type Who } from './path-participant.server'

/** Read model of one qualification on one's own path. @throws NotFound */
export async function myQualificationPage(context: PageContext): Promise<MyQualificationView> {
  const { db, actor, signedIn, today, params } = context
  authorize(actor, 'read-own-record', { isSelf: true })
  const { organisationId, personId } = actor
  const liveAfter = await findChangeSequence(db, organisationId)
  const program = await findPublishedProgramOrNull(db, organisationId, idParam(params, 'programId', 'program'))
  const qualificationId = idParam(params, 'qualificationId', 'qualification')
  const requirement = program?.byQualification.get(qualificationId)
  if (!program || !requirement) throw new NotFound()
  const who = { organisationId, personId, name: signedIn.personName }
  const { participant, isTakingPart } = await participantOf(db, who, program, today)
  const [facts] = await listPersonFacts(db, { ...program, organisationId, participants: [participant] }, today)
  if (!facts) throw new NotFound()
  const row = deriveRow(program.rules, facts, today)
  const line = trackerRow(program.rules, { name: who.name, facts, absences: [] }, today)
  const cell = row[requirement.column] ?? null
  const { definition, rule } = requirement
  const of = { ...who, qualificationIds: [qualificationId] }
  const attemptFacts = (await listAttemptFacts(db, of)).get(qualificationId)
  const next = nextAttempt(attemptFacts ?? noAttempts, definition.assessment, today)
  const demonstration = await myDemonstration(db, who, requirement, signedIn.organisation.timeZone)
  const waitsForNames = lockedBy(program.rules, row, rule).map((id) => program.byQualification.get(id)?.name ?? '')
  const feedback = await listFeedback(db, of)
  return {
    today,
    personId,
    liveAfter,
    programId: program.programId,
    roleTitle: program.roleTitle,
    participation: participant.participation,
    isTakingPart,
    item: cell && {
      qualificationId,
      name: requirement.name,
      kind: requirement.kind,
      status: cell.status,
      date: line.dates[requirement.column] ?? (cell.isMet ? cell.expiresOn : null),
      isCritical: rule.isCritical,
      countsFrom: cell.isNew ? cell.countsFrom : null,
    },
    name: requirement.name,
    class: rule.class,
    need: rule.need,
    isCritical: rule.isCritical,
    groupName: requirement.groupName,
    levelNeeded: definition.levelLabels.length > 1 ? (definition.levelLabels[rule.level - 1] ?? null) : null,
    lockedBy: waitsForNames,
    statement: definition.statement,
    threshold: definition.threshold,
    criteria: criteriaUpTo(definition.criteria, rule.level).map((criterion) => ({
      ...criterion,
      shown: demonstration?.shownIds.has(criterion.id) ?? false,
    })),
    methods: definition.methods,
    lighterRenewal: definition.lighterRenewal,
    signatures: definition.assessment.signatures,
    turnaroundDays: definition.assessment.turnaroundDays,
    assessors: await assessorsOf(db, who, requirement, today),
    learning: {
      qualificationId,
      ...(await findLearning(db, { ...who, programId: program.programId, qualificationId })),
    },
    attempts: feedback.map(({ qualificationId: _, ...one }) => one),
    nextAttempt: next,
    demonstration: demonstration?.view ?? null,
    requestProblem: requestProblemOf({
      isOpenAlready: demonstration !== null,
      isTakingPart,
      isExempt: cell?.status === 'exempt',
      waitsForNames,
      next,
    }),
  }
}

const noAttempts = { missedOn: [], coachingTalksOn: [], absences: [], lastNumber: 0 }

/** The same decision as the command's, so that the button says no exactly where the server would. */
function requestProblemOf(facts: {
  isOpenAlready: boolean
  isTakingPart: boolean
  isExempt: boolean
  waitsForNames: readonly string[]
  next: NextAttempt
}): MyQualificationView['requestProblem'] {
  const decided = decideRequest({ ...facts, chosenAssessorMaySign: null })
  return decided.ok ? null : { code: decided.problem.code, facts: decided.problem.facts ?? {} }
}

async function assessorsOf(
  db: Db,
  who: Who,
  requirement: PublishedRequirement,
  today: PageContext['today'],
): Promise<MyQualificationView['assessors']> {
  const { organisationId, personId } = who
  const signing = await findSigningFacts(db, { organisationId, subjectId: personId, requirement }, today)
  const able = [...signing.signers.values()]
    .filter((signer) => canSign(requirement.definition.assessment, signer, signing.subject).ok)
    .map((signer) => signer.personId)
  const names = await listPersonNames(db, organisationId, able)
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

type Open = { readonly view: MyDemonstration; readonly shownIds: ReadonlySet<string> }

async function myDemonstration(
  db: Db,
  who: Who,
  requirement: PublishedRequirement,
  zone: string,
): Promise<Open | null> {
  const { organisationId, personId } = who
  const { rule, definition } = requirement
  const key = { organisationId, personId, qualificationId: rule.qualificationId }
  const open = await findOpenDemonstrationOrNull(db, key)
  if (!open) return null
  const sittings = await listSittings(db, organisationId, open.id)
  const evidence = await listEvidence(db, organisationId, open.id)
  const on = sittings.at(-1)?.performedOn
  const shownIds = on ? criteriaMet(sittings, on, definition.assessment.keepDays) : new Set<string>()
  const required = criteriaUpTo(definition.criteria, rule.level).filter((criterion) => criterion.isRequired)
  const names = open.assessor_id ? await listPersonNames(db, organisationId, [open.assessor_id]) : new Map()
  const askedOn = dateInZone(open.submitted_at ?? open.requested_at ?? open.created_at, zone)
  return {
    shownIds,
    view: {
      id: open.id,
      number: open.number,
      phase: demonstrationPhase(demonstrationFactsOf(open)),
      scheduledFor: open.scheduled_for,
      dueOn: addDays(open.scheduled_for ?? askedOn, definition.assessment.turnaroundDays),
      note: open.note,
      returnReason: open.return_reason,
      assessor: open.assessor_id ? (names.get(open.assessor_id) ?? null) : null,
      shown: { met: required.filter((criterion) => shownIds.has(criterion.id)).length, of: required.length },
      evidence: evidence.map(({ id, kind, title, url, body }) => ({ id, kind, title, url: webAddress(url), body })),
    },
  }
}
