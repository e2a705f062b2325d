/** What else changes a cell: a hold, an exemption, something ticked off. */
import type { CalendarDate } from '~/domain/calendar-date'
import type { ExemptionReason } from '~/domain/vocabulary'
import type { Act } from './act'
import { insertRows } from './loading.server'
import type { Recording } from './recording.server'

/** Holding, exempting, ticking. */
export function markingsOf(recording: Recording) {
  const { loading, cell, program, personId, qualificationId, sign, minute, record } = recording
  const { tx, organisationId, idOf, newId, moment } = loading

  function hold({ on, until, reason }: { on: CalendarDate; until: CalendarDate | null; reason: string }): Act {
    const at = moment(on, minute('held'))
    const write = () =>
      record({ kind: 'held', actorId: sign.managerId, occurredOn: on, recordedAt: at, heldUntil: until, reason })
    return { at, write }
  }

  function exempt(given: { on: CalendarDate; until: CalendarDate | null; reason: ExemptionReason; note: string }): Act {
    const at = moment(given.on, minute('exempt'))
    return {
      at,
      async write() {
        const id = newId('exemption')
        await insertRows(tx, 'exemption', [
          {
            ...{ id, organisation_id: organisationId, person_id: personId, program_id: program.programId },
            ...{ qualification_id: qualificationId, reason: given.reason, note: given.note },
            ...{ from_on: given.on, until_on: given.until, ended_on: null, granted_by: sign.managerId },
          },
        ])
        const details = { exemptionId: id, note: given.note, ...(given.until ? { until: given.until } : {}) }
        const { on: occurredOn, reason } = given
        await record({ kind: 'exempted', actorId: sign.managerId, occurredOn, recordedAt: at, reason, details })
      },
    }
  }

  function tick({ on }: { on: CalendarDate }): Act {
    const at = moment(on, minute('tick'))
    return {
      at,
      write: () =>
        insertRows(tx, 'tick', [
          {
            ...{ id: newId('tick'), organisation_id: organisationId, person_id: personId },
            ...{ process_id: idOf('process', `${cell.qualification} 0`), qualification_id: qualificationId },
            ...{ ticked_on: on, ticked_at: at, unticked_at: null },
          },
        ]),
    }
  }

  return { hold, exempt, tick }
}
