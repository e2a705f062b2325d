/** The library: qualifications with their revisions, criteria, methods, ways to learn and resources. */
import type { Threshold } from '~/domain/assessment-rule'
import type { AssessmentRuleOverrides } from '~/domain/settings'
import { toJson } from '../json'
import type { SampleProcess, SampleQualification, SampleRule } from './content'
import { insertRows, type Loading } from './loading.server'

/** Days before loading on which the library was written. */
const writtenDaysAgo = 370
const draftedDaysAgo = 15

/** Writes these qualifications with one revision each. */
export async function loadLibrary(
  loading: Loading,
  qualifications: readonly SampleQualification[],
  state: 'current' | 'draft',
): Promise<void> {
  const { tx, organisationId: organisation_id, idOf, newId, day, moment } = loading
  const owned = { organisation_id }
  const at = moment(day(-(state === 'current' ? writtenDaysAgo : draftedDaysAgo)))
  await insertRows(
    tx,
    'qualification',
    qualifications.map(({ key, name, kind, isCatalogue }) => ({
      ...owned,
      id: idOf('qualification', key),
      name,
      former_names: toJson<string[]>([]),
      kind,
      is_catalogue: isCatalogue ? (1 as const) : (0 as const),
      archived_at: null,
      created_at: at,
      version: 1,
    })),
  )
  await insertRows(
    tx,
    'revision',
    qualifications.map((one) => ({
      ...owned,
      id: idOf('revision', one.key),
      qualification_id: idOf('qualification', one.key),
      number: 1,
      state,
      statement: one.statement,
      ...thresholdColumns(one.threshold),
      level_labels: toJson([...(one.levelLabels ?? [])]),
      validity_kind: one.validity?.kind ?? null,
      validity_months: one.validity?.months ?? null,
      repeat_months: one.validity?.repeatMonths ?? null,
      fixed_day: one.validity?.fixedDay ?? null,
      renewal_window_days: one.validity?.renewalWindowDays ?? null,
      lighter_renewal: one.lighterRenewal ?? '',
      assessment_rule: toJson(ruleOf(loading, one.rule ?? {})),
      version: 1,
      created_at: at,
      published_at: state === 'current' ? at : null,
      content_hash: null,
    })),
  )
  await insertRows(
    tx,
    'criterion',
    qualifications.flatMap((one) =>
      one.criteria.map((given, position) => {
        const criterion = typeof given === 'string' ? { text: given } : given
        return {
          ...owned,
          id: idOf('criterion', `${one.key} ${position}`),
          revision_id: idOf('revision', one.key),
          level: criterion.level ?? 1,
          position,
          text: criterion.text,
          is_required: criterion.isRequired === false ? (0 as const) : (1 as const),
        }
      }),
    ),
  )
  await insertRows(
    tx,
    'method',
    qualifications.flatMap((one) =>
      one.methods.map((method, position) => ({
        ...owned,
        id: idOf('method', `${one.key} ${position}`),
        revision_id: idOf('revision', one.key),
        position,
        kind: method.kind,
        instructions: method.instructions,
        evidence_required: method.evidenceRequired ?? '',
        accommodations: method.accommodations ?? '',
        all_of_group: method.allOf ?? null,
      })),
    ),
  )
  await insertRows(
    tx,
    'process',
    qualifications.flatMap((one) =>
      one.processes.map((process, position) => ({
        ...processColumns(process, position),
        ...owned,
        id: idOf('process', `${one.key} ${position}`),
        program_id: null,
        qualification_id: idOf('qualification', one.key),
      })),
    ),
  )
  await insertRows(
    tx,
    'resource',
    qualifications.flatMap((one) =>
      one.resources.map((resource, position) => ({
        ...owned,
        id: newId('resource'),
        // What is practised with belongs to the first way to learn it; the rest to the qualification.
        ...(resource.purpose === 'practice' && one.processes.length > 0 && one.resources.length > 1
          ? { process_id: idOf('process', `${one.key} 0`), qualification_id: null }
          : { process_id: null, qualification_id: idOf('qualification', one.key) }),
        position,
        kind: resource.kind,
        purpose: resource.purpose,
        title: resource.title,
        url: resource.url ?? '',
        body: resource.body ?? '',
        version: 1,
      })),
    ),
  )
}

/** The columns of a way to learn that do not say whose it is. */
export function processColumns(process: SampleProcess, position: number) {
  return {
    position,
    kind: process.kind,
    title: process.title,
    steps: process.steps,
    effort_minutes: process.hours * 60,
    owner: process.owner,
    class: process.class ?? ('must' as const),
    version: 1,
    ended_at: null,
  }
}

/** Step 5 with people by identifier. */
export function ruleOf(loading: Loading, rule: SampleRule): AssessmentRuleOverrides {
  const { namedAssessors, ...rest } = rule
  if (!namedAssessors) return rest
  return { ...rest, namedAssessorIds: namedAssessors.map((key) => loading.idOf('person', key)) }
}

function thresholdColumns(threshold: Threshold) {
  const empty = { scope: '', accuracy: '', time_limit: '', amount: '', period: '', confirmed_by: '' }
  const none = { ...empty, occasions: null, observers: null }
  switch (threshold.kind) {
    case 'skill':
      return { ...none, scope: threshold.scope, accuracy: threshold.accuracy, time_limit: threshold.time }
    case 'knowledge':
      return { ...none, scope: threshold.scope, accuracy: threshold.accuracy }
    case 'experience': {
      const { amount, period, confirmedBy } = threshold
      return { ...none, amount, period, confirmed_by: confirmedBy }
    }
    case 'disposition':
      return { ...none, occasions: threshold.occasions, observers: threshold.observers }
  }
}
