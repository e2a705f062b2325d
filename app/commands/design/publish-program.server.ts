import { z } from 'zod'
import { authorize, command, type CommandContext } from '~/commands/command.server'
import { effectiveRevision } from '~/domain/assessment-rule'
import type { Id } from '~/domain/ids'
import { decidePublish } from '~/domain/publishing'
import { ok, refused, type Problem } from '~/domain/result'
import { versionContent } from '~/domain/version-content'
import { recordChanges } from '~db/queries/change.server'
import { findDesign } from '~db/queries/design.server'
import { appendToLedger } from '~db/queries/ledger.server'
import type { ProgramHead } from '~db/queries/program.server'
import {
  hashOfVersion,
  publishRevision,
  publishVersionRow,
  renumberDraft,
  updateCountsFrom,
  updateRevisionIn,
} from '~db/queries/publishing.server'
import { copyVersion, nextVersionNumber } from '~db/queries/version-rows.server'
import { idOf } from './inputs'
import { findPublishEffect, type OtherProgram, type PublishEffect } from './publish-effect.server'

export type PublishProblem = Problem<'blocked' | 'unchanged' | 'second-person-needed' | 'already-published' | 'stale'>
type Published = { readonly programId: Id<'program'>; readonly number: number; readonly otherCount: number }

const input = z.object({ programId: idOf('program'), contentHash: z.string().length(64) })

/**
 * Publishes a draft (DESIGN 4.6): freezes and hashes it, makes the changed definitions current, and gives every other
 * program that asks for one of them a new version, all in one transaction. `contentHash` is that of the effect that was
 * shown: if the draft was changed since, it is shown again.
 */
export const publishProgram = command<typeof input, Published, PublishProblem>({
  input,
  async run(context, { programId, contentHash }) {
    const { tx, actor, today } = context
    authorize(actor, 'publish-version')
    const effect = await findPublishEffect(tx, { actor, programId }, today)
    if (!effect) return refused('already-published')
    if (effect.contentHash !== contentHash) return refused('stale')
    const decided = decidePublish(effect)
    if (!decided.ok) return decided
    const { isWithoutSecondPerson } = decided.value
    for (const [qualificationId, day] of effect.countsFrom) {
      const at = { organisationId: actor.organisationId, versionId: effect.versionId, qualificationId }
      await updateCountsFrom(tx, at, day)
    }
    await publishRevisions(context, effect)
    for (const other of effect.others) await publishOther(context, other, { effect, isWithoutSecondPerson })
    const { program, versionId } = effect
    const number = program.draft?.number ?? 0
    const isDone = await freeze(context, { program, versionId, number, isWithoutSecondPerson })
    if (!isDone) return refused('already-published')
    await recordChanges(
      tx,
      { organisationId: actor.organisationId, actorId: actor.personId, at: context.now },
      [program, ...effect.others.map((other) => other.program)].map((each) => ({
        kind: 'published',
        programId: each.programId,
      })),
    )
    return ok({ programId, number, otherCount: effect.others.length })
  },
})

async function publishRevisions({ tx, actor, now }: CommandContext, effect: PublishEffect): Promise<void> {
  const { organisationId } = actor
  for (const [qualificationId, { revisionId }] of effect.revisions) {
    const requirement = effect.design.requirements.find((each) => each.qualificationId === qualificationId)
    if (!requirement) continue
    const definition = effectiveRevision(requirement.revision, effect.design.defaults, requirement)
    await publishRevision(tx, { organisationId, qualificationId, revisionId }, { at: now, definition })
  }
}

/** A version of another program that differs only in the changed definitions. Its own draft, if any, comes after it. */
async function publishOther(
  context: CommandContext,
  { program, qualificationIds }: OtherProgram,
  { effect, isWithoutSecondPerson }: { readonly effect: PublishEffect; readonly isWithoutSecondPerson: boolean },
): Promise<void> {
  const { tx, actor, now: at, newId } = context
  const { organisationId, personId: by } = actor
  const { programId, draft, published } = program
  if (!published) return
  const next = await nextVersionNumber(tx, { organisationId, programId })
  if (draft) await renumberDraft(tx, { organisationId, versionId: draft.id }, next)
  const number = draft ? draft.number : next
  const versionId = newId('program-version')
  const from = { organisationId, programId, versionId, fromId: published.id }
  await copyVersion(tx, from, { by, at, newId, number, state: 'superseded' })
  for (const qualificationId of qualificationIds) {
    const revision = effect.revisions.get(qualificationId)
    if (!revision) continue
    await updateRevisionIn(tx, { organisationId, qualificationId, versionIds: [versionId] }, revision.revisionId)
  }
  await freeze(context, { program, versionId, number, isWithoutSecondPerson, from: 'superseded' })
}

/** Hashes what the rows now say, marks them published and writes it down for ever. */
async function freeze(
  { tx, actor, now, today, newId }: CommandContext,
  of: {
    readonly program: ProgramHead
    readonly versionId: Id<'program-version'>
    readonly number: number
    readonly isWithoutSecondPerson: boolean
    readonly from?: 'draft' | 'superseded'
  },
): Promise<boolean> {
  const { organisationId, personId } = actor
  const { program, versionId, number, isWithoutSecondPerson, from } = of
  const design = await findDesign(tx, { organisationId, versionId, program }, today)
  const contentHash = hashOfVersion(versionContent(design))
  const made = { at: now, by: personId, contentHash, isWithoutSecondPerson, from }
  if (!(await publishVersionRow(tx, { organisationId, program, versionId }, made))) return false
  await appendToLedger(tx, {
    organisationId,
    id: newId('ledger-event'),
    kind: 'published',
    programId: program.programId,
    actorId: personId,
    occurredOn: today,
    recordedAt: now,
    programVersionId: versionId,
    contentHash,
    details: {
      version: String(number),
      ...(isWithoutSecondPerson ? { withoutSecondPerson: 'true' } : {}),
    },
  })
  return true
}
