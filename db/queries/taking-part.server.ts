import { addDays, type CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Tx } from '../client.server'

type Organisation = { readonly organisationId: Id<'organisation'> }

/** Ends one candidacy with yesterday; one that began today was in force on no past day, so its row goes. */
export async function endCandidate(
  tx: Tx,
  key: Organisation & { readonly candidacyId: Id<'candidacy'> },
  today: CalendarDate,
): Promise<void> {
  await tx
    .deleteFrom('candidacy')
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.candidacyId)
    .where('from_on', '>=', today)
    .execute()
  await tx
    .updateTable('candidacy')
    .set({ to_on: addDays(today, -1) })
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.candidacyId)
    .execute()
}
