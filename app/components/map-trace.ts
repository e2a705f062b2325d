import type { Prerequisite } from '~/domain/unlocking'

/** What is traced when a node is chosen: all it requires and all it opens, near and far, and the edges between. */
export type Trace = { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> }

/** Edges are named `from>to`. The chosen node itself is among the nodes. */
export function tracedFrom(chosen: string, edges: readonly Prerequisite[]): Trace {
  const before = follow(chosen, edges, 'to', 'from')
  const after = follow(chosen, edges, 'from', 'to')
  return {
    nodes: new Set([...before.nodes, ...after.nodes]),
    edges: new Set([...before.edges, ...after.edges]),
  }
}

function follow(
  start: string,
  edges: readonly Prerequisite[],
  near: keyof Prerequisite,
  far: keyof Prerequisite,
): { nodes: Set<string>; edges: Set<string> } {
  const nodes = new Set([start])
  const passed = new Set<string>()
  for (const node of nodes) {
    for (const edge of edges) {
      if (edge[near] !== node) continue
      passed.add(`${edge.from}>${edge.to}`)
      nodes.add(edge[far])
    }
  }
  return { nodes, edges: passed }
}
