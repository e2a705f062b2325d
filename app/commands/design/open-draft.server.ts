import { authorize, type CommandContext } from '~/commands/command.server'
import type { RevisionContent } from '~/domain/assessment-rule'
import type { Instant } from '~/domain/calendar-date'
import type { Design, DesignRequirement } from '~/domain/design'
import { fieldText, type FieldValue } from '~/domain/design-field'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { ok, refused, type Ok, type Problem, type Refused, type Result } from '~/domain/result'
import { recordChanges, type Touched } from '~db/queries/change.server'
import { findDesign, readRevisions } from '~db/queries/design.server'
import { updateDesignField } from '~db/queries/design-rows.server'
import { findPersonName } from '~db/queries/design-choices.server'
import { findProgram, touchVersion, type ProgramHead } from '~db/queries/program.server'
import { listProgramsUsing } from '~db/queries/publishing.server'
import { copyRevision, findPlaceInRevision, findRevisions } from '~db/queries/qualification.server'

export type Saved = { readonly savedAt: Instant }
export type Frozen = Problem<'published-frozen'>
export type Stale = Problem<'stale'>

/** The draft a command of the designer works on. */
export type OpenDraft = {
  readonly program: ProgramHead
  readonly design: Design
  readonly versionId: Id<'program-version'>
  readonly organisationId: Id<'organisation'>
}

/**
 * The draft of a program, for who may edit it. What is published never changes, so without a draft the answer is
 * `published-frozen`.
 * @throws NotFound, Forbidden
 */
export async function openDraft(context: CommandContext, programId: Id<'program'>): Promise<Result<OpenDraft, Frozen>> {
  const { tx, actor, today } = context
  authorize(actor, 'edit-draft')
  const { organisationId } = actor
  const program = await findProgram(tx, { organisationId, programId })
  if (!program.draft) return refused('published-frozen')
  const versionId = program.draft.id
  const design = await findDesign(tx, { organisationId, versionId, program }, today)
  return ok({ program, design, versionId, organisationId })
}

/**
 * A program for what is live: steps 6 to 8, titles and map positions take effect at once, draft or not. The design is
 * that of the draft, or of what is published.
 * @throws NotFound, Forbidden
 */
export async function openLive(context: CommandContext, programId: Id<'program'>): Promise<OpenDraft> {
  const { tx, actor, today } = context
  authorize(actor, 'edit-draft')
  const { organisationId } = actor
  const program = await findProgram(tx, { organisationId, programId })
  const versionId = (program.draft ?? program.published)?.id
  if (!versionId) throw new NotFound()
  const design = await findDesign(tx, { organisationId, versionId, program }, today)
  return { program, design, versionId, organisationId }
}

/** Ends a command on a draft: notes the save, which the page shows as "Saved 10:42". */
export async function saved(context: CommandContext, opened: OpenDraft): Promise<Ok<Saved>> {
  const { tx, actor, now } = context
  const { draft } = opened.program
  if (draft) {
    await touchVersion(tx, { organisationId: opened.organisationId, draft }, { by: actor.personId, at: now })
  }
  return ok({ savedAt: now })
}

/** Ends a command on what is live: open trackers and pages are told, where the program is published. */
export async function savedLive(
  context: CommandContext,
  opened: OpenDraft,
  touched: readonly Touched[] = [{ kind: 'design-changed', programId: opened.program.programId }],
): Promise<Ok<Saved>> {
  const { tx, actor, now } = context
  if (opened.program.published) {
    await recordChanges(tx, { organisationId: opened.organisationId, actorId: actor.personId, at: now }, touched)
  }
  return saved(context, opened)
}

/** As `savedLive`, for what belongs to a qualification and so shows in every published program that asks for it. */
export async function savedLiveOf(
  context: CommandContext,
  opened: OpenDraft,
  {
    qualificationId,
    kind = 'design-changed',
  }: { readonly qualificationId: Id<'qualification'>; readonly kind?: string },
): Promise<Ok<Saved>> {
  const { tx, actor, now } = context
  const { organisationId, program } = opened
  const others = await listProgramsUsing(tx, {
    organisationId,
    besides: program.programId,
    qualificationIds: [qualificationId],
  })
  const touched = [...(program.published ? [program.programId] : []), ...others]
  await recordChanges(
    tx,
    { organisationId, actorId: actor.personId, at: now },
    touched.map((programId) => ({ kind, programId, qualificationId })),
  )
  return saved(context, opened)
}

/** The requirement of a qualification in this design. @throws NotFound */
export function requirementOf(opened: OpenDraft, qualificationId: Id<'qualification'>): DesignRequirement {
  const found = opened.design.requirements.find((each) => each.qualificationId === qualificationId)
  if (!found) throw new NotFound()
  return found
}

/** One of a list by its id. @throws NotFound */
export function within<T extends { readonly id: string | null }>(list: readonly T[], id: string): T {
  const found = list.find((each) => each.id === id)
  if (!found) throw new NotFound()
  return found
}

/**
 * Refuses where the field no longer holds what the form was shown with, unless it already holds what is wanted.
 * Names who saved last, where that was somebody else.
 */
export async function refuseStale(
  context: CommandContext,
  opened: OpenDraft,
  field: { readonly current: FieldValue | undefined; readonly was: string; readonly wanted: string },
): Promise<Refused<Stale> | null> {
  const current = fieldText(field.current).trim()
  if (current === field.was.trim() || current === field.wanted.trim()) return null
  const by = opened.program.draft?.savedBy
  if (!by || by === context.actor.personId) return refused('stale')
  return refused('stale', { by: await findPersonName(context.tx, opened.organisationId, by) })
}

export type OpenRevision = { readonly revisionId: Id<'revision'>; readonly content: RevisionContent }

/**
 * The draft of a qualification's steps 3 to 5, made at the first edit: what is published is copied, one draft per
 * qualification, and this design's requirement then asks for the draft.
 */
export async function openRevision(
  context: CommandContext,
  opened: OpenDraft,
  requirement: DesignRequirement,
): Promise<OpenRevision> {
  const { tx, now, newId } = context
  const { organisationId } = opened
  const { qualificationId } = requirement
  const { draft } = await findRevisions(tx, { organisationId, qualificationId })
  if (draft === requirement.revisionId) return { revisionId: draft, content: requirement.revision }
  const key = { organisationId, qualificationId, revisionId: requirement.revisionId }
  const revisionId = draft ?? (await copyRevision(tx, key, { at: now, newId }))
  await updateDesignField(
    tx,
    { organisationId, table: 'requirement', id: requirement.id, field: 'revisionId' },
    revisionId,
  )
  const contents = await readRevisions(tx, organisationId, new Map([[revisionId, requirement.kind]]))
  const content = contents.get(revisionId)
  if (!content) throw new NotFound()
  return { revisionId, content }
}

/**
 * A criterion or method by the id a form knows. Right after the first edit of what was published, a form may still name
 * the row of the published revision; then the one in the same place of the draft is meant.
 * @throws NotFound
 */
export async function partOf<T extends { readonly id: string | null }>(
  context: CommandContext,
  opened: OpenDraft,
  where: {
    readonly table: 'criterion' | 'method'
    readonly qualificationId: Id<'qualification'>
    readonly parts: readonly T[]
    readonly id: string
  },
): Promise<T> {
  const { table, qualificationId, parts, id } = where
  const own = parts.find((each) => each.id === id)
  if (own) return own
  const key = { organisationId: opened.organisationId, qualificationId, table, id }
  const found = parts[(await findPlaceInRevision(context.tx, key)) ?? -1]
  if (!found) throw new NotFound()
  return found
}
