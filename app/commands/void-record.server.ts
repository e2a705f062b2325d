import { can, type Action } from '~/domain/access'
import type { Id } from '~/domain/ids'
import { Forbidden, NotFound } from '~/domain/refusals'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import { decideVoid } from '~/domain/voiding'
import { lockPerson } from '~db/queries/cell-record.server'
import { recordChanges } from '~db/queries/change.server'
import { reopenAfterVoid } from '~db/queries/demonstration-void.server'
import { appendToLedger } from '~db/queries/ledger.server'
import { findRecordedEvent, type RecordedEvent } from '~db/queries/recorded-event.server'
import { recordOnStanding } from '~db/queries/standing.server'
import { isMyPerson } from '~db/queries/signers.server'
import { command, type CommandContext } from './command.server'
import { voidCompletions } from './record-completions.server'
import { undoInput, voidInput } from './record-input.server'
import { voidExemption } from './void-exemption.server'

interface Voided {
  readonly eventId: Id<'ledger-event'>
  readonly personId: Id<'person'>
  readonly qualificationId: Id<'qualification'> | null
}

/** Takes a record back with a reason: a further event names it, nothing is erased (DESIGN 4.1). */
export const voidRecord = command({
  input: voidInput,
  run: (context, input) => voidEvent(context, input.eventId, input.reason, false),
})

/** Undo: the signer within ten minutes, no reason asked. */
export const undoRecord = command({
  input: undoInput,
  run: (context, input) => voidEvent(context, input.eventId, '', true),
})

async function voidEvent(
  context: CommandContext,
  eventId: Id<'ledger-event'>,
  reason: string,
  isUndo: boolean,
): Promise<Result<Voided, Problem>> {
  const { tx, actor, now, today, newId } = context
  const { organisationId } = actor
  const event = await findRecordedEvent(tx, organisationId, eventId)
  const { personId, qualificationId } = event
  if (personId === null) throw new NotFound()
  await lockPerson(tx, organisationId, personId)
  await authorizeVoid(context, event, personId)
  const decided = decideVoid(await findRecordedEvent(tx, organisationId, eventId), {
    actorId: actor.personId,
    now,
    reason,
  })
  if (!decided.ok) {
    const isTooLate = isUndo && decided.problem.code === 'reason-missing'
    return isTooLate ? refused('undo-too-late') : decided
  }

  const voidId = newId('ledger-event')
  const voiding = {
    organisationId,
    id: voidId,
    kind: 'voided' as const,
    personId,
    programId: event.programId,
    level: event.level,
    actorId: actor.personId,
    occurredOn: today,
    recordedAt: now,
    voidsEventId: eventId,
    reason: decided.value.reason,
    programVersionId: event.programVersionId,
    contentHash: event.contentHash,
  }
  if (qualificationId === null) await appendToLedger(tx, voiding)
  else await recordOnStanding(tx, { ...voiding, qualificationId })
  await reopenAfterVoid(tx, organisationId, eventId, now)
  await voidExemption(context, event)
  await recordChanges(tx, { organisationId, actorId: actor.personId, at: now }, [
    { kind: 'voided', personId, qualificationId, programId: event.programId },
  ])
  if (qualificationId)
    await voidCompletions(context, { organisationId, personId, qualificationId, causeEventId: eventId })
  return ok({ eventId: voidId, personId, qualificationId })
}

const actionOf: Partial<Record<RecordedEvent['kind'], Action>> = {
  held: 'hold',
  released: 'release',
  exempted: 'end-exemption',
  unexempted: 'exempt',
}

/** Who may do the act may take it back; a signature is the signer's, the manager's, or a designer's to revoke. */
async function authorizeVoid({ tx, actor, today }: CommandContext, event: RecordedEvent, personId: Id<'person'>) {
  const access = can(actor, actionOf[event.kind] ?? 'revoke-sign-off', {
    isSelf: personId === actor.personId,
    isMyPerson: await isMyPerson(
      tx,
      { organisationId: actor.organisationId, managerId: actor.personId, personId },
      today,
    ),
    isOwnAct: event.actorId === actor.personId,
    isAssigned: event.actorId === actor.personId,
  })
  if (access.allowed) return
  if (!access.isVisible) throw new NotFound()
  throw new Forbidden(access.code)
}
