import { authorize } from '~/commands/command.server'
import { nextAttempt } from '~/domain/attempts'
import { deriveRow, dueOn, type Cell, type PersonFacts } from '~/domain/cell'
import type { Id } from '~/domain/ids'
import { isId } from '~/domain/ids'
import { targetRole } from '~/domain/next-role'
import { isCounted, isInScope, isMust, readinessOf, scopeOf } from '~/domain/readiness'
import { nextStep, stillNeeded, type NeededItem } from '~/domain/still-needed'
import { trackerRow } from '~/domain/tracker-row'
import type { PageContext } from '~/server/guard.server'
import type { Db } from '~db/client.server'
import { listAttemptFacts, listFeedback } from '~db/queries/attempts.server'
import { findChangeSequence } from '~db/queries/change.server'
import { findRolesOfPerson, listAsks, listEffort, type RolesOfPerson } from '~db/queries/my-path.server'
import { listAbsences } from '~db/queries/participants.server'
import { listPersonFacts } from '~db/queries/person-facts.server'
import { listPersonNames } from '~db/queries/person-names.server'
import { findPublishedProgramOrNull, type PublishedProgram } from '~db/queries/published-program.server'
import type { MyPathView, NeededView, PathItem, PathRole, PathView } from './my-path-view'
import { participantOf, type Who } from './path-participant.server'
import { asksOf, groupsOf, nextStepView, paceView, type Derived } from './path-parts.server'

/** Read model of `/my-path?program=`: always of the person who asks. @throws Forbidden */
export async function myPathPage({ db, actor, signedIn, today, url }: PageContext): Promise<MyPathView> {
  authorize(actor, 'read-own-record', { isSelf: true })
  const key = { organisationId: actor.organisationId, personId: actor.personId }
  // Read before the facts: what changes meanwhile is sent again rather than missed.
  const liveAfter = await findChangeSequence(db, actor.organisationId)
  const found = await findRolesOfPerson(db, key, today)
  const target = targetRole({
    heldRoleIds: found.heldRoleIds,
    candidacyRoleIds: found.candidacies.map((one) => one.roleId),
    chosenRoleId: null,
    careerSteps: found.careerSteps,
    publishedRoleIds: new Set(found.roles.flatMap((role) => (role.programId ? [role.id] : []))),
  })
  const roles = rolesOf(found, target?.roleId ?? null)
  const shown = shownRole(roles, url.searchParams.get('program'), target?.roleId ?? null)
  const program = shown?.programId ? await findPublishedProgramOrNull(db, actor.organisationId, shown.programId) : null
  const who = { ...key, name: signedIn.personName }
  return {
    today,
    personId: actor.personId,
    liveAfter,
    roles: roles.map((role) => ({ ...role, isShown: role === shown })),
    choices: found.roles
      .filter((role) => !found.heldRoleIds.includes(role.id))
      .map((role) => ({ roleId: role.id, title: role.title, hasProgram: role.programId !== null }))
      .sort((a, b) => Number(b.hasProgram) - Number(a.hasProgram)),
    target: target && {
      ...target,
      targetOn: found.candidacies.find((one) => one.roleId === target.roleId)?.targetOn ?? null,
    },
    path: program && shown ? await pathView(db, who, program, shown, today) : null,
  }
}

type Today = PageContext['today']

function rolesOf(found: RolesOfPerson, targetId: Id<'role'> | null): Omit<PathRole, 'isShown'>[] {
  const towards = [...found.candidacies.map((one) => one.roleId), ...(targetId ? [targetId] : [])]
  const ids = [...new Set([...found.heldRoleIds, ...towards])]
  return ids.flatMap((id) => {
    const role = found.roles.find((one) => one.id === id)
    if (!role) return []
    const participation = found.heldRoleIds.includes(id) ? ('in-role' as const) : ('candidate' as const)
    return [{ roleId: id, title: role.title, participation, programId: role.programId }]
  })
}

