import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { CareerStep } from '~/domain/next-role'
import type { Db, Tx } from '../client.server'
import { inForce } from './dated.server'

type PersonKey = { readonly organisationId: Id<'organisation'>; readonly personId: Id<'person'> }

/** What decides which roles a person's path shows and where it leads. */
export interface RolesOfPerson {
  /** Every role of the organisation by title, with its published program where there is one. */
  readonly roles: readonly {
    readonly id: Id<'role'>
    readonly title: string
    readonly programId: Id<'program'> | null
  }[]
  /** Held today, the main one first. */
  readonly heldRoleIds: readonly Id<'role'>[]
  /** In force today, the one that began last first. */
  readonly candidacies: readonly {
    readonly id: Id<'candidacy'>
    readonly roleId: Id<'role'>
    readonly targetOn: CalendarDate | null
    readonly fromOn: CalendarDate
  }[]
  readonly careerSteps: readonly CareerStep[]
}

/** Roles held and worked towards by one person, and the career paths of the organisation. */
export async function findRolesOfPerson(db: Db | Tx, key: PersonKey, today: CalendarDate): Promise<RolesOfPerson> {
  const roles = await db
    .selectFrom('role')
    .leftJoin('program', (join) =>
      join
        .onRef('program.organisation_id', '=', 'role.organisation_id')
        .onRef('program.role_id', '=', 'role.id')
        .on('program.archived_at', 'is', null),
    )
    .leftJoin('program_version', (join) =>
      join
        .onRef('program_version.organisation_id', '=', 'program.organisation_id')
        .onRef('program_version.program_id', '=', 'program.id')
        .on('program_version.state', '=', 'published'),
    )
    .select(['role.id as id', 'role.title as title', 'program_version.program_id as programId'])
    .where('role.organisation_id', '=', key.organisationId)
    .orderBy('role.title')
    .orderBy('role.id')
    .execute()
  const held = await db
    .selectFrom('assignment')
    .select('role_id')
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where(inForce(today))
    .orderBy('is_main', 'desc')
    .orderBy('from_on')
    .execute()
  const careerSteps = await db
    .selectFrom('career_step')
    .select(['role_id as roleId', 'next_role_id as nextRoleId', 'position'])
    .where('organisation_id', '=', key.organisationId)
    .execute()
  return {
    roles,
    heldRoleIds: held.map((row) => row.role_id),
    candidacies: await listCandidacies(db, key, today),
    careerSteps,
  }
}

/** Candidacies of one person in force today, the one that began last first. */
export async function listCandidacies(
  db: Db | Tx,
  key: PersonKey,
  today: CalendarDate,
): Promise<RolesOfPerson['candidacies']> {
  return db
    .selectFrom('candidacy')
    .select(['id', 'role_id as roleId', 'target_on as targetOn', 'from_on as fromOn'])
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where(inForce(today))
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** What managers asked this person to show in one program, the nearest day first. */
export async function listAsks(db: Db, key: PersonKey & { programId: Id<'program'> }): Promise<Ask[]> {
  return db
    .selectFrom('ask')
    .innerJoin('person', (join) =>
      join.onRef('person.organisation_id', '=', 'ask.organisation_id').onRef('person.id', '=', 'ask.asked_by'),
    )
    .select([
      'ask.qualification_id as qualificationId',
      'ask.by_on as by',
      'ask.note as note',
      'person.name as askedBy',
    ])
    .where('ask.organisation_id', '=', key.organisationId)
    .where('ask.person_id', '=', key.personId)
    .where('ask.program_id', '=', key.programId)
    .where('ask.ended_at', 'is', null)
    .orderBy('ask.by_on')
    .execute()
}

export interface Ask {
  readonly qualificationId: Id<'qualification'>
  readonly by: CalendarDate
  readonly note: string
  readonly askedBy: string
}

/** Minutes of learning by qualification: its own processes, or the program's where it has none. */
export async function listEffort(
  db: Db,
  of: {
    organisationId: Id<'organisation'>
    programId: Id<'program'>
    qualificationIds: readonly Id<'qualification'>[]
  },
): Promise<Map<Id<'qualification'>, number>> {
  if (of.qualificationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('process')
    .select((eb) => ['qualification_id', eb.fn.sum<number>('effort_minutes').as('minutes')])
    .where('organisation_id', '=', of.organisationId)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('program_id', '=', of.programId), eb('qualification_id', 'in', of.qualificationIds)]))
    .groupBy('qualification_id')
    .execute()
  const minutes = new Map(rows.map((row) => [row.qualification_id, Number(row.minutes ?? 0)]))
  const ofProgram = minutes.get(null) ?? 0
  return new Map(of.qualificationIds.map((id) => [id, minutes.get(id) ?? ofProgram]))
}

/** Why open demonstrations were returned, by qualification. */
export async function findReturnReason(
  db: Db,
  key: PersonKey & { qualificationId: Id<'qualification'> },
): Promise<string | null> {
  const row = await db
    .selectFrom('demonstration')
    .select('return_reason')
    .where('organisation_id', '=', key.organisationId)
    .where('person_id', '=', key.personId)
    .where('qualification_id', '=', key.qualificationId)
    .where('withdrawn_at', 'is', null)
    .where('assessed_at', 'is', null)
    .executeTakeFirst()
  return row?.return_reason ?? null
}
