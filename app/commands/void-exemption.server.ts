import type { Id } from '~/domain/ids'
import { endExemption, resumeExemption } from '~db/queries/exemption.server'
import type { RecordedEvent } from '~db/queries/recorded-event.server'
import type { CommandContext } from './command.server'

/** A voided `exempted` ends the exemption it granted; a voided `unexempted` brings it back. */
export async function voidExemption({ tx, actor, today }: CommandContext, event: RecordedEvent): Promise<void> {
  const { exemptionId } = event.details
  if (!exemptionId) return
  const exemption = { organisation_id: actor.organisationId, id: exemptionId as Id<'exemption'> }
  if (event.kind === 'exempted') await endExemption(tx, exemption, today)
  if (event.kind === 'unexempted') await resumeExemption(tx, exemption)
}
