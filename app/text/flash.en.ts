type Facts = Readonly<Record<string, string>>

/** Messages a page shows once after a redirect, by code. */
export const flashText: Readonly<Record<string, (facts: Facts) => string>> = {
  saved: () => 'Saved.',
  published: (facts) =>
    facts.others === '0'
      ? `Version ${facts.number ?? ''} is published.`
      : `Version ${facts.number ?? ''} is published, and new versions of ${facts.others ?? ''} other programs.`,
  'person-added': (facts) => `${facts.name ?? 'The person'} was added.`,
  'team-added': (facts) => `${facts.name ?? 'The team'} was added.`,
  'employment-ended': (facts) => `The last day of ${facts.name ?? 'the person'} is recorded.`,
  'taken-back': (facts) => `${facts.name ?? 'The person'} is back.`,
  'target-role-chosen': () => 'Your target role is set.',
  'demonstration-requested': () => 'Your request is sent.',
  'evidence-sent': () => 'Sent. It waits for the assessor.',
  'demonstration-withdrawn': () => 'Withdrawn. You can ask again at any time.',
  'demonstration-claimed': () => 'This is yours to assess now.',
  'demonstration-handed-back': () => 'Handed back. All who may assess it see it again.',
  'demonstration-returned': (facts) => `Returned to ${facts.name ?? 'the person'} as incomplete.`,
  'demonstration-handed-over': () => 'Handed over.',
  'assessment-recorded': () => 'Recorded.',
  'coaching-talk-recorded': () => 'The coaching talk is recorded. The next attempt is open.',
}
