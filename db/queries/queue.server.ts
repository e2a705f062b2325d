import type { Selectable } from 'kysely'
import type { Actor } from '~/domain/access'
import type { CalendarDate } from '~/domain/calendar-date'
import { canSign, type SignerFacts, type SignerPosition } from '~/domain/may-sign'
import type { Id } from '~/domain/ids'
import { reachedLevel, type Standing } from '~/domain/standing'
import type { MethodKind } from '~/domain/vocabulary'
import type { Db } from '../client.server'
import type { DemonstrationRow } from '../schema/record'
import { inForce } from './dated.server'
import { listPublishedPrograms, type PublishedProgram, type PublishedRequirement } from './published-program.server'
import { findSigningFacts, signerOf } from './signers.server'
import { standingRowOf } from './standing.server'
import { listMyPeople } from './visible-people.server'

type Person = Id<'person'>

/** An open demonstration with the names the list shows. */
export type QueuedDemonstration = Selectable<DemonstrationRow> & {
  readonly personName: string
  readonly methodKind: MethodKind | null
  readonly requirement: PublishedRequirement
}

/** What waits to be assessed, as one assessor may see it; each list oldest first. */
export interface Queue {
  readonly mine: readonly QueuedDemonstration[]
  /** Of my people, whoever has them. */
  readonly team: readonly QueuedDemonstration[]
  /** With nobody, and I may sign: "unassigned requests are seen by all allowed". */
  readonly unassigned: readonly QueuedDemonstration[]
  readonly myPeople: ReadonlySet<Person>
  readonly programs: readonly PublishedProgram[]
}

/**
 * The lists of one assessor. Rights are worked out for the assessor once and asked of every demonstration by the same
 * `canSign` that decides when it is signed, so that nothing is listed that could not be taken.
 */
export async function findQueue(db: Db, actor: Actor, today: CalendarDate): Promise<Queue> {
  const myPeople = actor.managesPeople ? await listMyPeople(db, actor, today) : new Set<Person>()
  const programs = await listPublishedPrograms(db, actor.organisationId)
  const position = await findPosition(db, actor, programs, today)
  const rows = await listOpen(db, actor, { myPeople, taken: signableElsewhere(programs, position) })
  const queued = rows.flatMap((row): QueuedDemonstration[] => {
    const program = programs.find((one) => one.programId === row.program_id)
    const requirement = program?.byQualification.get(row.qualification_id)
    return requirement ? [{ ...row, requirement }] : []
  })
  const unassigned: QueuedDemonstration[] = []
  for (const one of queued) {
    if (one.assessor_id === null && (await maySign(db, actor, one, { position, myPeople, today }))) unassigned.push(one)
  }
  return {
    mine: queued.filter((one) => one.assessor_id === actor.personId && one.person_id !== actor.personId),
    team: queued.filter((one) => myPeople.has(one.person_id)),
    unassigned,
    myPeople,
    programs,
  }
}

/**
 * How many wait for this person, the count beside To assess: given to them and not returned, and for managers also what
 * nobody has and they may take. For everybody else it is one count: whoever may sign by name or grant sees the rest there.
 * It stands on every page, so it reads only what waits, and no names.
 */
