/**
 * One whole design, in memory: what the eight steps have captured for one version of one program, as plain JSON.
 * Design review, wizard and publishing all read this one shape; `db` fills it, nothing here knows how.
 */
import {
  effectiveRevision,
  levelCount,
  type LearningProcess,
  type ProgramDefaults,
  type RevisionContent,
} from './assessment-rule'
import type { CalendarDate } from './calendar-date'
import type { Id } from './ids'
import type { ProgramRules } from './program-rules'
import { renewalWindowOf } from './validity'
import type { QualificationKind, RequirementClass, RequirementNeed, ResourceKind, ResourcePurpose } from './vocabulary'

export type DesignRole = {
  readonly id: Id<'role'>
  readonly title: string
  readonly formerTitles: readonly string[]
  readonly purpose: string
  readonly family: string
  readonly level: string
  /** The roles it leads to on the career path. */
  readonly nextRoleIds: readonly Id<'role'>[]
}

export type DesignDuty = { readonly id: Id<'duty'>; readonly text: string }

export type DesignGroup = {
  readonly id: Id<'requirement-group'>
  readonly name: string
  /** The group asks for at least so many of its requirements; null asks for each as its class says. */
  readonly atLeast: number | null
}

export type DesignResource = {
  readonly id: Id<'resource'>
  readonly processId: Id<'process'> | null
  readonly kind: ResourceKind
  readonly purpose: ResourcePurpose
  readonly title: string
  readonly url: string
  readonly body: string
}

/** A requirement with the qualification it asks for. A qualification stands at most once in a program version. */
export type DesignRequirement = {
  readonly id: Id<'requirement'>
  readonly qualificationId: Id<'qualification'>
  readonly revisionId: Id<'revision'>
  readonly name: string
  readonly kind: QualificationKind
  readonly level: number
  readonly need: RequirementNeed
  /** In the role within so many days of starting; null sets no time. */
  readonly withinDays: number | null
  readonly class: RequirementClass
  readonly groupId: Id<'requirement-group'> | null
  readonly isCritical: boolean
  readonly countsFrom: CalendarDate | null
  readonly dutyIds: readonly Id<'duty'>[]
  /** Where it applies; both empty means to everyone. */
  readonly siteIds: readonly Id<'site'>[]
  readonly teamIds: readonly Id<'team'>[]
  /** Requirements of this version that must be met first. */
  readonly prerequisiteIds: readonly Id<'requirement'>[]
  readonly revision: RevisionContent
  readonly processes: readonly LearningProcess[]
  readonly resources: readonly DesignResource[]
}

/** What the design review and the wizard need of step 8. */
export type DesignTracker = {
  readonly targetDays: number | null
  readonly hasCoverageMinimum: boolean
  /** The designer has been through step 8 (saved it once), even if every default was kept. */
  readonly isConfirmed: boolean
  readonly participantCount: number
}

export type Design = {
  readonly programId: Id<'program'>
  readonly versionId: Id<'program-version'>
  readonly role: DesignRole
  readonly duties: readonly DesignDuty[]
  /** In the order of the columns. */
  readonly groups: readonly DesignGroup[]
  /** In the order of the columns. */
  readonly requirements: readonly DesignRequirement[]
  readonly defaults: ProgramDefaults
  readonly tracker: DesignTracker
}

/**
 * The rules a version made of this design would have, for previews: the same shape, and so the same figures, as a
 * published version. Prerequisites that name nothing in the design are left out.
 */
export function rulesOfDesign(design: Design): ProgramRules {
  const qualificationOf = new Map(design.requirements.map((each) => [each.id, each.qualificationId]))
  return {
    programId: design.programId,
    programVersionId: design.versionId,
    publishedOn: null,
    groups: design.groups.map(({ id, atLeast }) => ({ id, atLeast })),
    requirements: design.requirements.map((each) => ({
      requirementId: each.id,
      qualificationId: each.qualificationId,
      level: each.level,
      levelCount: levelCount(each.revision),
      need: each.need,
      withinDays: each.withinDays,
      class: each.class,
      groupId: each.groupId,
      isCritical: each.isCritical,
      prerequisites: each.prerequisiteIds.flatMap((id) => qualificationOf.get(id) ?? []),
      siteIds: each.siteIds,
      teamIds: each.teamIds,
      countsFrom: each.countsFrom,
      renewalWindowDays: renewalWindowOf(effectiveRevision(each.revision, design.defaults, each).validity),
    })),
  }
}
