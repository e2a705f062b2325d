import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db } from '~db/client.server'
import { listParticipants, type Participant } from '~db/queries/participants.server'
import type { PublishedProgram } from '~db/queries/published-program.server'

/** Whoever looks at their own path. */
export interface Who {
  readonly organisationId: Id<'organisation'>
  readonly personId: Id<'person'>
  readonly name: string
}

/**
 * The person's place in a program as the tracker has it. For a role ahead that nobody has chosen yet it is as if they
 * began working towards it today, so that everybody sees what a role asks before choosing it (DESIGN 4.1).
 */
export async function participantOf(
  db: Db,
  who: Who,
  program: PublishedProgram,
  today: CalendarDate,
): Promise<{ participant: Participant; isTakingPart: boolean }> {
  const { organisationId, personId, name } = who
  const targetDays = program.settings.targetDays ?? null
  const of = { organisationId, roleId: program.roleId, targetDays, personIds: [personId] }
  const [known] = await listParticipants(db, of, today)
  if (known) return { participant: known, isTakingPart: true }
  return {
    participant: { personId, name, participation: 'candidate', since: today, targetOn: null },
    isTakingPart: false,
  }
}
