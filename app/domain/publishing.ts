/**
 * Publishing a new version (DESIGN 4.6): "the effect is shown first": requirements added, removed, changed; what happens
 * to existing sign-offs of each changed definition; who gains or loses readiness, by name. Critical content needs a
 * second person; where there is none, it publishes and the version says so.
 */
import { addDays, type CalendarDate } from './calendar-date'
import type { Finding } from './design-review'
import type { Id } from './ids'
import { canonicalJson, type CanonicalValue } from './ledger'
import { isReady, type Readiness } from './readiness'
import { ok, refused, type Problem, type Result } from './result'
import type { FrozenRequirement, VersionContent } from './version-content'

/** A requirement added counts so many days after publishing for those already taking part (DESIGN 4.2). */
export const daysUntilAddedCounts = 30

/** Parts of a requirement, then parts of its definition (steps 3 to 5). */
export const requirementParts = [
  'level',
  'need',
  'withinDays',
  'class',
  'group',
  'isCritical',
  'duties',
  'places',
  'prerequisites',
] as const
export const definitionParts = [
  'statement',
  'threshold',
  'levelLabels',
  'criteria',
  'validity',
  'lighterRenewal',
  'methods',
  'assessment',
] as const
export type ChangedPart = (typeof requirementParts)[number] | (typeof definitionParts)[number]

export type RequirementChange = {
  readonly qualificationId: Id<'qualification'>
  readonly parts: readonly ChangedPart[]
  /** What may be done with existing sign-offs, the default first; empty when the definition is as before. */
  readonly choices: readonly SignOffChoiceKind[]
}

export type VersionDifference = {
  readonly added: readonly Id<'qualification'>[]
  readonly removed: readonly Id<'qualification'>[]
  readonly changed: readonly RequirementChange[]
  readonly hasOtherDuties: boolean
  readonly hasOtherOrder: boolean
}

/** For each changed definition: keep (default), new end date by the new validity, or show again by a date. */
export const signOffChoiceKinds = ['keep', 'new-end-date', 'show-again'] as const
export type SignOffChoiceKind = (typeof signOffChoiceKinds)[number]
export type SignOffChoice =
  | { readonly kind: 'keep' }
  | { readonly kind: 'new-end-date' }
  | { readonly kind: 'show-again'; readonly by: CalendarDate }

/** What is different between the version in force and the one to be published; everything is new where there was none. */
export function diffVersions(before: VersionContent | null, after: VersionContent): VersionDifference {
  const old = new Map((before?.requirements ?? []).map((each) => [each.qualificationId, each]))
  const now = new Set(after.requirements.map((each) => each.qualificationId))
  const kept = after.requirements.flatMap((each) => {
    const was = old.get(each.qualificationId)
    return was ? [{ was, each }] : []
  })
  return {
    added: after.requirements.map((each) => each.qualificationId).filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed: kept.flatMap(({ was, each }) => {
      const parts = changedParts(was, each, before, after)
      return parts.length > 0 ? [{ qualificationId: each.qualificationId, parts, choices: choicesFor(parts) }] : []
    }),
    hasOtherDuties: !isSame(before?.duties ?? [], after.duties),
    hasOtherOrder: !isSame(
      [...old.keys()].filter((id) => now.has(id)),
      kept.map(({ each }) => each.qualificationId),
    ),
  }
}

/** True when nothing frozen has changed, so there is nothing to publish. */
export function isUnchanged(difference: VersionDifference): boolean {
  const { added, removed, changed, hasOtherDuties, hasOtherOrder } = difference
  return added.length + removed.length + changed.length === 0 && !hasOtherDuties && !hasOtherOrder
}

/**
 * From when each requirement counts. One that was there keeps its day; one that was added counts from the day chosen, by
 * default 30 days ahead. In a first version everything counts at once.
 */
