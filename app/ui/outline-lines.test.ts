import { describe, expect, it } from 'vitest'
import { initialsOf } from './avatar'
import { linesOf } from './outline-lines'

describe('pasted lines', () => {
  it('lose list marks, tabs and empty lines', () => {
    expect(linesOf('- Swabs five points\r\n\r\n2. Isolates the bin\n• Cleans\tin order\n  \n')).toEqual([
      'Swabs five points',
      'Isolates the bin',
      'Cleans in order',
    ])
  })

  it('keep numbers and hyphens that belong to the text', () => {
    expect(linesOf('45 min each\nLock-out\n3.5 mm or less')).toEqual(['45 min each', 'Lock-out', '3.5 mm or less'])
  })
})

describe('initials', () => {
  it('take the first and the last word', () => {
    expect(initialsOf('Mary Ann de Vries')).toBe('MV')
    expect(initialsOf('  Ødegård ')).toBe('Ø')
    expect(initialsOf('')).toBe('')
  })
})
