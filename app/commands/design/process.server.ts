import type { CommandContext } from '~/commands/command.server'
import type { LearningProcess } from '~/domain/assessment-rule'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { processKinds, requirementClasses } from '~/domain/vocabulary'
import { insertProcess } from '~db/queries/design-inserts.server'
import { placeInOrder, updateDesignField } from '~db/queries/design-rows.server'
import { designCommand } from './design-command.server'
import { readField, type FieldShape } from './field-values'
import { designInputs, type processFields } from './inputs'
import { openLive, refuseStale, requirementOf, savedLive, savedLiveOf, type OpenDraft } from './open-draft.server'
import { insertedAt, movedBy } from './order'

const shapes: Readonly<Record<(typeof processFields)[number], FieldShape>> = {
  kind: { kind: 'choice', of: processKinds, isRequired: true },
  title: { kind: 'text', max: 200, isRequired: true },
  steps: { kind: 'text', max: 5000 },
  effortMinutes: { kind: 'number', min: 0, max: 600_000 },
  owner: { kind: 'text', max: 200 },
  class: { kind: 'choice', of: requirementClasses, isRequired: true },
}

/** One more way to learn it: of a qualification, or of the program for all that have none. Live. */
export const addProcess = designCommand({
  input: designInputs['add-process'],
  async run(context, { programId, qualificationId, at, effortMinutes = null, ...process }) {
    const opened = await openLive(context, programId)
    const { organisationId } = opened
    const list = qualificationId ? requirementOf(opened, qualificationId).processes : opened.design.defaults.processes
    const id = context.newId('process')
    await insertProcess(
      context.tx,
      { organisationId, programId: qualificationId ? null : programId, qualificationId: qualificationId ?? null },
      { id, effortMinutes, ...process },
    )
    const ids = list.map((each) => each.id)
    await placeInOrder(context.tx, { organisationId, table: 'process' }, insertedAt(ids, id, at))
    return savedProcess(context, opened, qualificationId)
  },
})

export const changeProcess = designCommand({
  input: designInputs['change-process'],
  async run(context, { programId, processId, field, value, was }) {
    const opened = await openLive(context, programId)
    const { organisationId } = opened
    const { process, qualificationId } = placeOf(opened, processId)
    const read = readField(shapes[field], value)
    if (!read.ok) return read
    const stale = await refuseStale(context, opened, { current: process[field], was, wanted: value })
    if (stale) return stale
    await updateDesignField(context.tx, { organisationId, table: 'process', id: processId, field }, read.value)
    return savedProcess(context, opened, qualificationId)
  },
})

export const moveProcess = designCommand({
  input: designInputs['move-process'],
  async run(context, { programId, processId, by }) {
    const opened = await openLive(context, programId)
    const { organisationId } = opened
    const { list, qualificationId } = placeOf(opened, processId)
    const ids = list.map(({ id }) => id)
    await placeInOrder(context.tx, { organisationId, table: 'process' }, movedBy(ids, processId, by))
    return savedProcess(context, opened, qualificationId)
  },
})

/** Ends a process. Its row stays, because people may have ticked it. */
export const removeProcess = designCommand({
  input: designInputs['remove-process'],
  async run(context, { programId, processId }) {
    const opened = await openLive(context, programId)
    const { organisationId } = opened
    const { qualificationId } = placeOf(opened, processId)
    const at = { organisationId, table: 'process', id: processId, field: 'endedAt' } as const
    await updateDesignField(context.tx, at, context.now)
    return savedProcess(context, opened, qualificationId)
  },
})

function savedProcess(context: CommandContext, opened: OpenDraft, qualificationId: Id<'qualification'> | undefined) {
  return qualificationId ? savedLiveOf(context, opened, { qualificationId }) : savedLive(context, opened)
}

/** A process of this design with the list it stands in. @throws NotFound */
function placeOf(
  { design }: OpenDraft,
  processId: Id<'process'>,
): {
  readonly process: LearningProcess
  readonly list: readonly LearningProcess[]
  /** Undefined for a default of the program. */
  readonly qualificationId: Id<'qualification'> | undefined
} {
  const lists = [
    { list: design.defaults.processes, qualificationId: undefined },
    ...design.requirements.map(({ processes: list, qualificationId }) => ({ list, qualificationId })),
  ]
  for (const { list, qualificationId } of lists) {
    const process = list.find(({ id }) => id === processId)
    if (process) return { process, list, qualificationId }
  }
  throw new NotFound()
}
