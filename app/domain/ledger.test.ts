import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEvent, eventId } from '../../tests/support/domain-facts'
import { canonicalEvent, canonicalJson, eventsInForce, touchesStanding } from './ledger'
import { ledgerKinds } from './vocabulary'

const sequences = (events: readonly { sequence: number }[]) => events.map((event) => event.sequence)

describe('events in force', () => {
  it('are those not voided, in sequence order, without the voids', () => {
    const events = [
      anEvent(3, 'voided', { voidsEventId: eventId(1) }),
      anEvent(1, 'mastered'),
      anEvent(4, 'held'),
      anEvent(2, 'not-yet'),
    ]
    expect(sequences(eventsInForce(events))).toEqual([2, 4])
  })

  it('include again what a voided void had cancelled', () => {
    const events = [
      anEvent(1, 'mastered'),
      anEvent(2, 'voided', { voidsEventId: eventId(1) }),
      anEvent(3, 'voided', { voidsEventId: eventId(2) }),
    ]
    expect(sequences(eventsInForce(events))).toEqual([1])
  })

  it('leave the given list as it was', () => {
    const events = [anEvent(2, 'held'), anEvent(1, 'mastered')]
    eventsInForce(events)
    expect(sequences(events)).toEqual([2, 1])
  })
})

it('exempting, completing and publishing change no standing', () => {
  expect(ledgerKinds.filter(touchesStanding)).toEqual([
    'mastered',
    'not-yet',
    'renewed',
    'held',
    'released',
    'recognised',
    'imported',
    'confirmed',
  ])
})

describe('the text that is hashed', () => {
  it('does not depend on the order of keys, and contains the hash before it', () => {
    const event = anEvent(1, 'mastered', { reason: 'seen "twice"\n' })
    const backwards = Object.fromEntries(Object.entries(event).reverse()) as typeof event
    expect(canonicalEvent(backwards, 'abc')).toBe(canonicalEvent(event, 'abc'))
    expect(canonicalEvent(event, 'abc')).not.toBe(canonicalEvent(event, 'abd'))
    expect(JSON.parse(canonicalEvent(event, 'abc'))).toEqual({ ...event, previousHash: 'abc' })
  })

  it('is this text, which must never change, or every stored chain would break', () => {
    expect(canonicalEvent(anEvent(1, 'mastered', { level: 2, expiresOn: '2027-01-01' }), '0'.repeat(8))).toBe(
      '{"actorId":"pers_noor","expiresOn":"2027-01-01","heldUntil":null,"id":"evt_0000000001","isAttempt":false,' +
        '"kind":"mastered","level":2,"occurredOn":"2026-01-01","personId":"pers_mara","previousHash":"00000000",' +
        '"programId":"prog_baker","qualificationId":"qual_dough","reason":null,' +
        '"recordedAt":"2026-01-01T12:00:00.000Z","sequence":1,"voidsEventId":null}',
    )
  })

  it('is JSON that reads back as the same value, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as Parameters<typeof canonicalJson>[0])
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(canonicalJson(JSON.parse(text)))))
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 2_000 },
    )
  })

  it('refuses a number that JSON would turn into null', () => {
    expect(() => canonicalJson({ level: Number.NaN })).toThrow(RangeError)
  })
})
