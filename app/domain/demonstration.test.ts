import { describe, expect, it } from 'vitest'
import type { NextAttempt } from './attempts'
import {
  decideClaim,
  decideHandBack,
  decideRequest,
  decideReturn,
  decideSchedule,
  decideSubmit,
  decideWithdraw,
  demonstrationPhase,
  isOpen,
  waitsFor,
  type DemonstrationFacts,
  type RequestFacts,
} from './demonstration'
import type { Result } from './result'

const person = 'pers_person00000' as const
const assessor = 'pers_assessor000' as const
const at = (hour: number) => `2026-05-01T${String(hour).padStart(2, '0')}:00:00.000Z` as const
const facts = (overrides: Partial<DemonstrationFacts> = {}): DemonstrationFacts => ({
  personId: person,
  requestedById: person,
  scheduledFor: null,
  submittedAt: null,
  returnedAt: null,
  withdrawnAt: null,
  assessedAt: null,
  continuesAt: null,
  assessorId: null,
  isChosenByPerson: false,
  ...overrides,
})
const codeOf = (answer: Result<unknown>) => (answer.ok ? 'ok' : answer.problem.code)

describe('the phase is derived from what happened last', () => {
  it.each<[string, Partial<DemonstrationFacts>, string, string]>([
    ['asked for', {}, 'requested', 'assessor'],
    ['a day agreed', { scheduledFor: '2026-05-04' }, 'scheduled', 'assessor'],
    ['evidence sent', { submittedAt: at(8) }, 'submitted', 'assessor'],
    ['sent back', { submittedAt: at(8), returnedAt: at(9) }, 'returned', 'person'],
    ['sent back before anything was sent', { returnedAt: at(9) }, 'returned', 'person'],
    ['sent again', { submittedAt: at(10), returnedAt: at(9) }, 'submitted', 'assessor'],
    ['a sitting that continues', { submittedAt: at(8), continuesAt: at(9) }, 'continues', 'assessor'],
    ['sent back after a sitting', { continuesAt: at(9), returnedAt: at(10) }, 'returned', 'person'],
    ['more evidence after a sitting', { continuesAt: at(9), submittedAt: at(10) }, 'submitted', 'assessor'],
    ['judged', { submittedAt: at(8), assessedAt: at(9) }, 'assessed', 'nobody'],
    ['withdrawn', { submittedAt: at(8), withdrawnAt: at(9) }, 'withdrawn', 'nobody'],
  ])('%s', (_, given, phase, who) => {
    expect(demonstrationPhase(facts(given))).toBe(phase)
    expect(waitsFor(facts(given)).who).toBe(who)
    expect(isOpen(facts(given))).toBe(who !== 'nobody')
  })

  it('waits for the assessor who was chosen, or for all who may', () => {
    expect(waitsFor(facts())).toEqual({ who: 'assessor', assessorId: null })
    expect(waitsFor(facts({ assessorId: assessor }))).toEqual({ who: 'assessor', assessorId: assessor })
  })
})

describe('requesting', () => {
  const open: NextAttempt = { number: 2, isOpen: true, waitsFor: [], opensOn: '2026-05-01', misses: 1 }
  const request: RequestFacts = {
    isOpenAlready: false,
    isTakingPart: true,
    isExempt: false,
    waitsForNames: [],
    next: open,
    chosenAssessorMaySign: null,
  }
  const waiting: NextAttempt = { ...open, isOpen: false, waitsFor: ['waiting-time'], opensOn: '2026-05-09' }

  it('is numbered', () => {
    expect(decideRequest(request)).toEqual({ ok: true, value: { number: 2 } })
  })

  it.each<[string, Partial<RequestFacts>, object]>([
    ['one is open already', { isOpenAlready: true }, { code: 'already-open' }],
    ['not taking part', { isTakingPart: false }, { code: 'not-taking-part' }],
    ['not required of this person', { isExempt: true }, { code: 'exempt' }],
    [
      'a lock stops it, with names',
      { waitsForNames: ['Safety', 'Tools'] },
      { code: 'locked', facts: { names: 'Safety, Tools' } },
    ],
    ['the waiting time, with the day', { next: waiting }, { code: 'waiting-time', facts: { opensOn: '2026-05-09' } }],
    [
      'the coaching talk',
      { next: { ...waiting, waitsFor: ['coaching-talk'] } },
      { code: 'coaching-talk', facts: { misses: '1' } },
    ],
    ['the chosen assessor may not sign', { chosenAssessorMaySign: false }, { code: 'assessor-may-not-sign' }],
  ])('is refused: %s', (_, given, problem) => {
    expect(decideRequest({ ...request, ...given })).toEqual({ ok: false, problem })
  })
})