/** The program in the address; else the target role, else the first with a program. Another's program shows the same. */
function shownRole(
  roles: readonly Omit<PathRole, 'isShown'>[],
  wanted: string | null,
  targetId: Id<'role'> | null,
): Omit<PathRole, 'isShown'> | undefined {
  const withProgram = roles.filter((role) => role.programId !== null)
  const chosen = wanted && isId('program', wanted) ? withProgram.find((role) => role.programId === wanted) : undefined
  return chosen ?? withProgram.find((role) => role.roleId === targetId) ?? withProgram[0]
}

async function pathView(
  db: Db,
  who: Who,
  program: PublishedProgram,
  shown: Omit<PathRole, 'isShown'>,
  today: Today,
): Promise<PathView> {
  const { participant, isTakingPart } = await participantOf(db, who, program, today)
  const [facts] = await listPersonFacts(db, { ...program, ...who, participants: [participant] }, today)
  if (!facts) throw new Error('facts are given for everybody asked for')
  const { rules } = program
  const absences = (await listAbsences(db, who.organisationId, [who.personId])).get(who.personId) ?? []
  const derived: Derived = {
    db,
    who,
    today,
    program,
    facts,
    row: deriveRow(rules, facts, today),
    line: trackerRow(rules, { name: who.name, facts, absences }, today),
    scope: scopeOf(participant.participation),
  }
  const { row, scope } = derived
  const needed = stillNeeded(rules, row, scope)
  const asks = asksOf(derived, await listAsks(db, { ...who, programId: program.programId }))
  const missed = needed.filter((item) => hasMissed(facts, item.requirement.qualificationId))
  const attempts = await attemptsOf(derived, missed)
  const step = nextStep(rules, row, scope, {
    asks: new Map(asks.map((ask) => [ask.qualificationId, ask.by])),
    notBefore: attempts.notBefore,
  })
  const minutes = await listEffort(db, {
    organisationId: who.organisationId,
    programId: program.programId,
    qualificationIds: needed.map((item) => item.requirement.qualificationId),
  })
  const names = await listPersonNames(db, who.organisationId, assessorIds(derived))
  const views = needed.map((item) => neededView(derived, item, { minutes, names, attempts }))
  const beside = (wanted: 'should' | 'aspire') =>
    columnsWhere(derived, (cell, column) => {
      const rule = rules.requirements[column]
      return (
        rule !== undefined && rule.class === wanted && !isMust(rules, rule) && isInScope(rule, scope) && cell !== null
      )
    })
  const isDone = (cell: Cell | null, column: number) => {
    const rule = rules.requirements[column]
    return cell !== null && cell.isMet && rule !== undefined && isInScope(rule, scope)
  }
  return {
    programId: program.programId,
    roleTitle: program.roleTitle,
    participation: participant.participation,
    isTakingPart,
    readiness: readinessOf(rules, row, scope),
    groups: groupsOf(derived),
    next: step ? await nextStepView(derived, step, asks) : null,
    needed: views,
    neededMinutes: views.reduce((sum, view) => sum + view.minutes, 0),
    afterStart: scope === 'enter' ? columnsWhere(derived, (cell, column) => isAfterStart(derived, cell, column)) : [],
    should: beside('should').filter((item) => item.status !== 'exempt'),
    aspire: beside('aspire').filter((item) => item.status !== 'exempt'),
    renew: columnsWhere(derived, (cell) => cell?.status === 'expiring' || cell?.status === 'expired'),
    done: columnsWhere(derived, isDone),
    asks: asks.filter((ask) => ask.qualificationId !== step?.requirement.qualificationId),
    pace: paceView(derived, absences),
  }
}

function hasMissed(facts: PersonFacts, id: Id<'qualification'>): boolean {
  const first = facts.standings.get(id)?.[0]
  return first !== undefined && first.missedOn !== null
}

