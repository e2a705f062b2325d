import { describe, expect, it } from 'vitest'
import { nameLikeness, unobservableWording } from './wording'

describe('criteria that cannot be observed', () => {
  it.each([
    ['Understands the lock-out procedure', 'Understands'],
    ['Fully understands the lock-out procedure', 'Fully understands'],
    ['Knows the five steps', 'Knows'],
    ['Knows how to restart the line', 'Knows how to'],
    ['Has knowledge of allergens', 'knowledge of'],
    ['Is familiar with the manual', 'Is familiar with'],
    ['Familiar with the manual', 'Familiar with'],
    ['Is aware of the risks', 'Is aware of'],
    ['Appreciates the need for order', 'Appreciates'],
    ['Is able to weld', 'Is able to'],
    ['Is competent in welding', 'Is competent in'],
    ['Values others', 'Values others'],
    ['Has a positive attitude', 'Has a positive attitude'],
    ['Learns about the product', 'Learns about'],
    ['Versteht den Ablauf', 'Versteht'],
    ['Die Person kennt die Regeln', 'kennt'],
    ['Weiß, wo der Notaus ist', 'Weiß'],
    ['Ist vertraut mit der Anlage', 'Ist vertraut mit'],
    ['Hat Kenntnisse über Allergene', 'Hat Kenntnisse über'],
    ['Ist sich der Gefahren bewusst', 'Ist sich der Gefahren bewusst'],
    ['Beherrscht das Schweißen', 'Beherrscht'],
    ['Ist in der Lage zu schweißen', 'Ist in der Lage'],
  ])('%s', (text, found) => {
    const problem = unobservableWording(text)
    expect(problem?.found).toBe(found)
    expect(problem?.proposals.length).toBeGreaterThan(1)
  })

  it.each([
    'Stops the line within 5 seconds of the alarm',
    'Explains the lock-out procedure in own words',
    'Names all five steps',
    'Acknowledges the alarm at the panel',
    'Records the value in the log',
    'Answers knowledgeably',
    'Enters the master data of an article',
    'Grasps the handle with both hands',
    'Feels the edge for burrs',
    'Schätzt die Menge auf 5 kg genau',
    'Masterpiece is stored upright',
    'Erklärt den Ablauf mit eigenen Worten',
    'Benennt die Kennzahlen der Anlage',
    'Fragt nach, wenn die Anweisung unklar ist',
    '',
  ])('leaves alone: %s', (text) => {
    expect(unobservableWording(text)).toBeNull()
  })

  it('reports the first of several', () => {
    expect(unobservableWording('Explains why and knows and understands it')?.found).toBe('knows')
  })
})

describe('near-identical names', () => {
  it.each([
    ['Forklift operation', 'Operation of a fork-lift', true],
    ['Welding', 'welding', true],
    ['First aid', 'First-aid', false],
    ['Welding aluminium', 'Welding steel', false],
    ['Handling customer complaints', 'Customer complaint handling', true],
    ['', 'Welding', false],
  ])('%s / %s', (a, b, isNear) => {
    expect(nameLikeness(a, b) >= 0.75).toBe(isNear)
    expect(nameLikeness(a, b)).toBe(nameLikeness(b, a))
  })
})
