/**
 * Changes, orders and removes the rows the eight steps are made of. Which row may be written is decided by the commands; here every
 * statement names the organisation, so that another's row is never touched.
 */
import type { Id } from '~/domain/ids'
import type { Tx } from '../client.server'

type Organisation = { readonly organisationId: Id<'organisation'> }

/** The designer's name of each field and its column. */
const columns = {
  role: { title: 'title', purpose: 'purpose', family: 'family', level: 'level', formerTitles: 'former_titles' },
  duty: { text: 'text' },
  requirement_group: { name: 'name', atLeast: 'at_least' },
  qualification: { name: 'name', formerNames: 'former_names', kind: 'kind' },
  requirement: {
    need: 'need',
    withinDays: 'within_days',
    class: 'class',
    groupId: 'requirement_group_id',
    isCritical: 'is_critical',
    level: 'level',
    revisionId: 'revision_id',
    countsFrom: 'counts_from',
  },
  revision: {
    statement: 'statement',
    scope: 'scope',
    accuracy: 'accuracy',
    timeLimit: 'time_limit',
    amount: 'amount',
    period: 'period',
    confirmedBy: 'confirmed_by',
    occasions: 'occasions',
    observers: 'observers',
    lighterRenewal: 'lighter_renewal',
    levelLabels: 'level_labels',
    kind: 'validity_kind',
    months: 'validity_months',
    repeatMonths: 'repeat_months',
    fixedDay: 'fixed_day',
    renewalWindowDays: 'renewal_window_days',
    assessmentRule: 'assessment_rule',
  },
  criterion: { text: 'text', isRequired: 'is_required', level: 'level' },
  method: {
    kind: 'kind',
    instructions: 'instructions',
    evidenceRequired: 'evidence_required',
    accommodations: 'accommodations',
    allOfGroup: 'all_of_group',
  },
  process: {
    kind: 'kind',
    title: 'title',
    steps: 'steps',
    effortMinutes: 'effort_minutes',
    owner: 'owner',
    class: 'class',
    endedAt: 'ended_at',
  },
  resource: { kind: 'kind', purpose: 'purpose', title: 'title', url: 'url', body: 'body' },
} as const

type Table = keyof typeof columns

/** Writes one field of one row. A list is given as its JSON text, yes and no as booleans. */
export async function updateDesignField<T extends Table>(
  tx: Tx,
  at: Organisation & { readonly table: T; readonly id: string; readonly field: keyof (typeof columns)[T] },
  value: string | number | boolean | null,
): Promise<void> {
  const column = (columns[at.table] as Record<string, string>)[at.field as string]
  if (!column) throw new Error(`${at.table} has no field ${String(at.field)}`)
  const stored = typeof value === 'boolean' ? Number(value) : value
  await tx
    // Every table of `columns` has these key columns; the column was looked up above.
    .updateTable(at.table as 'duty')
    .set({ [column]: stored } as never)
    .where('organisation_id', '=', at.organisationId)
    .where('id', '=', at.id as Id<'duty'>)
    .execute()
}

type OrderedTable = 'duty' | 'requirement_group' | 'requirement' | 'criterion' | 'method' | 'process' | 'resource'

/** Gives the rows the positions 0, 1, 2 … in the order of `ids`. */
export async function placeInOrder(
  tx: Tx,
  at: Organisation & { readonly table: OrderedTable },
  ids: readonly string[],
): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx
      .updateTable(at.table as 'duty')
      .set({ position })
      .where('organisation_id', '=', at.organisationId)
      .where('id', '=', id as Id<'duty'>)
      .where('position', '!=', position)
      .execute()
  }
}

/** Removes one row that nothing refers to. */
export async function deleteDesignRow(
  tx: Tx,
  at: Organisation & {
    readonly table: 'duty' | 'requirement_group' | 'criterion' | 'method' | 'resource' | 'dismissal'
    readonly id: string
  },
): Promise<void> {
  if (at.table === 'duty') {
    await tx
      .deleteFrom('requirement_duty')
      .where('organisation_id', '=', at.organisationId)
      .where('duty_id', '=', at.id as Id<'duty'>)
      .execute()
  }
  if (at.table === 'requirement_group') {
    await tx
      .updateTable('requirement')
      .set({ requirement_group_id: null })
      .where('organisation_id', '=', at.organisationId)
      .where('requirement_group_id', '=', at.id as Id<'requirement-group'>)
      .execute()
  }
  await tx
    .deleteFrom(at.table as 'duty')
    .where('organisation_id', '=', at.organisationId)
    .where('id', '=', at.id as Id<'duty'>)
    .execute()
}
