type Facts = Readonly<Record<string, string>>

/** One sentence for each way in which something cannot be recorded in the tracker, the queue or on my path. */
export const trackerProblems: Readonly<Record<string, (facts: Facts) => string>> = {
  self: () => 'Nobody does this for themselves. Somebody else has to record it.',
  'may-not-sign': () => 'You may not sign this for this person. Ask who may: the names stand in the panel.',
  'must-hold': () => 'Whoever signs this must hold it unexpired, and you do not at present.',
  'quick-not-allowed': () => 'One key is not allowed for this one. Mark the criteria in the panel.',
  'two-signatures': () => 'This needs two signatures. Mark the criteria in the panel.',
  'reauthentication-needed': () => 'Signing this asks for your password again.',
  'evidence-missing': (facts) =>
    facts.evidence ? `Evidence is missing: ${facts.evidence}` : 'This way asks for evidence. Add it first.',
  'level-missing': () => 'Choose the level that was reached.',
  'level-unknown': () => 'This level does not exist here.',
  locked: (facts) =>
    facts.names
      ? `This opens after ${facts.names}.`
      : 'This is locked. Give a reason in the panel to record it all the same.',
  'locked-critical': (facts) =>
    facts.names
      ? `This is critical and opens only after ${facts.names}. It cannot be recorded before.`
      : 'This is critical and still locked. It cannot be recorded before what comes first is met.',
  'lock-reason-missing': (facts) =>
    facts.names
      ? `${facts.names} is not met yet. Say why you record it all the same.`
      : 'Say why you record it all the same.',
  'in-the-future': () => 'It cannot have been performed on a day that is still to come.',
  'late-reason-missing': (facts) =>
    `It was performed more than ${facts.days ?? '7'} days ago. Say why it is recorded now.`,
  'criterion-unknown': () => 'The criteria were changed meanwhile. Reload and mark them again.',
  'criteria-missing': (facts) =>
    facts.names
      ? `${facts.met} of ${facts.of} shown. Still to be met: ${facts.names}`
      : 'Required criteria are not marked as met.',
  'parts-missing': () => 'This way has several parts, and not all of them have been shown yet.',
  'nothing-observed': () => 'Mark what you saw, or say it in the note.',
  'say-what-is-missing': () => 'Say what is not yet there: mark a criterion, or write a note.',
  'second-person-needed': () => 'You have signed already. The second signature is by another person.',
  'already-signed': (facts) =>
    facts.by
      ? `${facts.by} was first and has recorded this already.`
      : 'Somebody was first and has recorded this already.',
  'already-mastered': () => 'This is mastered already.',
  'not-applicable': () => 'This does not apply to this person.',
  'not-open': () => 'This is not open yet.',
  'too-late': () => 'Ten minutes have passed. Take it back with a reason, in the history.',
  'undo-too-late': () => 'Ten minutes have passed. Take it back with a reason, in the history.',
  'not-yours': () => 'Only who signed it can undo it.',
  'already-voided': () => 'This was taken back already.',
  'reason-missing': () => 'Give a reason.',
  lost: () => 'The answer did not arrive. Look at the cell before you try again.',
  forbidden: () => 'You may not do this.',
  'not-found': () => 'This is no longer here, or no longer visible to you.',
  'signed-out': () => 'You have been signed out. Sign in again; nothing was recorded.',
}
