import type { CommandContext } from '~/commands/command.server'
import { levelCount } from '~/domain/assessment-rule'
import type { DesignRequirement } from '~/domain/design'
import { NotFound } from '~/domain/refusals'
import { ok, refused, type Result } from '~/domain/result'
import { requirementClasses, requirementNeeds } from '~/domain/vocabulary'
import { listDesignChoices } from '~db/queries/design-choices.server'
import { updateDesignField } from '~db/queries/design-rows.server'
import { replaceDuties, replacePlaces } from '~db/queries/requirement-links.server'
import { placeColumns } from './column-order.server'
import { readField, type FieldProblem, type FieldShape } from './field-values'
import { designCommand } from './design-command.server'
import { designInputs, type requirementFields } from './inputs'
import { openDraft, refuseStale, requirementOf, saved, within, type OpenDraft } from './open-draft.server'

type Field = (typeof requirementFields)[number]

const shapes: Readonly<Record<Field, FieldShape>> = {
  need: { kind: 'choice', of: requirementNeeds, isRequired: true },
  withinDays: { kind: 'number', min: 1, max: 3650 },
  class: { kind: 'choice', of: requirementClasses, isRequired: true },
  groupId: { kind: 'text', max: 60 },
  isCritical: { kind: 'flag' },
  level: { kind: 'number', min: 1, max: 5, isRequired: true },
}

/** One attribute of step 2. */
export const changeRequirement = designCommand({
  input: designInputs['change-requirement'],
  async run(context, { programId, qualificationId, field, value, was }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const requirement = requirementOf(opened.value, qualificationId)
    const stale = await refuseStale(context, opened.value, { current: requirement[field], was, wanted: value })
    if (stale) return stale
    const written = await writeField(context, opened.value, { requirement, field, value })
    return written.ok ? saved(context, opened.value) : written
  },
})

/** The same attribute for several at once. */
export const changeSeveral = designCommand({
  input: designInputs['change-several'],
  async run(context, { programId, qualificationIds, field, value }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    for (const qualificationId of qualificationIds) {
      const requirement = requirementOf(opened.value, qualificationId)
      const written = await writeField(context, opened.value, { requirement, field, value })
      if (!written.ok) return written
    }
    if (field === 'groupId') {
      const moved = new Set(qualificationIds)
      const groupId = value === '' ? null : within(opened.value.design.groups, value).id
      const requirements = opened.value.design.requirements
      const stay = requirements.filter((each) => !moved.has(each.qualificationId))
      const go = requirements.filter((each) => moved.has(each.qualificationId)).map((each) => ({ ...each, groupId }))
      await placeColumns(context, opened.value, [...stay, ...go])
    }
    return saved(context, opened.value)
  },
})

async function writeField(
  context: CommandContext,
  opened: OpenDraft,
  { requirement, field, value }: { requirement: DesignRequirement; field: Field; value: string },
): Promise<Result<null, FieldProblem | { code: 'level-not-there' }>> {
  const read = readField(shapes[field], value)
  if (!read.ok) return read
  const groupId = field === 'groupId' ? (value === '' ? null : within(opened.design.groups, value).id) : null
  if (field === 'level' && Number(read.value) > levelCount(requirement.revision)) {
    return refused('level-not-there', { count: String(levelCount(requirement.revision)) })
  }
  const { organisationId } = opened
  const at = { organisationId, table: 'requirement', id: requirement.id } as const
  await updateDesignField(context.tx, { ...at, field }, field === 'groupId' ? groupId : read.value)
  // A number of days from the start makes sense only for what is shown in the role.
  if (field === 'need' && read.value === 'enter')
    await updateDesignField(context.tx, { ...at, field: 'withinDays' }, null)
  if (field === 'groupId') {
    const others = opened.design.requirements.filter((each) => each !== requirement)
    await placeColumns(context, opened, [...others, { ...requirement, groupId }])
  }
  return ok(null)
}

/** The duties a qualification serves. */
export const setRequirementDuties = designCommand({
  input: designInputs['set-requirement-duties'],
  async run(context, { programId, qualificationId, dutyIds }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, design } = opened.value
    const { id: requirementId } = requirementOf(opened.value, qualificationId)
    for (const dutyId of dutyIds) within(design.duties, dutyId)
    await replaceDuties(context.tx, { organisationId, requirementId }, dutyIds)
    return saved(context, opened.value)
  },
})

/** Where it applies: to everyone, or to people of these sites or teams. */
export const setRequirementPlaces = designCommand({
  input: designInputs['set-requirement-places'],
  async run(context, { programId, qualificationId, siteIds, teamIds }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const { id: requirementId } = requirementOf(opened.value, qualificationId)
    const { sites, teams } = await listDesignChoices(context.tx, organisationId, context.today)
    if (siteIds.some((id) => !sites.some((site) => site.id === id))) throw new NotFound()
    if (teamIds.some((id) => !teams.some((team) => team.id === id))) throw new NotFound()
    await replacePlaces(context.tx, { organisationId, requirementId }, { siteIds, teamIds })
    return saved(context, opened.value)
  },
})
