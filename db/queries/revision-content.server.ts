import type { Selectable } from 'kysely'
import type { Criterion, Method, ProgramDefaults, RevisionContent, Threshold } from '~/domain/assessment-rule'
import type { StoredProgramDefaults, ValidityOverrides } from '~/domain/settings'
import type { QualificationKind } from '~/domain/vocabulary'
import { fromJson } from '../json'
import type { CriterionRow, MethodRow, ProgramRow, RevisionRow } from '../schema/design'

/** A stored revision with its criteria and methods, in the domain's words. */
export function revisionContentOf(
  row: Selectable<RevisionRow>,
  kind: QualificationKind,
  parts: { criteria: readonly Criterion[]; methods: readonly Method[] },
): RevisionContent {
  return {
    statement: row.statement,
    threshold: thresholdOf(row, kind),
    levelLabels: fromJson(row.level_labels),
    criteria: parts.criteria,
    validity: validityOf(row),
    lighterRenewal: row.lighter_renewal,
    methods: parts.methods,
    assessment: fromJson(row.assessment_rule),
  }
}

export function criterionOf(row: Selectable<CriterionRow>): Criterion {
  return { id: row.id, level: row.level, text: row.text, isRequired: row.is_required === 1 }
}

export function methodOf(row: Selectable<MethodRow>): Method {
  return {
    id: row.id,
    kind: row.kind,
    instructions: row.instructions,
    evidenceRequired: row.evidence_required,
    accommodations: row.accommodations,
    allOfGroup: row.all_of_group,
  }
}

/** What a program says for all its qualifications; its processes are rows of their own and are read where needed. */
export function programDefaultsOf(row: Pick<Selectable<ProgramRow>, 'defaults'>): ProgramDefaults {
  const stored: StoredProgramDefaults = fromJson(row.defaults)
  return {
    methods: (stored.methods ?? []).map((method) => ({ ...method, id: null, accommodations: '', allOfGroup: null })),
    assessment: stored.assessmentRule ?? {},
    validity: stored.validity ?? {},
    processes: [],
  }
}

function thresholdOf(row: Selectable<RevisionRow>, kind: QualificationKind): Threshold {
  switch (kind) {
    case 'skill':
      return { kind, scope: row.scope, accuracy: row.accuracy, time: row.time_limit }
    case 'knowledge':
      return { kind, scope: row.scope, accuracy: row.accuracy }
    case 'experience':
      return { kind, amount: row.amount, period: row.period, confirmedBy: row.confirmed_by }
    case 'disposition':
      return { kind, occasions: row.occasions, observers: row.observers }
  }
}

function validityOf(row: Selectable<RevisionRow>): ValidityOverrides {
  if (row.validity_kind === null) return {}
  return {
    kind: row.validity_kind,
    months: row.validity_months,
    repeatMonths: row.repeat_months,
    fixedDay: row.fixed_day,
    renewalWindowDays: row.renewal_window_days,
  }
}
