/**
 * The authorisation matrix (SECURITY section b) as data; `access.ts` is the only reader, tests iterate over it.
 * "Deny by default. Rights add up." A row grants what its cells say and nothing else.
 */

/** Columns of the matrix. An actor has every column of a right held; `assessor` needs a relation to the subject. */
export const accessColumns = [
  'anonymous',
  'employee',
  'assessor',
  'manager',
  'designer',
  'administrator',
  'auditor',
  'former-employee',
  'other-organisation',
  'token',
] as const
export type AccessColumn = (typeof accessColumns)[number]

/**
 * `Y` whole organisation, `O` my own record or my own act, `T` my people, `S` people and qualifications assigned to
 * me, `-` refused.
 */
export type AccessCell = 'Y' | 'O' | 'T' | 'S' | '-'

export type AccessRow = {
  /** Number of the row in SECURITY (b), so that a reader finds the source. */
  readonly row: number
  /** One cell per column, in the order of `accessColumns`. */
  readonly cells: string
  /** "Nobody signs, recognises, imports, exempts, releases from hold, confirms or promotes themselves" (4.5). */
  readonly isRefusedForOneself: boolean
  /** S and T hold only for somebody DESIGN 4.5 lets sign this qualification for this person. */
  readonly needsMaySign: boolean
  /** T does not hold for critical requirements. */
  readonly isRefusedToManagersWhenCritical: boolean
  /** Whether the person must just have proved who they are: never, always, or where the assessment rule asks. */
  readonly reauthentication: 'no' | 'always' | 'by-rule'
  /**
   * The action that shows the object: whoever may do that gets 403, everybody else 404. An act of looking names itself.
   * Null is an area of the application: it has no object to hide.
   */
  readonly visibleBy: string | null
}

type Options = Partial<Omit<AccessRow, 'row' | 'cells'>>

function row(number: number, cells: string, options: Options = {}): AccessRow {
  return {
    row: number,
    cells: cells.replaceAll(' ', ''),
    isRefusedForOneself: false,
    needsMaySign: false,
    isRefusedToManagersWhenCritical: false,
    reauthentication: 'no',
    visibleBy: null,
    ...options,
  }
}

const status = { visibleBy: 'read-status' }
const person = { visibleBy: 'read-person' }
const draft = { visibleBy: 'read-draft' }
const signing: Options = { ...status, isRefusedForOneself: true, needsMaySign: true, reauthentication: 'by-rule' }
const never = '- - - - - - - - - -'
/** Everybody inside, about themselves. */
const ownOnly = '- O - - - - - - - -'

