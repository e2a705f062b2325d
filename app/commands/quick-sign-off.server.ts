import { quickJudgement } from '~/domain/quick-sign-off'
import { command } from './command.server'
import { authorizeAndOpenCell } from './open-cell.server'
import { quickSignOffInput } from './record-input.server'
import { recordSitting } from './record-sitting.server'

/** `M` on a cell: mastered today, all criteria at once, where the rule allows it (DESIGN 4.5). */
export const quickSignOff = command({
  input: quickSignOffInput,
  async run(context, input) {
    const record = await authorizeAndOpenCell(context, input, 'sign-off')
    const { methods } = record.requirement.definition
    return recordSitting(context, record, {
      judgement: quickJudgement({ level: input.level ?? null, methods }, context.today),
    })
  },
})
