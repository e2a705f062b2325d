import type { CellFace, Participation } from './cell'
import type { Id } from './ids'
import type { ProgramRules, RequirementRule } from './program-rules'
import type { RequirementClass } from './vocabulary'

/**
 * One number everywhere: how many of the musts that count for a person are met. Ready for promotion is all enter-musts;
 * readiness in the role is all musts of both kinds. Exempt leaves the figure, what is new and not counting yet is
 * outside, an at-least-n group counts as n, and nothing is ever averaged (DESIGN 4.4).
 */
export type Readiness = { readonly met: number; readonly needed: number }
/** `enter`: what promotion into the role needs. `role`: all of it. */
export type Scope = 'enter' | 'role'
/** The faces of one person in column order; null where a requirement does not apply. A `Row` is one too. */
export type Faces = readonly (CellFace | null)[]

/** A candidate's figure counts the enter-musts and lists the rest as "after you start"; in the role all musts count. */
export function scopeOf(participation: Participation): Scope {
  return participation === 'candidate' ? 'enter' : 'role'
}

/** "14 of 18". Works on derived rows and on decoded ones alike, so the server and the browser show the same figure. */
export function readinessOf(rules: ProgramRules, row: Faces, scope: Scope): Readiness {
  let met = 0
  let needed = 0
  for (const part of countedParts(rules, row, scope)) {
    met += part.met
    needed += part.needed
  }
  return { met, needed }
}

/** True when nothing that counts is missing. 0 of 0 is ready: nothing is required. */
export function isReady(readiness: Readiness): boolean {
  return readiness.met >= readiness.needed
}

/** Whole per cent rounded down, so 100 means all; null where nothing is required. */
export function percentOf(readiness: Readiness): number | null {
  return readiness.needed === 0 ? null : Math.floor((readiness.met * 100) / readiness.needed)
}

export type GroupReadiness = Readiness & { readonly groupId: Id<'requirement-group'> | null }

/** The same figure by group, in the groups' order; what is in no group last, under null. Groups with nothing in scope are left out. */
export function readinessPerGroup(rules: ProgramRules, row: Faces, scope: Scope): GroupReadiness[] {
  const sums = new Map<Id<'requirement-group'> | null, GroupReadiness>()
  for (const { groupId, met, needed } of countedParts(rules, row, scope)) {
    const sum = sums.get(groupId)
    sums.set(groupId, { groupId, met: (sum?.met ?? 0) + met, needed: (sum?.needed ?? 0) + needed })
  }
  return [...rules.groups.map((group) => group.id), null].flatMap((id) => sums.get(id) ?? [])
}

/** Should and aspire, shown beside the figure and never inside it. */
export function besidesOf(
  rules: ProgramRules,
  row: Faces,
  scope: Scope,
): Readonly<Record<'should' | 'aspire', Readiness>> {
  const count = (wanted: RequirementClass): Readiness => {
    let met = 0
    let needed = 0
    rules.requirements.forEach((rule, column) => {
      const face = row[column] ?? null
      if (rule.class !== wanted || isMust(rules, rule) || !isInScope(rule, scope) || !isCounted(face)) return
      needed += 1
      if (face.isMet) met += 1
    })
    return { met, needed }
  }
  return { should: count('should'), aspire: count('aspire') }
}

/** True for a must, and for every requirement of an at-least-n group, whose count is a must. */
export function isMust(rules: Pick<ProgramRules, 'groups'>, rule: Pick<RequirementRule, 'class' | 'groupId'>): boolean {
  return rule.class === 'must' || atLeastOf(rules, rule.groupId) !== null
}

/** True when the requirement belongs to the figure of this scope. */
export function isInScope(rule: Pick<RequirementRule, 'need'>, scope: Scope): boolean {
  return scope === 'role' || rule.need === 'enter'
}

/** True when the cell is inside the figure: it applies, is not exempt, and counts already. */
export function isCounted<Face extends CellFace>(face: Face | null): face is Face {
  return face !== null && face.status !== 'exempt' && !face.isNew
}

/** A part of the figure: one must, or one at-least-n group with those of its requirements that count. */
export type CountedPart = Readiness & {
  readonly groupId: Id<'requirement-group'> | null
  /** Columns of `rules.requirements`, in order. */
  readonly columns: readonly number[]
}

/** What the figure is made of, in column order. The one place that decides what counts. */
export function countedParts(rules: ProgramRules, row: Faces, scope: Scope): CountedPart[] {
  const parts: CountedPart[] = []
  const grouped = new Map<Id<'requirement-group'>, number>()
  rules.requirements.forEach((rule, column) => {
    const face = row[column] ?? null
    if (!isInScope(rule, scope) || !isCounted(face)) return
    const { groupId } = rule
    const atLeast = atLeastOf(rules, groupId)
    if (groupId === null || atLeast === null) {
      if (rule.class === 'must') parts.push({ groupId, columns: [column], met: face.isMet ? 1 : 0, needed: 1 })
      return
    }
    const index = grouped.get(groupId)
    const columns = index === undefined ? [column] : [...(parts[index]?.columns ?? []), column]
    // Where exemptions leave fewer than n, all that is left is needed.
    const needed = Math.min(atLeast, columns.length)
    const met = columns.filter((each) => row[each]?.isMet).length
    const part = { groupId, columns, met: Math.min(met, needed), needed }
    if (index === undefined) grouped.set(groupId, parts.push(part) - 1)
    else parts[index] = part
  })
  return parts
}

function atLeastOf(rules: Pick<ProgramRules, 'groups'>, groupId: Id<'requirement-group'> | null): number | null {
  if (groupId === null) return null
  for (const group of rules.groups) if (group.id === groupId) return group.atLeast
  return null
}
