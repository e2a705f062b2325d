/**
 * Where the nodes of the qualification map stand (UX, Designer: "groups as lanes, tiers left to right by prerequisites,
 * automatic layout plus moved positions kept"). Pure: pixels in, pixels out. A moved position is kept relative to the top
 * of its lane, so that a lane growing above it does not push it into a foreign one.
 */
import { tiers, type Prerequisite } from '~/domain/unlocking'

export const nodeWidth = 172
export const nodeHeight = 50

/** From the left edge of one tier to the next; the gap of 36 holds the vertical run of the edges. */
const tierPitch = 208
const rowPitch = 60
const left = 18
/** Room for the name of the lane. */
const laneHead = 34
const laneFoot = 20

export type Place = { readonly x: number; readonly y: number }
export type LayoutNode<Node extends string = string> = { readonly id: Node; readonly laneId: string | null }
/** A moved position: `y` from the top of the node's lane. */
export type MovedPlace<Node extends string = string> = Place & { readonly id: Node }
export type Lane = { readonly id: string | null; readonly top: number; readonly height: number }

export type MapLayout<Node extends string = string> = {
  /** Top left corner of each node. */
  readonly places: ReadonlyMap<Node, Place>
  /** From top to bottom, without gaps. */
  readonly lanes: readonly Lane[]
  readonly width: number
  readonly height: number
}

/**
 * Lays out the whole map. `laneIds` in order of display; nodes of no lane, or of one that is not listed, come last in a
 * lane of their own (id null), which exists only when it is needed. Without moved positions no two nodes overlap and each
 * edge ends to the right of where it begins, cycles apart.
 */
export function layOutMap<Node extends string>(map: {
  readonly nodes: readonly LayoutNode<Node>[]
  readonly edges: readonly Prerequisite<Node>[]
  readonly laneIds: readonly string[]
  readonly moved?: readonly MovedPlace<Node>[]
}): MapLayout<Node> {
  const tierOf = tiers(
    map.nodes.map(({ id }) => id),
    map.edges,
  )
  const movedOf = new Map((map.moved ?? []).map((each) => [each.id, each]))
  const places = new Map<Node, Place>()
  const lanes: Lane[] = []
  let top = 0
  for (const laneId of [...map.laneIds, null]) {
    const inLane = map.nodes.filter((node) => laneOf(node, map.laneIds) === laneId)
    if (laneId === null && inLane.length === 0 && lanes.length > 0) continue
    const rowOf = rowsInLane(inLane, map.edges, tierOf)
    let lowest = laneHead + nodeHeight
    for (const { id } of inLane) {
      const moved = movedOf.get(id)
      const place = moved ?? {
        x: left + (tierOf.get(id) ?? 0) * tierPitch,
        y: laneHead + (rowOf.get(id) ?? 0) * rowPitch,
      }
      places.set(id, { x: place.x, y: top + place.y })
      lowest = Math.max(lowest, place.y + nodeHeight)
    }
    const height = lowest + laneFoot
    lanes.push({ id: laneId, top, height })
    top += height
  }
  const width = Math.max(0, ...[...places.values()].map(({ x }) => x + nodeWidth)) + left
  return { places, lanes, width, height: top }
}

/**
 * Whether another node stands in the row of `to` between the two, so that a straight run into it would pass behind that
 * node and look as if it came from there.
 */
export function isBlocked<Node extends string>(edge: Prerequisite<Node>, places: ReadonlyMap<Node, Place>): boolean {
  const from = places.get(edge.from)
  const to = places.get(edge.to)
  if (!from || !to) return false
  return [...places].some(
    ([id, { x, y }]) =>
      id !== edge.from &&
      id !== edge.to &&
      x + nodeWidth > from.x + nodeWidth &&
      x < to.x &&
      Math.abs(y - to.y) < nodeHeight / 2 + 4,
  )
}

/** The lane a node is in when its middle stands at `y`: the nearest one above the first or below the last. */
export function laneAt(lanes: readonly Lane[], y: number): Lane | null {
  const middle = y + nodeHeight / 2
  return lanes.find((lane) => middle < lane.top + lane.height) ?? lanes.at(-1) ?? null
}

function laneOf(node: LayoutNode, laneIds: readonly string[]): string | null {
  return node.laneId !== null && laneIds.includes(node.laneId) ? node.laneId : null
}

/**
 * The row of each node in its lane: as near as possible to the mean row of what it requires in the same lane, so that
 * chains run straight; otherwise the first free one.
 */
function rowsInLane<Node extends string>(
  nodes: readonly LayoutNode<Node>[],
  edges: readonly Prerequisite<Node>[],
  tierOf: ReadonlyMap<Node, number>,
): Map<Node, number> {
  const rowOf = new Map<Node, number>()
  const taken = new Map<number, Set<number>>()
  const byTier = [...nodes].sort((a, b) => (tierOf.get(a.id) ?? 0) - (tierOf.get(b.id) ?? 0))
  for (const { id } of byTier) {
    const tier = tierOf.get(id) ?? 0
    const inTier = taken.get(tier) ?? new Set<number>()
    taken.set(tier, inTier)
    const required = edges.flatMap(({ from, to }) => (to === id ? (rowOf.get(from) ?? []) : []))
    const wanted = required.length > 0 ? Math.round(required.reduce((sum, row) => sum + row, 0) / required.length) : 0
    const row = nearestFree(wanted, inTier)
    inTier.add(row)
    rowOf.set(id, row)
  }
  return rowOf
}

function nearestFree(wanted: number, taken: ReadonlySet<number>): number {
  for (let distance = 0; ; distance += 1) {
    if (!taken.has(wanted + distance)) return wanted + distance
    if (wanted - distance >= 0 && !taken.has(wanted - distance)) return wanted - distance
  }
}
