import type { Actor } from '~/domain/access'
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { Db } from '../client.server'
import { inForce } from './dated.server'

/** Who is signed in, and where. */
export interface SignedIn {
  readonly sessionId: string
  readonly accountId: Id<'account'>
  readonly personId: Id<'person'>
  readonly personName: string
  readonly organisation: {
    readonly id: Id<'organisation'>
    readonly name: string
    readonly timeZone: string
    readonly isSample: boolean
  }
  readonly startsAt: Instant
  readonly seenAt: Instant
  readonly expiresAt: Instant
  readonly leavesOn: CalendarDate | null
}

/**
 * The session whose token has this SHA-256, with its person and organisation; null when there is none.
 * The token itself is stored nowhere (SECURITY D8).
 */
export async function findSignedIn(db: Db, tokenSha256: string): Promise<SignedIn | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.account_id', 'session.account_id')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select([
      'session.id as sessionId',
      'session.account_id as accountId',
      'session.created_at as startsAt',
      'session.updated_at as seenAt',
      'session.expires_at as expiresAt',
      'person.id as personId',
      'person.name as personName',
      'person.leaves_on as leavesOn',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
      'organisation.time_zone as timeZone',
      'organisation.is_sample as isSample',
    ])
    .where('session.token', '=', tokenSha256)
    .executeTakeFirst()
  if (!row) return null
  return {
    sessionId: row.sessionId,
    accountId: row.accountId,
    personId: row.personId,
    personName: row.personName,
    organisation: {
      id: row.organisationId,
      name: row.organisationName,
      timeZone: row.timeZone,
      isSample: row.isSample === 1,
    },
    startsAt: instantText(row.startsAt),
    seenAt: instantText(row.seenAt),
    expiresAt: instantText(row.expiresAt),
    leavesOn: row.leavesOn,
  }
}

/** The person as an actor, with the rights in force on `today`. Read for every request, inside the write's transaction. */
export async function findActor(
  db: Db,
  who: { organisationId: Id<'organisation'>; personId: Id<'person'>; accountId: Id<'account'> | null },
  today: CalendarDate,
): Promise<Actor> {
  const grants = await db
    .selectFrom('grant')
    .select('kind')
    .where('organisation_id', '=', who.organisationId)
    .where('person_id', '=', who.personId)
    .where(inForce(today))
    .execute()
  const kinds = new Set(grants.map((grant) => grant.kind))
  return {
    organisationId: who.organisationId,
    personId: who.personId,
    accountId: who.accountId,
    isAdministrator: kinds.has('administrator'),
    isDesigner: kinds.has('designer'),
    isAuditor: kinds.has('auditor'),
    managesPeople: await hasPeople(db, who.organisationId, who.personId, today),
  }
}

async function hasPeople(
  db: Db,
  organisationId: Id<'organisation'>,
  personId: Id<'person'>,
  today: CalendarDate,
): Promise<boolean> {
  const report = db
    .selectFrom('reporting_line')
    .select('person_id as id')
    .where('organisation_id', '=', organisationId)
    .where('manager_id', '=', personId)
    .where(inForce(today))
  const led = db
    .selectFrom('team_lead')
    .select('team_id as id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where(inForce(today))
  const stoodInFor = db
    .selectFrom('stand_in')
    .select('person_id as id')
    .where('organisation_id', '=', organisationId)
    .where('stand_in_id', '=', personId)
    .where(inForce(today))
  const found = await report
    .unionAll(led as never)
    .unionAll(stoodInFor as never)
    .limit(1)
    .execute()
  return found.length > 0
}

/** The sign-in library's tables carry real timestamps on PostgreSQL and ISO text on SQLite. */
function instantText(value: Instant | Date): Instant {
  return (value instanceof Date ? value.toISOString() : value) as Instant
}
