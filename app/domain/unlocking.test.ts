import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aProgram, aRequirement, group, qual } from '../../tests/support/domain-facts'
import {
  type Prerequisite,
  findCycle,
  mustsRequiringNonMusts,
  pathOfCycle,
  prerequisitesOf,
  tiers,
  unlockCounts,
  unlockOrder,
} from './unlocking'

const edge = (from: string, to: string): Prerequisite => ({ from, to })
const chain = [edge('a', 'b'), edge('b', 'c'), edge('a', 'd')]

describe('a cycle', () => {
  it('is refused with its path', () => {
    expect(pathOfCycle(chain, edge('c', 'a'))).toEqual(['c', 'a', 'b', 'c'])
    expect(pathOfCycle(chain, edge('b', 'a'))).toEqual(['b', 'a', 'b'])
    expect(pathOfCycle(chain, edge('a', 'a'))).toEqual(['a', 'a'])
  })

  it('is not closed by a second way to the same place', () => {
    expect(pathOfCycle(chain, edge('a', 'c'))).toBeNull()
    expect(pathOfCycle(chain, edge('d', 'c'))).toBeNull()
  })

  it('is found among edges that came from elsewhere', () => {
    expect(findCycle(chain)).toBeNull()
    expect(findCycle([...chain, edge('c', 'a')])).toEqual(['c', 'a', 'b', 'c'])
  })
})

describe('unlock order', () => {
  it('puts everything after what it needs, ties in column order', () => {
    expect(unlockOrder(['c', 'd', 'b', 'a'], chain)).toEqual(['a', 'd', 'b', 'c'])
    expect(unlockOrder(['x', 'y', 'z'], [])).toEqual(['x', 'y', 'z'])
  })

  it('ignores what is not given', () => {
    expect(unlockOrder(['c', 'a'], chain)).toEqual(['c', 'a'])
  })

  it('ends even on a cycle, with what lies on it last', () => {
    expect(unlockOrder(['a', 'b', 'c', 'd'], [edge('a', 'b'), edge('b', 'a'), edge('d', 'c')])).toEqual([
      'd',
      'c',
      'a',
      'b',
    ])
  })
})

it('tiers are the longest way from the start', () => {
  const edges = [...chain, edge('a', 'c'), edge('c', 'e')]
  expect([...tiers(['a', 'b', 'c', 'd', 'e'], edges)]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 1],
    ['e', 3],
  ])
})

it('counts what each opens, near or far, each once', () => {
  const edges = [...chain, edge('d', 'c')]
  expect([...unlockCounts(['a', 'b', 'c', 'd'], edges)]).toEqual([
    ['a', 3],
    ['b', 1],
    ['c', 0],
    ['d', 1],
  ])
})

describe('a must may require only musts', () => {
  const rules = (cls: 'must' | 'should', atLeast: number | null) =>
    aProgram(
      [
        aRequirement('hygiene', { class: cls, groupId: group('basics') }),
        aRequirement('dough', { prerequisites: [qual('hygiene'), qual('elsewhere')] }),
      ],
      [{ id: group('basics'), atLeast }],
    )

  it('so a should before a must is named', () => {
    expect(mustsRequiringNonMusts(rules('should', null))).toEqual([{ must: qual('dough'), requires: qual('hygiene') }])
    expect(mustsRequiringNonMusts(rules('must', null))).toEqual([])
  })

  it('and one of an at-least-n group is a must', () => {
    expect(mustsRequiringNonMusts(rules('should', 1))).toEqual([])
  })

  it('and what is not in the version asks nothing', () => {
    expect(prerequisitesOf(rules('must', null))).toEqual([{ from: qual('hygiene'), to: qual('dough') }])
  })
})

describe('for any prerequisites', () => {
  const nodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const anyEdges = fc.array(fc.record({ from: fc.constantFrom(...nodes), to: fc.constantFrom(...nodes) }), {
    maxLength: 25,
  })
  /** Edges accepted one by one, as the map accepts them. */
  const accept = (wanted: readonly Prerequisite[]) => {
    const accepted: Prerequisite[] = []
    for (const each of wanted) if (pathOfCycle(accepted, each) === null) accepted.push(each)
    return accepted
  }

  it('no order of adding them makes a cycle', () => {
    fc.assert(
      fc.property(anyEdges, (wanted) => {
        const accepted = accept(wanted)
        const order = unlockOrder(nodes, accepted)
        for (const { from, to } of accepted) expect(order.indexOf(from)).toBeLessThan(order.indexOf(to))
        expect(findCycle(accepted)).toBeNull()
      }),
      { numRuns: 5_000 },
    )
  })

  it('a refusal is always right: its path is a real one', () => {
    fc.assert(
      fc.property(anyEdges, (wanted) => {
        const accepted: Prerequisite[] = []
        for (const each of wanted) {
          const path = pathOfCycle(accepted, each)
          if (path === null) {
            accepted.push(each)
            continue
          }
          expect(path[0]).toBe(each.from)
          expect(path[1]).toBe(each.to)
          expect(path.at(-1)).toBe(each.from)
          for (let step = 1; step < path.length - 1; step += 1) {
            expect(accepted).toContainEqual(edge(path[step] ?? '', path[step + 1] ?? ''))
          }
        }
      }),
      { numRuns: 5_000 },
    )
  })

  it('each lies in a higher tier than all it needs', () => {
    fc.assert(
      fc.property(anyEdges, (wanted) => {
        const accepted = accept(wanted)
        const tier = tiers(nodes, accepted)
        for (const { from, to } of accepted) expect(tier.get(to)).toBeGreaterThan(tier.get(from) ?? 0)
      }),
      { numRuns: 2_000 },
    )
  })
})
