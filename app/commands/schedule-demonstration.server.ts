import { can } from '~/domain/access'
import { decideSchedule } from '~/domain/demonstration'
import { ok } from '~/domain/result'
import { demonstrationFactsOf } from '~db/queries/person-facts.server'
import { updateDemonstration } from '~db/queries/demonstration.server'
import { authorizeOnCell, relationTo } from './cell-rights.server'
import { command } from './command.server'
import { noteChange, openDemonstration } from './open-cell.server'
import { scheduleInput } from './record-input.server'

/** Sets the day of showing it: by the person, whoever manages them, or the assessor. */
export const scheduleDemonstration = command({
  input: scheduleInput,
  async run(context, input) {
    const record = await openDemonstration(context, input.demonstrationId)
    const mayRequest = can(context.actor, 'request-demonstration', relationTo(record, context.actor)).allowed
    if (!mayRequest) authorizeOnCell(record, context.actor, 'record-assessment')
    const decided = decideSchedule(demonstrationFactsOf(record.demonstration), input.on, context.today)
    if (!decided.ok) return decided
    await updateDemonstration(context.tx, record.demonstration, { scheduled_for: input.on })
    await noteChange(context, record.key, 'scheduled')
    return ok({ demonstrationId: record.demonstration.id })
  },
})
