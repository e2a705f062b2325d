import { insertCriterion, insertMethod, insertProcess, insertResource } from '~db/queries/design-inserts.server'
import { deleteDesignRow, placeInOrder, updateDesignField } from '~db/queries/design-rows.server'
import { findQualification, findRevisions } from '~db/queries/qualification.server'
import { findLearning, readRevisions } from '~db/queries/design.server'
import type { CommandContext } from '~/commands/command.server'
import { levelCount, type RevisionContent } from '~/domain/assessment-rule'
import type { DesignRequirement } from '~/domain/design'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { ok, refused } from '~/domain/result'
import { designCommand } from './design-command.server'
import { type copiedParts, designInputs, masteryFields, validityFields } from './inputs'
import { masteryValue } from './mastery.server'
import {
  openDraft,
  openLive,
  openRevision,
  requirementOf,
  saved,
  savedLiveOf,
  type OpenRevision,
} from './open-draft.server'

type Revision = OpenRevision & { readonly organisationId: Id<'organisation'> }

/**
 * Takes over steps of another qualification: what steps 3 to 5 said here is replaced; processes and resources are added,
 * because removing what people may have ticked is a decision of its own.
 */
export const copyFrom = designCommand({
  input: designInputs['copy-from'],
  async run(context, { programId, qualificationId, fromId, parts }) {
    const needsRevision = parts.some((part) => part === 'mastery' || part === 'demonstration' || part === 'assessment')
    // Processes and resources are live, so they are taken over without a draft too.
    const opened = needsRevision ? await openDraft(context, programId) : ok(await openLive(context, programId))
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const requirement = requirementOf(opened.value, qualificationId)
    if (fromId === qualificationId) return refused('not-a-choice')
    const from = await contentOf(context, { organisationId, qualificationId: fromId })
    if (needsRevision) {
      const revision = { organisationId, ...(await openRevision(context, opened.value, requirement)) }
      if (parts.includes('mastery')) {
        const { level } = requirement
        if (level > levelCount(from)) return refused('level-in-use', { level: String(level) })
        await copyMastery(context, revision, from)
      }
      if (parts.includes('demonstration')) await copyMethods(context, revision, from)
      if (parts.includes('assessment')) {
        const at = { organisationId, table: 'revision', id: revision.revisionId, field: 'assessmentRule' } as const
        await updateDesignField(context.tx, at, JSON.stringify(from.assessment))
      }
    }
    if (!parts.includes('learning') && !parts.includes('resources')) return saved(context, opened.value)
    await copyLearning(context, requirement, { organisationId, fromId, parts })
    return savedLiveOf(context, opened.value, { qualificationId })
  },
})

/** Processes and resources of another qualification, behind those there are. */
async function copyLearning(
  context: CommandContext,
  to: DesignRequirement,
  of: {
    readonly organisationId: Id<'organisation'>
    readonly fromId: Id<'qualification'>
    readonly parts: readonly (typeof copiedParts)[number][]
  },
): Promise<void> {
  const { tx, newId } = context
  const { organisationId, fromId, parts } = of
  const { qualificationId } = to
  const source = await findLearning(tx, { organisationId, qualificationId: fromId })
  const copies = new Map<string, Id<'process'>>()
  const processIds = to.processes.map(({ id }) => id)
  for (const process of parts.includes('learning') ? source.processes : []) {
    const id = newId('process')
    copies.set(process.id, id)
    processIds.push(id)
    await insertProcess(tx, { organisationId, programId: null, qualificationId }, { ...process, id })
  }
  await placeInOrder(tx, { organisationId, table: 'process' }, processIds)
  const resourceIds = to.resources.map(({ id }) => id)
  for (const { processId, ...resource } of parts.includes('resources') ? source.resources : []) {
    const owner = processId ? copies.get(processId) : undefined
    const id = newId('resource')
    resourceIds.push(id)
    const at = { organisationId, processId: owner ?? null, qualificationId: owner ? null : qualificationId }
    await insertResource(tx, at, { ...resource, id })
  }
  await placeInOrder(tx, { organisationId, table: 'resource' }, resourceIds)
}

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
