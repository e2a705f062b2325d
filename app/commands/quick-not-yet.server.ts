import { quickMethod } from '~/domain/quick-sign-off'
import { command } from './command.server'
import { authorizeAndOpenCell } from './open-cell.server'
import { quickNotYetInput } from './record-input.server'
import { recordSitting } from './record-sitting.server'

/** `N` on a cell: not yet, today. It always says what is missing, so it needs the note. */
export const quickNotYet = command({
  input: quickNotYetInput,
  async run(context, input) {
    const record = await authorizeAndOpenCell(context, input, 'record-assessment')
    const method = quickMethod(record.requirement.definition.methods)
    return recordSitting(context, record, {
      judgement: {
        verdicts: [],
        overall: 'not-yet',
        level: null,
        performedOn: context.today,
        note: input.note,
        methodKind: method?.kind ?? 'observed-task',
        methodId: method?.id ?? null,
        lateReason: '',
        lockReason: '',
        isAllAtOnce: false,
      },
    })
  },
})
