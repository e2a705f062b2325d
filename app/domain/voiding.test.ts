import { describe, expect, it } from 'vitest'
import { ledgerKinds } from './vocabulary'
import { decideVoid, undoTimeLeft, voidableKinds, type VoidedEvent } from './voiding'

const signer = 'pers_signer00000' as const
const event: VoidedEvent = {
  kind: 'mastered',
  personId: 'pers_subject0000',
  actorId: signer,
  recordedAt: '2026-05-20T10:00:00.000Z',
  isVoided: false,
}
const by = { actorId: signer, now: '2026-05-20T10:09:59.999Z', reason: '' } as const

describe('undo is a void by the signer within 10 minutes, no reason asked; later a void has a reason', () => {
  it.each<[string, Partial<VoidedEvent>, Partial<Parameters<typeof decideVoid>[1]>, object]>([
    ['within ten minutes', {}, {}, { ok: true, value: { isUndo: true, reason: null } }],
    ['ten minutes later', {}, { now: '2026-05-20T10:10:00.000Z' }, { ok: false, problem: { code: 'reason-missing' } }],
    [
      'later, with a reason',
      {},
      { now: '2026-06-20T10:00:00.000Z', reason: ' wrong person ' },
      { ok: true, value: { isUndo: false, reason: 'wrong person' } },
    ],
    [
      'another within ten minutes',
      {},
      { actorId: 'pers_other000000' },
      { ok: false, problem: { code: 'reason-missing' } },
    ],
    [
      'by the person themselves',
      {},
      { actorId: 'pers_subject0000', reason: 'no' },
      { ok: false, problem: { code: 'self' } },
    ],
    ['a second time', { isVoided: true }, {}, { ok: false, problem: { code: 'already-voided' } }],
    ['a publication', { kind: 'published' }, { reason: 'no' }, { ok: false, problem: { code: 'not-voidable' } }],
  ])('%s', (_, given, act, answer) => {
    expect(decideVoid({ ...event, ...given }, { ...by, ...act })).toEqual(answer)
  })

  it('covers what describes a standing or an exemption, and never a void', () => {
    expect(ledgerKinds.filter((kind) => !voidableKinds.includes(kind))).toEqual([
      'completed',
      'promoted',
      'granted',
      'grant-ended',
      'coached',
      'published',
      'withdrawn',
      'voided',
    ])
  })

  it('says how long is left', () => {
    expect(undoTimeLeft(event.recordedAt, '2026-05-20T10:04:00.000Z')).toBe(6 * 60_000)
    expect(undoTimeLeft(event.recordedAt, '2026-05-21T10:04:00.000Z')).toBe(0)
  })
})
