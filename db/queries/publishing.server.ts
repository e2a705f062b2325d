import { createHash } from 'node:crypto'
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import { deriveRow, type PersonFacts } from '~/domain/cell'
import { rulesOfDesign, type Design } from '~/domain/design'
import type { Id } from '~/domain/ids'
import type { PersonReadiness } from '~/domain/publishing'
import { readinessOf, scopeOf } from '~/domain/readiness'
import { canonicalDefinition, canonicalVersion, type VersionContent } from '~/domain/version-content'
import type { Db, Tx } from '../client.server'
import { toJson } from '../json'
import { inForce } from './dated.server'
import { listParticipants } from './participants.server'
import { listPersonFacts } from './person-facts.server'
import { defaultsOfVersion, type ProgramHead } from './program.server'

type Organisation = { readonly organisationId: Id<'organisation'> }

/** SHA-256, in hex, of what is frozen. */
export function hashOfVersion(content: VersionContent): string {
  return createHash('sha256').update(canonicalVersion(content)).digest('hex')
}

/** The qualifications of a version whose revision is still a draft: publishing makes these current. */
export async function listDraftRevisions(
  db: Db,
  key: Organisation & { readonly versionId: Id<'program-version'> },
): Promise<{ qualificationId: Id<'qualification'>; revisionId: Id<'revision'> }[]> {
  return db
    .selectFrom('requirement')
    .innerJoin('revision', (join) =>
      join
        .onRef('revision.organisation_id', '=', 'requirement.organisation_id')
        .onRef('revision.id', '=', 'requirement.revision_id'),
    )
    .select(['requirement.qualification_id as qualificationId', 'requirement.revision_id as revisionId'])
    .where('requirement.organisation_id', '=', key.organisationId)
    .where('requirement.program_version_id', '=', key.versionId)
    .where('revision.state', '=', 'draft')
    .orderBy('requirement.position')
    .execute()
}

/** Other published programs that ask for any of these qualifications. */
export async function listProgramsUsing(
  db: Db,
  key: Organisation & {
    readonly besides: Id<'program'>
    readonly qualificationIds: readonly Id<'qualification'>[]
  },
): Promise<Id<'program'>[]> {
  if (key.qualificationIds.length === 0) return []
  const rows = await db
    .selectFrom('requirement')
    .innerJoin('program_version', (join) =>
      join
        .onRef('program_version.organisation_id', '=', 'requirement.organisation_id')
        .onRef('program_version.id', '=', 'requirement.program_version_id'),
    )
    .select('program_version.program_id as programId')
    .distinct()
    .where('requirement.organisation_id', '=', key.organisationId)
    .where('program_version.state', '=', 'published')
    .where('program_version.program_id', '!=', key.besides)
    .where('requirement.qualification_id', 'in', key.qualificationIds)
    .orderBy('program_version.program_id')
    .execute()
  return rows.map(({ programId }) => programId)
}

