import type { DesignProblemCode } from '~/domain/design-problem'

type Facts = Readonly<Record<string, string>>

/** Sentences for what the designer and publishing can refuse; `stale` is among the general ones. */
export const designerProblems = {
  'published-frozen': () => 'What is published does not change. Choose Edit to begin a draft.',
  empty: () => 'This cannot be empty.',
  'too-long': (facts: Facts) => `This is longer than ${facts.max ?? 'allowed'} characters.`,
  'not-a-number': (facts: Facts) => `Enter a whole number from ${facts.min ?? '0'} to ${facts.max ?? ''}.`,
  'not-a-choice': () => 'Choose one of the list.',
  'not-a-day': () => 'Enter a day of the year as MM-DD, such as 03-31.',
  'not-a-link': () => 'Enter an address that begins with https://, http:// or mailto:.',
  'leads-to-itself': () => 'A role does not lead to itself.',
  'too-many-qualifications': () => 'A design holds at most 500 qualifications.',
  'withdrawn-qualification': () => 'This qualification was withdrawn and cannot be asked for.',
  'kind-fixed': () => 'The kind stays as it is, because it was published. Make a new qualification instead.',
  'level-not-there': (facts: Facts) => `There are only ${facts.count ?? ''} levels.`,
  'too-many-levels': () => 'At most five levels.',
  'level-in-use': (facts: Facts) => `Level ${facts.level ?? ''} is still used by a criterion or by this design.`,
  cycle: (facts: Facts) => `This would close a circle: ${facts.path ?? ''}.`,
  'nothing-published': () => 'Nothing of this program is published yet.',
  'already-a-draft': () => 'There is a draft already.',
  'visibility-wider': () => 'The organisation allows colleagues to see only their own row.',
  'nobody-chosen': () => 'Choose a person or a team.',
} satisfies Record<Exclude<DesignProblemCode, 'stale'>, (facts: Facts) => string>

/** Sentences for publishing. */
export const publishProblems: Readonly<Record<string, (facts: Facts) => string>> = {
  blocked: (facts) =>
    facts.count === '1' ? 'One thing has to be fixed first.' : `${facts.count ?? ''} things have to be fixed first.`,
  unchanged: () => 'Nothing has changed since the last version.',
  'second-person-needed': () =>
    'This holds something critical that you wrote yourself. Ask another designer to publish it.',
  'already-published': () => 'This version is published already.',
}