export async function countWaiting(db: Db, actor: Actor, today: CalendarDate): Promise<number> {
  const waiting = db
    .selectFrom('demonstration')
    .where('organisation_id', '=', actor.organisationId)
    .where('withdrawn_at', 'is', null)
    .where('assessed_at', 'is', null)
    .where('person_id', '<>', actor.personId)
    .where((eb) => eb.or([eb('returned_at', 'is', null), eb('submitted_at', '>', eb.ref('returned_at'))]))
  const given = await waiting
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('assessor_id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  if (!actor.managesPeople) return given.count
  const open = await waiting
    .select(['person_id', 'qualification_id', 'program_id'])
    .where('assessor_id', 'is', null)
    .execute()
  if (open.length === 0) return given.count
  const myPeople = await listMyPeople(db, actor, today)
  const programs = await listPublishedPrograms(db, actor.organisationId)
  const position = await findPosition(db, actor, programs, today)
  const known = { position, myPeople, today }
  const programOf = new Map(programs.map((program) => [program.programId, program]))
  // Unless holding it decides, or one stands in for the person, the right is the same for all of one's people, and the
  // same for all others: it is worked out once for each qualification.
  const decided = new Map<string, boolean>()
  let count = given.count
  for (const { person_id, program_id, qualification_id } of open) {
    const requirement = program_id && programOf.get(program_id)?.byQualification.get(qualification_id)
    if (!requirement) continue
    const isShared = !requirement.definition.assessment.mustHold && !position.people.includes(person_id)
    const key = isShared ? `${requirement.rule.requirementId} ${myPeople.has(person_id)}` : ''
    const may = decided.get(key) ?? (await maySign(db, actor, { person_id, requirement }, known))
    if (isShared) decided.set(key, may)
    if (may) count += 1
  }
  return count
}

/** Above so many people a list of ids is no longer a cheap question. */
const mostPeople = 400

/** The assessor and those they stand in for, each with what is theirs apart from managing. */
interface Position {
  readonly people: readonly Person[]
  /** Grants to sign, by person, for a qualification or the group of that name. */
  readonly grants: readonly {
    personId: Person
    id: Id<'grant'>
    qualificationId: string | null
    group: string | null
  }[]
  readonly standings: ReadonlyMap<string, Standing>
  readonly today: CalendarDate
}

async function findPosition(
  db: Db,
  actor: Actor,
  programs: readonly PublishedProgram[],
  today: CalendarDate,
): Promise<Position> {
  const { organisationId, personId } = actor
  const principals = await db
    .selectFrom('stand_in')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('stand_in_id', '=', personId)
    .where(inForce(today))
    .execute()
  const people = [personId, ...principals.map((row) => row.person_id)]
  const grants = await db
    .selectFrom('grant')
    .select(['person_id as personId', 'id', 'qualification_id as qualificationId', 'group_name as group'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'in', people)
    .where('kind', '=', 'may-sign')
    .where(inForce(today))
    .execute()
  const asksHolding = programs.some((program) =>
    program.requirements.some(({ definition: { assessment } }) => {
      return assessment.mustHold || assessment.assessorKinds.includes('holders')
    }),
  )
  const standings = asksHolding ? await listStandings(db, organisationId, people) : new Map<string, Standing>()
  return { people, grants, standings, today }
}

async function listStandings(
  db: Db,
  organisationId: Id<'organisation'>,
  people: readonly Person[],
): Promise<Map<string, Standing>> {
  const rows = await db
    .selectFrom('standing')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'in', people)
    .orderBy('level')
    .execute()
  const standings = new Map<string, Standing>()
  for (const row of rows) {
    const key = `${row.person_id} ${row.qualification_id}`
    standings.set(key, [...(standings.get(key) ?? []), standingRowOf(row)])
  }
  return standings
}

/** One person's place beside a requirement; whose manager they are is said by the caller. */
function positionOf(
  position: Position,
  personId: Person,
  requirement: PublishedRequirement,
  isManager: boolean,
): SignerPosition {
  const { rule, groupName } = requirement
  const grant = position.grants.find(
    (one) =>
      one.personId === personId &&
      (one.qualificationId === rule.qualificationId ||
        (one.qualificationId === null && one.group === groupName && groupName !== null)),
  )
  const standing = position.standings.get(`${personId} ${rule.qualificationId}`) ?? []
  return {
    personId,
    isManager,
    grantId: grant?.id ?? null,
    holdsUnexpired: reachedLevel(standing, position.today) >= rule.level,
    isOutsideReviewer: false,
  }
}

function signerFor(position: Position, requirement: PublishedRequirement, isManager: boolean): SignerFacts {
  const [self, ...principals] = position.people
  if (self === undefined) throw new Error('the assessor is always among them')
  return {
    // My people are also those of the people I stand in for, so the lent right of a manager is counted here.
    ...positionOf(position, self, requirement, isManager),
    standsInFor: principals.map((one) => positionOf(position, one, requirement, false)),
  }
}

/** Qualifications that could be signed for anybody, by name, grant or holding; by managing it depends on whose. */
function signableElsewhere(programs: readonly PublishedProgram[], position: Position): Id<'qualification'>[] {
  const subject = { personId: 'pers_nobody' as const, isHeldByAnybodyElse: false }
  const found = programs.flatMap((program) =>
    program.requirements.filter((requirement) => {
      return canSign(requirement.definition.assessment, signerFor(position, requirement, false), subject).ok
    }),
  )
  return [...new Set(found.map((requirement) => requirement.rule.qualificationId))]
}

async function maySign(
  db: Db,
  actor: Actor,
  one: Pick<QueuedDemonstration, 'person_id' | 'requirement'>,
  known: { position: Position; myPeople: ReadonlySet<Person>; today: CalendarDate },
): Promise<boolean> {
  const { assessment } = one.requirement.definition
  const signer = signerFor(known.position, one.requirement, known.myPeople.has(one.person_id))
  const decided = canSign(assessment, signer, { personId: one.person_id, isHeldByAnybodyElse: true })
  if (decided.ok || decided.problem.code !== 'must-hold' || signer.grantId === null) return decided.ok
  // A first assessor named by grant need not hold it while nobody does: rare, so asked only then.
  const { organisationId } = actor
  const facts = await findSigningFacts(
    db,
    { organisationId, subjectId: one.person_id, requirement: one.requirement },
    known.today,
  )
  return canSign(assessment, signerOf(facts, actor.personId), facts.subject).ok
}

/** Open demonstrations given to me, of my people, or with nobody for a qualification I may sign elsewhere. */
async function listOpen(
  db: Db,
  actor: Actor,
  of: { myPeople: ReadonlySet<Person>; taken: readonly Id<'qualification'>[] },
): Promise<Omit<QueuedDemonstration, 'requirement'>[]> {
  const people = [...of.myPeople]
  // With very many people everybody's are read, and who is not mine falls out afterwards.
  const isMany = people.length > mostPeople
  return db
    .selectFrom('demonstration')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'demonstration.organisation_id')
        .onRef('person.id', '=', 'demonstration.person_id'),
    )
    .leftJoin('method', (join) =>
      join
        .onRef('method.organisation_id', '=', 'demonstration.organisation_id')
        .onRef('method.id', '=', 'demonstration.method_id'),
    )
    .selectAll('demonstration')
    .select(['person.name as personName', 'method.kind as methodKind'])
    .where('demonstration.organisation_id', '=', actor.organisationId)
    .where('demonstration.withdrawn_at', 'is', null)
    .where('demonstration.assessed_at', 'is', null)
    .where('demonstration.person_id', '<>', actor.personId)
    .$if(!isMany, (query) =>
      query.where((eb) =>
        eb.or([
          eb('demonstration.assessor_id', '=', actor.personId),
          ...(people.length > 0 ? [eb('demonstration.person_id', 'in', people)] : []),
          ...(of.taken.length > 0
            ? [
                eb.and([
                  eb('demonstration.assessor_id', 'is', null),
                  eb('demonstration.qualification_id', 'in', of.taken),
                ]),
              ]
            : []),
        ]),
      ),
    )
    .orderBy('demonstration.created_at')
    .limit(mostListed)
    .execute()
}

/** A list longer than this is not read; the oldest come first, so nothing old is hidden. */
const mostListed = 500