/** Another person has the right to publish: what is critical then needs them. */
export async function isThereAnotherDesigner(
  db: Db,
  key: Organisation & { readonly personId: Id<'person'> },
  today: CalendarDate,
): Promise<boolean> {
  const row = await db
    .selectFrom('grant')
    .innerJoin('person', (join) =>
      join.onRef('person.organisation_id', '=', 'grant.organisation_id').onRef('person.id', '=', 'grant.person_id'),
    )
    .select('grant.id')
    .where('grant.organisation_id', '=', key.organisationId)
    .where('grant.kind', '=', 'designer')
    .where('grant.person_id', '!=', key.personId)
    .where(inForce(today, 'grant'))
    .where('person.account_id', 'is not', null)
    .where((eb) => eb.or([eb('person.leaves_on', 'is', null), eb('person.leaves_on', '>=', today)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Everybody who takes part, with the facts their cells are derived from. */
export async function listFactsForProgram(
  db: Db,
  of: Organisation & { readonly program: ProgramHead },
  today: CalendarDate,
): Promise<{ readonly name: string; readonly facts: PersonFacts }[]> {
  const { organisationId, program } = of
  const key = { organisationId, roleId: program.roleId, programId: program.programId }
  const participants = await listParticipants(db, key, today)
  const facts = await listPersonFacts(db, { ...key, participants }, today)
  const names = new Map(participants.map((each) => [each.personId, each.name]))
  return facts.map((each) => ({ name: names.get(each.personId) ?? '', facts: each }))
}

/** The figure each person has by a design, for the effect of publishing. */
export function readinessBy(
  design: Design,
  people: readonly { readonly name: string; readonly facts: PersonFacts }[],
  today: CalendarDate,
): PersonReadiness[] {
  const rules = rulesOfDesign(design)
  return people.map(({ name, facts }) => ({
    personId: facts.personId,
    name,
    readiness: readinessOf(rules, deriveRow(rules, facts, today), scopeOf(facts.participation)),
  }))
}

/** Makes the drafts of qualifications current and what was current superseded; other drafts follow to the new one. */
export async function publishRevision(
  tx: Tx,
  key: Organisation & { readonly qualificationId: Id<'qualification'>; readonly revisionId: Id<'revision'> },
  made: { readonly at: Instant; readonly definition: Parameters<typeof canonicalDefinition>[0] },
): Promise<void> {
  const { organisationId, qualificationId, revisionId } = key
  const content_hash = createHash('sha256').update(canonicalDefinition(made.definition)).digest('hex')
  await tx
    .updateTable('revision')
    .set({ state: 'superseded' })
    .where('organisation_id', '=', organisationId)
    .where('qualification_id', '=', qualificationId)
    .where('state', '=', 'current')
    .execute()
  await tx
    .updateTable('revision')
    .set({ state: 'current', published_at: made.at, content_hash })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', revisionId)
    .where('state', '=', 'draft')
    .execute()
  const drafts = await tx
    .selectFrom('program_version')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'draft')
    .execute()
  const versionIds = drafts.map(({ id }) => id)
  await updateRevisionIn(tx, { organisationId, qualificationId, versionIds }, revisionId)
}

/** Lets versions that are being written or made ask for another revision of a qualification. */
export async function updateRevisionIn(
  tx: Tx,
  key: Organisation & {
    readonly qualificationId: Id<'qualification'>
    readonly versionIds: readonly Id<'program-version'>[]
  },
  revisionId: Id<'revision'>,
): Promise<void> {
  if (key.versionIds.length === 0) return
  await tx
    .updateTable('requirement')
    .set({ revision_id: revisionId })
    .where('organisation_id', '=', key.organisationId)
    .where('qualification_id', '=', key.qualificationId)
    .where('program_version_id', 'in', key.versionIds)
    .execute()
}

/** The day a requirement begins to count for those who take part already. */
export async function updateCountsFrom(
  tx: Tx,
  key: Organisation & {
    readonly versionId: Id<'program-version'>
    readonly qualificationId: Id<'qualification'>
  },
  countsFrom: CalendarDate | null,
): Promise<void> {
  await tx
    .updateTable('requirement')
    .set({ counts_from: countsFrom })
    .where('organisation_id', '=', key.organisationId)
    .where('program_version_id', '=', key.versionId)
    .where('qualification_id', '=', key.qualificationId)
    .execute()
}

/**
 * Freezes a draft: the earlier version is superseded, this one carries its hash, and its defaults become those of the
 * program. Answers false when it was not a draft any more, so that publishing twice has one effect.
 */
export async function publishVersionRow(
  tx: Tx,
  key: Organisation & { readonly program: ProgramHead; readonly versionId: Id<'program-version'> },
  made: {
    readonly at: Instant
    readonly by: Id<'person'>
    readonly contentHash: string
    readonly isWithoutSecondPerson: boolean
    /** A version made for another program in the same transaction is not its draft, which stays. */
    readonly from?: 'draft' | 'superseded'
  },
): Promise<boolean> {
  const { organisationId, program, versionId } = key
  const defaults = defaultsOfVersion(program, versionId)
  await tx
    .updateTable('program_version')
    .set({ state: 'superseded' })
    .where('organisation_id', '=', organisationId)
    .where('program_id', '=', program.programId)
    .where('state', '=', 'published')
    .execute()
  const published = await tx
    .updateTable('program_version')
    .set({
      state: 'published',
      published_at: made.at,
      published_by: made.by,
      content_hash: made.contentHash,
      is_without_second_person: made.isWithoutSecondPerson ? 1 : 0,
      defaults: toJson(defaults),
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', versionId)
    .where('state', '=', made.from ?? 'draft')
    .returning('id')
    .executeTakeFirst()
  if (!published) return false
  await tx
    .updateTable('program')
    .set((eb) => ({ defaults: toJson(defaults), version: eb('version', '+', 1) }))
    .where('organisation_id', '=', organisationId)
    .where('id', '=', program.programId)
    .execute()
  return true
}

/** Gives a draft a higher number, so that a version published before it can have the one in between. */
export async function renumberDraft(
  tx: Tx,
  key: Organisation & { readonly versionId: Id<'program-version'> },
  number: number,
): Promise<void> {
  await tx
    .updateTable('program_version')
    .set({ number })
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.versionId)
    .execute()
}
