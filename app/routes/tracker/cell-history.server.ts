import { can } from '~/domain/access'
import type { Id } from '~/domain/ids'
import { touchesStanding, type LedgerEvent } from '~/domain/ledger'
import { undoTimeLeft, voidableKinds } from '~/domain/voiding'
import { relationTo } from '~/commands/cell-rights.server'
import type { PageContext } from '~/server/guard.server'
import { listAssessments, type KeptAssessment } from '~db/queries/assessment.server'
import { listCellEvents, type CellRecord } from '~db/queries/cell-record.server'
import { listPersonNames } from '~db/queries/person-names.server'
import type { HistoryEntry } from './cell-page.server'

/** History of one cell, newest first: every event with the sitting behind it, and who took back what. */
export async function cellHistory(context: PageContext, record: CellRecord): Promise<HistoryEntry[]> {
  const { db, actor } = context
  const { organisationId, programId } = record.key
  const all = await listCellEvents(db, record.key)
  const assessments = await listAssessments(db, record.key)
  const names = await listPersonNames(db, organisationId, [
    ...all.flatMap((event) => (event.actorId ? [event.actorId] : [])),
    ...assessments.map(({ row }) => row.assessor_id),
  ])
  const nameOf = (id: Id<'person'>) => ({ id, name: names.get(id) ?? '' })
  const voids = new Map(all.flatMap((event) => (event.voidsEventId ? [[event.voidsEventId, event] as const] : [])))
  const relation = relationTo(record, actor)
  const behind = new Map(assessments.flatMap((one) => (one.row.event_id ? [[one.row.event_id, one] as const] : [])))

  const ofEvents = all
    // An exemption belongs to one program; what somebody has mastered belongs to all.
    .filter((event) => event.kind !== 'voided' && (touchesStanding(event.kind) || event.programId === programId))
    .map((event): HistoryEntry => {
      const voiding = voids.get(event.id)
      return {
        eventId: event.id,
        kind: event.kind,
        level: event.level,
        actor: event.actorId && nameOf(event.actorId),
        occurredOn: event.occurredOn,
        recordedAt: event.recordedAt,
        expiresOn: event.expiresOn,
        heldUntil: event.heldUntil,
        reason: event.reason,
        voided: voiding
          ? {
              by: voiding.actorId ? nameOf(voiding.actorId).name : '',
              at: voiding.recordedAt,
              reason: voiding.reason,
            }
          : null,
        assessment: assessmentView(behind.get(event.id)),
        may: voiding ? null : mayTakeBack(context, event, relation),
      }
    })
  const withoutEvent = assessments
    .filter(({ row }) => row.event_id === null)
    .map((one): HistoryEntry => ({
      eventId: null,
      kind: 'continued',
      level: one.row.level,
      actor: nameOf(one.row.assessor_id),
      occurredOn: one.row.performed_on,
      recordedAt: one.row.signed_at,
      expiresOn: null,
      heldUntil: null,
      reason: null,
      voided: null,
      assessment: assessmentView(one),
      may: null,
    }))
  return [...ofEvents.toReversed(), ...withoutEvent].sort((a, b) =>
    a.recordedAt < b.recordedAt ? 1 : a.recordedAt > b.recordedAt ? -1 : 0,
  )
}

function mayTakeBack(
  { actor, now }: PageContext,
  event: LedgerEvent,
  relation: ReturnType<typeof relationTo>,
): HistoryEntry['may'] {
  if (!voidableKinds.includes(event.kind)) return null
  const isOwnAct = event.actorId === actor.personId
  if (!can(actor, 'revoke-sign-off', { ...relation, isOwnAct }).allowed) return null
  return isOwnAct && undoTimeLeft(event.recordedAt, now) > 0 ? 'undo' : 'void'
}

function assessmentView(kept: KeptAssessment | undefined): HistoryEntry['assessment'] {
  if (!kept) return null
  const { row, criteria } = kept
  return {
    verdict: row.verdict,
    note: row.note,
    methodKind: row.method_kind,
    isAllAtOnce: row.is_all_at_once === 1,
    isGap: row.is_gap === 1,
    lockReason: row.lock_reason,
    lateReason: row.late_reason,
    signedText: row.signed_text,
    criteria,
  }
}
