import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellFace } from './cell'
import { decodeCell, decodeRow, encodeCell, encodeRow } from './cell-code'
import { cellStatuses } from './vocabulary'

/** Faces as `deriveRow` makes them: a lock is of something not met, a gap of something met, exempt has neither. */
const anyFace: fc.Arbitrary<CellFace> = fc
  .record({
    status: fc.constantFrom(...cellStatuses),
    isBlocked: fc.boolean(),
    isNew: fc.boolean(),
    waiting: fc.constantFrom('assessor' as const, 'person' as const, null),
    level: fc.constantFrom(null, 1, 2, 3, 4, 5),
    isImported: fc.boolean(),
  })
  .map(({ status, isBlocked, isNew, waiting, level, isImported }) => {
    const isMet = status === 'mastered' || status === 'expiring'
    const isLocked = isBlocked && !isMet && status !== 'exempt'
    const hasGap = isBlocked && isMet
    return {
      status,
      isMet,
      isOpen: !isLocked && !hasGap,
      isNew,
      marks: { waiting, isLocked, hasGap, level, isImported },
    }
  })

const plain = (status: CellFace['status']): CellFace => ({
  status,
  isMet: status === 'mastered' || status === 'expiring',
  isOpen: true,
  isNew: false,
  marks: { waiting: null, isLocked: false, hasGap: false, level: null, isImported: false },
})

describe('the code of a row', () => {
  it('is one character per cell and reads back as the same faces', () => {
    fc.assert(
      fc.property(fc.array(fc.option(anyFace, { nil: null }), { maxLength: 200 }), (row) => {
        const text = encodeRow(row)
        expect(text.length).toBe(row.length)
        expect(decodeRow(text)).toEqual(row)
      }),
      { numRuns: 2_000 },
    )
  })

  it('has no character that JSON would escape', () => {
    fc.assert(
      fc.property(anyFace, (face) => {
        const code = encodeCell(face)
        expect(JSON.stringify(code)).toBe(`"${code}"`)
        expect(code).toMatch(/^[A-Za-z0-9\u4e00-\u9fff]$/)
      }),
      { numRuns: 5_000 },
    )
  })

  it('gives every face its own character', () => {
    fc.assert(
      fc.property(anyFace, anyFace, (a, b) => {
        expect(encodeCell(a) === encodeCell(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
      { numRuns: 5_000 },
    )
  })

  it('is one byte for the statuses without a mark', () => {
    expect(encodeRow([...cellStatuses.map(plain), null])).toBe('ABCDEFGHIJK.')
  })

  it('refuses a character of no face', () => {
    for (const character of ['', '"', '-', '\u9fff', '\u3000', 'é']) {
      expect(() => decodeCell(character)).toThrow(RangeError)
    }
  })
})
