/**
 * What publishing a draft does to other programs (DESIGN 4.6): a changed definition of a qualification reaches every
 * published program that asks for it, as a new version of that program with nothing else changed.
 */
import type { Design, DesignRequirement } from './design'
import type { Id } from './ids'
import { diffVersions, type VersionDifference } from './publishing'
import type { FrozenRequirement, VersionContent } from './version-content'

/**
 * The difference as a reader sees it. A copied definition has new ids for its criteria and methods; what they say is
 * what counts, so ids are left out before comparing.
 */
export function readableDifference(before: VersionContent | null, after: VersionContent): VersionDifference {
  return diffVersions(before && withoutRowIds(before), withoutRowIds(after))
}

function withoutRowIds(content: VersionContent): VersionContent {
  return { ...content, requirements: content.requirements.map(comparable) }
}

function comparable(requirement: FrozenRequirement): FrozenRequirement {
  const { definition } = requirement
  return {
    ...requirement,
    definition: {
      ...definition,
      criteria: definition.criteria.map((criterion) => ({ ...criterion, id: 'crit_0000000000' as const })),
      methods: definition.methods.map((method) => ({ ...method, id: null })),
    },
  }
}

/** A design as it is once qualifications have other revisions; what is not named stays. */
export function withRevisions(
  design: Design,
  revisions: ReadonlyMap<Id<'qualification'>, Pick<DesignRequirement, 'revisionId' | 'revision'>>,
): Design {
  return {
    ...design,
    requirements: design.requirements.map((each) => ({ ...each, ...revisions.get(each.qualificationId) })),
  }
}
