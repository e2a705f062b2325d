import { describe, expect, it } from 'vitest'
import { lineByTyping, positionAfter } from './grid-keys'

const extent = { lines: 30, columns: 12 }
const at = (line: number, column: number) => ({ line, column })

describe('the keys of the grid', () => {
  it.each([
    ['ArrowRight', false, at(3, 4), at(3, 5)],
    ['ArrowRight', false, at(3, 11), at(3, 11)],
    ['ArrowRight', true, at(3, 4), at(3, 11)],
    ['ArrowLeft', false, at(3, 0), at(3, -1)],
    ['ArrowLeft', true, at(3, 7), at(3, -1)],
    ['ArrowUp', false, at(0, 2), at(-1, 2)],
    ['ArrowUp', true, at(9, 2), at(0, 2)],
    ['ArrowUp', true, at(0, 2), at(-1, 2)],
    ['ArrowDown', false, at(29, 2), at(29, 2)],
    ['ArrowDown', true, at(-1, 2), at(29, 2)],
    ['Home', false, at(5, 8), at(5, 0)],
    ['End', false, at(5, 0), at(5, 11)],
    ['Home', true, at(5, 8), at(0, 0)],
    ['End', true, at(5, 8), at(29, 11)],
    ['PageDown', false, at(25, 1), at(29, 1)],
    ['PageUp', false, at(12, 1), at(2, 1)],
  ] as const)('%s (Ctrl: %s) leads from %o to %o', (key, isControl, from, to) => {
    expect(positionAfter(key, isControl, from, extent)).toEqual(to)
  })

  it('leaves other keys to whoever wants them', () => {
    expect(positionAfter('m', false, at(0, 0), extent)).toBeNull()
  })
})

describe('typing a name', () => {
  const names = ['Amara Okafor', 'Elif Demir', 'Elin Norberg', 'Lucía Romero', 'Zoë Falk']

  it('goes to the first who begins so, by first or last name and without accents', () => {
    expect(lineByTyping(names, 'el', 0)).toBe(1)
    expect(lineByTyping(names, 'lucia', 0)).toBe(3)
    expect(lineByTyping(names, 'dem', 0)).toBe(1)
  })

  it('goes on to the next with the same letter again, and round', () => {
    expect(lineByTyping(names, 'e', 1)).toBe(2)
    expect(lineByTyping(names, 'ee', 2)).toBe(1)
  })

  it('stays where it is when nobody is called so', () => {
    expect(lineByTyping(names, 'xy', 2)).toBe(-1)
    expect(lineByTyping([], 'a', 0)).toBe(-1)
  })
})
