import { levelCount } from '~/domain/assessment-rule'
import { refused } from '~/domain/result'
import { insertCriterion } from '~db/queries/design-inserts.server'
import { deleteDesignRow, placeInOrder, updateDesignField } from '~db/queries/design-rows.server'
import { designCommand } from './design-command.server'
import { readField, type FieldShape } from './field-values'
import { designInputs, type criterionFields } from './inputs'
import { openDraft, openRevision, partOf, refuseStale, requirementOf, saved } from './open-draft.server'
import { insertedAfter, linesOfText, movedBy } from './order'

const shapes: Readonly<Record<(typeof criterionFields)[number], FieldShape>> = {
  text: { kind: 'text', max: 500 },
  isRequired: { kind: 'flag' },
  level: { kind: 'number', min: 1, max: 5, isRequired: true },
}

/** Adds criteria, required until somebody says otherwise: one line or many. */
export const addCriteria = designCommand({
  input: designInputs['add-criteria'],
  async run(context, { programId, qualificationId, lines, level, isRequired, afterId }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const { revisionId, content } = await openRevision(
      context,
      opened.value,
      requirementOf(opened.value, qualificationId),
    )
    if (level > levelCount(content)) return refused('level-not-there', { count: String(levelCount(content)) })
    const where = { table: 'criterion', qualificationId, parts: content.criteria } as const
    const isFirst = afterId === 'start'
    const after = afterId && !isFirst ? (await partOf(context, opened.value, { ...where, id: afterId })).id : undefined
    const added = linesOfText(lines, 500).map((text) => ({
      id: context.newId('criterion'),
      level,
      text,
      isRequired: isRequired === 'true',
    }))
    for (const criterion of added) await insertCriterion(context.tx, { organisationId, revisionId }, criterion)
    const there = content.criteria.map(({ id }) => id)
    const news = added.map(({ id }) => id)
    const order = isFirst ? [...news, ...there] : insertedAfter(there, news, after)
    await placeInOrder(context.tx, { organisationId, table: 'criterion' }, order)
    return saved(context, opened.value)
  },
})

/** Its words, whether it is required, or the level it belongs to. */
export const changeCriterion = designCommand({
  input: designInputs['change-criterion'],
  async run(context, { programId, qualificationId, criterionId, field, value, was }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const read = readField(shapes[field], value)
    if (!read.ok) return read
    const requirement = requirementOf(opened.value, qualificationId)
    const { content } = await openRevision(context, opened.value, requirement)
    if (field === 'level' && Number(read.value) > levelCount(content)) {
      return refused('level-not-there', { count: String(levelCount(content)) })
    }
    const where = { table: 'criterion', qualificationId, parts: content.criteria, id: criterionId } as const
    const criterion = await partOf(context, opened.value, where)
    const stale = await refuseStale(context, opened.value, { current: criterion[field], was, wanted: value })
    if (stale) return stale
    await updateDesignField(context.tx, { organisationId, table: 'criterion', id: criterion.id, field }, read.value)
    return saved(context, opened.value)
  },
})

export const moveCriterion = designCommand({
  input: designInputs['move-criterion'],
  async run(context, { programId, qualificationId, criterionId, by }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const { content } = await openRevision(context, opened.value, requirementOf(opened.value, qualificationId))
    const where = { table: 'criterion', qualificationId, parts: content.criteria, id: criterionId } as const
    const { id } = await partOf(context, opened.value, where)
    const ids = content.criteria.map((each) => each.id)
    await placeInOrder(context.tx, { organisationId, table: 'criterion' }, movedBy(ids, id, by))
    return saved(context, opened.value)
  },
})

export const removeCriterion = designCommand({
  input: designInputs['remove-criterion'],
  async run(context, { programId, qualificationId, criterionId }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId } = opened.value
    const { content } = await openRevision(context, opened.value, requirementOf(opened.value, qualificationId))
    const where = { table: 'criterion', qualificationId, parts: content.criteria, id: criterionId } as const
    const { id } = await partOf(context, opened.value, where)
    await deleteDesignRow(context.tx, { organisationId, table: 'criterion', id })
    const left = content.criteria.map((each) => each.id).filter((each) => each !== id)
    await placeInOrder(context.tx, { organisationId, table: 'criterion' }, left)
    return saved(context, opened.value)
  },
})
