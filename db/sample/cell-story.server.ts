/** What led to one cell: one small story per letter of `history`. */
import { addDays, addMonths, daysBetween, laterOf, type CalendarDate } from '~/domain/calendar-date'
import type { Act } from './act'
import { chance, type Cell, type Proven } from './cell-of-history'
import { exemptionsOf, holds } from './history'
import type { Loading } from './loading.server'
import { findProof, findRenewal, workingDay, type Proof, type Wanted } from './plan-dates'
import { recorderOf, type Recorder } from './recorder.server'

export interface Story {
  readonly acts: readonly Act[]
  /** The first proof, where the requirement is met today. */
  readonly proven: Proven | null
}

const nothing: Story = { acts: [], proven: null }

/** @throws where no day would give the status the letter stands for: a mistake in the sample */
export function storyOf(loading: Loading, cell: Cell): Story {
  const record = recorderOf(loading, cell)
  const { letter } = cell
  const { day } = loading
  const some = (below: number, what = '') => chance(`${cell.person.key} ${cell.qualification} ${what}`, below)
  switch (letter) {
    case '.':
      return nothing
    case 'm':
      return proven(loading, cell, record, 'mastered')
    case 'x':
      return proven(loading, cell, record, 'expiring')
    case 'e':
      return { ...proven(loading, cell, record, 'expired'), proven: null }
    case 'E':
      return {
        acts: [...proven(loading, cell, record, 'expired').acts, record.request({ on: day(-3) })],
        proven: null,
      }
    case 'd':
      return renewed(loading, cell, record)
    case '1':
    case '2':
    case '3':
      return levelled(loading, cell, record, Number(letter))
    case 'p':
      return recognised(loading, cell, record)
    case 'i':
    case 'I':
      return imported(loading, cell, record, letter === 'I')
    case 'k': {
      const { performedOn, expiresOn } = proofFor(loading, cell, 'mastered')
      const missedOn = workingDay(addDays(performedOn, -26))
      const miss = record.miss({ on: missedOn, isAttempt: true })
      return prepend([miss], record.signOff({ performedOn, expiresOn, isRequested: true }))
    }
    case 'h': {
      const hold = holds[`${cell.person.key}/${cell.qualification}`]
      if (!hold) throw new Error(`The sample holds ${cell.person.key} without a reason`)
      const story = proven(loading, cell, record, 'mastered')
      const until = hold.until === null ? null : day(hold.until)
      return {
        acts: [...story.acts, record.hold({ on: workingDay(day(-9)), until, reason: hold.reason })],
        proven: null,
      }
    }
    case 'q': {
      const exemption = exemptionsOf[`${cell.person.key}/${cell.qualification}`]
      if (!exemption) throw new Error(`The sample exempts ${cell.person.key} without a reason`)
      const until = exemption.until === null ? null : day(exemption.until)
      return { acts: [record.exempt({ ...exemption, on: workingDay(day(-66)), until })], proven: null }
    }
    case 'n':
      return acts(record.miss({ on: workingDay(day(-14 - some(20))), isAttempt: true }))
    case 'f':
      return acts(record.miss({ on: workingDay(day(-8 - some(20))), isAttempt: false }))
    case 'u':
      return acts(...record.signOffAndUndo({ on: workingDay(day(-4)) }))
    case 'r':
      return acts(record.request({ on: workingDay(day(-2 - some(9))) }))
    case 's':
      return acts(record.request({ on: workingDay(day(-6)), scheduledFor: workingDay(day(6)) }))
    case 'a':
      return acts(record.request({ on: workingDay(day(-4 - some(5))), isSubmitted: true }))
    case 'b':
      return acts(record.request({ on: workingDay(day(-11)), isSubmitted: true, returnedOn: workingDay(day(-5)) }))
    case 'c':
      return acts(record.begin({ on: workingDay(day(-6)) }))
    case 'w':
      return acts(record.withdraw({ on: workingDay(day(-31)), withdrawnOn: workingDay(day(-28)) }))
    case 'l':
      return acts(record.tick({ on: workingDay(day(-3 - some(30))) }))
    default:
      throw new Error(`The sample's history has no letter ${letter}`)
  }
}

function acts(...all: readonly Act[]): Story {
  return { acts: all, proven: null }
}

function prepend(before: readonly Act[], story: Story): Story {
  return { ...story, acts: [...before, ...story.acts] }
}

