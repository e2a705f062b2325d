import type { Actor } from '~/domain/access'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Design, DesignRequirement } from '~/domain/design'
import { reviewDesign, type Finding } from '~/domain/design-review'
import type { Id } from '~/domain/ids'
import { readableDifference, withRevisions } from '~/domain/publish-plan'
import {
  countsFrom,
  readinessEffect,
  type PersonReadiness,
  type ReadinessEffect,
  type VersionDifference,
} from '~/domain/publishing'
import { versionContent } from '~/domain/version-content'
import type { Db } from '~db/client.server'
import { findSurroundings } from '~db/queries/design-surroundings.server'
import { findDesign } from '~db/queries/design.server'
import { findProgram, listTakingPart, type ProgramHead } from '~db/queries/program.server'
import {
  hashOfVersion,
  isThereAnotherDesigner,
  listDraftRevisions,
  listFactsForProgram,
  listProgramsUsing,
  readinessBy,
} from '~db/queries/publishing.server'
import { listLibrary } from '~db/queries/qualification.server'

type Revisions = ReadonlyMap<Id<'qualification'>, Pick<DesignRequirement, 'revisionId' | 'revision'>>

/** What publishing does to another program that asks for a changed qualification. */
export type OtherProgram = {
  readonly program: ProgramHead
  readonly qualificationIds: readonly Id<'qualification'>[]
  readonly readiness: ReadinessEffect
  readonly peopleCount: number
}

/** The whole effect of publishing a draft, worked out the same way for the page and inside the transaction. */
export type PublishEffect = {
  readonly program: ProgramHead
  readonly versionId: Id<'program-version'>
  readonly design: Design
  readonly before: Design | null
  /** Of what is frozen; if it is another one when publishing, somebody changed the draft meanwhile. */
  readonly contentHash: string
  readonly difference: VersionDifference
  readonly findings: readonly Finding[]
  readonly countsFrom: ReadonlyMap<Id<'qualification'>, CalendarDate | null>
  /** Figures of everybody who takes part, as they will be. */
  readonly people: readonly PersonReadiness[]
  readonly readiness: ReadinessEffect
  readonly revisions: Revisions
  readonly others: readonly OtherProgram[]
  readonly hasCritical: boolean
  readonly isBySecondPerson: boolean
  readonly isThereASecondPerson: boolean
}

/**
 * The effect of publishing (DESIGN 4.6), or null where there is no draft.
 * @throws NotFound
 */
export async function findPublishEffect(
  db: Db,
  of: { readonly actor: Actor; readonly programId: Id<'program'> },
  today: CalendarDate,
): Promise<PublishEffect | null> {
  const { actor, programId } = of
  const { organisationId } = actor
  const program = await findProgram(db, { organisationId, programId })
  if (!program.draft) return null
  const versionId = program.draft.id
  const design = await findDesign(db, { organisationId, versionId, program }, today)
  const before =
    program.published && (await findDesign(db, { organisationId, versionId: program.published.id, program }, today))
  const content = versionContent(design)
  const contentBefore = before && versionContent(before)
  const difference = readableDifference(contentBefore, content)
  const counting = countsFrom(contentBefore, content, today)
  const facts = await listFactsForProgram(db, { organisationId, program }, today)
  const people = readinessBy(withCounting(design, counting), facts, today)
  const participants = await listTakingPart(db, { organisationId, roleId: program.roleId }, today)
  const library = await listLibrary(db, { organisationId })
  const surroundings = await findSurroundings(db, { organisationId, design, participants, library }, today)
  const revisions = await changedRevisions(db, { organisationId, versionId, design })
  return {
    program,
    versionId,
    design,
    before,
    contentHash: hashOfVersion(content),
    difference,
    findings: reviewDesign(design, surroundings),
    countsFrom: counting,
    people,
    readiness: before ? readinessEffect(readinessBy(before, facts, today), people) : { gains: [], loses: [] },
    revisions,
    others: await otherPrograms(db, { organisationId, programId, revisions }, today),
    hasCritical: touchesCritical(design, before, difference),
    isBySecondPerson: !program.draft.writtenBy.includes(actor.personId),
    isThereASecondPerson: await isThereAnotherDesigner(db, { organisationId, personId: actor.personId }, today),
  }
}

/** The design with the day from which each requirement counts. */
function withCounting(design: Design, counting: PublishEffect['countsFrom']): Design {
  return {
    ...design,
    requirements: design.requirements.map((each) => ({
      ...each,
      countsFrom: counting.get(each.qualificationId) ?? null,
    })),
  }
}

async function changedRevisions(
  db: Db,
  of: {
    readonly organisationId: Id<'organisation'>
    readonly versionId: Id<'program-version'>
    readonly design: Design
  },
): Promise<Revisions> {
  const drafts = await listDraftRevisions(db, of)
  return new Map(
    drafts.flatMap(({ qualificationId, revisionId }) => {
      const requirement = of.design.requirements.find((each) => each.qualificationId === qualificationId)
      return requirement ? [[qualificationId, { revisionId, revision: requirement.revision }] as const] : []
    }),
  )
}

async function otherPrograms(
  db: Db,
  of: {
    readonly organisationId: Id<'organisation'>
    readonly programId: Id<'program'>
    readonly revisions: Revisions
  },
  today: CalendarDate,
): Promise<OtherProgram[]> {
  const { organisationId, programId, revisions } = of
  const qualificationIds = [...revisions.keys()]
  const others: OtherProgram[] = []
  for (const otherId of await listProgramsUsing(db, { organisationId, besides: programId, qualificationIds })) {
    const program = await findProgram(db, { organisationId, programId: otherId })
    if (!program.published) continue
    const before = await findDesign(db, { organisationId, versionId: program.published.id, program }, today)
    const after = withRevisions(before, revisions)
    const facts = await listFactsForProgram(db, { organisationId, program }, today)
    others.push({
      program,
      qualificationIds: qualificationIds.filter((id) =>
        before.requirements.some(({ qualificationId }) => qualificationId === id),
      ),
      readiness: readinessEffect(readinessBy(before, facts, today), readinessBy(after, facts, today)),
      peopleCount: facts.length,
    })
  }
  return others
}

/** Something critical is new, changed or taken away; what stays as it was has been through a second person already. */
function touchesCritical(design: Design, before: Design | null, difference: VersionDifference): boolean {
  const touched = new Set([
    ...difference.added,
    ...difference.removed,
    ...difference.changed.map(({ qualificationId }) => qualificationId),
  ])
  return [...design.requirements, ...(before?.requirements ?? [])].some(
    (each) => each.isCritical && touched.has(each.qualificationId),
  )
}
