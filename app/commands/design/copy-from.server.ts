import { insertCriterion, insertMethod, insertProcess, insertResource } from '~db/queries/design-inserts.server'
import { deleteDesignRow, placeInOrder, updateDesignField } from '~db/queries/design-rows.server'
import { findQualification, findRevisions } from '~db/queries/qualification.server'
import { readRevisions } from '~db/queries/design.server'
import type { CommandContext } from '~/commands/command.server'
import type { RevisionContent } from '~/domain/assessment-rule'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { designCommand } from './design-command.server'
import { designInputs, masteryFields, validityFields } from './inputs'
import { masteryValue } from './mastery.server'
import { openDraft, openRevision, requirementOf, saved, type OpenRevision } from './open-draft.server'

type Revision = OpenRevision & { readonly organisationId: Id<'organisation'> }

/**
 * Takes over steps of another qualification: what steps 3 to 5 said here is replaced; processes and resources are added,
 * because removing what people may have ticked is a decision of its own.
 */
export const copyFrom = designCommand({
  input: designInputs['copy-from'],
  async run(context, { programId, qualificationId, fromId, parts }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, design } = opened.value
    const requirement = requirementOf(opened.value, qualificationId)
    const from = await contentOf(context, { organisationId, qualificationId: fromId })
    const needsRevision = parts.some((part) => part === 'mastery' || part === 'demonstration' || part === 'assessment')
    if (needsRevision) {
      const revision = { organisationId, ...(await openRevision(context, opened.value, requirement)) }
      if (parts.includes('mastery')) await copyMastery(context, revision, from)
      if (parts.includes('demonstration')) await copyMethods(context, revision, from)
      if (parts.includes('assessment')) {
        const at = { organisationId, table: 'revision', id: revision.revisionId, field: 'assessmentRule' } as const
        await updateDesignField(context.tx, at, JSON.stringify(from.assessment))
      }
    }
    const source = design.requirements.find((each) => each.qualificationId === fromId)
    const copies = new Map<string, Id<'process'>>()
    if (parts.includes('learning')) {
      for (const process of source?.processes ?? []) {
        const id = context.newId('process')
        copies.set(process.id, id)
        await insertProcess(context.tx, { organisationId, programId: null, qualificationId }, { ...process, id })
      }
    }
    if (parts.includes('resources')) {
      for (const { processId, ...resource } of source?.resources ?? []) {
        const owner = processId ? copies.get(processId) : undefined
        const at = { organisationId, processId: owner ?? null, qualificationId: owner ? null : qualificationId }
        await insertResource(context.tx, at, { ...resource, id: context.newId('resource') })
      }
    }
    return saved(context, opened.value)
  },
})

/** The draft of a qualification's steps 3 to 5, or what is current. @throws NotFound */
async function contentOf(
  { tx }: CommandContext,
  key: { readonly organisationId: Id<'organisation'>; readonly qualificationId: Id<'qualification'> },
): Promise<RevisionContent> {
  const { kind } = await findQualification(tx, key)
  const { current, draft } = await findRevisions(tx, key)
  const revisionId = draft ?? current
  const contents = revisionId ? await readRevisions(tx, key.organisationId, new Map([[revisionId, kind]])) : null
  const content = revisionId && contents?.get(revisionId)
  if (!content) throw new NotFound()
  return content
}

async function copyMastery(context: CommandContext, to: Revision, from: RevisionContent): Promise<void> {
  const { organisationId, revisionId } = to
  const at = { organisationId, table: 'revision', id: revisionId } as const
  for (const field of masteryFields) {
    // A part of the threshold that the other kind does not have stays as it is.
    const value = masteryValue(from, field)
    if (value !== null) await updateDesignField(context.tx, { ...at, field }, value)
  }
  for (const field of validityFields) {
    await updateDesignField(context.tx, { ...at, field }, from.validity[field] ?? null)
  }
  await updateDesignField(context.tx, { ...at, field: 'levelLabels' }, JSON.stringify(from.levelLabels))
  for (const { id } of to.content.criteria) {
    await deleteDesignRow(context.tx, { organisationId, table: 'criterion', id })
  }
  const ids = []
  for (const criterion of from.criteria) {
    const id = context.newId('criterion')
    await insertCriterion(context.tx, { organisationId, revisionId }, { ...criterion, id })
    ids.push(id)
  }
  await placeInOrder(context.tx, { organisationId, table: 'criterion' }, ids)
}

async function copyMethods(context: CommandContext, to: Revision, from: RevisionContent): Promise<void> {
  const { organisationId, revisionId } = to
  for (const { id } of to.content.methods) {
    if (id) await deleteDesignRow(context.tx, { organisationId, table: 'method', id })
  }
  const ids = []
  for (const method of from.methods) {
    const id = context.newId('method')
    await insertMethod(context.tx, { organisationId, revisionId }, { ...method, id })
    ids.push(id)
  }
  await placeInOrder(context.tx, { organisationId, table: 'method' }, ids)
}
