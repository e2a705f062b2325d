type Facts = Readonly<Record<string, string>>

/** Sentences for what cannot be recorded about a demonstration, a hold or an exemption, beside those of the tracker. */
export const recordProblems: Readonly<Record<string, (facts: Facts) => string>> = {
  'already-open': () => 'This has been asked for already and is still open.',
  'not-taking-part': () => 'This person does not take part in this program.',
  exempt: () => 'This is not required of this person.',
  'waiting-time': (facts) =>
    facts.opensOn ? `The next attempt opens on ${facts.opensOn}.` : 'The next attempt is not open yet.',
  'coaching-talk': (facts) =>
    facts.misses
      ? `After ${facts.misses} attempts a coaching talk comes first. The next attempt opens when it is recorded.`
      : 'A coaching talk comes first. The next attempt opens when it is recorded.',
  'assessor-may-not-sign': () => 'This person may not sign it. Choose another, or leave it open.',
  closed: () => 'This demonstration is closed. Nothing was changed.',
  'already-returned': () => 'This has been returned already and waits for the person.',
  'nothing-to-submit': () => 'Add a link, a text or a note.',
  'in-the-past': () => 'Give today or a later day.',
  'claimed-by-another': (facts) =>
    facts.name ? `${facts.name} has taken this already.` : 'Somebody has taken this already.',
  'already-assessed': (facts) =>
    facts.by ? `${facts.by} was first and has assessed this.` : 'Somebody was first and has assessed this.',
  'already-withdrawn': () => 'This was withdrawn meanwhile. Nothing was recorded.',
  'document-date-missing': () => 'Give the last day on which the document is good.',
  'document-date-passed': (facts) =>
    facts.date ? `The document ended on ${facts.date}, before it was shown.` : 'The document had ended before.',
  'already-on-hold': () => 'This is on hold already.',
  'not-on-hold': () => 'This is not on hold.',
  'already-exempt': () => 'This person is exempt from this already.',
  'not-exempt': () => 'This person is not exempt from this.',
  'already-granted': (facts) => (facts.name ? `${facts.name} may sign this already.` : 'They may sign this already.'),
  'not-voidable': () => 'This cannot be taken back.',
  'role-held': (facts) => (facts.title ? `${facts.title} is held already.` : 'This role is held already.'),
  critical: () => 'This is critical. Only a designer may do this.',
  'no-open-demonstration': () => 'Nothing is waiting to be assessed.',
}
