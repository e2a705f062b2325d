/**
 * Where a person is heading (DESIGN 4.1, 4.4). Candidacy is working towards a role with a target date; "everybody has a
 * target role without it: the next on the career path, or one they choose". The path planner says for any role which of
 * its requirements the person already meets through shared qualifications.
 */
import type { CalendarDate } from './calendar-date'
import type { Id } from './ids'
import type { ProgramRules } from './program-rules'
import { noStanding, reachedLevel, type Standing } from './standing'

/** Role leads to role; a role's first next step has the lowest position. */
export type CareerStep = {
  readonly roleId: Id<'role'>
  readonly nextRoleId: Id<'role'>
  readonly position: number
}

export type TargetFacts = {
  /** Roles held today, the main one first. */
  readonly heldRoleIds: readonly Id<'role'>[]
  /** Candidacies in force, the one that began last first. */
  readonly candidacyRoleIds: readonly Id<'role'>[]
  /** What the person chose, where it is not a candidacy; null when nothing was chosen. */
  readonly chosenRoleId: Id<'role'> | null
  readonly careerSteps: readonly CareerStep[]
  /** Roles that have a published program. */
  readonly publishedRoleIds: ReadonlySet<Id<'role'>>
}

export type TargetRole = {
  readonly roleId: Id<'role'>
  readonly from: 'candidacy' | 'chosen' | 'career-path'
}

/** The target role: candidacy, else what was chosen, else the next on the career path; null at the end of every path. */
export function targetRole(facts: TargetFacts): TargetRole | null {
  const [candidacy] = facts.candidacyRoleIds.filter((id) => !facts.heldRoleIds.includes(id))
  if (candidacy) return { roleId: candidacy, from: 'candidacy' }
  if (facts.chosenRoleId && !facts.heldRoleIds.includes(facts.chosenRoleId)) {
    return { roleId: facts.chosenRoleId, from: 'chosen' }
  }
  const roleId = nextOnPath(facts)
  return roleId ? { roleId, from: 'career-path' } : null
}

/**
 * True when `roleId` lies ahead on the career path of a role held, so that beginning it is a promotion and goes by
 * `record-promotion`: nobody promotes themselves, also not by assigning a role (DESIGN 4.5).
 */
export function isPromotion(
  careerSteps: readonly CareerStep[],
  heldRoleIds: readonly Id<'role'>[],
  roleId: Id<'role'>,
): boolean {
  return !heldRoleIds.includes(roleId) && rolesAhead(careerSteps, heldRoleIds).includes(roleId)
}

/** Every role ahead on the career path of those given, nearest first, each once; loops end. */
export function rolesAhead(careerSteps: readonly CareerStep[], roleIds: readonly Id<'role'>[]): readonly Id<'role'>[] {
  const seen = new Set(roleIds)
  const ahead: Id<'role'>[] = []
  const waiting = [...roleIds]
  for (const roleId of waiting) {
    for (const step of stepsFrom(careerSteps, roleId)) {
      if (seen.has(step.nextRoleId)) continue
      seen.add(step.nextRoleId)
      ahead.push(step.nextRoleId)
      waiting.push(step.nextRoleId)
    }
  }
  return ahead
}

export type PlannedRequirement = {
  readonly qualificationId: Id<'qualification'>
  readonly isMet: boolean
  /** Highest level held today; 0 for none. */
  readonly levelReached: number
  readonly levelNeeded: number
}

/**
 * Which requirements of a role the person meets already, in column order, "nothing mastered is lost". Figures come from
 * `readinessOf`; this is the list beside them.
 */
export function overlapWith(
  rules: Pick<ProgramRules, 'requirements'>,
  standings: ReadonlyMap<Id<'qualification'>, Standing>,
  today: CalendarDate,
): readonly PlannedRequirement[] {
  return rules.requirements.map(({ qualificationId, level }) => {
    const levelReached = reachedLevel(standings.get(qualificationId) ?? noStanding, today)
    return { qualificationId, isMet: levelReached >= level, levelReached, levelNeeded: level }
  })
}

/** The nearest next step of the main role first; a role with a published program before one that has none to show. */
function nextOnPath({ heldRoleIds, careerSteps, publishedRoleIds }: TargetFacts): Id<'role'> | null {
  const next = heldRoleIds
    .flatMap((roleId) => stepsFrom(careerSteps, roleId).map((step) => step.nextRoleId))
    .filter((roleId) => !heldRoleIds.includes(roleId))
  return next.find((roleId) => publishedRoleIds.has(roleId)) ?? next[0] ?? null
}

function stepsFrom(careerSteps: readonly CareerStep[], roleId: Id<'role'>): readonly CareerStep[] {
  return careerSteps.filter((step) => step.roleId === roleId).toSorted((a, b) => a.position - b.position)
}