type Attempts = Pick<NeededViewParts, 'feedback' | 'next'> & { readonly notBefore: ReadonlySet<Id<'qualification'>> }
type NeededViewParts = {
  readonly feedback: ReadonlyMap<Id<'qualification'>, NonNullable<NeededView['attempt']>>
  readonly next: ReadonlyMap<Id<'qualification'>, NonNullable<NeededView['nextAttempt']>>
}

async function attemptsOf({ db, who, program, today }: Derived, missed: readonly NeededItem[]): Promise<Attempts> {
  const qualificationIds = missed.map((item) => item.requirement.qualificationId)
  const of = { organisationId: who.organisationId, personId: who.personId, qualificationIds }
  const feedback = new Map<Id<'qualification'>, NonNullable<NeededView['attempt']>>()
  for (const { qualificationId, verdict, ...one } of await listFeedback(db, of, { latestOnly: true })) {
    if (verdict !== 'mastered') feedback.set(qualificationId, one)
  }
  const facts = await listAttemptFacts(db, of)
  const next = new Map<Id<'qualification'>, NonNullable<NeededView['nextAttempt']>>()
  for (const [id, known] of facts) {
    const rule = program.byQualification.get(id)?.definition.assessment
    if (rule) next.set(id, nextAttempt(known, rule, today))
  }
  const notBefore = new Set([...next].filter(([, attempt]) => !attempt.isOpen).map(([id]) => id))
  return { feedback, next, notBefore }
}

function neededView(
  derived: Derived,
  item: NeededItem,
  parts: {
    minutes: ReadonlyMap<Id<'qualification'>, number>
    names: ReadonlyMap<Id<'person'>, string>
    attempts: Attempts
  },
): NeededView {
  const { program, facts } = derived
  const { requirement, lockedBy, choice } = item
  const id = requirement.qualificationId
  const open = facts.openDemonstrations.get(id)
  const doneBefore = lockedBy.length === 0 ? [] : requirement.prerequisites.filter((one) => !lockedBy.includes(one))
  return {
    ...pathItem(derived, item.column, item.cell),
    lockedBy: lockedBy.map((one) => nameOf(program, one)),
    doneBefore: doneBefore.map((one) => nameOf(program, one)),
    minutes: parts.minutes.get(id) ?? 0,
    assessor: open?.assessorId ? (parts.names.get(open.assessorId) ?? null) : null,
    choice: choice && {
      groupName: program.groups.find((group) => group.id === choice.groupId)?.name ?? '',
      missing: choice.missing,
    },
    dueOn: dueOn(requirement, facts),
    attempt: parts.attempts.feedback.get(id) ?? null,
    nextAttempt: parts.attempts.next.get(id) ?? null,
  }
}

function pathItem({ program, line, row }: Derived, column: number, cell: Cell): PathItem {
  const requirement = program.requirements[column]
  if (!requirement) throw new Error('a column of the row is a column of the rules')
  void row
  return {
    qualificationId: requirement.rule.qualificationId,
    name: requirement.name,
    kind: requirement.kind,
    status: cell.status,
    date: line.dates[column] ?? (cell.isMet ? cell.expiresOn : null),
    isCritical: requirement.rule.isCritical,
    countsFrom: cell.isNew ? cell.countsFrom : null,
  }
}

function columnsWhere(derived: Derived, fits: (cell: Cell | null, column: number) => boolean): PathItem[] {
  return derived.row.flatMap((cell, column) => (cell && fits(cell, column) ? [pathItem(derived, column, cell)] : []))
}

/** A candidate's musts in the role come after the start; what is new and not counting yet is listed with them. */
function isAfterStart({ program }: Derived, cell: Cell | null, column: number): boolean {
  const rule = program.rules.requirements[column]
  return rule !== undefined && rule.need === 'in-role' && isMust(program.rules, rule) && isCounted(cell)
}

function assessorIds({ facts }: Derived): Id<'person'>[] {
  return [...facts.openDemonstrations.values()].flatMap((open) => open.assessorId ?? [])
}

function nameOf(program: PublishedProgram, id: Id<'qualification'>): string {
  return program.byQualification.get(id)?.name ?? ''
}
