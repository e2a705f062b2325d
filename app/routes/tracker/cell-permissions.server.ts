import { can, type Action, type Actor } from '~/domain/access'
import type { NextAttempt } from '~/domain/attempts'
import { decideRequest, demonstrationPhase } from '~/domain/demonstration'
import { quickSignOffProblem } from '~/domain/quick-sign-off'
import type { Problem } from '~/domain/result'
import { isOnHold } from '~/domain/standing'
import type { CalendarDate } from '~/domain/calendar-date'
import { relationTo, signingRight } from '~/commands/cell-rights.server'
import type { CellRecord } from '~db/queries/cell-record.server'
import { demonstrationFactsOf } from '~db/queries/person-facts.server'
import type { CellAct, Permission } from './cell-page.server'

interface Known {
  readonly next: NextAttempt
  readonly isExempt: boolean
  readonly today: CalendarDate
}

const allowed: Permission = { allowed: true, reason: null }

/**
 * What the actor may do on the cell now, with the reason where not. The same rules decide again when the form arrives;
 * here they only spare somebody a form that would be refused.
 */
export function cellPermissions(record: CellRecord, actor: Actor, known: Known): Readonly<Record<CellAct, Permission>> {
  const { open, cell, requirement, person } = record
  const { definition, rule } = requirement
  const relation = relationTo(record, actor)
  const may = (action: Action, problem: Problem | null = null): Permission => {
    const access = can(actor, action, relation)
    const right = signingRight(record, actor)
    if (!access.allowed) {
      return because({ code: access.code === 'may-not-sign' && !right.ok ? right.problem.code : access.code })
    }
    return problem ? because(problem) : allowed
  }
  const applies: Problem | null = cell === null ? { code: 'not-applicable' } : null
  const openOnly: Problem | null = open ? null : { code: 'no-open-demonstration' }
  const facts = open ? demonstrationFactsOf(open) : null
  const isMine = open !== null && open.assessor_id === actor.personId
  const isAsker = person.id === actor.personId || (open !== null && open.requested_by === actor.personId)
  const locked: Problem | null =
    rule.isCritical && record.waitsFor.length > 0
      ? { code: 'locked-critical', facts: { names: namesOf(record) } }
      : null
  const isHeld = isOnHold(record.standing, known.today)
  const request = decideRequest({
    isOpenAlready: open !== null,
    isTakingPart: true,
    isExempt: known.isExempt,
    waitsForNames: record.waitsFor.map((one) => one.name),
    next: known.next,
    chosenAssessorMaySign: null,
  })
  const isOther = facts?.assessorId != null && !isMine
  return {
    'quick-sign-off': may(
      'sign-off',
      applies ??
        (cell?.status === 'mastered' && !cell.marks.isImported && rule.levelCount === 1
          ? { code: 'already-mastered' }
          : quickSignOffProblem(definition.assessment, {
              levelCount: 1,
              level: null,
              methods: definition.methods,
              isSharedDevice: false,
              isLocked: record.waitsFor.length > 0,
            })),
    ),
    'quick-not-yet': may('record-assessment', applies),
    assess: may('record-assessment', applies ?? locked),
    request: may('request-demonstration', applies ?? (request.ok ? null : request.problem)),
    schedule: orElse(may('request-demonstration', openOnly), may('record-assessment', openOnly)),
    'submit-evidence': may(person.id === actor.personId ? 'submit-evidence' : 'submit-evidence-for-another', openOnly),
    'return-demonstration': may(
      'record-assessment',
      openOnly ?? (facts && demonstrationPhase(facts) === 'returned' ? { code: 'already-returned' } : null),
    ),
    withdraw:
      open === null ? because({ code: 'no-open-demonstration' }) : isAsker ? allowed : because({ code: 'forbidden' }),
    claim: may('record-assessment', openOnly ?? (isOther ? { code: 'claimed-by-another' } : null)),
    'hand-back': isMine ? allowed : because(openOnly ?? { code: 'not-yours' }),
    hold: may('hold', applies ?? (isHeld ? { code: 'already-on-hold' } : null)),
    release: may('release', applies ?? (isHeld ? null : { code: 'not-on-hold' })),
    exempt: may('exempt', applies ?? (known.isExempt ? { code: 'already-exempt' } : null)),
    'end-exemption': may('end-exemption', known.isExempt ? null : { code: 'not-exempt' }),
    'ask-to-show': may('ask-to-show', applies ?? (known.isExempt ? { code: 'exempt' } : null)),
    'name-assessor': may('name-assessor', applies),
  }
}

function because(problem: Problem): Permission {
  return { allowed: false, reason: { code: problem.code, facts: problem.facts ?? {} } }
}

function orElse(first: Permission, second: Permission): Permission {
  return first.allowed ? first : second
}

function namesOf(record: CellRecord): string {
  return record.waitsFor.map((one) => one.name).join(', ')
}
