/** Demonstrations that are open, ended in "not yet", or were taken back. */
import { addDays, type CalendarDate } from '~/domain/calendar-date'
import type { Act } from './act'
import { attachEvidence } from './evidence-of-history.server'
import { returnReasons } from './history'
import type { Recording } from './recording.server'
import { sittingsOf, writeSitting } from './sitting.server'

/** Asking, beginning, missing, withdrawing. */
export function attemptsOf(recording: Recording) {
  const { loading, cell, requirement, sign, minute, versionAt, nextNumber, record, demonstration, requestedBy } =
    recording
  const { newId, moment } = loading

  function miss({ on, isAttempt }: { on: CalendarDate; isAttempt: boolean }): Act {
    const own = nextNumber()
    const at = moment(on, minute('miss'))
    const requestedAt = moment(addDays(on, -4), minute('asked'))
    const [sitting] = sittingsOf(loading, cell, {
      ...{ performedOn: on, level: requirement.rule.level, signers: sign.signers, at },
      verdict: 'not-yet',
    })
    if (!sitting) throw new Error('A verdict without a sitting')
    return {
      at,
      async write() {
        const made = await demonstration(
          {
            created_at: isAttempt ? requestedAt : at,
            requested_by: isAttempt ? requestedBy() : null,
            requested_at: isAttempt ? requestedAt : null,
            assessed_at: at,
            assessor_id: sitting.signer.personId,
            method_id: sitting.method.id,
            is_attempt: isAttempt ? 1 : 0,
          },
          { number: own },
        )
        const eventId = newId('ledger-event')
        const { facts } = await writeSitting(loading, cell, {
          ...{ sitting, demonstration: made, level: requirement.rule.level, evidence: [], eventId },
          version: versionAt(at)?.number ?? 1,
        })
        const { personId: actorId } = sitting.signer
        await record({
          id: eventId,
          kind: 'not-yet',
          level: null,
          actorId,
          occurredOn: on,
          recordedAt: at,
          isAttempt,
          details: facts,
        })
      },
    }
  }

  /** Something open: asked, on a set day, submitted, or returned. */
  function request(given: {
    on: CalendarDate
    scheduledFor?: CalendarDate
    isSubmitted?: boolean
    returnedOn?: CalendarDate
  }): Act {
    const own = nextNumber()
    const at = moment(given.on, minute('open'))
    return {
      at,
      async write() {
        const isAssigned = given.isSubmitted === true || given.scheduledFor !== undefined
        const made = await demonstration(
          {
            created_at: at,
            requested_by: requestedBy(),
            requested_at: at,
            scheduled_for: given.scheduledFor ?? null,
            submitted_at: given.isSubmitted ? moment(addDays(given.on, 1), minute('submitted')) : null,
            returned_at: given.returnedOn ? moment(given.returnedOn, minute('returned')) : null,
            return_reason: given.returnedOn ? (returnReasons[cell.qualification] ?? 'A photograph is missing') : null,
            assessor_id: isAssigned ? (sign.signers[0]?.personId ?? null) : null,
            is_chosen_by_person: isAssigned ? 1 : 0,
            note: given.isSubmitted ? 'Everything is in the link' : 'Whenever it suits, mornings are best',
          },
          { number: own },
        )
        if (given.isSubmitted) await attachEvidence(loading, cell, made)
      },
    }
  }

  /** Two sittings are needed and one has been. */
  function begin({ on }: { on: CalendarDate }): Act {
    const own = nextNumber()
    const at = moment(on, minute('begun'))
    const requestedAt = moment(addDays(on, -6), minute('asked'))
    const [sitting] = sittingsOf(loading, cell, {
      ...{ performedOn: on, level: requirement.rule.level, signers: sign.signers, at },
      verdict: 'continues',
    })
    if (!sitting) throw new Error('A beginning without a sitting')
    return {
      at,
      async write() {
        const made = await demonstration(
          {
            ...{ created_at: requestedAt, requested_at: requestedAt, requested_by: requestedBy() },
            ...{ continues_at: at, assessor_id: sitting.signer.personId, method_id: sitting.method.id },
          },
          { number: own },
        )
        const eventId = newId('ledger-event')
        const { facts } = await writeSitting(loading, cell, {
          ...{ sitting, demonstration: made, level: requirement.rule.level, evidence: [], eventId },
          version: versionAt(at)?.number ?? 1,
        })
        const { personId: actorId } = sitting.signer
        await record({ id: eventId, kind: 'continued', actorId, occurredOn: on, recordedAt: at, details: facts })
      },
    }
  }

  function withdraw({ on, withdrawnOn }: { on: CalendarDate; withdrawnOn: CalendarDate }): Act {
    const own = nextNumber()
    const requestedAt = moment(on, minute('asked'))
    const at = moment(withdrawnOn, minute('withdrawn'))
    return {
      at,
      async write() {
        const times = {
          created_at: requestedAt,
          requested_at: requestedAt,
          requested_by: requestedBy(),
          withdrawn_at: at,
        }
        const made = await demonstration(times, { number: own })
        const details = { demonstrationId: made.id }
        await record({ kind: 'withdrawn', actorId: requestedBy(), occurredOn: withdrawnOn, recordedAt: at, details })
      },
    }
  }

  return { miss, request, begin, withdraw }
}
