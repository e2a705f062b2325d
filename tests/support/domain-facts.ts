/**
 * Short ways to say a person, a program and what happened, for the tests of the pure rules. A detail that matters to a
 * test is written in the test; all else has a default.
 */
import type { PersonFacts } from '~/domain/cell'
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { LedgerEvent } from '~/domain/ledger'
import type { GroupRule, ProgramRules, RequirementRule } from '~/domain/program-rules'
import type { Standing, StandingRow } from '~/domain/standing'
import type { LedgerKind } from '~/domain/vocabulary'

export const today: CalendarDate = '2026-06-15'

export function qual(name: string): Id<'qualification'> {
  return `qual_${name}`
}

export function group(name: string): Id<'requirement-group'> {
  return `rgrp_${name}`
}

/** A must in the role, at the only level, open to everyone, with a window of 60 days. */
export function aRequirement(name: string, overrides: Partial<RequirementRule> = {}): RequirementRule {
  return {
    requirementId: `req_${name}`,
    qualificationId: qual(name),
    level: 1,
    levelCount: 1,
    need: 'in-role',
    withinDays: null,
    class: 'must',
    groupId: null,
    isCritical: false,
    prerequisites: [],
    siteIds: [],
    teamIds: [],
    countsFrom: null,
    renewalWindowDays: 60,
    ...overrides,
  }
}

export function aProgram(requirements: readonly RequirementRule[], groups: readonly GroupRule[] = []): ProgramRules {
  return { programId: 'prog_baker', programVersionId: 'pver_1', publishedOn: '2025-01-01', requirements, groups }
}

export function aPerson(overrides: Partial<PersonFacts> = {}): PersonFacts {
  return {
    personId: 'pers_mara',
    siteIds: [],
    teamIds: [],
    participation: 'in-role',
    since: '2024-01-01',
    targetOn: null,
    standings: new Map(),
    exemptions: new Map(),
    openDemonstrations: new Map(),
    learning: new Set(),
    ...overrides,
  }
}

/** A row of level 1, proven on 1 January 2026 without end. */
export function aStandingRow(overrides: Partial<StandingRow> = {}): StandingRow {
  return {
    level: 1,
    provenOn: '2026-01-01',
    expiresOn: null,
    isImported: false,
    isHeld: false,
    heldUntil: null,
    missedOn: null,
    misses: 0,
    lastSequence: 1,
    ...overrides,
  }
}

export const mastered: Standing = [aStandingRow()]
export const lapsed: Standing = [aStandingRow({ provenOn: '2024-01-01', expiresOn: '2025-01-01' })]

export function standings(entries: Readonly<Record<string, Standing>>): PersonFacts['standings'] {
  return new Map(Object.entries(entries).map(([name, standing]) => [qual(name), standing]))
}

/** An event about Mara's dough, recorded at noon of the day it occurred unless said otherwise. */
export function anEvent(sequence: number, kind: LedgerKind, overrides: Partial<LedgerEvent> = {}): LedgerEvent {
  const occurredOn = overrides.occurredOn ?? '2026-01-01'
  const recordedAt: Instant = `${occurredOn}T12:00:00.000Z`
  return {
    sequence,
    id: eventId(sequence),
    kind,
    personId: 'pers_mara',
    qualificationId: qual('dough'),
    programId: 'prog_baker',
    level: null,
    occurredOn,
    recordedAt,
    expiresOn: null,
    heldUntil: null,
    isAttempt: false,
    voidsEventId: null,
    actorId: 'pers_noor',
    reason: null,
    ...overrides,
  }
}

export function eventId(sequence: number): Id<'ledger-event'> {
  return `evt_${String(sequence).padStart(10, '0')}`
}
