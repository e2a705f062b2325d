import { sql } from 'kysely'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { SignerFacts, SignerPosition, SigningSubject } from '~/domain/may-sign'
import { reachedLevel, type Standing } from '~/domain/standing'
import type { Db } from '../client.server'
import { inForce } from './dated.server'
import { standingRowOf } from './standing.server'
import type { PublishedRequirement } from './published-program.server'

type Organisation = Id<'organisation'>
type Person = Id<'person'>

/** Everybody who could have a right to sign one qualification for one person, and how each stands to it. */
export interface SigningFacts {
  readonly subject: SigningSubject
  /** By person. Includes people whose right `canSign` then denies, so ask it for each. */
  readonly signers: ReadonlyMap<Person, SignerFacts>
  /** Managers at any depth, leads of the person's teams, and who stands in for them: whose "my people" it is. */
  readonly managerIds: ReadonlySet<Person>
}

export interface SigningKey {
  readonly organisationId: Organisation
  readonly subjectId: Person
  readonly requirement: Pick<PublishedRequirement, 'rule' | 'groupName' | 'definition'>
}

/** Read at the moment of signing, inside the transaction, and by every page that offers the act (DESIGN 4.5). */
export async function findSigningFacts(db: Db, key: SigningKey, today: CalendarDate): Promise<SigningFacts> {
  const { organisationId, subjectId, requirement } = key
  const { assessment } = requirement.definition
  const managers = await listManagersAbove(db, organisationId, subjectId, today)
  const grants = await listSigningGrants(db, key, today)
  // Who holds it is asked only where the rule asks: in a large organisation these are thousands.
  const asksHolding = assessment.mustHold || assessment.assessorKinds.includes('holders')
  const holders = asksHolding ? await listHolders(db, organisationId, requirement.rule, today) : new Set<Person>()
  const principals = new Set<Person>([...managers, ...grants.keys()])
  for (const id of assessment.namedAssessorIds) principals.add(id as Person)
  if (assessment.assessorKinds.includes('holders')) for (const id of holders) principals.add(id)
  const standIns = await listStandIns(db, organisationId, [...principals], today)
  const known = await listActive(db, organisationId, [...principals, ...standIns.keys()], today)

  const positionOf = (personId: Person): SignerPosition => ({
    personId,
    isManager: managers.has(personId),
    grantId: grants.get(personId) ?? null,
    holdsUnexpired: holders.has(personId),
    isOutsideReviewer: false,
  })
  const signers = new Map<Person, SignerFacts>()
  for (const personId of known) {
    if (personId === subjectId) continue
    signers.set(personId, {
      ...positionOf(personId),
      standsInFor: (standIns.get(personId) ?? []).map(positionOf),
    })
  }
  const managerIds = new Set(managers)
  for (const [standIn, forWhom] of standIns) if (forWhom.some((id) => managers.has(id))) managerIds.add(standIn)
  managerIds.delete(subjectId)
  const isHeldByAnybodyElse = [...holders].some((id) => id !== subjectId)
  return { subject: { personId: subjectId, isHeldByAnybodyElse }, signers, managerIds }
}

/** How somebody with no right of their own stands to it, so that `canSign` can be asked of anybody. */
export function signerOf(facts: SigningFacts, personId: Person): SignerFacts {
  return (
    facts.signers.get(personId) ?? {
      personId,
      isManager: false,
      grantId: null,
      holdsUnexpired: false,
      isOutsideReviewer: false,
      standsInFor: [],
    }
  )
}

