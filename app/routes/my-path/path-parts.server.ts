import type { Cell, PersonFacts } from '~/domain/cell'
import type { Id } from '~/domain/ids'
import { paceOf } from '~/domain/pace'
import { countedParts, isMust, readinessPerGroup, type Scope } from '~/domain/readiness'
import type { NextStep } from '~/domain/still-needed'
import type { TrackerRow } from '~/domain/tracker-row'
import type { PageContext } from '~/server/guard.server'
import type { Db } from '~db/client.server'
import { findLearning } from '~db/queries/learning.server'
import { findReturnReason, type Ask } from '~db/queries/my-path.server'
import type { PublishedProgram } from '~db/queries/published-program.server'
import type { AskView, NextStepView, PaceView, PathGroup } from './my-path-view'
import type { Who } from './path-participant.server'

/** Everything of one path: derived once, then said in views. */
export interface Derived {
  readonly db: Db
  readonly who: Who
  readonly today: PageContext['today']
  readonly program: PublishedProgram
  readonly facts: PersonFacts
  readonly row: readonly (Cell | null)[]
  readonly line: TrackerRow
  readonly scope: Scope
}

/** The figure by group, with each of its requirements. */
export function groupsOf({ program, row, scope }: Derived): PathGroup[] {
  const columnsOf = new Map<Id<'requirement-group'> | null, number[]>()
  for (const part of countedParts(program.rules, row, scope)) {
    columnsOf.set(part.groupId, [...(columnsOf.get(part.groupId) ?? []), ...part.columns])
  }
  return readinessPerGroup(program.rules, row, scope).map(({ groupId, met, needed }) => ({
    key: groupId ?? 'none',
    name: program.groups.find((group) => group.id === groupId)?.name ?? null,
    met,
    needed,
    items: (columnsOf.get(groupId) ?? [])
      .sort((a, b) => a - b)
      .flatMap((column) => {
        const cell = row[column]
        return cell ? [{ name: program.requirements[column]?.name ?? '', status: cell.status }] : []
      }),
  }))
}

/** What managers asked to see and has not been answered. */
export function asksOf({ program, row }: Derived, asks: readonly Ask[]): AskView[] {
  return asks.flatMap((ask) => {
    const requirement = program.byQualification.get(ask.qualificationId)
    const cell = requirement ? row[requirement.column] : null
    // Once shown or requested, an ask is answered; expiring ones stay, because renewing is what may have been asked.
    if (!requirement || !cell || cell.status === 'mastered' || cell.status === 'exempt') return []
    if (cell.marks.waiting === 'assessor') return []
    return [{ ...ask, name: requirement.name }]
  })
}

/** The next step with what is needed to do it. */
export async function nextStepView(derived: Derived, step: NextStep, asks: readonly AskView[]): Promise<NextStepView> {
  const { db, who, program, row } = derived
  const id = step.requirement.qualificationId
  const requirement = program.byQualification.get(id)
  const learning = await findLearning(db, { ...who, programId: program.programId, qualificationId: id })
  const opens = program.requirements.filter(({ rule, column }) => {
    return rule.prerequisites.includes(id) && isMust(program.rules, rule) && row[column] && !row[column].isMet
  })
  const isBegun = learning.processes.some((process) => process.tickedOn !== null)
  return {
    qualificationId: id,
    name: requirement?.name ?? '',
    reason: step.reason,
    status: step.cell.status,
    ask: asks.find((ask) => ask.qualificationId === id) ?? null,
    date: step.cell.expiresOn,
    statement: requirement?.definition.statement ?? '',
    opens: opens.map((one) => one.name),
    returnReason: step.reason === 'returned' ? await findReturnReason(db, { ...who, qualificationId: id }) : null,
    isToLearn: step.cell.status === 'not-started' && learning.processes.length > 0 && !isBegun,
    learning: { qualificationId: id, ...learning },
  }
}

/** The line to the target date; null without one. */
export function paceView(
  { line, facts, row, program, scope, today }: Derived,
  absences: Parameters<typeof paceOf>[0]['absences'],
): PaceView | null {
  const pace = paceOf({ readiness: line.readiness, since: facts.since, targetOn: facts.targetOn, today, absences })
  if (!pace || facts.targetOn === null) return null
  const provenOn = countedParts(program.rules, row, scope).flatMap((part) =>
    part.columns
      .flatMap((column) => (row[column]?.isMet ? (row[column].provenOn ?? []) : []))
      .sort()
      .slice(0, part.needed),
  )
  return {
    since: facts.since,
    targetOn: facts.targetOn,
    met: line.readiness.met,
    needed: line.readiness.needed,
    expected: pace.expected,
    isBehind: pace.isBehind,
    provenOn: provenOn.sort(),
  }
}