export function countsFrom(
  before: VersionContent | null,
  after: VersionContent,
  today: CalendarDate,
  chosen: ReadonlyMap<Id<'qualification'>, CalendarDate> = new Map(),
): ReadonlyMap<Id<'qualification'>, CalendarDate | null> {
  const old = new Map((before?.requirements ?? []).map((each) => [each.qualificationId, each.countsFrom]))
  return new Map(
    after.requirements.map(({ qualificationId }) => {
      if (before === null) return [qualificationId, null]
      const was = old.get(qualificationId)
      if (was !== undefined) return [qualificationId, was]
      return [qualificationId, chosen.get(qualificationId) ?? addDays(today, daysUntilAddedCounts)]
    }),
  )
}

export type PersonReadiness = { readonly personId: Id<'person'>; readonly name: string; readonly readiness: Readiness }

export type ReadinessChange = {
  readonly personId: Id<'person'>
  readonly name: string
  readonly before: Readiness
  readonly after: Readiness
}

export type ReadinessEffect = {
  readonly gains: readonly ReadinessChange[]
  readonly loses: readonly ReadinessChange[]
}

/** Who becomes ready and who no longer is, by name. People on one side only are left out: for them nothing changes. */
export function readinessEffect(
  before: readonly PersonReadiness[],
  after: readonly PersonReadiness[],
): ReadinessEffect {
  const was = new Map(before.map((each) => [each.personId, each.readiness]))
  const changes = after
    .flatMap(({ personId, name, readiness }) => {
      const earlier = was.get(personId)
      return earlier ? [{ personId, name, before: earlier, after: readiness }] : []
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  return {
    gains: changes.filter((each) => !isReady(each.before) && isReady(each.after)),
    loses: changes.filter((each) => isReady(each.before) && !isReady(each.after)),
  }
}

export type PublishFacts = {
  readonly findings: readonly Finding[]
  readonly difference: VersionDifference
  readonly hasCritical: boolean
  /** Whoever publishes did not write the draft. */
  readonly isBySecondPerson: boolean
  /** Somebody else could: another designer, or a named approver. */
  readonly isThereASecondPerson: boolean
}

/** May the draft be published, and does the version have to say "without a second person"? */
export function decidePublish(
  facts: PublishFacts,
): Result<{ readonly isWithoutSecondPerson: boolean }, Problem<'blocked' | 'unchanged' | 'second-person-needed'>> {
  const blocking = facts.findings.filter((finding) => finding.isBlocking)
  if (blocking.length > 0) return refused('blocked', { count: String(blocking.length) })
  if (isUnchanged(facts.difference)) return refused('unchanged')
  if (!facts.hasCritical || facts.isBySecondPerson) return ok({ isWithoutSecondPerson: false })
  return facts.isThereASecondPerson ? refused('second-person-needed') : ok({ isWithoutSecondPerson: true })
}

/** Which choices a change leaves for existing sign-offs. A new end date makes sense only with a new validity. */
function choicesFor(parts: readonly ChangedPart[]): readonly SignOffChoiceKind[] {
  if (!parts.some((part) => definitionParts.some((each) => each === part))) return []
  return parts.includes('validity') ? ['keep', 'new-end-date', 'show-again'] : ['keep', 'show-again']
}

function changedParts(
  was: FrozenRequirement,
  is: FrozenRequirement,
  before: VersionContent | null,
  after: VersionContent,
): readonly ChangedPart[] {
  const ofRequirement = requirementParts.filter(
    (part) => !isSame(partOf(part, was, before ?? after), partOf(part, is, after)),
  )
  const ofDefinition = definitionParts.filter((part) => !isSame(was.definition[part], is.definition[part]))
  return [...ofRequirement, ...ofDefinition]
}

/** Groups and duties are compared by what they say, so that moving one does not look like a change of all after it. */
function partOf(
  part: (typeof requirementParts)[number],
  each: FrozenRequirement,
  version: VersionContent,
): CanonicalValue {
  switch (part) {
    case 'places':
      return [each.siteIds, each.teamIds]
    case 'group':
      return each.group === null ? null : version.groups[each.group]
    case 'duties':
      return each.duties.map((position) => version.duties[position] ?? '').toSorted()
    default:
      return each[part]
  }
}

function isSame(a: CanonicalValue, b: CanonicalValue): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
