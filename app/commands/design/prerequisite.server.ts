import type { CommandContext } from '~/commands/command.server'
import type { Id } from '~/domain/ids'
import { refused, type Problem, type Result } from '~/domain/result'
import { pathOfCycle } from '~/domain/unlocking'
import { replacePrerequisites } from '~db/queries/requirement-links.server'
import { designCommand } from './design-command.server'
import { designInputs } from './inputs'
import { openDraft, requirementOf, saved, type Frozen, type Saved } from './open-draft.server'

/** What must be met before a qualification; replaces the list. A cycle is refused with its path. */
export const setPrerequisites = designCommand({
  input: designInputs['set-prerequisites'],
  run: (context, { programId, qualificationId, needsIds }) =>
    changeNeeds(context, { programId, qualificationId, change: () => needsIds }),
})

/** One more, as drawn on the map. */
export const addPrerequisite = designCommand({
  input: designInputs['add-prerequisite'],
  run: (context, { programId, qualificationId, needsId }) =>
    changeNeeds(context, { programId, qualificationId, change: (needs) => [...needs, needsId] }),
})

export const removePrerequisite = designCommand({
  input: designInputs['remove-prerequisite'],
  run: (context, { programId, qualificationId, needsId }) =>
    changeNeeds(context, { programId, qualificationId, change: (needs) => needs.filter((id) => id !== needsId) }),
})

type Qualifications = readonly Id<'qualification'>[]

async function changeNeeds(
  context: CommandContext,
  asked: {
    readonly programId: Id<'program'>
    readonly qualificationId: Id<'qualification'>
    readonly change: (needs: Qualifications) => Qualifications
  },
): Promise<Result<Saved, Frozen | Problem<'cycle'>>> {
  const opened = await openDraft(context, asked.programId)
  if (!opened.ok) return opened
  const { organisationId, design } = opened.value
  const requirement = requirementOf(opened.value, asked.qualificationId)
  const byId = new Map(design.requirements.map((each) => [each.id, each]))
  const before = requirement.prerequisiteIds.flatMap((id) => byId.get(id)?.qualificationId ?? [])
  const needs = [...new Set(asked.change(before))].map((id) => requirementOf(opened.value, id).id)
  const edges = design.requirements
    .filter((each) => each !== requirement)
    .flatMap((each) => each.prerequisiteIds.map((from) => ({ from, to: each.id })))
  for (const from of needs) {
    const path = pathOfCycle(edges, { from, to: requirement.id })
    if (path) return refused('cycle', { path: path.map((id) => byId.get(id)?.name ?? '').join(' → ') })
    edges.push({ from, to: requirement.id })
  }
  await replacePrerequisites(context.tx, { organisationId, requirementId: requirement.id }, needs)
  return saved(context, opened.value)
}
