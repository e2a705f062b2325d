import { ok, refused } from '~/domain/result'
import { insertRequirement } from '~db/queries/design-inserts.server'
import { updateDesignField } from '~db/queries/design-rows.server'
import { deleteRequirement } from '~db/queries/requirement-links.server'
import {
  deleteUnusedDraft,
  findQualification,
  findRevisions,
  insertQualification,
} from '~db/queries/qualification.server'
import { placeColumns } from './column-order.server'
import { designCommand } from './design-command.server'
import { designInputs } from './inputs'
import { openDraft, openLive, refuseStale, requirementOf, saved, savedLiveOf, within } from './open-draft.server'
import { insertedAfter, linesOfText, movedBy } from './order'

/** Makes new qualifications of the library and asks for them: one line or many. */
export const addQualifications = designCommand({
  input: designInputs['add-qualifications'],
  async run(context, { programId, lines, kind, groupId, afterId, need, class: asked }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { versionId, organisationId, design } = opened.value
    const after = afterId ? requirementOf(opened.value, afterId) : undefined
    const group = groupId ? within(design.groups, groupId).id : (after?.groupId ?? null)
    const names = linesOfText(lines, 200).filter((name) => name !== '')
    if (names.length === 0) return refused('empty')
    if (design.requirements.length + names.length > 500) return refused('too-many-qualifications')
    const added = []
    for (const name of names) {
      const qualificationId = context.newId('qualification')
      const revisionId = context.newId('revision')
      const id = context.newId('requirement')
      const made = { organisationId, qualificationId, revisionId, name, kind, at: context.now }
      await insertQualification(context.tx, made)
      const row = { id, qualificationId, revisionId, need, class: asked, groupId: group }
      await insertRequirement(context.tx, { organisationId, versionId }, row)
      added.push({ id, groupId: group, qualificationId })
    }
    await placeColumns(context, opened.value, insertedAfter(design.requirements, added as never, after))
    const done = await saved(context, opened.value)
    return ok({ ...done.value, qualificationIds: added.map(({ qualificationId }) => qualificationId) })
  },
})

/** Asks for qualifications that exist; those that are asked for already stay as they are. */
export const addFromLibrary = designCommand({
  input: designInputs['add-from-library'],
  async run(context, { programId, qualificationIds, groupId }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { versionId, organisationId, design } = opened.value
    const group = groupId ? within(design.groups, groupId).id : null
    const present = new Set(design.requirements.map((each) => each.qualificationId))
    const added = []
    for (const qualificationId of new Set(qualificationIds)) {
      if (present.has(qualificationId)) continue
      await findQualification(context.tx, { organisationId, qualificationId })
      const { current, draft } = await findRevisions(context.tx, { organisationId, qualificationId })
      const revisionId = current ?? draft
      if (!revisionId) return refused('withdrawn-qualification')
      const id = context.newId('requirement')
      const row = { id, qualificationId, revisionId, need: 'enter', class: 'must', groupId: group } as const
      await insertRequirement(context.tx, { organisationId, versionId }, row)
      added.push({ id, groupId: group })
    }
    await placeColumns(context, opened.value, [...design.requirements, ...added])
    return saved(context, opened.value)
  },
})

/** A new name, live in every program; the old one is kept among the former names. */
export const renameQualification = designCommand({
  input: designInputs['rename-qualification'],
  async run(context, { programId, qualificationId, value, was }) {
    const opened = await openLive(context, programId)
    const { organisationId } = opened
    requirementOf(opened, qualificationId)
    const { name, formerNames } = await findQualification(context.tx, { organisationId, qualificationId })
    const stale = await refuseStale(context, opened, { current: name, was, wanted: value })
    if (stale) return stale
    if (name === value) return saved(context, opened)
    const at = { organisationId, table: 'qualification', id: qualificationId } as const
    await updateDesignField(context.tx, { ...at, field: 'name' }, value)
    const { current } = await findRevisions(context.tx, { organisationId, qualificationId })
    if (current) {
      const former = [...new Set([name, ...formerNames].filter((each) => each !== value))].slice(0, 20)
      await updateDesignField(context.tx, { ...at, field: 'formerNames' }, JSON.stringify(former))
    }
    return savedLiveOf(context, opened, { kind: 'renamed', qualificationId })
  },
})

/** Another kind, as long as nothing of it was published: the threshold is said anew. */
export const changeKind = designCommand({
  input: designInputs['change-kind'],
  async run(context, { programId, qualificationId, value, was }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const { kind } = requirementOf(opened.value, qualificationId)
    const stale = await refuseStale(context, opened.value, { current: kind, was, wanted: value })
    if (stale) return stale
    const { current } = await findRevisions(context.tx, { organisationId, qualificationId })
    if (current && kind !== value) return refused('kind-fixed')
    await updateDesignField(
      context.tx,
      { organisationId, table: 'qualification', id: qualificationId, field: 'kind' },
      value,
    )
    return saved(context, opened.value)
  },
})

/** Takes a qualification out of this design; it stays in the library. */
export const removeRequirement = designCommand({
  input: designInputs['remove-requirement'],
  async run(context, { programId, qualificationId }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const { id, revisionId } = requirementOf(opened.value, qualificationId)
    await deleteRequirement(context.tx, { organisationId, id })
    await deleteUnusedDraft(context.tx, { organisationId, revisionId })
    return saved(context, opened.value)
  },
})

/** Up or down within its group, or to the end of another group. */
export const moveRequirement = designCommand({
  input: designInputs['move-requirement'],
  async run(context, { programId, qualificationId, by, groupId }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, design } = opened.value
    const moved = requirementOf(opened.value, qualificationId)
    const wanted = groupId === undefined ? moved.groupId : groupId === 'none' ? null : within(design.groups, groupId).id
    if (wanted !== moved.groupId) {
      const at = { organisationId, table: 'requirement', id: moved.id, field: 'groupId' } as const
      await updateDesignField(context.tx, at, wanted)
    }
    const others = design.requirements.filter((each) => each.groupId === wanted && each !== moved)
    const ofGroup =
      wanted === moved.groupId
        ? movedBy(
            design.requirements.filter((each) => each.groupId === wanted),
            moved,
            by,
          )
        : [...others, { ...moved, groupId: wanted }]
    const rest = design.requirements.filter((each) => each.groupId !== wanted && each !== moved)
    await placeColumns(context, opened.value, [...rest, ...ofGroup])
    return saved(context, opened.value)
  },
})
