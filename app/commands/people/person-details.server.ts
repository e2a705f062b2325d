import type { Id } from '~/domain/ids'
import { refused, type Problem, type Refused } from '~/domain/result'
import type { Db } from '~db/client.server'
import { findHolderOf, type PersonDetails } from '~db/queries/person.server'

export type DetailsProblem = Problem<
  'staff-number-taken' | 'person-email-taken' | 'employer-missing' | 'ends-before-start'
>

/** What is wrong with somebody's details as a whole, or null; staff number and address are one person's each. */
export async function detailsProblem(
  db: Db,
  organisationId: Id<'organisation'>,
  details: PersonDetails,
  except: Id<'person'> | null,
): Promise<Refused<DetailsProblem> | null> {
  const { staffNumber, email, employment, employer, employmentEndsOn, startsOn } = details
  if ((employment === 'contractor' || employment === 'agency') && !employer) return refused('employer-missing')
  if (employmentEndsOn && employmentEndsOn < startsOn) return refused('ends-before-start')
  if (staffNumber) {
    const by = await findHolderOf(db, organisationId, { staffNumber }, except)
    if (by) return refused('staff-number-taken', { by })
  }
  if (email) {
    const by = await findHolderOf(db, organisationId, { email }, except)
    if (by) return refused('person-email-taken', { by })
  }
  return null
}