describe('on the way', () => {
  const judged = facts({ assessedAt: at(9) })

  it('nothing moves once it is closed', () => {
    const claimant = { personId: assessor, maySign: true, holderName: '' }
    const answers = [
      decideWithdraw(judged),
      decideReturn(judged, 'photo missing'),
      decideSubmit(judged, { evidenceCount: 1, note: '' }),
      decideSchedule(judged, '2026-06-01', '2026-05-01'),
      decideClaim(judged, claimant),
      decideHandBack(judged, assessor, ''),
    ]
    expect(answers.map(codeOf)).toEqual(answers.map(() => 'closed'))
  })

  it('is returned with what is missing, once', () => {
    expect(decideReturn(facts(), ' photo missing ')).toEqual({ ok: true, value: { reason: 'photo missing' } })
    expect(codeOf(decideReturn(facts(), '  '))).toBe('reason-missing')
    expect(codeOf(decideReturn(facts({ returnedAt: at(9) }), 'again'))).toBe('already-returned')
  })

  it('is submitted with a note or evidence', () => {
    expect(codeOf(decideSubmit(facts(), { evidenceCount: 0, note: ' ' }))).toBe('nothing-to-submit')
    expect(codeOf(decideSubmit(facts(), { evidenceCount: 0, note: 'done on line 2' }))).toBe('ok')
    expect(codeOf(decideSubmit(facts({ returnedAt: at(9) }), { evidenceCount: 1, note: '' }))).toBe('ok')
  })

  it('is scheduled for today or later', () => {
    expect(codeOf(decideSchedule(facts(), '2026-05-01', '2026-05-01'))).toBe('ok')
    expect(codeOf(decideSchedule(facts(), '2026-04-30', '2026-05-01'))).toBe('in-the-past')
  })
})

describe('claiming and handing back', () => {
  const claim = { personId: assessor, maySign: true, holderName: 'Aylin' }

  it('opening an unassigned one claims it, opening one’s own changes nothing', () => {
    expect(decideClaim(facts(), claim)).toEqual({ ok: true, value: { isNew: true } })
    expect(decideClaim(facts({ assessorId: assessor }), claim)).toEqual({ ok: true, value: { isNew: false } })
  })

  it('what another has is a conflict that names them', () => {
    const answer = decideClaim(facts({ assessorId: 'pers_other000000' }), claim)
    expect(answer).toEqual({ ok: false, problem: { code: 'claimed-by-another', facts: { name: 'Aylin' } } })
  })

  it('is for those who may sign, and never for oneself', () => {
    expect(codeOf(decideClaim(facts(), { ...claim, maySign: false }))).toBe('may-not-sign')
    expect(codeOf(decideClaim(facts(), { ...claim, personId: person }))).toBe('self')
  })

  it('is handed back by whoever has it; a person’s choice is declined with a reason', () => {
    const mine = facts({ assessorId: assessor })
    expect(codeOf(decideHandBack(mine, assessor, ''))).toBe('ok')
    expect(codeOf(decideHandBack(mine, person, ''))).toBe('not-yours')
    const chosen = facts({ assessorId: assessor, isChosenByPerson: true })
    expect(codeOf(decideHandBack(chosen, assessor, ''))).toBe('reason-missing')
    expect(codeOf(decideHandBack(chosen, assessor, 'away in May'))).toBe('ok')
  })
})
