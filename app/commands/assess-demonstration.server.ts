import type { Id } from '~/domain/ids'
import { refused, type Problem, type Result } from '~/domain/result'
import { findDemonstration } from '~db/queries/demonstration.server'
import { findPersonName } from '~db/queries/person-name.server'
import { authorizeOnCell } from './cell-rights.server'
import { command, type CommandContext } from './command.server'
import { holdCell } from './hold-qualification.server'
import { authorizeAndOpenCell } from './open-cell.server'
import { assessInput } from './record-input.server'
import { recordSitting, type Recorded } from './record-sitting.server'
import { listAssessments, type KeptAssessment } from '~db/queries/assessment.server'
import type { CellRecord } from '~db/queries/cell-record.server'

/** One sitting in full: verdict on each criterion, overall verdict, method, day, note, evidence (DESIGN 4.5). */
export const assessDemonstration = command({
  input: assessInput,
  async run(context, input): Promise<Result<Recorded, Problem>> {
    const record = await authorizeAndOpenCell(
      context,
      input,
      input.verdict === 'mastered' ? 'sign-off' : 'record-assessment',
    )
    const closed = await findWhoWasFirst(context, record, input.demonstrationId)
    if (closed) return closed
    const method = record.requirement.definition.methods.find((one) => one.id !== null && one.id === input.methodId)
    const recorded = await recordSitting(context, record, {
      judgement: {
        verdicts: input.criteria,
        overall: input.verdict,
        level: input.level ?? null,
        performedOn: input.performedOn,
        note: input.note,
        methodKind: method?.kind ?? input.methodKind,
        methodId: method?.id ?? null,
        lateReason: input.lateReason,
        lockReason: input.lockReason,
        isAllAtOnce: false,
      },
      evidence: input,
      documentDate: input.documentDate ?? null,
    })
    if (recorded.ok && input.holdNow && recorded.value.outcome === 'not-yet') {
      authorizeOnCell(record, context.actor, 'hold')
      await holdCell(context, record, { reason: input.note, until: null })
    }
    return recorded
  },
})

/** The demonstration the form showed was closed meanwhile: whoever was first is named. */
async function findWhoWasFirst({ tx }: CommandContext, record: CellRecord, shown: Id<'demonstration'> | undefined) {
  if (shown === undefined || record.open?.id === shown) return null
  const { organisationId } = record.key
  const named = await findDemonstration(tx, organisationId, shown)
  if (named.withdrawn_at !== null) return refused('already-withdrawn')
  const last: KeptAssessment | undefined = (await listAssessments(tx, record.key)).findLast(
    ({ row }) => row.demonstration_id === shown,
  )
  const by = last ? await findPersonName(tx, organisationId, last.row.assessor_id) : ''
  return refused('already-assessed', { by })
}
