import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { ok } from '~/domain/result'
import { lockPerson } from '~db/queries/cell-record.server'
import { recordChanges } from '~db/queries/change.server'
import { isMyPerson } from '~db/queries/signers.server'
import { insertTick, isProcessOf, untick } from '~db/queries/tick.server'
import { authorize, command, type CommandContext } from './command.server'
import { tickInput } from './record-input.server'

type Ticked = { processId: Id<'process'>; qualificationId: Id<'qualification'>; personId?: Id<'person'> | undefined }

/** Ticks off a way of learning: guidance that shows as "learning", never a condition of mastery (DESIGN 1.2). */
export const tickProcess = command({
  input: tickInput,
  async run(context, input) {
    const { tx, actor, now, today, newId } = context
    const personId = await openPerson(context, input)
    const isNew = await insertTick(tx, {
      id: newId('tick'),
      organisation_id: actor.organisationId,
      person_id: personId,
      process_id: input.processId,
      qualification_id: input.qualificationId,
      ticked_on: today,
      ticked_at: now,
      unticked_at: null,
    })
    if (isNew) await noteTick(context, personId, input, 'ticked')
    return ok(null)
  },
})

/** Takes a tick back. */
export const untickProcess = command({
  input: tickInput,
  async run(context, input) {
    const personId = await openPerson(context, input)
    const { processId, qualificationId } = input
    const key = { organisationId: context.actor.organisationId, personId, processId, qualificationId }
    if (await untick(context.tx, key, context.now)) await noteTick(context, personId, input, 'unticked')
    return ok(null)
  },
})

async function openPerson({ tx, actor, today }: CommandContext, input: Ticked): Promise<Id<'person'>> {
  const { organisationId } = actor
  const personId = input.personId ?? actor.personId
  await lockPerson(tx, organisationId, personId)
  authorize(actor, 'tick-process', {
    isSelf: personId === actor.personId,
    isMyPerson: await isMyPerson(tx, { organisationId, managerId: actor.personId, personId }, today),
  })
  const { processId, qualificationId } = input
  if (!(await isProcessOf(tx, { organisationId, processId, qualificationId }))) throw new NotFound()
  return personId
}

async function noteTick({ tx, actor, now }: CommandContext, personId: Id<'person'>, input: Ticked, kind: string) {
  const by = { organisationId: actor.organisationId, actorId: actor.personId, at: now }
  await recordChanges(tx, by, [{ kind, personId, qualificationId: input.qualificationId }])
}
