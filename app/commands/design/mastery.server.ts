import { fieldText } from '~/domain/design-field'
import type { RevisionContent } from '~/domain/assessment-rule'
import { refused } from '~/domain/result'
import { validityKinds } from '~/domain/vocabulary'
import { updateDesignField } from '~db/queries/design-rows.server'
import { designCommand } from './design-command.server'
import { readField, type FieldShape } from './field-values'
import { designInputs, type masteryFields, type validityFields } from './inputs'
import { openDraft, openRevision, refuseStale, requirementOf, saved } from './open-draft.server'
import { linesOfText } from './order'

type MasteryField = (typeof masteryFields)[number]

const line: FieldShape = { kind: 'text', max: 300 }
const masteryShapes: Readonly<Record<MasteryField, FieldShape>> = {
  statement: { kind: 'text', max: 2000 },
  scope: line,
  accuracy: line,
  timeLimit: line,
  amount: line,
  period: line,
  confirmedBy: line,
  occasions: { kind: 'number', min: 1, max: 100 },
  observers: { kind: 'number', min: 1, max: 20 },
  lighterRenewal: { kind: 'text', max: 1000 },
}

/** Statement, a part of the threshold, or the lighter renewal. */
export const changeMastery = designCommand({
  input: designInputs['change-mastery'],
  async run(context, { programId, qualificationId, field, value, was }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const requirement = requirementOf(opened.value, qualificationId)
    const read = readField(masteryShapes[field], value)
    if (!read.ok) return read
    const { revisionId, content } = await openRevision(context, opened.value, requirement)
    const stale = await refuseStale(context, opened.value, {
      current: masteryValue(content, field),
      was,
      wanted: value,
    })
    if (stale) return stale
    await updateDesignField(context.tx, { organisationId, table: 'revision', id: revisionId, field }, read.value)
    return saved(context, opened.value)
  },
})

/** What a field of step 3 holds; a part of another kind's threshold holds nothing. */
export function masteryValue(content: RevisionContent, field: MasteryField): string | number | null {
  if (field === 'statement' || field === 'lighterRenewal') return content[field]
  const parts: Record<string, string | number | null> = { ...content.threshold }
  return parts[field === 'timeLimit' ? 'time' : field] ?? null
}

export const validityShapes: Readonly<Record<(typeof validityFields)[number], FieldShape>> = {
  kind: { kind: 'choice', of: validityKinds },
  months: { kind: 'number', min: 1, max: 600 },
  repeatMonths: { kind: 'number', min: 1, max: 600 },
  fixedDay: { kind: 'month-day' },
  renewalWindowDays: { kind: 'number', min: 1, max: 366 },
}

/** How long it lasts. */
export const changeValidity = designCommand({
  input: designInputs['change-validity'],
  async run(context, { programId, qualificationId, field, value, was }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const requirement = requirementOf(opened.value, qualificationId)
    const read = readField(validityShapes[field], value)
    if (!read.ok) return read
    const { revisionId, content } = await openRevision(context, opened.value, requirement)
    const stale = await refuseStale(context, opened.value, { current: content.validity[field], was, wanted: value })
    if (stale) return stale
    await updateDesignField(context.tx, { organisationId, table: 'revision', id: revisionId, field }, read.value)
    return saved(context, opened.value)
  },
})

/** The names of the levels, lowest first. A level that criteria or the design still use cannot be taken away. */
export const setLevels = designCommand({
  input: designInputs['set-levels'],
  async run(context, { programId, qualificationId, lines }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const requirement = requirementOf(opened.value, qualificationId)
    const labels = linesOfText(lines, 60).filter((label) => label !== '')
    if (labels.length > 5) return refused('too-many-levels')
    const count = Math.max(1, labels.length)
    const { revisionId, content } = await openRevision(context, opened.value, requirement)
    const highest = Math.max(requirement.level, ...content.criteria.map(({ level }) => level))
    if (highest > count) return refused('level-in-use', { level: fieldText(highest) })
    const at = { organisationId, table: 'revision', id: revisionId, field: 'levelLabels' } as const
    await updateDesignField(context.tx, at, JSON.stringify(labels))
    return saved(context, opened.value)
  },
})
