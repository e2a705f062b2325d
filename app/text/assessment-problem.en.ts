type Facts = Readonly<Record<string, string>>

/** Sentences for what cannot be done with a demonstration given to an assessor, and with a coaching talk. */
export const assessmentProblems: Readonly<Record<string, (facts: Facts) => string>> = {
  'not-yours': () => 'This is not with you, so you cannot pass it on.',
  'assessor-chosen-may-not-sign': (facts) =>
    facts.name ? `${facts.name} may not assess this.` : 'This person may not assess this.',
}
