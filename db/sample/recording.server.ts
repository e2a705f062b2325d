/** What every act about one cell needs: who and what it is about, and how a row and an event are written. */
import type { Insertable } from 'kysely'
import { addDays, laterOf, type Instant } from '~/domain/calendar-date'
import { insertDemonstration } from '../queries/demonstration.server'
import type { NewLedgerEvent } from '../queries/ledger.server'
import { recordOnStanding } from '../queries/standing.server'
import type { DemonstrationRow } from '../schema/record'
import { chance, type Cell } from './cell-of-history'
import type { Loading } from './loading.server'
import { signatory } from './signatory'

export type Recording = ReturnType<typeof recordingOf>

/** Begins to record about one cell. */
export function recordingOf(loading: Loading, cell: Cell) {
  const { tx, organisationId, idOf, newId } = loading
  const { requirement, program, versions } = cell
  const personId = idOf('person', cell.person.key)
  const qualificationId = requirement.rule.qualificationId
  const sign = signatory(loading, cell)
  const beganOn = laterOf(addDays(versions[0]?.publishedOn ?? loading.today, 1), loading.day(-cell.person.since))
  let number = 0
  const nextNumber = () => (number += 1)

  /** Minutes of the working day, so that the yard does not sign everything at once. */
  const minute = (what: string) => 20 + chance(`${cell.person.key} ${cell.qualification} ${what}`, 480)
  const versionAt = (at: Instant) => versions.findLast((each) => each.publishedAt <= at) ?? versions[0]

  async function record(
    event: Pick<NewLedgerEvent, 'kind' | 'occurredOn' | 'recordedAt' | 'actorId'> &
      Partial<Omit<NewLedgerEvent, 'personId' | 'qualificationId'>>,
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

  return {
    ...{ loading, cell, requirement, program, personId, qualificationId, sign, beganOn },
    ...{ minute, versionAt, nextNumber, record, demonstration, requestedBy },
  }
}