function proven(loading: Loading, cell: Cell, record: Recorder, status: Wanted): Story {
  const { validity } = cell.requirement.definition
  if (status === 'mastered' && validity.kind === 'fixed-day' && !directProof(loading, cell, status)) {
    // Around the fixed day nothing shown once is good for long: it was renewed, or is about to end.
    return findRenewalOf(loading, cell) ? renewed(loading, cell, record) : proven(loading, cell, record, 'expiring')
  }
  const proof = proofFor(loading, cell, status)
  // What was shown before there was a record of it was recognised when the record began.
  return proof.performedOn < record.beganOn ? record.recognise(proof) : record.signOff(proof)
}

function renewed(loading: Loading, cell: Cell, record: Recorder): Story {
  const found = findRenewalOf(loading, cell)
  if (!found) throw new Error(`The sample cannot renew ${cell.qualification} of ${cell.person.key}`)
  const first = found.first.performedOn < record.beganOn ? record.recognise(found.first) : record.signOff(found.first)
  return { acts: [...first.acts, ...record.signOff({ ...found.renewal, isRenewal: true }).acts], proven: first.proven }
}

function findRenewalOf(loading: Loading, cell: Cell) {
  const { validity } = cell.requirement.definition
  const times = timesFor(loading, cell, 'mastered')
  return findRenewal({ validity, status: 'mastered', today: loading.today, ...times })
}

/** The level below was signed off a while before, where the person was there already. */
function levelled(loading: Loading, cell: Cell, record: Recorder, level: number): Story {
  const proof = proofFor(loading, cell, 'mastered')
  const before = workingDay(addDays(proof.performedOn, -140))
  const hasBefore = level > 1 && before >= loading.day(-cell.person.since + 20)
  const expiresOn = addMonths(before, cell.requirement.definition.validity.months ?? 36)
  const isUnrecorded = before < record.beganOn
  const below = hasBefore ? record.signOff({ performedOn: before, expiresOn, level: level - 1, isUnrecorded }).acts : []
  const top = record.signOff({ ...proof, level, isUnrecorded: proof.performedOn < record.beganOn })
  const isMet = level >= cell.requirement.rule.level
  return prepend(below, isMet ? top : { ...top, proven: null })
}

function recognised(loading: Loading, cell: Cell, record: Recorder): Story {
  const { validity } = cell.requirement.definition
  const around = addDays(record.beganOn, -90)
  const from = loading.day(-cell.person.since)
  const proof = findProof({ validity, status: 'mastered', today: loading.today, from, around })
  return record.recognise(proof ?? proofFor(loading, cell, 'mastered'))
}

/** Brought along from another employer or an older list. */
function imported(loading: Loading, cell: Cell, record: Recorder, isConfirmed: boolean): Story {
  const { validity } = cell.requirement.definition
  const importedOn = workingDay(laterOf(addDays(record.beganOn, 3), loading.day(-cell.person.since + 4)))
  const from = addDays(importedOn, -500)
  const proof = findProof({
    validity,
    status: 'mastered',
    today: loading.today,
    from,
    around: addDays(importedOn, -75),
  })
  if (!proof) throw new Error(`The sample cannot import ${cell.qualification} of ${cell.person.key}`)
  const recordedOn = laterOf(importedOn, addDays(proof.performedOn, 1))
  const confirmedOn = isConfirmed
    ? workingDay(addDays(recordedOn, Math.min(45, daysBetween(recordedOn, loading.today) - 2)))
    : null
  return record.bringIn({ ...proof, recordedOn, confirmedOn })
}

function proofFor(loading: Loading, cell: Cell, status: Wanted): Proof {
  const proof = directProof(loading, cell, status)
  if (!proof) throw new Error(`The sample cannot make ${cell.qualification} of ${cell.person.key} ${status}`)
  return proof
}

function directProof(loading: Loading, cell: Cell, status: Wanted): Proof | null {
  const { validity } = cell.requirement.definition
  return findProof({ validity, status, today: loading.today, ...timesFor(loading, cell, status) })
}

/** The first day it can have been shown, and the day that suits: early columns early, an end soon or a while ago. */
function timesFor(loading: Loading, cell: Cell, status: Wanted): { from: CalendarDate; around: CalendarDate } {
  const { today, day } = loading
  const { validity } = cell.requirement.definition
  const vary = chance(`${cell.person.key} ${cell.qualification}`, 40)
  const from = day(-Math.min(cell.person.since - 4, 1250))
  const months = validity.kind === 'document' ? 24 : validity.months
  if (status === 'expired' && months) return { from, around: addDays(addMonths(today, -months), -8 - vary) }
  if (status === 'expiring' && months) return { from, around: addDays(addMonths(today, -months), 5 + vary) }
  const first = laterOf(from, day(-345))
  const last = day(-10)
  const jitter = (vary - 20) / 400
  const share = Math.min(0.98, Math.max(0.01, cell.share + jitter))
  return { from, around: addDays(first, Math.round(daysBetween(first, last) * share)) }
}
