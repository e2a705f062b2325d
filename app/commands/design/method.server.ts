import type { Method } from '~/domain/assessment-rule'
import type { Id } from '~/domain/ids'
import { methodKinds } from '~/domain/vocabulary'
import { insertMethod } from '~db/queries/design-inserts.server'
import { deleteDesignRow, placeInOrder, updateDesignField } from '~db/queries/design-rows.server'
import { designCommand } from './design-command.server'
import { readField, type FieldShape } from './field-values'
import { designInputs, type methodFields } from './inputs'
import { openDraft, openRevision, partOf, refuseStale, requirementOf, saved } from './open-draft.server'
import { insertedAt, movedBy } from './order'

export const methodShapes: Readonly<Record<(typeof methodFields)[number], FieldShape>> = {
  kind: { kind: 'choice', of: methodKinds, isRequired: true },
  instructions: { kind: 'text', max: 5000 },
  evidenceRequired: { kind: 'text', max: 1000 },
  accommodations: { kind: 'text', max: 1000 },
  allOfGroup: { kind: 'number', min: 1, max: 20 },
}

/** One more way to show it; with the first of its own, the program's ways no longer apply. */
export const addMethod = designCommand({
  input: designInputs['add-method'],
  async run(context, { programId, qualificationId, at, allOfGroup = null, ...method }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const requirement = requirementOf(opened.value, qualificationId)
    const { revisionId, content } = await openRevision(context, opened.value, requirement)
    const id = context.newId('method')
    await insertMethod(context.tx, { organisationId, revisionId }, { id, ...method, allOfGroup })
    await placeInOrder(context.tx, { organisationId, table: 'method' }, insertedAt(idsOf(content.methods), id, at))
    return saved(context, opened.value)
  },
})

export const changeMethod = designCommand({
  input: designInputs['change-method'],
  async run(context, { programId, qualificationId, methodId, field, value, was }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const read = readField(methodShapes[field], value)
    if (!read.ok) return read
    const { content } = await openRevision(context, opened.value, requirementOf(opened.value, qualificationId))
    const where = { table: 'method', qualificationId, parts: content.methods, id: methodId } as const
    const method = await partOf(context, opened.value, where)
    const stale = await refuseStale(context, opened.value, { current: method[field], was, wanted: value })
    if (stale) return stale
    const at = { organisationId, table: 'method', id: method.id ?? methodId, field } as const
    await updateDesignField(context.tx, at, read.value)
    return saved(context, opened.value)
  },
})

export const moveMethod = designCommand({
  input: designInputs['move-method'],
  async run(context, { programId, qualificationId, methodId, by }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const { content } = await openRevision(context, opened.value, requirementOf(opened.value, qualificationId))
    const where = { table: 'method', qualificationId, parts: content.methods, id: methodId } as const
    const { id } = await partOf(context, opened.value, where)
    const order = movedBy(idsOf(content.methods), id ?? methodId, by)
    await placeInOrder(context.tx, { organisationId, table: 'method' }, order)
    return saved(context, opened.value)
  },
})

/** Removes one; after the last of its own, the program's ways apply again. */
export const removeMethod = designCommand({
  input: designInputs['remove-method'],
  async run(context, { programId, qualificationId, methodId }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const { content } = await openRevision(context, opened.value, requirementOf(opened.value, qualificationId))
    const where = { table: 'method', qualificationId, parts: content.methods, id: methodId } as const
    const { id } = await partOf(context, opened.value, where)
    await deleteDesignRow(context.tx, { organisationId, table: 'method', id: id ?? methodId })
    const left = idsOf(content.methods).filter((each) => each !== id)
    await placeInOrder(context.tx, { organisationId, table: 'method' }, left)
    return saved(context, opened.value)
  },
})

/** Ids of methods that are rows; those a program offers by default have none. */
function idsOf(methods: readonly Method[]): Id<'method'>[] {
  return methods.flatMap(({ id }) => (id === null ? [] : [id]))
}
