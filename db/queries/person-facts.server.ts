import { sql, type ExpressionBuilder } from 'kysely'
import type { CalendarDate } from '~/domain/calendar-date'
import type { OpenDemonstration, PersonFacts } from '~/domain/cell'
import { demonstrationPhase, waitsFor, type DemonstrationFacts } from '~/domain/demonstration'
import type { Id } from '~/domain/ids'
import { noStanding, type Standing, type StandingRow } from '~/domain/standing'
import type { Db } from '../client.server'
import type { Schema } from '../schema'
import type { DemonstrationRow } from '../schema/record'
import { inForce } from './dated.server'
import type { Participant } from './participants.server'

/** The person's place in the program, and of which people facts are wanted. */
export interface FactsOf {
  readonly organisationId: Id<'organisation'>
  readonly programId: Id<'program'>
  readonly roleId: Id<'role'>
  readonly participants: readonly Participant[]
}

/** Above so many people, facts are read for the whole role at once rather than for a list of ids. */
const longestList = 400

/**
 * Everything the cells of these people are derived from, in five queries however many people: standings as one string a
 * person, because a thousand people have sixty thousand of them. In the order of `participants`.
 */
export async function listPersonFacts(db: Db, of: FactsOf, today: CalendarDate): Promise<PersonFacts[]> {
  if (of.participants.length === 0) return []
  const standings = await listStandings(db, of, today)
  const places = await listPlaces(db, of, today)
  const exemptions = await listExemptions(db, of, today)
  const open = await listOpenDemonstrations(db, of, today)
  const ticked = await listTicked(db, of, today)
  return of.participants.map(({ personId, participation, since, targetOn }) => ({
    personId,
    siteIds: places.get(personId)?.siteIds ?? [],
    teamIds: places.get(personId)?.teamIds ?? [],
    participation,
    since,
    targetOn,
    standings: standings.get(personId) ?? new Map<Id<'qualification'>, Standing>(),
    exemptions: exemptions.get(personId) ?? new Map(),
    openDemonstrations: open.get(personId) ?? new Map(),
    learning: ticked.get(personId) ?? new Set(),
  }))
}

type PersonTable = 'standing' | 'team_membership' | 'exemption' | 'demonstration' | 'tick'

/** `person_id in …`: a list while it is short, the role's people as a subquery when it is long. */
function whom<T extends PersonTable>(of: FactsOf, today: CalendarDate, table: T) {
  return (builder: ExpressionBuilder<Schema, T>) => {
    const eb = builder as unknown as ExpressionBuilder<Schema, 'standing'>
    const personId = `${table}.person_id` as 'standing.person_id'
    if (of.participants.length <= longestList) {
      return eb(
        personId,
        'in',
        of.participants.map((one) => one.personId),
      )
    }
    const members = (source: 'assignment' | 'candidacy') =>
      eb
        .selectFrom(source as 'assignment')
        .select('person_id')
        .where('organisation_id', '=', of.organisationId)
        .where('role_id', '=', of.roleId)
        .where(inForce(today))
    return eb.or([eb(personId, 'in', members('assignment')), eb(personId, 'in', members('candidacy'))])
  }
}

