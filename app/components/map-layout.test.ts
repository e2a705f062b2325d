import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBlocked, laneAt, layOutMap, nodeHeight, nodeWidth } from './map-layout'

/** Any acyclic map: an edge always leads from an earlier node to a later one. */
const anyMap = fc.integer({ min: 1, max: 40 }).chain((count) =>
  fc.record({
    nodes: fc
      .array(fc.constantFrom('a', 'b', 'c', null), { minLength: count, maxLength: count })
      .map((lanes) => lanes.map((laneId, index) => ({ id: `n${index}`, laneId }))),
    edges: fc.array(fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })), { maxLength: 80 }).map((pairs) =>
      pairs.flatMap(([one, other]) => {
        if (one === other) return []
        return [{ from: `n${Math.min(one, other)}`, to: `n${Math.max(one, other)}` }]
      }),
    ),
    laneIds: fc.constant(['a', 'b', 'c']),
  }),
)

describe('the automatic layout of the map', () => {
  test('lets no two nodes overlap', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const places = [...layOutMap(map).places.values()]
        places.forEach((a, index) => {
          for (const b of places.slice(index + 1)) {
            const apart = Math.abs(a.x - b.x) >= nodeWidth || Math.abs(a.y - b.y) >= nodeHeight
            expect(apart).toBe(true)
          }
        })
      }),
    )
  })

  test('draws every prerequisite from left to right', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const { places } = layOutMap(map)
        for (const { from, to } of map.edges) {
          expect((places.get(from)?.x ?? 0) + nodeWidth).toBeLessThan(places.get(to)?.x ?? 0)
        }
      }),
    )
  })

  test('keeps every node inside its lane, and lanes one below the other without a gap', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const { places, lanes } = layOutMap(map)
        lanes.forEach((lane, index) => {
          const above = lanes[index - 1]
          expect(lane.top).toBe(above ? above.top + above.height : 0)
        })
        for (const node of map.nodes) {
          const place = places.get(node.id)
          const lane = lanes.find(({ id }) => id === node.laneId)
          if (!place || !lane) throw new Error('every node has a place and a lane')
          expect(place.y).toBeGreaterThan(lane.top)
          expect(place.y + nodeHeight).toBeLessThan(lane.top + lane.height)
          expect(laneAt(lanes, place.y)?.id).toBe(node.laneId)
        }
      }),
    )
  })

  test('runs a chain in one row', () => {
    const nodes = ['a', 'b', 'c'].map((id) => ({ id, laneId: 'lane' }))
    const edges = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ]
    const { places } = layOutMap({ nodes, edges, laneIds: ['lane'] })
    expect(new Set([...places.values()].map(({ y }) => y)).size).toBe(1)
  })

  test('keeps a moved node at its distance from the top of its lane when the lane above grows', () => {
    const moved = [{ id: 'low', x: 400, y: 90 }]
    const low = { id: 'low', laneId: 'below' }
    const few = layOutMap({ nodes: [{ id: 'x', laneId: 'above' }, low], edges: [], laneIds: ['above', 'below'], moved })
    const many = layOutMap({
      nodes: [...['x', 'y', 'z'].map((id) => ({ id, laneId: 'above' })), low],
      edges: [],
      laneIds: ['above', 'below'],
      moved,
    })
    for (const layout of [few, many]) {
      expect(layout.places.get('low')).toEqual({ x: 400, y: (layout.lanes[1]?.top ?? 0) + 90 })
    }
    expect(many.places.get('low')?.y).toBeGreaterThan(few.places.get('low')?.y ?? 0)
  })

  test('knows which edges would run behind a node of the same row', () => {
    const nodes = ['a', 'b', 'c'].map((id) => ({ id, laneId: 'lane' }))
    const edges = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'a', to: 'c' },
    ]
    const { places } = layOutMap({ nodes, edges, laneIds: ['lane'] })
    expect(edges.map((edge) => isBlocked(edge, places))).toEqual([false, false, true])
  })

  test('has no lane for what belongs to no group unless it is needed', () => {
    const lanes = layOutMap({ nodes: [{ id: 'x', laneId: 'a' }], edges: [], laneIds: ['a'] }).lanes
    expect(lanes.map(({ id }) => id)).toEqual(['a'])
    expect(layOutMap({ nodes: [], edges: [], laneIds: [] }).lanes).toHaveLength(1)
  })
})