/** Cells: anonymous, employee, assessor, manager, designer, administrator, auditor, former, other org, token. */
export const accessMatrix = {
  'open-badge': row(1, 'Y Y Y Y Y Y Y Y Y -'),
  'sign-in': row(2, 'Y Y Y Y Y Y Y - Y -'),
  'read-published-version': row(3, '- Y Y Y Y Y Y - - Y', { visibleBy: 'read-published-version' }),
  'read-draft': row(4, '- - - - Y - Y - - -', draft),
  'edit-draft': row(4, '- - - - Y - - - - -', draft),
  'publish-version': row(5, '- - - - Y - - - - -', { ...draft, reauthentication: 'always' }),
  'withdraw-version': row(6, '- - - - Y - - - - -', {
    visibleBy: 'read-published-version',
    reauthentication: 'always',
  }),
  'import-into-draft': row(7, '- - - - Y - - - - -', draft),
  'import-people': row(7, '- - - - Y Y - - - -'),
  'read-person': row(8, '- O S T Y Y Y - - -', person),
  'edit-person': row(8, '- - - - Y Y - - - -', person),
  'invite-person': row(8, '- - - - Y Y - - - Y', person),
  'change-rights': row(9, '- - - - - Y - - - -', { ...person, reauthentication: 'always' }),
  'name-assessor': row(9, '- - - - - Y - - - -', person),
  'edit-teams': row(9, '- - - - Y Y - - - -'),
  'deactivate-account': row(10, '- - - - - Y - - - Y', {
    ...person,
    isRefusedForOneself: true,
    reauthentication: 'always',
  }),
  'assign-program': row(11, '- - - T Y Y - - - Y', person),
  'choose-target-role': row(11, '- O - T Y - - - - -', person),
  'request-demonstration': row(12, '- O - T Y - - - - -', status),
  'submit-evidence': row(13, ownOnly, status),
  'submit-evidence-for-another': row(13, '- - S T - - - - - -', status),
  'tick-process': row(13, '- O - T - - - - - -', status),
  'record-assessment': row(14, '- - S T S S - - - -', { ...signing, reauthentication: 'no' }),
  'sign-off': row(15, '- - S T S S - - - -', signing),
  'second-signature': row(16, '- - S T S S - - - -', signing),
  'confirm-imported': row(15, '- - S T S S - - - -', signing),
  'revoke-sign-off': row(18, '- - O T Y - - - - -', {
    ...status,
    isRefusedForOneself: true,
    reauthentication: 'by-rule',
  }),
  'read-own-record': row(20, ownOnly, status),
  'read-status': row(21, '- O S T Y - Y - - Y', status),
  'read-record': row(22, '- O S T Y - Y - - -', status),
  'live-stream': row(23, '- O S T Y - Y - - -', status),
  'export-own-data': row(24, ownOnly, { ...status, reauthentication: 'always' }),
  'export-records': row(25, '- - - T Y - Y - - Y', { reauthentication: 'always' }),
  'export-archive': row(25, '- - - - - Y - - - -', { reauthentication: 'always' }),
  'read-audit-log': row(26, '- O O T Y Y Y - - Y'),
  'edit-history': row(27, never),
  'read-settings': row(28, '- - - - - Y Y - - -'),
  settings: row(28, '- - - - - Y - - - -', { reauthentication: 'always' }),
  'list-api-tokens': row(29, '- - - - - Y Y - - -'),
  'manage-api-tokens': row(29, '- - - - - Y - - - -', { reauthentication: 'always' }),
  'show-own-badge': row(30, ownOnly),
  'disable-badges': row(30, '- - - - Y - - - - -'),
  'propose-pseudonymising': row(31, '- - - - - Y - - - -', { ...person, reauthentication: 'always' }),
  'confirm-pseudonymising': row(31, '- - - - Y - - - - -', { ...person, reauthentication: 'always' }),
  'verify-ledger': row(32, '- - - - Y Y Y - - Y'),
  'back-up-and-restore': row(33, never),
  recognise: row(34, '- - S T Y - - - - -', signing),
  exempt: row(35, '- - - T Y - - - - -', {
    ...status,
    isRefusedForOneself: true,
    isRefusedToManagersWhenCritical: true,
  }),
  'end-exemption': row(35, '- - - T Y - - - - -', {
    ...status,
    isRefusedForOneself: true,
    isRefusedToManagersWhenCritical: true,
  }),
  hold: row(36, '- - S T Y - - - - -', { ...status, isRefusedForOneself: true }),
  release: row(36, '- - S T Y - - - - -', { ...status, isRefusedForOneself: true }),
  'import-marks': row(37, '- - - - Y - - - - -', { ...status, isRefusedForOneself: true }),
  'recommend-promotion': row(38, '- - - T - - - - - -', { ...status, isRefusedForOneself: true }),
  'record-promotion': row(38, '- - - - Y Y - - - -', { ...person, isRefusedForOneself: true }),
  'record-absence': row(39, '- - - T Y - - - - -', person),
  'name-own-stand-in': row(39, ownOnly, person),
  'name-stand-in-for-another': row(39, '- - - - - Y - - - -', person),
  'invite-outside-reviewer': row(40, '- - - T Y - - - - -', status),
  'wall-board': row(41, '- - - - Y Y - - - -'),
  'read-coverage': row(42, '- - - T Y - Y - - Y'),
  'read-library': row(43, '- - - - Y - Y - - -'),
  'edit-library': row(43, '- - - - Y - - - - -'),
  'ask-to-show': row(44, '- - S T Y - - - - -', status),
} satisfies Record<string, AccessRow>

export type Action = keyof typeof accessMatrix
