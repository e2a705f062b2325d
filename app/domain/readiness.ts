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
  const { partOfColumn, parts } = planOf(rules, scope)
  const applicable = new Array<number>(parts.length).fill(0)
  const metOf = new Array<number>(parts.length).fill(0)
  for (let column = 0; column < partOfColumn.length; column += 1) {
    const index = partOfColumn[column] ?? -1
    const face = row[column] ?? null
    if (index === -1 || !isCounted(face)) continue
    applicable[index] = (applicable[index] ?? 0) + 1
    if (face.isMet) metOf[index] = (metOf[index] ?? 0) + 1
  }
  let met = 0
  let needed = 0
  for (let index = 0; index < parts.length; index += 1) {
    const neededHere = Math.min(parts[index]?.atLeast ?? 1, applicable[index] ?? 0)
    needed += neededHere
    met += Math.min(metOf[index] ?? 0, neededHere)
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

/** What the figure is made of for one person, in column order, without the parts of which nothing counts. */
export function countedParts(rules: ProgramRules, row: Faces, scope: Scope): CountedPart[] {
  const { partOfColumn, parts } = planOf(rules, scope)
  const columnsOf = parts.map((): number[] => [])
  partOfColumn.forEach((index, column) => {
    if (index !== -1 && isCounted(row[column] ?? null)) columnsOf[index]?.push(column)
  })
  return parts.flatMap(({ groupId, atLeast }, index) => {
    const columns = columnsOf[index] ?? []
    if (columns.length === 0) return []
    // Where exemptions leave fewer than n, all that is left is needed.
    const needed = Math.min(atLeast ?? 1, columns.length)
    const met = columns.filter((column) => row[column]?.isMet).length
    return [{ groupId, columns, met: Math.min(met, needed), needed }]
  })
}

/** The musts of a scope before a person is looked at: a part is one requirement, or one at-least-n group. */
type Plan = {
  /** For each column the index of its part, -1 outside the figure. */
  readonly partOfColumn: readonly number[]
  readonly parts: readonly { readonly groupId: Id<'requirement-group'> | null; readonly atLeast: number | null }[]
}

/** The same rules are read for thousands of people; the plan is worked out once and forgotten with them. */
const plans = new WeakMap<ProgramRules, Partial<Record<Scope, Plan>>>()

function planOf(rules: ProgramRules, scope: Scope): Plan {
  const known = plans.get(rules)
  if (known?.[scope]) return known[scope]
  const plan = planFor(rules, scope)
  plans.set(rules, { ...known, [scope]: plan })
  return plan
}

/** The one place that decides which requirements make up a figure. */
function planFor(rules: ProgramRules, scope: Scope): Plan {
  const parts: Plan['parts'][number][] = []
  const partOfGroup = new Map<Id<'requirement-group'>, number>()
  const partOfColumn = rules.requirements.map((rule) => {
    if (!isInScope(rule, scope) || !isMust(rules, rule)) return -1
    const { groupId } = rule
    const atLeast = atLeastOf(rules, groupId)
    if (groupId === null || atLeast === null) return parts.push({ groupId, atLeast: null }) - 1
    const index = partOfGroup.get(groupId) ?? parts.push({ groupId, atLeast }) - 1
    partOfGroup.set(groupId, index)
    return index
  })
  return { partOfColumn, parts }
}

function atLeastOf(rules: Pick<ProgramRules, 'groups'>, groupId: Id<'requirement-group'> | null): number | null {
  if (groupId === null) return null
  for (const group of rules.groups) if (group.id === groupId) return group.atLeast
  return null
}
