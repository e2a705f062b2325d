/** The rules of the design review that advise and can be dismissed with a reason (DESIGN section 3), one function each. */
import { assessmentLoad } from './assessment-load'
import { missingThresholdParts } from './assessment-rule'
import type { AdviceRuleName, Reviewed, ReviewedRequirement, ReviewRule, RuleFinding } from './design-review'
import type { DesignStep } from './vocabulary'
import { nameLikeness, unobservableWording } from './wording'

/** "15-25 skills per role is enough": more become a list nobody keeps true. */
export const mostQualifications = 25
/** Above so many assessments per assessor and month the queue grows faster than people sign. */
export const mostAssessmentsPerMonth = 8
const nearIdentical = 0.75
const minutesPerWorkDay = 8 * 60
const workDaysPerMonth = 21

export const adviceRules: Readonly<Record<AdviceRuleName, ReviewRule>> = {
  'criterion-not-observable': ({ requirements }) =>
    requirements.flatMap((each) =>
      each.effective.criteria.flatMap((criterion) => {
        const wording = unobservableWording(criterion.text)
        if (!wording) return []
        const facts = { name: each.name, found: wording.found, proposals: wording.proposals.join(', ') }
        return [{ step: 'mastery', qualificationId: each.qualificationId, criterionId: criterion.id, facts }]
      }),
    ),

  'threshold-incomplete': each('mastery', (requirement) => {
    const missing = missingThresholdParts(requirement.effective.threshold)
    return missing.length > 0 ? { parts: missing.join(', ') } : null
  }),

  'only-one-way': each('demonstration', ({ effective }) => (waysToShow(effective.methods) === 1 ? {} : null)),

  'place-without-assessor': ({ requirements, surroundings }) =>
    requirements.flatMap(({ qualificationId, name }) =>
      surroundings.placesWithoutAssessor
        .filter((place) => place.qualificationId === qualificationId)
        .map(({ placeName }) => ({
          step: 'assessment',
          qualificationId,
          subject: `${qualificationId} ${placeName}`,
          facts: { name, place: placeName },
        })),
    ),

  'assessment-load': ({ design, surroundings }) => {
    const load = assessmentLoad(design, surroundings.assessorCount)
    if (load.perAssessorAndMonth === null || load.perAssessorAndMonth <= mostAssessmentsPerMonth) return []
    const facts = { perMonth: load.perAssessorAndMonth.toFixed(1), assessors: String(surroundings.assessorCount) }
    return [{ step: 'assessment', facts }]
  },

  'no-resource': each('resources', ({ resources }) => (resources.length === 0 ? {} : null)),

  'duty-without-qualification': ({ design }) =>
    design.duties
      .filter((duty) => !design.requirements.some(({ dutyIds }) => dutyIds.includes(duty.id)))
      .map((duty) => ({ step: 'role', subject: duty.id, facts: { duty: duty.text } })),

  'qualification-without-duty': ({ design, requirements }) =>
    // Without any duty the gap is in step 1, which says so itself; one finding per qualification would only repeat it.
    design.duties.length === 0
      ? []
      : requirements
          .filter(({ dutyIds }) => dutyIds.length === 0)
          .map(({ qualificationId, name }) => ({ step: 'qualifications', qualificationId, facts: { name } })),

  'too-many': ({ requirements }) =>
    requirements.length > mostQualifications
      ? [{ step: 'qualifications', facts: { count: String(requirements.length), most: String(mostQualifications) } }]
      : [],

  unreachable: (reviewed) => [
    ...groupsThatAskTooMuch(reviewed),
    ...reviewed.requirements.flatMap((each) => unreachableBy(each, reviewed)),
  ],

  'validity-too-short': each('mastery', ({ effective, learning }) => {
    const { kind, months, repeatMonths } = effective.validity
    if (kind !== 'months' || months === null) return null
    const shortest = Math.min(months, repeatMonths ?? months)
    const minutes = learning.reduce((sum, process) => sum + (process.effortMinutes ?? 0), 0)
    const isTooShort = minutes > shortest * workDaysPerMonth * minutesPerWorkDay
    return isTooShort ? { months: String(shortest), hours: String(Math.round(minutes / 60)) } : null
  }),

  'near-identical': ({ requirements, surroundings }) => {
    const others = [...requirements.map(({ qualificationId: id, name }) => ({ id, name })), ...surroundings.library]
    return requirements.flatMap(({ qualificationId, name }, index) =>
      others
        // Each pair of this design once: only what comes later.
        .slice(index + 1)
        .filter((other) => other.id !== qualificationId && nameLikeness(name, other.name) >= nearIdentical)
        .map((other) => ({
          step: 'qualifications',
          qualificationId,
          subject: `${qualificationId} ${other.id}`,
          facts: { name, other: other.name },
        })),
    )
  },

  'critical-without-renewal': each('mastery', ({ isCritical, effective }) =>
    isCritical && effective.validity.kind === 'never' ? {} : null,
  ),
}

/** A rule that looks at one requirement at a time; `find` answers with facts where there is something to say. */
function each(step: DesignStep, find: (requirement: ReviewedRequirement) => Record<string, string> | null): ReviewRule {
  return ({ requirements }) =>
    requirements.flatMap((requirement) => {
      const facts = find(requirement)
      const { qualificationId, name } = requirement
      return facts ? [{ step, qualificationId, facts: { name, ...facts } }] : []
    })
}

/** Ways that lead to mastery: each method by itself, an all-of group as one. */
function waysToShow(methods: ReviewedRequirement['effective']['methods']): number {
  const groups = new Set(methods.map((method) => method.allOfGroup).filter((group) => group !== null))
  return methods.filter((method) => method.allOfGroup === null).length + groups.size
}

function groupsThatAskTooMuch({ design }: Reviewed): readonly RuleFinding[] {
  return design.groups.flatMap((group) => {
    const members = design.requirements.filter((requirement) => requirement.groupId === group.id).length
    if (group.atLeast === null || group.atLeast <= members) return []
    const facts = { group: group.name, atLeast: String(group.atLeast), members: String(members) }
    return [{ step: 'qualifications', subject: group.id, facts }]
  })
}

/** It requires something needed only in the role, though it is to be shown before; or something asked of other places. */
function unreachableBy(requirement: ReviewedRequirement, { requirements }: Reviewed): readonly RuleFinding[] {
  const { qualificationId, name } = requirement
  return requirement.prerequisiteIds.flatMap((id) => {
    const needed = requirements.find((other) => other.id === id)
    if (!needed) return []
    const isTooLate = requirement.need === 'enter' && needed.need === 'in-role'
    if (!isTooLate && appliesWherever(needed, requirement)) return []
    const facts = { name, requires: needed.name, because: isTooLate ? 'later' : 'elsewhere' }
    return [{ step: 'qualifications', qualificationId, subject: `${qualificationId} ${needed.qualificationId}`, facts }]
  })
}

/** Whether `needed` is asked of everybody of whom `requirement` is asked, as far as the lists of places tell. */
function appliesWherever(needed: ReviewedRequirement, requirement: ReviewedRequirement): boolean {
  if (needed.siteIds.length + needed.teamIds.length === 0) return true
  if (requirement.siteIds.length + requirement.teamIds.length === 0) return false
  return (
    requirement.siteIds.every((site) => needed.siteIds.includes(site)) &&
    requirement.teamIds.every((team) => needed.teamIds.includes(team))
  )
}
