import type { StepFive } from '~/domain/assessment-rule'
import type { CommandContext } from '~/commands/command.server'
import { listOfField, type FieldValue } from '~/domain/design-field'
import { ok, refused, type Result } from '~/domain/result'
import type { ValidityOverrides } from '~/domain/settings'
import { assessorKinds } from '~/domain/vocabulary'
import { findPersonName } from '~db/queries/design-choices.server'
import { updateDesignField } from '~db/queries/design-rows.server'
import { defaultsOfVersion, updateDraftDefaults } from '~db/queries/program.server'
import { designCommand } from './design-command.server'
import { readField, type FieldProblem, type FieldShape } from './field-values'
import { designInputs, type ruleFields } from './inputs'
import { validityShapes } from './mastery.server'
import { openDraft, openRevision, refuseStale, requirementOf, saved } from './open-draft.server'

type RuleField = (typeof ruleFields)[number]

const shapes: Readonly<Record<Exclude<RuleField, 'assessorKinds' | 'namedAssessorIds' | 'coachingAfter'>, FieldShape>> =
  {
    signatures: { kind: 'number', min: 1, max: 2 },
    mustHold: { kind: 'maybe' },
    turnaroundDays: { kind: 'number', min: 1, max: 365 },
    waitingDays: { kind: 'number', min: 0, max: 365 },
    isQuickAllowed: { kind: 'maybe' },
    needsReauthentication: { kind: 'maybe' },
  }
const coaching: FieldShape = { kind: 'number', min: 1, max: 20 }

/** A field of step 5 as text, both for forms and to see whether somebody else changed it. */
export function ruleValue(rule: StepFive, field: RuleField): FieldValue | undefined {
  return field === 'coachingAfter' && rule.coachingAfter === null ? 'never' : rule[field]
}

/** One field of step 5; empty inherits from the program. */
export const changeRule = designCommand({
  input: designInputs['change-rule'],
  async run(context, { programId, qualificationId, field, value, was }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const requirement = requirementOf(opened.value, qualificationId)
    const { revisionId, content } = await openRevision(context, opened.value, requirement)
    const current = ruleValue(content.assessment, field)
    const stale = await refuseStale(context, opened.value, { current, was, wanted: value })
    if (stale) return stale
    const rule = await withField(context, content.assessment, { field, value })
    if (!rule.ok) return rule
    const at = { organisationId, table: 'revision', id: revisionId, field: 'assessmentRule' } as const
    await updateDesignField(context.tx, at, JSON.stringify(rule.value))
    return saved(context, opened.value)
  },
})

/** The same for all qualifications of the program that say nothing else. Frozen with the version, so a draft is needed. */
export const changeDefaultRule = designCommand({
  input: designInputs['change-default-rule'],
  async run(context, { programId, field, value, was }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, versionId, program } = opened.value
    const defaults = defaultsOfVersion(program, versionId)
    const before = defaults.assessmentRule ?? {}
    const stale = await refuseStale(context, opened.value, { current: ruleValue(before, field), was, wanted: value })
    if (stale) return stale
    const rule = await withField(context, before, { field, value })
    if (!rule.ok) return rule
    const assessmentRule = rule.value
    await updateDraftDefaults(context.tx, { organisationId, versionId }, { ...defaults, assessmentRule })
    return saved(context, opened.value)
  },
})

/** How long mastery lasts where a qualification says nothing. */
export const changeDefaultValidity = designCommand({
  input: designInputs['change-default-validity'],
  async run(context, { programId, field, value, was }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, versionId, program } = opened.value
    const defaults = defaultsOfVersion(program, versionId)
    const before: ValidityOverrides = defaults.validity ?? {}
    const read = readField(validityShapes[field], value)
    if (!read.ok) return read
    const stale = await refuseStale(context, opened.value, { current: before[field], was, wanted: value })
    if (stale) return stale
    // Without a kind nothing is said at all, and a null kind would not be the same as none.
    const { [field]: _, ...rest } = before
    const validity = (read.value === null ? rest : { ...rest, [field]: read.value }) as ValidityOverrides
    await updateDraftDefaults(context.tx, { organisationId, versionId }, { ...defaults, validity })
    return saved(context, opened.value)
  },
})

async function withField(
  context: CommandContext,
  rule: StepFive,
  { field, value }: { readonly field: RuleField; readonly value: string },
): Promise<Result<StepFive, FieldProblem>> {
  const { [field]: _, ...rest } = rule
  if (value.trim() === '') return ok(rest)
  if (field === 'assessorKinds') {
    const kinds = assessorKinds.filter((kind) => listOfField(value).includes(kind))
    return kinds.length > 0 ? ok({ ...rest, assessorKinds: kinds }) : refused('not-a-choice')
  }
  if (field === 'namedAssessorIds') {
    const ids = [...new Set(listOfField(value))]
    for (const id of ids) await findPersonName(context.tx, context.actor.organisationId, id as `pers_${string}`)
    return ok({ ...rest, namedAssessorIds: ids })
  }
  if (field === 'coachingAfter') {
    if (value === 'never') return ok({ ...rest, coachingAfter: null })
    const read = readField(coaching, value)
    return read.ok ? ok({ ...rest, coachingAfter: Number(read.value) }) : read
  }
  const read = readField(shapes[field], value)
  return read.ok ? ok({ ...rest, [field]: read.value }) : read
}
