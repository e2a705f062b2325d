import { z } from 'zod'
import { dateInZone, type Instant } from '~/domain/calendar-date'
import type { Id, NewId } from '~/domain/ids'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import type { Tx } from '~db/client.server'
import { insertAccount, isEmailTaken } from '~db/queries/account.server'
import { insertGrant } from '~db/queries/grant.server'
import { appendToLedger } from '~db/queries/ledger.server'
import { hasOwnOrganisation, insertOrganisation } from '~db/queries/organisation.server'
import { insertPerson } from '~db/queries/person.server'
import { emailField, nameField, passwordField, timeZoneField } from './fields'

export const createOrganisationInput = z.object({
  organisation: nameField,
  timeZone: timeZoneField,
  name: nameField,
  email: emailField,
  password: passwordField,
})

export type CreateOrganisationProblem = Problem<'organisation-exists' | 'email-taken'>

/**
 * The first run: an organisation whose creator is its first person, administrator and designer (DESIGN section 2).
 * Nobody is signed in yet, so there is no actor; it is open only while there is no organisation but samples, which is
 * read inside the transaction.
 */
export async function createOrganisation(
  { tx, now, newId }: { tx: Tx; now: Instant; newId: NewId },
  input: {
    organisationId: Id<'organisation'>
    organisation: string
    timeZone: string
    account: { id: Id<'account'>; name: string; email: string; passwordHash: string }
  },
): Promise<Result<Id<'account'>, CreateOrganisationProblem>> {
  if (await hasOwnOrganisation(tx)) return refused('organisation-exists')
  if (await isEmailTaken(tx, input.account.email)) return refused('email-taken')
  const { organisationId, account } = input
  const personId = newId('person')
  const today = dateInZone(now, input.timeZone)
  const name = input.organisation
  await insertOrganisation(tx, { id: organisationId, name, timeZone: input.timeZone, isSample: false, createdAt: now })
  await insertAccount(tx, { ...account, at: now })
  await insertPerson(tx, {
    id: personId,
    organisationId,
    name: account.name,
    staffNumber: null,
    email: account.email,
    employment: 'employee',
    employer: null,
    employmentEndsOn: null,
    startsOn: today,
    accountId: account.id,
    createdAt: now,
  })
  for (const kind of ['administrator', 'designer'] as const) {
    const grantId = newId('grant')
    const reason = 'Created the organisation'
    await insertGrant(tx, {
      id: grantId,
      organisationId,
      personId,
      kind,
      qualificationId: null,
      groupName: null,
      fromOn: today,
      toOn: null,
      grantedBy: null,
      reason,
      grantedAt: now,
    })
    await appendToLedger(tx, {
      organisationId,
      id: newId('ledger-event'),
      kind: 'granted',
      personId,
      actorId: null,
      occurredOn: today,
      recordedAt: now,
      reason,
      grantId,
      details: { right: kind },
    })
  }
  return ok(account.id)
}
