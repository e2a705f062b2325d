import { NotFound } from '~/domain/refusals'
import { insertDuty } from '~db/queries/design-inserts.server'
import { deleteDesignRow, placeInOrder, updateDesignField } from '~db/queries/design-rows.server'
import { designCommand } from './design-command.server'
import { readField } from './field-values'
import { designInputs } from './inputs'
import { openDraft, refuseStale, saved, within } from './open-draft.server'
import { insertedAfter, linesOfText, movedBy } from './order'

/** Adds what somebody in the role does: one line or many. */
export const addDuties = designCommand({
  input: designInputs['add-duties'],
  async run(context, { programId, lines, afterId }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { versionId, organisationId, design } = opened.value
    const added = linesOfText(lines, 500).map((text) => ({ id: context.newId('duty'), text }))
    for (const duty of added) await insertDuty(context.tx, { organisationId, versionId }, duty)
    const order = insertedAfter(
      design.duties.map(({ id }) => id),
      added.map(({ id }) => id),
      afterId,
    )
    await placeInOrder(context.tx, { organisationId, table: 'duty' }, order)
    return saved(context, opened.value)
  },
})

export const changeDuty = designCommand({
  input: designInputs['change-duty'],
  async run(context, { programId, dutyId, value, was }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, design } = opened.value
    const stale = await refuseStale(context, opened.value, {
      current: within(design.duties, dutyId).text,
      was,
      wanted: value,
    })
    if (stale) return stale
    const read = readField({ kind: 'text', max: 500 }, value)
    if (!read.ok) return read
    const at = { organisationId, table: 'duty', id: dutyId, field: 'text' } as const
    await updateDesignField(context.tx, at, read.value)
    return saved(context, opened.value)
  },
})

export const moveDuty = designCommand({
  input: designInputs['move-duty'],
  async run(context, { programId, dutyId, by }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, design } = opened.value
    const order = design.duties.map(({ id }) => id)
    if (!order.includes(dutyId)) throw new NotFound()
    await placeInOrder(context.tx, { organisationId, table: 'duty' }, movedBy(order, dutyId, by))
    return saved(context, opened.value)
  },
})

/** Removes a duty; qualifications that served it serve one less. */
export const removeDuty = designCommand({
  input: designInputs['remove-duty'],
  async run(context, { programId, dutyId }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, design } = opened.value
    within(design.duties, dutyId)
    await deleteDesignRow(context.tx, { organisationId, table: 'duty', id: dutyId })
    return saved(context, opened.value)
  },
})
