import { refused } from '~/domain/result'
import { insertGroup } from '~db/queries/design-inserts.server'
import { deleteDesignRow, placeInOrder, updateDesignField } from '~db/queries/design-rows.server'
import { placeColumns } from './column-order.server'
import { readField, type FieldShape } from './field-values'
import { designCommand } from './design-command.server'
import { designInputs, type groupFields } from './inputs'
import { openDraft, refuseStale, saved, within } from './open-draft.server'
import { linesOfText, movedBy } from './order'

const shapes: Readonly<Record<(typeof groupFields)[number], FieldShape>> = {
  name: { kind: 'text', max: 100, isRequired: true },
  atLeast: { kind: 'number', min: 1, max: 500 },
}

/** Adds groups of columns: one line or many. */
export const addGroups = designCommand({
  input: designInputs['add-groups'],
  async run(context, { programId, lines }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { versionId, organisationId, design } = opened.value
    const names = linesOfText(lines, 100).filter((name) => name !== '')
    if (names.length === 0) return refused('empty')
    const added = names.map((name) => ({ id: context.newId('requirement-group'), name, atLeast: null }))
    for (const group of added) await insertGroup(context.tx, { organisationId, versionId }, group)
    const order = [...design.groups, ...added].map(({ id }) => id)
    await placeInOrder(context.tx, { organisationId, table: 'requirement_group' }, order)
    return saved(context, opened.value)
  },
})

/** The name of a group, or how many of its requirements are asked for. */
export const changeGroup = designCommand({
  input: designInputs['change-group'],
  async run(context, { programId, groupId, field, value, was }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, design } = opened.value
    const group = within(design.groups, groupId)
    const read = readField(shapes[field], value)
    if (!read.ok) return read
    const stale = await refuseStale(context, opened.value, { current: group[field], was, wanted: value })
    if (stale) return stale
    const at = { organisationId, table: 'requirement_group', id: groupId, field } as const
    await updateDesignField(context.tx, at, read.value)
    return saved(context, opened.value)
  },
})

/** Moves a group with its columns. */
export const moveGroup = designCommand({
  input: designInputs['move-group'],
  async run(context, { programId, groupId, by }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, design } = opened.value
    within(design.groups, groupId)
    const ids = design.groups.map(({ id }) => id)
    const order = movedBy(ids, groupId, by)
    await placeInOrder(context.tx, { organisationId, table: 'requirement_group' }, order)
    await placeColumns(context, opened.value, design.requirements, order)
    return saved(context, opened.value)
  },
})

/** Removes a group; its qualifications stay in the design, in no group. */
export const removeGroup = designCommand({
  input: designInputs['remove-group'],
  async run(context, { programId, groupId }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, design } = opened.value
    within(design.groups, groupId)
    await deleteDesignRow(context.tx, { organisationId, table: 'requirement_group', id: groupId })
    const left = design.groups.map(({ id }) => id).filter((id) => id !== groupId)
    const requirements = design.requirements.map((each) =>
      each.groupId === groupId ? { ...each, groupId: null } : each,
    )
    await placeColumns(context, opened.value, requirements, left)
    return saved(context, opened.value)
  },
})
