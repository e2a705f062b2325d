/** Acts by which somebody comes to hold something. */
import { addDays, laterOf, type CalendarDate, type Instant } from '~/domain/calendar-date'
import type { Act } from './act'
import { chance } from './cell-of-history'
import type { Story } from './cell-story.server'
import { attachEvidence } from './evidence-of-history.server'
import { expiryOf, type Proof } from './plan-dates'
import type { Recording } from './recording.server'
import { sittingsOf, writeSitting } from './sitting.server'

type SignOff = Proof & { level?: number; isRenewal?: boolean; isRequested?: boolean; isUnrecorded?: boolean }

/** Signing off, recognising, bringing in. */
export function provingsOf(recording: Recording) {
  const {
    loading,
    cell,
    requirement,
    sign,
    beganOn,
    minute,
    versionAt,
    nextNumber,
    record,
    demonstration,
    requestedBy,
  } = recording
  const { organisationId, idOf, newId, moment } = loading

  function signOff(given: SignOff): Story {
    if (given.isUnrecorded) return recognise(given)
    const level = given.level ?? 1
    const isRequested = given.isRequested ?? chance(`${cell.person.key} ${cell.qualification} asked`, 5) < 2
    const sittings = sittingsOf(loading, cell, { performedOn: given.performedOn, level, signers: sign.signers })
    const last = sittings.at(-1)
    if (!last) throw new Error('A sign-off without a sitting')
    const own = nextNumber()
    const eventId = newId('ledger-event')
    const requestedAt = moment(addDays(sittings[0]?.performedOn ?? given.performedOn, -5), minute('request'))
    const demonstrationId = newId('demonstration')
    // One act per sitting, each at its own time. The first opens the demonstration, as it stands at the end of them.
    const acts = sittings.map((sitting, index): Act => {
      const isLast = sitting === last
      return {
        at: sitting.at,
        async write() {
          const opened = { created_at: isRequested ? requestedAt : (sittings[0]?.at ?? last.at) }
          const made = { id: demonstrationId, organisation_id: organisationId, ...opened }
          if (index === 0) {
            await demonstration(
              {
                ...made,
                requested_by: isRequested ? requestedBy() : null,
                requested_at: isRequested ? requestedAt : null,
                assessed_at: last.at,
                continues_at: sittings.length > 1 ? sitting.at : null,
                assessor_id: last.signer.personId,
                method_id: last.method.id,
              },
              { number: own, level },
            )
          }
          const evidence = sitting.method.evidenceRequired === '' ? [] : [await attachEvidence(loading, cell, made)]
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
        },
      }
    })
    return { acts, proven: { on: given.performedOn, at: last.at, eventId, actorId: last.signer.personId } }
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

  return { signOff, recognise, bringIn, signOffAndUndo }
}
