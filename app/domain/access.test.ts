import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actions, can, cellOf, mayEver, scopeOf, type Action, type Actor, type Relation } from './access'
import { accessColumns, accessMatrix, type AccessColumn, type AccessRow } from './access-matrix'

const rowOf = (action: Action): AccessRow => accessMatrix[action]

const nobodySpecial: Actor = {
  organisationId: 'org_0000000001',
  personId: 'pers_0000000001',
  accountId: 'acct_0000000001',
  isAdministrator: false,
  isDesigner: false,
  isAuditor: false,
  managesPeople: false,
}
const rights = {
  manager: { managesPeople: true },
  designer: { isDesigner: true },
  administrator: { isAdministrator: true },
  auditor: { isAuditor: true },
} as const
const actorWith = (...columns: (keyof typeof rights)[]): Actor =>
  Object.assign({}, nobodySpecial, ...columns.map((column) => rights[column]))

/** A stranger of the same organisation, and what each scope of a cell stands for. */
const stranger: Relation = {}
const scopes: Record<'O' | 'T' | 'S', Relation> = {
  O: { isSelf: true },
  T: { isMyPerson: true, maySign: true, isCritical: false },
  S: { isAssigned: true, maySign: true },
}

describe('the matrix', () => {
  it('has a cell for every column of every action', () => {
    for (const action of actions) {
      expect(rowOf(action).cells, action).toMatch(new RegExp(`^[YOTS-]{${accessColumns.length}}$`))
    }
  })

  it('covers every row of SECURITY (b) but 17 and 19, which are rules and not rights', () => {
    const rows = new Set(actions.map((action) => rowOf(action).row))
    const missing = Array.from({ length: 44 }, (_, index) => index + 1).filter((number) => !rows.has(number))
    // 17 is `isRefusedForOneself`, 19 is revoking and signing again.
    expect(missing).toEqual([17, 19])
  })

  it('names an action that shows the object wherever a refusal may hide it', () => {
    for (const action of actions) {
      const { visibleBy } = rowOf(action)
      if (visibleBy !== null) expect(actions, action).toContain(visibleBy)
    }
  })

  it('lets nothing outside do more than open a badge and sign in', () => {
    const outside: AccessColumn[] = ['anonymous', 'former-employee', 'other-organisation']
    const granted = actions.filter((action) => outside.some((column) => cellOf(rowOf(action), column) !== '-'))
    expect(granted).toEqual(['open-badge', 'sign-in'])
  })

  it('never lets a token sign, recognise, import marks or hold', () => {
    const never = actions.filter((action) => [14, 15, 16, 18, 34, 36, 37].includes(rowOf(action).row))
    expect(never.filter((action) => cellOf(rowOf(action), 'token') !== '-')).toEqual([])
  })
})

describe('what each right grants', () => {
  const columns = ['manager', 'designer', 'administrator', 'auditor'] as const
  const cells = actions.flatMap((action) =>
    columns.map((column) => ({ action, column, cell: cellOf(rowOf(action), column) })),
  )

  it.each(cells)('$action as $column: $cell', ({ action, column, cell }) => {
    const actor = actorWith(column)
    const everybodyMay = cellOf(rowOf(action), 'employee') === 'Y'
    expect(can(actor, action, stranger).allowed).toBe(cell === 'Y' || everybodyMay)
    if (cell === 'T' || cell === 'S') expect(can(actor, action, scopes[cell]).allowed).toBe(true)
  })

  it.each(actions)('%s as an employee without any right', (action) => {
    const cell = cellOf(rowOf(action), 'employee')
    expect(can(nobodySpecial, action, stranger).allowed).toBe(cell === 'Y')
    expect(can(nobodySpecial, action, { isSelf: true }).allowed).toBe(cell === 'Y' || cell === 'O')
  })

  it.each(actions)('%s as an assessor of somebody', (action) => {
    const cell = cellOf(rowOf(action), 'assessor')
    expect(can(nobodySpecial, action, scopes.S).allowed).toBe(cell === 'Y' || cell === 'S')
  })

  it('adds rights up: whatever one right allows, more rights allow too', () => {
    fc.assert(
      fc.property(anyActor, anyActor, fc.constantFrom(...actions), anyRelation, (one, other, action, relation) => {
        const both: Actor = {
          ...one,
          isAdministrator: one.isAdministrator || other.isAdministrator,
          isDesigner: one.isDesigner || other.isDesigner,
          isAuditor: one.isAuditor || other.isAuditor,
          managesPeople: one.managesPeople || other.managesPeople,
        }
        if (can(one, action, relation).allowed) expect(can(both, action, relation).allowed).toBe(true)
      }),
    )
  })
})

const anyActor: fc.Arbitrary<Actor> = fc
  .record({
    isAdministrator: fc.boolean(),
    isDesigner: fc.boolean(),
    isAuditor: fc.boolean(),
    managesPeople: fc.boolean(),
  })
  .map((held) => ({ ...nobodySpecial, ...held }))
const anyRelation: fc.Arbitrary<Relation> = fc.record({
  isSelf: fc.boolean(),
  isMyPerson: fc.boolean(),
  isAssigned: fc.boolean(),
  maySign: fc.boolean(),
  isOwnAct: fc.boolean(),
  isCritical: fc.boolean(),
})

