import { createHash } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { AssessmentRuleOverrides, StoredProgramDefaults, TrackerSettings } from '~/domain/settings'
import type { Tx } from '~db/client.server'
import { recordChanges } from '~db/queries/change.server'
import { toJson } from '~db/json'
import type { MethodRow, RequirementRow, RevisionRow } from '~db/schema/design'
import type { World } from './world'

/** One qualification of the bakery's program, as a test wants it; everything else is plain. */
export interface Asked {
  readonly requirement?: Partial<Insertable<RequirementRow>>
  readonly revision?: Partial<Insertable<RevisionRow>>
  readonly rule?: AssessmentRuleOverrides
  readonly methods?: readonly Partial<Insertable<MethodRow>>[]
  /** Names of qualifications to be met first. */
  readonly needs?: readonly string[]
  readonly criteria?: readonly { text: string; isRequired?: boolean; level?: number }[]
}

export interface Bakery {
  readonly roleId: Id<'role'>
  readonly programId: Id<'program'>
  readonly versionId: Id<'program-version'>
  /** By the name it was asked for with. */
  readonly qualification: (name: string) => Id<'qualification'>
  readonly criteria: (name: string) => readonly Id<'criterion'>[]
  readonly method: (name: string) => Id<'method'>
}

const longAgo: CalendarDate = '2020-01-01'

/** A published program for the role Baker; qualifications come in the order given. */
export async function aBakery(
  world: World,
  asked: Readonly<Record<string, Asked>>,
  settings: { defaults?: StoredProgramDefaults; tracker?: TrackerSettings; title?: string } = {},
): Promise<Bakery> {
  const { organisationId, newId, now } = world
  const own = { organisation_id: organisationId }
  const roleId = newId('role')
  const programId = newId('program')
  const versionId = newId('program-version')
  const made = new Map<
    string,
    { id: Id<'qualification'>; req: Id<'requirement'>; criteria: Id<'criterion'>[]; methods: Id<'method'>[] }
  >()
  await world.write(async (tx) => {
    const author = await anAuthor(tx, world)
    await tx
      .insertInto('role')
      .values({
        ...own,
        id: roleId,
        title: settings.title ?? 'Baker',
        former_titles: toJson<string[]>([]),
        purpose: '',
        family: '',
        level: '',
        version: 1,
        created_at: now,
      })
      .execute()
    await tx
      .insertInto('program')
      .values({
        ...own,
        id: programId,
        role_id: roleId,
        defaults: toJson<StoredProgramDefaults>(settings.defaults ?? {}),
        tracker_settings: toJson<TrackerSettings>(settings.tracker ?? {}),
        version: 1,
        created_by: author,
        created_at: now,
        archived_at: null,
      })
      .execute()
    await tx
      .insertInto('program_version')
      .values({
        ...own,
        id: versionId,
        program_id: programId,
        number: 1,
        state: 'published',
        version: 1,
        created_at: now,
        published_at: '2021-01-01T08:00:00.000Z',
        published_by: author,
        content_hash: createHash('sha256').update(versionId).digest('hex'),
        is_without_second_person: 0,
      })
      .execute()
    let position = 0
    for (const [name, wish] of Object.entries(asked)) {
      made.set(name, await addQualification(tx, world, { name, wish, versionId, position: (position += 1) }))
    }
    for (const [name, wish] of Object.entries(asked)) {
      for (const needed of wish.needs ?? []) {
        const requirement_id = made.get(name)?.req as Id<'requirement'>
        const needs_requirement_id = made.get(needed)?.req as Id<'requirement'>
        await tx
          .insertInto('prerequisite')
          .values({ ...own, requirement_id, needs_requirement_id })
          .execute()
      }
    }
    await recordChanges(tx, { organisationId, actorId: null, at: now }, [{ kind: 'published', programId }])
  })
  const found = (name: string) => {
    const one = made.get(name)
    if (!one) throw new Error(`The bakery asks for nothing called ${name}`)
    return one
  }
  return {
    roleId,
    programId,
    versionId,
    qualification: (name) => found(name).id,
    criteria: (name) => found(name).criteria,
    method: (name) => found(name).methods[0] as Id<'method'>,
  }
}

