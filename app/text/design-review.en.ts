import type { ReviewRuleName } from '~/domain/design-review'

type Facts = Readonly<Record<string, string>>
const name = (facts: Facts) => facts.name ?? ''

/** One sentence for each thing the design review finds. */
export const findingText: Readonly<Record<ReviewRuleName, (facts: Facts) => string>> = {
  'no-must': () => 'Nothing is a must yet, so nobody could ever be ready',
  cycle: (facts) => `These require each other: ${facts.path ?? ''}`,
  'must-without-statement': (facts) => `${name(facts)} has no statement`,
  'must-without-criterion': (facts) => `${name(facts)} has no required criterion`,
  'must-without-method': (facts) => `${name(facts)} has no way to show it`,
  'nobody-can-assess': (facts) => `Nobody could assess ${name(facts)} for ${facts.people ?? ''}`,
  'must-requires-non-must': (facts) => `${name(facts)} is a must but requires ${facts.requires ?? ''}, which is not`,
  'level-not-on-scale': (facts) =>
    `${name(facts)} asks for level ${facts.level ?? ''}, but it has ${facts.count ?? ''}`,
  'criterion-not-observable': (facts) =>
    `“${facts.found ?? ''}” in ${name(facts)} cannot be observed. Try: ${facts.proposals ?? ''}`,
  'threshold-incomplete': (facts) => `${name(facts)} does not say how well: ${partNames(facts.parts ?? '')}`,
  'only-one-way': (facts) => `Only one way to show it: ${name(facts)}`,
  'place-without-assessor': (facts) => `Nobody in ${facts.place ?? ''} may assess ${name(facts)}`,
  'assessment-load': (facts) =>
    `About ${facts.perMonth ?? ''} assessments a month for each of ${facts.assessors ?? ''} assessors`,
  'no-resource': (facts) => `Nothing to learn from: ${name(facts)}`,
  'duty-without-qualification': (facts) => `No qualification serves the duty “${facts.duty ?? ''}”`,
  'qualification-without-duty': (facts) => `${name(facts)} serves no duty`,
  'too-many': (facts) =>
    `${facts.count ?? ''} qualifications are many; more than ${facts.most ?? ''} are seldom kept true`,
  unreachable: (facts) => unreachable(facts),
  'validity-too-short': (facts) =>
    `${name(facts)} lasts ${facts.months ?? ''} months, but takes ${facts.hours ?? ''} hours to learn`,
  'near-identical': (facts) => `${name(facts)} is almost the same as ${facts.other ?? ''}`,
  'critical-without-renewal': (facts) => `${name(facts)} is critical but is never shown again`,
}

const parts: Readonly<Record<string, string>> = {
  scope: 'scope',
  accuracy: 'accuracy',
  time: 'time',
  amount: 'amount',
  period: 'period',
  confirmedBy: 'who confirms it',
  occasions: 'how many occasions',
  observers: 'how many observers',
}

function partNames(list: string): string {
  return list
    .split(', ')
    .map((part) => parts[part] ?? part)
    .join(', ')
}

function unreachable(facts: Facts): string {
  if (facts.group) {
    return `${facts.group} asks for at least ${facts.atLeast ?? ''}, but has only ${facts.members ?? ''}`
  }
  if (facts.because === 'later')
    return `${name(facts)} is needed to enter, but requires ${facts.requires ?? ''}, which comes in the role`
  return `${name(facts)} requires ${facts.requires ?? ''}, which is not asked of the same people`
}