describe('nobody signs, recognises, imports, exempts, releases, confirms or promotes themselves', () => {
  const selfless = [
    'record-assessment',
    'sign-off',
    'second-signature',
    'confirm-imported',
    'revoke-sign-off',
    'recognise',
    'exempt',
    'end-exemption',
    'hold',
    'release',
    'import-marks',
    'recommend-promotion',
    'record-promotion',
    'deactivate-account',
  ] as const satisfies readonly Action[]

  it('is said of exactly these acts', () => {
    expect(actions.filter((action) => rowOf(action).isRefusedForOneself).toSorted()).toEqual([...selfless].toSorted())
  })

  it('holds for every combination of rights and every relation', () => {
    fc.assert(
      fc.property(anyActor, fc.constantFrom(...selfless), anyRelation, (actor, action, relation) => {
        const answer = can(actor, action, { ...relation, isSelf: true })
        expect(answer).toEqual({ allowed: false, code: 'self', isVisible: true })
      }),
      { numRuns: 1000 },
    )
  })
})

describe('signing', () => {
  it.each(['record-assessment', 'sign-off', 'second-signature', 'confirm-imported'] as const)(
    '%s needs DESIGN 4.5 to name the signer, whatever else they are',
    (action) => {
      fc.assert(
        fc.property(anyActor, anyRelation, (actor, relation) => {
          expect(can(actor, action, { ...relation, maySign: false }).allowed).toBe(false)
          expect(can(actor, action, { ...relation, isSelf: false, maySign: true }).allowed).toBe(true)
        }),
      )
    },
  )

  it('says why to an administrator or designer who is not named', () => {
    const actor = actorWith('administrator', 'designer')
    expect(can(actor, 'sign-off', { isMyPerson: false })).toEqual({
      allowed: false,
      code: 'may-not-sign',
      isVisible: true,
    })
  })

  it('lets a signer take back the own signature after the right to sign has ended', () => {
    expect(can(nobodySpecial, 'revoke-sign-off', { isOwnAct: true }).allowed).toBe(true)
    expect(can(nobodySpecial, 'revoke-sign-off', {}).allowed).toBe(false)
  })
})

describe('404 or 403', () => {
  it.each<[string, Actor, Action, Relation, boolean]>([
    ['a colleague’s status is absent to an employee', nobodySpecial, 'read-status', {}, false],
    ['so is signing for them', nobodySpecial, 'sign-off', {}, false],
    ['signing for oneself is forbidden, not absent', nobodySpecial, 'sign-off', { isSelf: true }, true],
    ['a draft is absent to a manager', actorWith('manager'), 'edit-draft', {}, false],
    ['a draft is visible to an auditor, who may not edit it', actorWith('auditor'), 'edit-draft', {}, true],
    ['settings are an area, so forbidden', nobodySpecial, 'settings', {}, true],
    ['a stranger is absent to a manager', actorWith('manager'), 'hold', {}, false],
    [
      'a published version is visible to a manager, who may not withdraw it',
      actorWith('manager'),
      'withdraw-version',
      {},
      true,
    ],
    [
      'records are absent to an administrator who is nothing else',
      actorWith('administrator'),
      'read-record',
      {},
      false,
    ],
  ])('%s', (_, actor, action, relation, isVisible) => {
    expect(can(actor, action, relation)).toMatchObject({ allowed: false, isVisible })
  })

  it('hides whatever belongs to another organisation from everybody, for every action', () => {
    fc.assert(
      fc.property(anyActor, fc.constantFrom(...actions), anyRelation, (actor, action, relation) => {
        const foreign = { ...relation, organisationId: 'org_0000000002' as const }
        expect(can(actor, action, foreign)).toEqual({ allowed: false, code: 'forbidden', isVisible: false })
      }),
    )
  })
})

describe('exemptions of critical requirements', () => {
  it('are a designer’s matter, not a manager’s', () => {
    const manager = actorWith('manager')
    expect(can(manager, 'exempt', { isMyPerson: true, isCritical: false }).allowed).toBe(true)
    expect(can(manager, 'exempt', { isMyPerson: true, isCritical: true })).toMatchObject({
      code: 'critical',
      isVisible: true,
    })
    expect(can(manager, 'exempt', { isMyPerson: true })).toMatchObject({ code: 'critical' })
    expect(can(actorWith('designer'), 'exempt', { isCritical: true }).allowed).toBe(true)
  })
})

describe('areas and lists', () => {
  it('offers an area where some right of the actor could ever allow it', () => {
    expect(mayEver(nobodySpecial, 'edit-draft')).toBe(false)
    expect(mayEver(nobodySpecial, 'settings')).toBe(false)
    expect(mayEver(nobodySpecial, 'read-coverage')).toBe(false)
    expect(mayEver(actorWith('manager'), 'read-coverage')).toBe(true)
    expect(mayEver(actorWith('administrator'), 'settings')).toBe(true)
  })

  it('gives a list exactly the people `can` would allow one by one', () => {
    fc.assert(
      fc.property(
        anyActor,
        fc.constantFrom('read-status', 'read-record', 'live-stream', 'read-person'),
        anyRelation,
        (actor, action, relation) => {
          // One's own row comes by its own scope, never as one of "my people".
          const person = relation.isSelf ? { isSelf: true } : { ...relation, isOwnAct: false, maySign: false }
          const scope = scopeOf(actor, action)
          const isListed =
            scope.isEverybody ||
            (scope.isSelf && person.isSelf === true) ||
            (scope.isMyPeople && relation.isMyPerson === true && !person.isSelf) ||
            (scope.isAssigned && relation.isAssigned === true && !person.isSelf)
          expect(can(actor, action, person).allowed).toBe(isListed)
        },
      ),
    )
  })
})
