/**
 * What is frozen and hashed when a version is published (DESIGN 4.1): duties, requirements (level, class, order of
 * learning, where it applies), and per qualification steps 3 to 5, with everything inherited already in it. Steps 6 to 8,
 * map positions and titles stay live, so they are not part of it: renaming a qualification changes no version.
 * Rows are copied into each draft, so nothing refers to a row's id but the qualification, people, places and criteria.
 */
import { effectiveRevision, type EffectiveRevision } from './assessment-rule'
import type { CalendarDate } from './calendar-date'
import type { Design, DesignRequirement } from './design'
import type { Id } from './ids'
import { canonicalJson } from './ledger'
import type { QualificationKind, RequirementClass, RequirementNeed } from './vocabulary'

export type FrozenRequirement = {
  readonly qualificationId: Id<'qualification'>
  readonly kind: QualificationKind
  readonly level: number
  readonly need: RequirementNeed
  readonly withinDays: number | null
  readonly class: RequirementClass
  /** Position of the group, from 0; null in none. */
  readonly group: number | null
  readonly isCritical: boolean
  readonly countsFrom: CalendarDate | null
  /** Positions of the duties it serves. */
  readonly duties: readonly number[]
  readonly siteIds: readonly Id<'site'>[]
  readonly teamIds: readonly Id<'team'>[]
  readonly prerequisites: readonly Id<'qualification'>[]
  readonly definition: EffectiveRevision
}

export type VersionContent = {
  readonly duties: readonly string[]
  readonly groups: readonly { readonly name: string; readonly atLeast: number | null }[]
  readonly requirements: readonly FrozenRequirement[]
}

/** The frozen part of a design. Lists without an order of their own are sorted, so equal designs give equal text. */
export function versionContent(design: Design): VersionContent {
  const qualificationOf = new Map(design.requirements.map((each) => [each.id, each.qualificationId]))
  return {
    duties: design.duties.map((duty) => duty.text),
    groups: design.groups.map(({ name, atLeast }) => ({ name, atLeast })),
    requirements: design.requirements.map((each) => frozenRequirement(each, design, qualificationOf)),
  }
}

/** The text of a version that is hashed: the same for the same content, whatever engine or order of keys. */
export function canonicalVersion(content: VersionContent): string {
  return canonicalJson(content)
}

/** The text of one qualification's steps 3 to 5 that is hashed, and that a signature refers to. */
export function canonicalDefinition(definition: EffectiveRevision): string {
  return canonicalJson(definition)
}

function frozenRequirement(
  each: DesignRequirement,
  design: Design,
  qualificationOf: ReadonlyMap<Id<'requirement'>, Id<'qualification'>>,
): FrozenRequirement {
  const group = design.groups.findIndex(({ id }) => id === each.groupId)
  return {
    qualificationId: each.qualificationId,
    kind: each.kind,
    level: each.level,
    need: each.need,
    withinDays: each.withinDays,
    class: each.class,
    group: group === -1 ? null : group,
    isCritical: each.isCritical,
    countsFrom: each.countsFrom,
    duties: design.duties.flatMap((duty, position) => (each.dutyIds.includes(duty.id) ? [position] : [])),
    siteIds: each.siteIds.toSorted(),
    teamIds: each.teamIds.toSorted(),
    prerequisites: each.prerequisiteIds.flatMap((id) => qualificationOf.get(id) ?? []).toSorted(),
    definition: effectiveRevision(each.revision, design.defaults, each),
  }
}