/** Gives somebody the bakery's role, or makes them a candidate for it. */
export async function takePart(
  world: World,
  bakery: Pick<Bakery, 'roleId'>,
  personId: Id<'person'>,
  as: { candidate?: boolean; since?: CalendarDate; targetOn?: CalendarDate } = {},
): Promise<void> {
  const row = {
    organisation_id: world.organisationId,
    person_id: personId,
    role_id: bakery.roleId,
    from_on: as.since ?? longAgo,
    to_on: null,
  }
  await world.write(async (tx) => {
    if (as.candidate) {
      await tx
        .insertInto('candidacy')
        .values({ ...row, id: world.newId('candidacy'), target_on: as.targetOn ?? null })
        .execute()
    } else {
      await tx
        .insertInto('assignment')
        .values({ ...row, id: world.newId('assignment'), is_main: 1 })
        .execute()
    }
  })
}

async function anAuthor(tx: Tx, world: World): Promise<Id<'person'>> {
  const id = world.newId('person')
  await tx
    .insertInto('person')
    .values({
      id,
      organisation_id: world.organisationId,
      name: 'Ada Author',
      staff_number: null,
      email: null,
      employment: 'employee',
      employer: null,
      employment_ends_on: null,
      starts_on: longAgo,
      leaves_on: null,
      account_id: null,
      version: 1,
      created_at: world.now,
    })
    .execute()
  return id
}

async function addQualification(
  tx: Tx,
  world: World,
  of: { name: string; wish: Asked; versionId: Id<'program-version'>; position: number },
) {
  const { organisationId, newId, now } = world
  const { name, wish, versionId, position } = of
  const own = { organisation_id: organisationId }
  const id = newId('qualification')
  const revisionId = newId('revision')
  await tx
    .insertInto('qualification')
    .values({
      ...own,
      id,
      name,
      former_names: toJson<string[]>([]),
      kind: 'skill',
      is_catalogue: 0,
      archived_at: null,
      created_at: now,
      version: 1,
    })
    .execute()
  await tx
    .insertInto('revision')
    .values({
      ...own,
      id: revisionId,
      qualification_id: id,
      number: 1,
      state: 'current',
      statement: `Does ${name} alone`,
      scope: 'Three doughs',
      accuracy: 'No waste',
      time_limit: '30 minutes',
      amount: '',
      period: '',
      confirmed_by: '',
      occasions: null,
      observers: null,
      level_labels: toJson<string[]>([]),
      validity_kind: null,
      validity_months: null,
      repeat_months: null,
      fixed_day: null,
      renewal_window_days: null,
      lighter_renewal: '',
      assessment_rule: toJson<AssessmentRuleOverrides>(wish.rule ?? {}),
      version: 1,
      created_at: now,
      published_at: now,
      content_hash: null,
      ...wish.revision,
    })
    .execute()
  const criteria: Id<'criterion'>[] = []
  for (const one of wish.criteria ?? [{ text: 'Weighs to the gram' }, { text: 'Cleans the table' }]) {
    const criterionId = newId('criterion')
    criteria.push(criterionId)
    await tx
      .insertInto('criterion')
      .values({
        ...own,
        id: criterionId,
        revision_id: revisionId,
        level: one.level ?? 1,
        position: criteria.length,
        text: one.text,
        is_required: one.isRequired === false ? 0 : 1,
      })
      .execute()
  }
  const methods: Id<'method'>[] = []
  for (const one of wish.methods ?? [{}]) {
    const methodId = newId('method')
    methods.push(methodId)
    await tx
      .insertInto('method')
      .values({
        ...own,
        id: methodId,
        revision_id: revisionId,
        position: methods.length,
        kind: 'observed-task',
        instructions: '',
        evidence_required: '',
        accommodations: '',
        all_of_group: null,
        ...one,
      })
      .execute()
  }
  const req = newId('requirement')
  await tx
    .insertInto('requirement')
    .values({
      ...own,
      id: req,
      program_version_id: versionId,
      qualification_id: id,
      revision_id: revisionId,
      position,
      level: 1,
      need: 'in-role',
      within_days: null,
      class: 'must',
      requirement_group_id: null,
      is_critical: 0,
      counts_from: null,
      version: 1,
      ...wish.requirement,
    })
    .execute()
  return { id, req, criteria, methods }
}
