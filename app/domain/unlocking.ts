import type { Id } from './ids'
import type { ProgramRules } from './program-rules'

/**
 * What opens what. A prerequisite points from what must be met first to what it opens; the graph has no cycle, and
 * drawing one is refused with the path that would close it (DESIGN 4.4). All functions keep the order given (the
 * columns) wherever the graph leaves a choice, so that two screens never list the same things differently.
 */
export type Prerequisite<Node extends string = string> = {
  /** Must be met first. */
  readonly from: Node
  /** Is opened by it. */
  readonly to: Node
}

/** The prerequisites of a program version; those that name something outside it are left out. */
export function prerequisitesOf(rules: Pick<ProgramRules, 'requirements'>): Prerequisite<Id<'qualification'>>[] {
  const inVersion = new Set(rules.requirements.map((rule) => rule.qualificationId))
  return rules.requirements.flatMap((rule) =>
    rule.prerequisites.filter((id) => inVersion.has(id)).map((from) => ({ from, to: rule.qualificationId })),
  )
}

/**
 * The cycle that adding `added` would close, as the nodes in order with the first repeated at the end, shortest first:
 * adding C → A to A → B → C gives C, A, B, C. Null where it closes none.
 */
export function pathOfCycle<Node extends string>(
  edges: readonly Prerequisite<Node>[],
  added: Prerequisite<Node>,
): Node[] | null {
  if (added.from === added.to) return [added.from, added.to]
  const opened = openedBy(edges)
  const cameFrom = new Map<Node, Node>([[added.to, added.from]])
  const waiting: Node[] = [added.to]
  for (const node of waiting) {
    for (const next of opened.get(node) ?? []) {
      if (next === added.from) return [...pathBack(cameFrom, node, added.from), next]
      if (cameFrom.has(next)) continue
      cameFrom.set(next, node)
      waiting.push(next)
    }
  }
  return null
}

/** A cycle among the edges, as `pathOfCycle` gives it, or null. For what was imported rather than drawn. */
export function findCycle<Node extends string>(edges: readonly Prerequisite<Node>[]): Node[] | null {
  const accepted: Prerequisite<Node>[] = []
  for (const edge of edges) {
    const path = pathOfCycle(accepted, edge)
    if (path) return path
    accepted.push(edge)
  }
  return null
}

/**
 * The nodes so that each comes after everything it needs; among those that could come next, the first given does.
 * Edges to nodes that are not given are ignored. What lies on or behind a cycle comes last, in the order given.
 */
export function unlockOrder<Node extends string>(nodes: readonly Node[], edges: readonly Prerequisite<Node>[]): Node[] {
  const given = new Set(nodes)
  const opened = openedBy(edges)
  const missing = new Map<Node, number>()
  for (const { from, to } of edges) {
    if (given.has(from) && given.has(to)) missing.set(to, (missing.get(to) ?? 0) + 1)
  }
  const left = [...given]
  const order: Node[] = []
  while (left.length > 0) {
    const free = left.findIndex((node) => (missing.get(node) ?? 0) === 0)
    if (free === -1) return [...order, ...left]
    for (const next of left.splice(free, 1)) {
      order.push(next)
      for (const to of opened.get(next) ?? []) missing.set(to, (missing.get(to) ?? 0) - 1)
    }
  }
  return order
}

/** How deep each node lies: 0 needs nothing, otherwise one more than the deepest it needs (the columns of the map). */
export function tiers<Node extends string>(
  nodes: readonly Node[],
  edges: readonly Prerequisite<Node>[],
): Map<Node, number> {
  const opened = openedBy(edges)
  const tier = new Map(nodes.map((node) => [node, 0]))
  for (const node of unlockOrder(nodes, edges)) {
    const next = (tier.get(node) ?? 0) + 1
    for (const to of opened.get(node) ?? []) {
      const known = tier.get(to)
      if (known !== undefined && known < next) tier.set(to, next)
    }
  }
  return tier
}

/** For each node, how many of the given nodes it opens, near or far. */
export function unlockCounts<Node extends string>(
  nodes: readonly Node[],
  edges: readonly Prerequisite<Node>[],
): Map<Node, number> {
  const given = new Set(nodes)
  const opened = openedBy(edges)
  return new Map(nodes.map((node) => [node, reachedFrom(node, opened, given).size]))
}

/** A must that requires something that is not a must, which blocks publishing. */
export type MustOnNonMust = { readonly must: Id<'qualification'>; readonly requires: Id<'qualification'> }

/** The places where "a must may require only musts" is broken (DESIGN 4.4). Members of an at-least-n group are musts. */
export function mustsRequiringNonMusts(rules: Pick<ProgramRules, 'requirements' | 'groups'>): MustOnNonMust[] {
  const counted = new Set(rules.groups.filter((group) => group.atLeast !== null).map((group) => group.id))
  const musts = new Set(
    rules.requirements
      .filter((rule) => rule.class === 'must' || (rule.groupId !== null && counted.has(rule.groupId)))
      .map((rule) => rule.qualificationId),
  )
  return prerequisitesOf(rules)
    .filter(({ from, to }) => musts.has(to) && !musts.has(from))
    .map(({ from, to }) => ({ must: to, requires: from }))
}

function openedBy<Node extends string>(edges: readonly Prerequisite<Node>[]): Map<Node, Node[]> {
  const opened = new Map<Node, Node[]>()
  for (const { from, to } of edges) {
    const list = opened.get(from)
    if (list) list.push(to)
    else opened.set(from, [to])
  }
  return opened
}

function reachedFrom<Node extends string>(
  start: Node,
  opened: ReadonlyMap<Node, readonly Node[]>,
  given: ReadonlySet<Node>,
): Set<Node> {
  const reached = new Set<Node>()
  const waiting = [start]
  for (const node of waiting) {
    for (const next of opened.get(node) ?? []) {
      if (next === start || reached.has(next) || !given.has(next)) continue
      reached.add(next)
      waiting.push(next)
    }
  }
  return reached
}

function pathBack<Node extends string>(cameFrom: ReadonlyMap<Node, Node>, last: Node, first: Node): Node[] {
  const path = [last]
  for (let node = last; node !== first;) {
    const earlier = cameFrom.get(node)
    if (earlier === undefined) break
    path.unshift(earlier)
    node = earlier
  }
  return path
}
