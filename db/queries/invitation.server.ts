import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db, Tx } from '../client.server'

/** An invitation with the person it is for. Its token is stored as SHA-256 only and shown once. */
export interface Invitation {
  readonly id: Id<'invitation'>
  readonly organisationId: Id<'organisation'>
  readonly organisationName: string
  readonly timeZone: string
  readonly personId: Id<'person'>
  readonly personName: string
  readonly email: string | null
  readonly accountId: Id<'account'> | null
  readonly leavesOn: CalendarDate | null
  readonly expiresAt: Instant
  readonly acceptedAt: Instant | null
  readonly revokedAt: Instant | null
}

export async function insertInvitation(
  tx: Tx,
  invitation: {
    id: Id<'invitation'>
    organisationId: Id<'organisation'>
    personId: Id<'person'>
    tokenSha256: string
    createdBy: Id<'person'>
    createdAt: Instant
    expiresAt: Instant
  },
): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({
      id: invitation.id,
      organisation_id: invitation.organisationId,
      person_id: invitation.personId,
      token_sha256: invitation.tokenSha256,
      created_by: invitation.createdBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
      accepted_at: null,
      revoked_at: null,
    })
    .execute()
}

/** The invitation whose token has this SHA-256, whatever its state; null when there is none. */
export async function findInvitationByToken(db: Db, tokenSha256: string): Promise<Invitation | null> {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.id', 'invitation.organisation_id')
    .innerJoin('person', (join) =>
      join
        .onRef('person.id', '=', 'invitation.person_id')
        .onRef('person.organisation_id', '=', 'invitation.organisation_id'),
    )
    .select([
      'invitation.id as id',
      'invitation.organisation_id as organisationId',
      'organisation.name as organisationName',
      'organisation.time_zone as timeZone',
      'person.id as personId',
      'person.name as personName',
      'person.email as email',
      'person.account_id as accountId',
      'person.leaves_on as leavesOn',
      'invitation.expires_at as expiresAt',
      'invitation.accepted_at as acceptedAt',
      'invitation.revoked_at as revokedAt',
    ])
    .where('invitation.token_sha256', '=', tokenSha256)
    .executeTakeFirst()
  return row ?? null
}

/** Marks an invitation as used, unless it was used or withdrawn meanwhile; answers whether it was. */
export async function acceptInvitationRow(tx: Tx, id: Id<'invitation'>, now: Instant): Promise<boolean> {
  const row = await tx
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Withdraws every open invitation of a person, or only those made by anybody else than `exceptBy`; answers how many
 * there were.
 */
export async function revokeInvitations(
  tx: Tx,
  key: { organisationId: Id<'organisation'>; personId: Id<'person'> },
  now: Instant,
  { exceptBy }: { exceptBy?: Id<'person'> } = {},
): Promise<number> {
  const rows = await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .$if(exceptBy !== undefined, (query) => query.where('created_by', '<>', exceptBy as Id<'person'>))
    .returning('id')
    .execute()
  return rows.length
}

/** The open invitation of a person, or null: not used, not withdrawn, not past its end. */
export async function findOpenInvitation(
  db: Db,
  key: { organisationId: Id<'organisation'>; personId: Id<'person'> },
  now: Instant,
): Promise<{ createdAt: Instant; expiresAt: Instant } | null> {
  const row = await db
    .selectFrom('invitation')
    .select(['created_at', 'expires_at'])
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { createdAt: row.created_at, expiresAt: row.expires_at } : null
}
