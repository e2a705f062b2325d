/**
 * Who may do what (SECURITY section b). One pure function over the matrix in `access-matrix.ts`.
 * "Nobody signs, recognises, imports, exempts, releases from hold, confirms or promotes themselves, by any road."
 * "Administrator or designer alone is not enough" to sign: DESIGN 4.5 has to name the person (`may-sign.ts`).
 * What is not visible to the actor is absent (404); visible but not allowed is forbidden (403).
 */
import {
  accessColumns,
  accessMatrix,
  type AccessCell,
  type AccessColumn,
  type AccessRow,
  type Action,
} from './access-matrix'
import type { Id } from './ids'

export type { Action } from './access-matrix'
/** Every action there is, one per right of the matrix. */
export const actions = Object.keys(accessMatrix) as readonly Action[]

/** Whoever acts, read from the database for each request; rights are those in force today. */
export type Actor = {
  readonly organisationId: Id<'organisation'>
  readonly personId: Id<'person'>
  readonly accountId: Id<'account'> | null
  readonly isAdministrator: boolean
  readonly isDesigner: boolean
  readonly isAuditor: boolean
  /** Has "my people": reports, teams led, or somebody they stand in for (DESIGN 4.1). */
  readonly managesPeople: boolean
}

/** How the actor stands to the person (and qualification) the act is about. What is left out does not hold. */
export type Relation = {
  readonly isSelf?: boolean
  /** One of my people (DESIGN 4.1). */
  readonly isMyPerson?: boolean
  /** May-sign grant or named assessor for this person and qualification. */
  readonly isAssigned?: boolean
  /** What `canSign` answered for this person and qualification; only then signing acts are allowed. */
  readonly maySign?: boolean
  /** The event or request the act is about was made by the actor. */
  readonly isOwnAct?: boolean
  /** Whether the requirement is critical; left out counts as critical. */
  readonly isCritical?: boolean
  /** Organisation of the object, where the caller has not already looked only inside its own. */
  readonly organisationId?: Id<'organisation'>
}

export type RefusalCode = 'forbidden' | 'self' | 'may-not-sign' | 'critical'

export type Access =
  | { readonly allowed: true }
  /** `isVisible` decides between 403 (true) and 404 (false). */
  | { readonly allowed: false; readonly code: RefusalCode; readonly isVisible: boolean }

const allowed: Access = { allowed: true }

/** May `actor` do `action` to the object `relation` describes? Denies whatever the matrix does not grant. */
export function can(actor: Actor, action: Action, relation: Relation = {}): Access {
  if (relation.organisationId !== undefined && relation.organisationId !== actor.organisationId) {
    return { allowed: false, code: 'forbidden', isVisible: false }
  }
  const row: AccessRow = accessMatrix[action]
  if (row.isRefusedForOneself && relation.isSelf) return refuse(actor, action, relation, 'self')
  if (columnsOf(actor).some((column) => holds(row, column, relation))) return allowed
  return refuse(actor, action, relation, refusalCode(row, relation))
}

/** May the actor do this to anybody at all? For navigation and areas; the act itself still asks `can`. */
export function mayEver(actor: Actor, action: Action): boolean {
  return columnsOf(actor).some((column) => cellOf(accessMatrix[action], column) !== '-')
}

/** Whom the action covers for this actor: what `visiblePeople`, the SQL twin of `can`, has to select. */
export function scopeOf(actor: Actor, action: Action): PeopleScope {
  const row: AccessRow = accessMatrix[action]
  const columns = columnsOf(actor)
  const cells = new Set(columns.map((column) => cellOf(row, column)))
  return {
    isEverybody: cells.has('Y'),
    // `O` in the assessor's column is "my own act", which says nothing about one's own row.
    isSelf: !row.isRefusedForOneself && columns.some((each) => each !== 'assessor' && cellOf(row, each) === 'O'),
    isMyPeople: cells.has('T'),
    isAssigned: cells.has('S'),
  }
}

export type PeopleScope = {
  readonly isEverybody: boolean
  readonly isSelf: boolean
  readonly isMyPeople: boolean
  readonly isAssigned: boolean
}

/** Whether the act asks for password or PIN: never, always, or where the assessment rule says so. */
export function reauthenticationFor(action: Action): AccessRow['reauthentication'] {
  return accessMatrix[action].reauthentication
}

/** The cell of the matrix, for the table of rights in the interface and for tests. */
export function cellOf(row: AccessRow, column: AccessColumn): AccessCell {
  return row.cells.charAt(accessColumns.indexOf(column)) as AccessCell
}

/**
 * Columns an actor stands in. Anybody can be an assessor of somebody, which the relation says; without one that
 * column grants nothing that `employee` does not.
 */
function columnsOf(actor: Actor): readonly AccessColumn[] {
  const columns: AccessColumn[] = ['employee', 'assessor']
  if (actor.managesPeople) columns.push('manager')
  if (actor.isDesigner) columns.push('designer')
  if (actor.isAdministrator) columns.push('administrator')
  if (actor.isAuditor) columns.push('auditor')
  return columns
}

function holds(row: AccessRow, column: AccessColumn, relation: Relation): boolean {
  switch (cellOf(row, column)) {
    case 'Y':
      return true
    case 'O':
      return column === 'assessor' ? relation.isOwnAct === true : relation.isSelf === true
    case 'T':
      if (relation.isMyPerson !== true || relation.isSelf) return false
      if (row.isRefusedToManagersWhenCritical && relation.isCritical !== false) return false
      return row.needsMaySign ? relation.maySign === true : true
    case 'S':
      if (relation.isSelf) return false
      return row.needsMaySign ? relation.maySign === true : relation.isAssigned === true || relation.maySign === true
    case '-':
      return false
  }
}

function refusalCode(row: AccessRow, relation: Relation): RefusalCode {
  if (row.isRefusedToManagersWhenCritical && relation.isMyPerson && relation.isCritical !== false) return 'critical'
  if (row.needsMaySign) return 'may-not-sign'
  return 'forbidden'
}

function refuse(actor: Actor, action: Action, relation: Relation, code: RefusalCode): Access {
  const seenBy = accessMatrix[action].visibleBy as Action | null
  const isVisible = seenBy === null || (seenBy !== action && can(actor, seenBy, relation).allowed)
  return { allowed: false, code, isVisible }
}