async function listStandings(
  db: Db,
  of: FactsOf,
  today: CalendarDate,
): Promise<Map<Id<'person'>, Map<Id<'qualification'>, Standing>>> {
  // One text a person: "qualification|level|proven|expires|imported|held|until|missed|misses|sequence", comma between.
  const one = sql<string>`string_agg(qualification_id || '|' || cast(level as text) || '|' || coalesce(proven_on, '')
    || '|' || coalesce(expires_on, '') || '|' || cast(is_imported as text) || '|' || cast(is_held as text) || '|'
    || coalesce(held_until, '') || '|' || coalesce(missed_on, '') || '|' || cast(misses as text) || '|'
    || cast(last_sequence as text), ',')`
  const rows = await db
    .selectFrom('standing')
    .select(['person_id', one.as('packed')])
    .where('organisation_id', '=', of.organisationId)
    .where(whom(of, today, 'standing'))
    .groupBy('person_id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, unpackStandings(row.packed)]))
}

function unpackStandings(packed: string): Map<Id<'qualification'>, Standing> {
  const standings = new Map<Id<'qualification'>, StandingRow[]>()
  for (const one of packed.split(',')) {
    const [id, level, proven, expires, imported, held, until, missed, misses, sequence] = one.split('|')
    const row: StandingRow = {
      level: Number(level),
      provenOn: (proven || null) as CalendarDate | null,
      expiresOn: (expires || null) as CalendarDate | null,
      isImported: imported === '1',
      isHeld: held === '1',
      heldUntil: (until || null) as CalendarDate | null,
      missedOn: (missed || null) as CalendarDate | null,
      misses: Number(misses),
      lastSequence: Number(sequence),
    }
    const known = standings.get(id as Id<'qualification'>)
    if (!known) standings.set(id as Id<'qualification'>, [row])
    else {
      known.push(row)
      known.sort((a, b) => a.level - b.level)
    }
  }
  return standings
}

type Places = { readonly siteIds: Id<'site'>[]; readonly teamIds: Id<'team'>[] }

async function listPlaces(db: Db, of: FactsOf, today: CalendarDate): Promise<Map<Id<'person'>, Places>> {
  const rows = await db
    .selectFrom('team_membership')
    .innerJoin('team', (join) =>
      join
        .onRef('team.organisation_id', '=', 'team_membership.organisation_id')
        .onRef('team.id', '=', 'team_membership.team_id'),
    )
    .select(['team_membership.person_id as personId', 'team.id as teamId', 'team.site_id as siteId'])
    .where('team_membership.organisation_id', '=', of.organisationId)
    .where(inForce(today, 'team_membership'))
    .where(whom(of, today, 'team_membership') as never)
    .orderBy('team_membership.is_main', 'desc')
    .execute()
  const places = new Map<Id<'person'>, Places>()
  for (const row of rows) {
    const known = places.get(row.personId) ?? { siteIds: [], teamIds: [] }
    places.set(row.personId, known)
    if (!known.teamIds.includes(row.teamId)) known.teamIds.push(row.teamId)
    if (row.siteId && !known.siteIds.includes(row.siteId)) known.siteIds.push(row.siteId)
  }
  return places
}

type Exemptions = Map<Id<'qualification'>, { until: CalendarDate | null }>

async function listExemptions(db: Db, of: FactsOf, today: CalendarDate): Promise<Map<Id<'person'>, Exemptions>> {
  const rows = await db
    .selectFrom('exemption')
    .select(['person_id', 'qualification_id', 'until_on'])
    .where('organisation_id', '=', of.organisationId)
    .where('program_id', '=', of.programId)
    .where('ended_on', 'is', null)
    .where('from_on', '<=', today)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', today)]))
    .where(whom(of, today, 'exemption'))
    .execute()
  const exemptions = new Map<Id<'person'>, Exemptions>()
  for (const row of rows) entryOf(exemptions, row.person_id).set(row.qualification_id, { until: row.until_on })
  return exemptions
}

async function listOpenDemonstrations(
  db: Db,
  of: FactsOf,
  today: CalendarDate,
): Promise<Map<Id<'person'>, Map<Id<'qualification'>, OpenDemonstration>>> {
  const rows = await db
    .selectFrom('demonstration')
    .selectAll()
    .where('organisation_id', '=', of.organisationId)
    .where('withdrawn_at', 'is', null)
    .where('assessed_at', 'is', null)
    .where(whom(of, today, 'demonstration'))
    .execute()
  const open = new Map<Id<'person'>, Map<Id<'qualification'>, OpenDemonstration>>()
  for (const row of rows) {
    const found = openDemonstrationOf(demonstrationFactsOf(row))
    if (found) entryOf(open, row.person_id).set(row.qualification_id, found)
  }
  return open
}

async function listTicked(
  db: Db,
  of: FactsOf,
  today: CalendarDate,
): Promise<Map<Id<'person'>, Set<Id<'qualification'>>>> {
  const rows = await db
    .selectFrom('tick')
    .select(['person_id', 'qualification_id'])
    .distinct()
    .where('organisation_id', '=', of.organisationId)
    .where('unticked_at', 'is', null)
    .where(whom(of, today, 'tick'))
    .execute()
  const ticked = new Map<Id<'person'>, Set<Id<'qualification'>>>()
  for (const row of rows) {
    const known = ticked.get(row.person_id)
    if (known) known.add(row.qualification_id)
    else ticked.set(row.person_id, new Set([row.qualification_id]))
  }
  return ticked
}

/** A stored demonstration in the words of the rules. */
export function demonstrationFactsOf(row: Omit<DemonstrationRow, 'organisation_id'>): DemonstrationFacts {
  return {
    personId: row.person_id,
    requestedById: row.requested_by,
    scheduledFor: row.scheduled_for,
    submittedAt: row.submitted_at,
    returnedAt: row.returned_at,
    withdrawnAt: row.withdrawn_at,
    assessedAt: row.assessed_at,
    continuesAt: row.continues_at,
    assessorId: row.assessor_id,
    isChosenByPerson: row.is_chosen_by_person === 1,
  }
}

/** What a cell shows of a demonstration; null once it is closed. */
export function openDemonstrationOf(facts: DemonstrationFacts): OpenDemonstration | null {
  const phase = demonstrationPhase(facts)
  const turn = waitsFor(facts)
  if (phase === 'assessed' || phase === 'withdrawn' || turn.who === 'nobody') return null
  return { phase, waitsFor: turn.who, assessorId: facts.assessorId }
}

/** The standing of one qualification among a person's facts. */
export function standingIn(facts: PersonFacts, qualificationId: Id<'qualification'>): Standing {
  return facts.standings.get(qualificationId) ?? noStanding
}

function entryOf<V>(
  byPerson: Map<Id<'person'>, Map<Id<'qualification'>, V>>,
  personId: Id<'person'>,
): Map<Id<'qualification'>, V> {
  const known = byPerson.get(personId) ?? new Map<Id<'qualification'>, V>()
  byPerson.set(personId, known)
  return known
}
