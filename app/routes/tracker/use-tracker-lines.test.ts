import { describe, expect, it } from 'vitest'
import { decodeCell, encodeCell } from '~/domain/cell-code'
import type { CellFace } from '~/domain/cell'
import type { Id } from '~/domain/ids'
import type { TrackerRow } from '~/domain/tracker-row'
import { figuresOf, metPerColumn, nameOfCell, waitingOf } from './tracker-lines'
import type { TrackerColumn } from './tracker-page.server'
import { mergeLines, type Patch } from './use-tracker-lines'
import { matchesName } from './use-tracker-table'

const person = (letter: string): Id<'person'> => `pers_000000000${letter}`
const plain: CellFace = {
  status: 'not-started',
  isMet: false,
  isOpen: true,
  isNew: false,
  marks: { waiting: null, isLocked: false, hasGap: false, level: null, isImported: false },
}
const mastered: CellFace = { ...plain, status: 'mastered', isMet: true }
const expired: CellFace = { ...plain, status: 'expired' }
const waiting: CellFace = { ...plain, status: 'in-review', marks: { ...plain.marks, waiting: 'assessor' } }

function line(letter: string, faces: (CellFace | null)[], more: Partial<TrackerRow> = {}): TrackerRow {
  return {
    personId: person(letter),
    name: letter,
    teamIds: [],
    participation: 'in-role',
    since: '2026-01-01',
    targetOn: null,
    code: faces.map(encodeCell).join(''),
    dates: {},
    assessors: {},
    readiness: { met: 0, needed: 2 },
    behind: null,
    overdue: [],
    ...more,
  }
}

const column = (name: string, isMineToSign: boolean): TrackerColumn => ({
  qualificationId: `qual_00000000${name}`,
  name,
  kind: 'skill',
  groupName: null,
  levelLabels: [],
  quickProblem: null,
  isMineToSign,
  coverageMinimum: null,
})

describe('the lines that are known', () => {
  const old = line('a', [plain])
  const newer = line('a', [mastered])
  const patch = (row: TrackerRow | null, sequence: number) =>
    new Map<Id<'person'>, Patch>([[person('a'), { row, sequence }]])

  it('are the newest of each person, whatever came first', () => {
    expect(mergeLines([old], 5, null, patch(newer, 6), false)).toEqual([newer])
    expect(mergeLines([newer], 6, null, patch(old, 5), false)).toEqual([newer])
    expect(mergeLines([old], 5, { rows: [newer], sequence: 7 }, new Map(), false)).toEqual([newer])
    expect(mergeLines([old], 5, { rows: [old], sequence: 7 }, patch(newer, 8), false)).toEqual([newer])
  })

  it('lose who no longer takes part', () => {
    expect(mergeLines([old], 5, null, patch(null, 6), false)).toEqual([])
  })

  it('take somebody new only where everybody is shown', () => {
    expect(mergeLines([], 5, { rows: [], sequence: 5 }, patch(newer, 6), true)).toEqual([newer])
    expect(mergeLines([], 5, { rows: [], sequence: 5 }, patch(newer, 6), false)).toEqual([])
  })

  it('do not bring back who had left before everybody was read', () => {
    expect(mergeLines([], 5, { rows: [], sequence: 7 }, patch(newer, 6), true)).toEqual([])
  })
})

describe('what is read out of lines', () => {
  const columns = [column('aa', true), column('bb', false)]

  it('counts met per column and people who need somebody', () => {
    const rows = [
      line('a', [mastered, mastered], { readiness: { met: 2, needed: 2 } }),
      line('b', [mastered, expired]),
      line('c', [waiting, null]),
    ]
    expect(metPerColumn(rows, 2)).toEqual([2, 1])
    expect(figuresOf(rows, columns, person('z'))).toEqual({
      people: 3,
      ready: 1,
      needAction: 2,
      toRenew: 0,
      waitForMe: 1,
    })
  })

  it('says whose turn it is: the assessor named, or everybody who may sign, never oneself', () => {
    const me = person('z')
    expect(waitingOf(waiting, line('a', [waiting]), 0, true, me)).toBe('mine')
    expect(waitingOf(waiting, line('a', [waiting]), 0, false, me)).toBe('others')
    expect(waitingOf(waiting, line('a', [waiting], { assessors: { 0: person('b') } }), 0, true, me)).toBe('others')
    expect(waitingOf(waiting, line('z', [waiting]), 0, true, me)).toBe('others')
  })

  it('names a cell whole', () => {
    const row = line('Elif Demir', [{ ...plain, status: 'not-yet' }], { dates: { 0: '2026-11-06' } })
    const face = decodeCell(row.code)
    expect(nameOfCell(face, row, 0, 'Allergen changeover', null, { viewerId: person('z'), names: {} })).toBe(
      'Allergen changeover, Elif Demir: Not yet, 6 Nov 2026',
    )
    expect(nameOfCell(null, row, 0, 'Allergen changeover', null, { viewerId: person('z'), names: {} })).toBe(
      'Allergen changeover, Elif Demir: Does not apply',
    )
  })

  it('finds people by any of their names, without accents', () => {
    expect(matchesName('Lucía Romero', 'lucia')).toBe(true)
    expect(matchesName('Lucía Romero', 'ro lu')).toBe(true)
    expect(matchesName('Lucía Romero', 'elif')).toBe(false)
  })
})
