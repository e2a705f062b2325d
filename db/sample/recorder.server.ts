/** Writes what happened in one cell the way the product's own commands do: rows, event and standing together. */
import type { Insertable } from 'kysely'
import { addDays, laterOf, type CalendarDate, type Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { ExemptionReason } from '~/domain/vocabulary'
import { insertDemonstration } from '../queries/demonstration.server'
import type { NewLedgerEvent } from '../queries/ledger.server'
import { recordOnStanding } from '../queries/standing.server'
import type { DemonstrationRow } from '../schema/record'
import type { Act } from './act'
import { attachEvidence } from './evidence-of-history.server'
import { chance, type Cell } from './cell-of-history'
import type { Story } from './cell-story.server'
import { returnReasons } from './history'
import { insertRows, type Loading } from './loading.server'
import type { Proof } from './plan-dates'
import { expiryOf } from './plan-dates'
import { signatory } from './signatory'
import { sittingsOf, writeSitting } from './sitting.server'

export type Recorder = ReturnType<typeof recorderOf>

type SignOff = Proof & { level?: number; isRenewal?: boolean; isRequested?: boolean; isUnrecorded?: boolean }

/** What can be recorded of one person and qualification. */
export function recorderOf(loading: Loading, cell: Cell) {
  const { tx, organisationId, idOf, newId, moment } = loading
  const { requirement, program, versions } = cell
  const personId = idOf('person', cell.person.key)
  const qualificationId = requirement.rule.qualificationId
  const sign = signatory(loading, cell)
  const beganOn = laterOf(addDays(versions[0]?.publishedOn ?? loading.today, 1), loading.day(-cell.person.since))
  let number = 0

  /** Minutes of the working day, so that the yard does not sign everything at once. */
  const minute = (what: string) => 20 + chance(`${cell.person.key} ${cell.qualification} ${what}`, 480)
  const versionAt = (at: Instant) => versions.findLast((each) => each.publishedAt <= at) ?? versions[0]

  async function record(
    event: Pick<NewLedgerEvent, 'kind' | 'occurredOn' | 'recordedAt' | 'actorId'> & Partial<Omit<NewLedgerEvent, 'personId' | 'qualificationId'>>,
  ): Promise<void> {
    const version = versionAt(event.recordedAt)
    await recordOnStanding(tx, {
      organisationId,
      id: newId('ledger-event'),
      personId,
      qualificationId,
      programId: program.programId,
      programVersionId: version?.versionId ?? null,
      contentHash: version?.contentHash ?? null,
      ...event,
    })
  }

  type Times = Partial<Insertable<DemonstrationRow>> & { created_at: Instant }
  function demonstration(times: Times, own: { number: number; level?: number }) {
    return insertDemonstration(tx, {
      id: newId('demonstration'),
      organisation_id: organisationId,
      person_id: personId,
      qualification_id: qualificationId,
      program_id: program.programId,
      number: own.number,
      level: own.level ?? requirement.rule.level,
      ...times,
    })
  }

  /** Who asks: the person, or the manager for somebody who cannot sign in. */
  const requestedBy = () => (cell.person.email === null ? sign.managerId : personId)

  function signOff(given: SignOff): Story {
    if (given.isUnrecorded) return recognise(given)
    const level = given.level ?? 1
    const isRequested = given.isRequested ?? chance(`${cell.person.key} ${cell.qualification} asked`, 5) < 2
    const sittings = sittingsOf(loading, cell, { performedOn: given.performedOn, level, signers: sign.signers })
    const last = sittings.at(-1)
    if (!last) throw new Error('A sign-off without a sitting')
    const own = (number += 1)
    const eventId = newId('ledger-event')
    const requestedAt = moment(addDays(sittings[0]?.performedOn ?? given.performedOn, -5), minute('request'))
    const act: Act = {
      at: last.at,
      async write() {
        const made = await demonstration(
          {
            created_at: isRequested ? requestedAt : (sittings[0]?.at ?? last.at),
            requested_by: isRequested ? requestedBy() : null,
            requested_at: isRequested ? requestedAt : null,
            assessed_at: last.at,
            continues_at: sittings.length > 1 ? (sittings[0]?.at ?? null) : null,
            assessor_id: last.signer.personId,
            method_id: last.method.id,
          },
          { number: own, level },
        )
        const evidence = last.method.evidenceRequired === '' ? [] : [await attachEvidence(loading, cell, made)]
        for (const sitting of sittings) {
          const isLast = sitting === last
          const details = await writeSitting(loading, cell, {
            ...{ sitting, demonstration: made, level, evidence, version: versionAt(sitting.at)?.number ?? 1 },
            eventId: isLast ? eventId : newId('ledger-event'),
          })
          await record({
            id: details.eventId,
            kind: isLast ? (given.isRenewal ? 'renewed' : 'mastered') : 'continued',
            level,
            actorId: sitting.signer.personId,
            occurredOn: sitting.performedOn,
            recordedAt: sitting.at,
            expiresOn: isLast ? given.expiresOn : null,
            grantId: sitting.signer.grantId,
            details: details.facts,
          })
        }
      },
    }
    return { acts: [act], proven: { on: given.performedOn, at: last.at, eventId, actorId: last.signer.personId } }
  }

  /** Shown before the record began: recognised by the one who would have signed. */
  function recognise(given: SignOff): Story {
    const recordedOn = laterOf(addDays(beganOn, chance(cell.person.key, 9)), addDays(given.performedOn, 1))
    const at = moment(recordedOn, minute(`recognised ${given.level ?? 1}`))
    const eventId = newId('ledger-event')
    const actorId = sign.managerId
    const reason = 'From the paper file, seen by the lead'
    const { performedOn: occurredOn, expiresOn } = given
    const write = () =>
      record({
        id: eventId,
        kind: 'recognised',
        level: given.level ?? 1,
        actorId,
        occurredOn,
        recordedAt: at,
        expiresOn,
        reason,
      })
    return { acts: [{ at, write }], proven: { on: occurredOn, at, eventId, actorId } }
  }

  function bringIn(given: Proof & { recordedOn: CalendarDate; confirmedOn: CalendarDate | null }): Story {
    const at = moment(given.recordedOn, minute('imported'))
    const eventId = newId('ledger-event')
    const actorId = idOf('person', cell.person.key === 'tomas' ? 'ingrid' : 'tomas')
    const { performedOn: occurredOn, expiresOn, confirmedOn } = given
    const acts: Act[] = [
      {
        at,
        write: () =>
          record({
            id: eventId,
            kind: 'imported',
            level: 1,
            actorId,
            occurredOn,
            recordedAt: at,
            expiresOn,
            reason: 'List of the agency and the old sheet',
          }),
      },
    ]
    if (confirmedOn) {
      const confirmedAt = moment(confirmedOn, minute('confirmed'))
      acts.push({
        at: confirmedAt,
        write: () =>
          record({
            kind: 'confirmed',
            level: 1,
            actorId: sign.managerId,
            occurredOn: confirmedOn,
            recordedAt: confirmedAt,
          }),
      })
    }
    return { acts, proven: { on: occurredOn, at, eventId, actorId } }
  }

  function miss({ on, isAttempt }: { on: CalendarDate; isAttempt: boolean }): Act {
    const own = (number += 1)
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
    const own = (number += 1)
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
    const own = (number += 1)
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
    const own = (number += 1)
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

  /** The wrong row, noticed six minutes later. */
  function signOffAndUndo({ on }: { on: CalendarDate }): Act[] {
    const expiresOn = expiryOf(requirement.definition.validity, on, null) ?? null
    const story = signOff({ performedOn: on, expiresOn, isRequested: false })
    if (!story.proven) throw new Error('A sign-off that proves nothing')
    const { at: signedAt, eventId, actorId } = story.proven
    const at = new Date(Date.parse(signedAt) + 6 * 60_000).toISOString() as Instant
    const write = () =>
      record({ kind: 'voided', actorId, occurredOn: on, recordedAt: at, voidsEventId: eventId, reason: null })
    return [...story.acts, { at, write }]
  }

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

  return { beganOn, signOff, recognise, bringIn, miss, request, begin, withdraw, signOffAndUndo, hold, exempt, tick }
}
