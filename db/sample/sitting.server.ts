/** One judgement by one assessor, as rows. */
import { allCriteriaMet } from '~/domain/assessing'
import { criteriaUpTo, type Method } from '~/domain/assessment-rule'
import { addDays, type CalendarDate, type Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { signedText } from '~/domain/signed-text'
import type { VerdictOnCriterion } from '~/domain/sittings'
import type { OverallVerdict } from '~/domain/vocabulary'
import { insertAssessment } from '../queries/assessment.server'
import { chance, type Cell } from './cell-of-history'
import { missing } from './history'
import type { Loading } from './loading.server'
import { people } from './people'
import { workingDay } from './plan-dates'
import { roles } from './organisation'
import type { Signer } from './signatory'

export interface Sitting {
  readonly at: Instant
  readonly performedOn: CalendarDate
  readonly signer: Signer
  readonly method: Method
  readonly verdict: OverallVerdict
  readonly isAllAtOnce: boolean
  readonly verdicts: readonly VerdictOnCriterion[]
  readonly note: string
}

/** The sittings it took: one; one per part of an all-of group; or one per signature, the last one deciding. */
export function sittingsOf(
  loading: Loading,
  cell: Cell,
  given: {
    performedOn: CalendarDate
    level: number
    signers: readonly Signer[]
    verdict?: 'not-yet' | 'continues'
    at?: Instant
  },
): Sitting[] {
  const { definition } = cell.requirement
  const { methods, assessment } = definition
  const name = `${cell.person.key} ${cell.qualification}`
  const [signer] = given.signers
  const easy = methods.filter((method) => method.evidenceRequired === '' && method.allOfGroup === null)
  const method = easy[chance(name, Math.max(1, easy.length))] ?? methods[0]
  if (!signer || !method) throw new Error(`Nobody or nothing to show ${cell.qualification} to or by`)
  const at = given.at ?? loading.moment(given.performedOn, 20 + chance(`${name} signed ${given.level}`, 480))
  const sitting = { at, performedOn: given.performedOn, signer, method, isAllAtOnce: false, note: '' }
  const criteria = criteriaUpTo(definition.criteria, given.level)

  if (given.verdict) {
    const isMiss = given.verdict === 'not-yet'
    const note = isMiss
      ? (missing[cell.qualification] ?? 'One point is missing; see the criteria')
      : 'The rest next week'
    const verdicts = criteria.map((criterion, index): VerdictOnCriterion => {
      const isHere = index === criteria.length - 1
      return { criterionId: criterion.id, verdict: !isHere ? 'met' : isMiss ? 'not-yet' : 'not-observed' }
    })
    return [{ ...sitting, verdict: given.verdict, verdicts, note }]
  }

  const met = criteria.map((criterion): VerdictOnCriterion => ({ criterionId: criterion.id, verdict: 'met' }))
  const earlierOn = workingDay(addDays(given.performedOn, -3))
  const earlier = {
    ...sitting,
    at: loading.moment(earlierOn, 90 + chance(name, 200)),
    performedOn: earlierOn,
    verdicts: met,
  }
  const parts = methods.filter((each) => each.allOfGroup !== null)
  if (parts.length > 1) {
    return parts.map((part, index) =>
      index === parts.length - 1
        ? { ...sitting, method: part, verdict: 'mastered', verdicts: met }
        : { ...earlier, method: part, verdict: 'continues', note: 'The talk follows' },
    )
  }
  if (assessment.signatures === 2) {
    const second = given.signers[1]
    if (!second)
      throw new Error(`${cell.qualification} asks for two signatures and one may sign for ${cell.person.key}`)
    return [
      { ...earlier, verdict: 'mastered' },
      { ...sitting, signer: second, verdict: 'mastered', verdicts: met },
    ]
  }
  const isAllAtOnce = assessment.isQuickAllowed && method.evidenceRequired === '' && chance(`${name} quick`, 3) === 0
  const verdicts = isAllAtOnce ? allCriteriaMet(definition.criteria, given.level) : met
  return [{ ...sitting, verdict: 'mastered', isAllAtOnce, verdicts }]
}

/** Writes the assessment with its verdicts; answers the event it belongs to and what the event says of it. */
export async function writeSitting(
  loading: Loading,
  cell: Cell,
  given: {
    sitting: Sitting
    demonstration: { id: Id<'demonstration'> }
    level: number
    eventId: Id<'ledger-event'>
    evidence: readonly string[]
    version: number
  },
): Promise<{ eventId: Id<'ledger-event'>; facts: Record<string, string> }> {
  const { sitting, demonstration, level, eventId, evidence } = given
  const { definition, rule, revisionId, name } = cell.requirement
  const assessmentId = loading.newId('assessment')
  const text = signedText({
    personName: cell.person.name,
    qualificationName: name,
    statement: definition.statement,
    roleTitle: roles.find((role) => loading.idOf('role', role.key) === cell.program.roleId)?.title ?? '',
    versionNumber: given.version,
    levelName: definition.levelLabels[level - 1] ?? null,
    verdict: sitting.verdict,
    performedOn: sitting.performedOn,
    methodKind: sitting.method.kind,
    criteria: definition.criteria,
    verdicts: sitting.verdicts,
    isAllAtOnce: sitting.isAllAtOnce,
    note: sitting.note,
    evidenceHashes: evidence,
    assessorName: people.find((each) => each.key === sitting.signer.key)?.name ?? '',
  })
  await insertAssessment(
    loading.tx,
    {
      id: assessmentId,
      organisation_id: loading.organisationId,
      demonstration_id: demonstration.id,
      person_id: loading.idOf('person', cell.person.key),
      qualification_id: rule.qualificationId,
      revision_id: revisionId,
      level,
      assessor_id: sitting.signer.personId,
      verdict: sitting.verdict,
      method_kind: sitting.method.kind,
      method_id: sitting.method.id,
      performed_on: sitting.performedOn,
      signed_at: sitting.at,
      note: sitting.note,
      is_all_at_once: sitting.isAllAtOnce ? 1 : 0,
      is_gap: 0,
      lock_reason: null,
      late_reason: null,
      event_id: eventId,
      signed_text: text,
    },
    sitting.verdicts,
  )
  const { right } = sitting.signer
  const facts: Record<string, string> = { assessmentId, demonstrationId: demonstration.id, signedText: text, right }
  if (evidence.length > 0) facts.evidence = evidence.join(' ')
  return { eventId, facts }
}