/** Managers of a person at any depth, and the leads of their teams; without stand-ins. */
export async function listManagersAbove(
  db: Db,
  organisationId: Organisation,
  personId: Person,
  today: CalendarDate,
): Promise<Set<Person>> {
  const { rows } = await sql<{ id: Person }>`
    with recursive manager (id) as (
      select manager_id from reporting_line where organisation_id = ${organisationId} and person_id = ${personId}
        and from_on <= ${today} and (to_on is null or to_on >= ${today})
      union
      select r.manager_id from manager cross join reporting_line r
        where r.person_id = manager.id and r.organisation_id = ${organisationId} and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})
    )
    select id from manager
    union
    select l.person_id as id from team_membership m join team_lead l
      on l.organisation_id = m.organisation_id and l.team_id = m.team_id
      where m.organisation_id = ${organisationId} and m.person_id = ${personId}
        and m.from_on <= ${today} and (m.to_on is null or m.to_on >= ${today})
        and l.from_on <= ${today} and (l.to_on is null or l.to_on >= ${today})`.execute(db)
  const ids = new Set(rows.map((row) => row.id))
  ids.delete(personId)
  return ids
}

/** True when the person is one of my people, by reporting, by a team I lead, or by standing in (DESIGN 4.1). */
export async function isMyPerson(
  db: Db,
  key: { organisationId: Organisation; managerId: Person; personId: Person },
  today: CalendarDate,
): Promise<boolean> {
  if (key.managerId === key.personId) return false
  const managers = await listManagersAbove(db, key.organisationId, key.personId, today)
  if (managers.has(key.managerId)) return true
  return (await listStandIns(db, key.organisationId, [...managers], today)).has(key.managerId)
}

async function listSigningGrants(db: Db, key: SigningKey, today: CalendarDate): Promise<Map<Person, Id<'grant'>>> {
  const { rule, groupName } = key.requirement
  const rows = await db
    .selectFrom('grant')
    .select(['person_id', 'id'])
    .where('organisation_id', '=', key.organisationId)
    .where('kind', '=', 'may-sign')
    .where((eb) => {
      const ofQualification = eb('qualification_id', '=', rule.qualificationId)
      if (groupName === null) return ofQualification
      return eb.or([ofQualification, eb.and([eb('qualification_id', 'is', null), eb('group_name', '=', groupName)])])
    })
    .where(inForce(today))
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.id]))
}

/** People who hold the level needed, unexpired and not on hold. */
async function listHolders(
  db: Db,
  organisationId: Organisation,
  rule: PublishedRequirement['rule'],
  today: CalendarDate,
): Promise<Set<Person>> {
  const rows = await db
    .selectFrom('standing')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('qualification_id', '=', rule.qualificationId)
    .where('proven_on', 'is not', null)
    .orderBy('person_id')
    .orderBy('level')
    .execute()
  const standings = new Map<Person, Standing[number][]>()
  for (const row of rows) {
    const known = standings.get(row.person_id)
    if (known) known.push(standingRowOf(row))
    else standings.set(row.person_id, [standingRowOf(row)])
  }
  const holders = new Set<Person>()
  for (const [personId, standing] of standings) {
    if (reachedLevel(standing, today) >= rule.level) holders.add(personId)
  }
  return holders
}

/** By stand-in, the people stood in for, among those given. */
async function listStandIns(
  db: Db,
  organisationId: Organisation,
  forWhom: readonly Person[],
  today: CalendarDate,
): Promise<Map<Person, Person[]>> {
  const standIns = new Map<Person, Person[]>()
  if (forWhom.length === 0) return standIns
  const rows = await db
    .selectFrom('stand_in')
    .select(['person_id', 'stand_in_id'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'in', forWhom)
    .where(inForce(today))
    .execute()
  for (const row of rows) standIns.set(row.stand_in_id, [...(standIns.get(row.stand_in_id) ?? []), row.person_id])
  return standIns
}

async function listActive(
  db: Db,
  organisationId: Organisation,
  ids: readonly Person[],
  today: CalendarDate,
): Promise<Person[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [...new Set(ids)])
    .where((eb) => eb.or([eb('leaves_on', 'is', null), eb('leaves_on', '>=', today)]))
    .execute()
  return rows.map((row) => row.id)
}
