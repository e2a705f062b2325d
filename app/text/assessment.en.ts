import type { MethodKind, OverallVerdict } from '~/domain/vocabulary'

/** Words of To assess: the lists and the page of one demonstration. Dates and names arrive formatted. */
export const assessmentText = {
  locale: 'en-GB',
  title: 'To assess',
  lists: { mine: 'Mine', team: 'My team’s', unassigned: 'Unassigned' },
  listWith: (name: string, count: number) => (count === 0 ? name : `${name} ${count}`),
  listLabel: 'Which demonstrations',
  demonstrations: (list: string) => `Demonstrations: ${list}`,

  groups: {
    late: (days: number | null) =>
      days === null
        ? 'Past the turnaround'
        : days === 1
          ? 'Past the turnaround of 1 day'
          : `Past the turnaround of ${days} days`,
    inTime: 'Within the turnaround',
    planned: 'Planned',
    returned: 'Waits for the person',
  },
  age: (days: number) => (days === 0 ? 'today' : `${days} d`),
  ageLong: (days: number) =>
    days === 0 ? 'asked today' : days === 1 ? 'waiting for 1 day' : `waiting for ${days} days`,
  line: (parts: readonly string[]) => parts.join(' · '),
  attempt: (number: number) => `attempt ${number}`,
  plannedFor: (date: string) => `planned for ${date}`,
  with: (name: string) => `with ${name}`,
  withNobody: 'with nobody',
  withYou: 'with you',
  method: {
    'observed-task': 'observed task',
    'work-product': 'work product',
    'mastery-check': 'mastery check',
    simulation: 'simulation',
    interview: 'interview',
    'logged-experience': 'logged experience',
    'external-credential': 'external credential',
    teaching: 'teaching it',
  } satisfies Record<MethodKind, string>,
  /** The same as entries of a list of choices. */
  methodChoice: {
    'observed-task': 'Observed task',
    'work-product': 'Work product',
    'mastery-check': 'Mastery check',
    simulation: 'Simulation',
    interview: 'Interview',
    'logged-experience': 'Logged experience',
    'external-credential': 'External credential',
    teaching: 'Teaching it',
  } satisfies Record<MethodKind, string>,
  verdict: {
    mastered: 'Mastered',
    'not-yet': 'Not yet',
    continues: 'Continues',
  } satisfies Record<OverallVerdict, string>,
  withoutAssessor: (count: number) => (count === 1 ? '1 without an assessor.' : `${count} without an assessor.`),
  openToClaim: 'Open to claim',
  openAndClaim: 'Open and claim',
  openAndClaimOf: (qualification: string, person: string) => `Open and claim ${qualification} of ${person}`,

  empty: {
    mine: 'Nothing waits for you',
    mineText: 'What people ask you to assess appears here, the oldest first.',
    team: 'Nobody in your team waits',
    teamText: 'Open requests of your people appear here, whoever has them.',
    unassigned: 'Nothing is without an assessor',
    unassignedText: 'Requests that name no assessor appear here for all who may assess them.',
    choose: 'Choose a demonstration',
    chooseText: 'Evidence and criteria stand side by side here.',
  },

  talks: {
    title: 'Coaching talk first',
    why: 'Their next attempt opens when the talk is recorded.',
    line: (misses: number) => `${misses} attempts not yet there`,
    record: 'Record a talk held',
    recordFor: (person: string, qualification: string) => `Record a coaching talk with ${person} on ${qualification}`,
    on: 'Held on',
    note: 'What you agreed',
    noteHint: 'Kept in the history of this qualification.',
    save: 'Record the talk',
  },

  place: (index: number, of: number) => `${index} of ${of}`,
  previous: 'Previous demonstration',
  next: 'Next demonstration',
  back: 'All to assess',
  handOver: 'Hand over',
  handOverTo: 'To whom?',
  handOverNone: 'Nobody else may assess this.',
  handBack: 'Hand back',
  handBackWhy: 'It is open again for all who may assess it.',
  decline: 'Decline…',
  declineReason: 'Why can you not assess it?',
  declineWhy: 'The person chose you and reads this. It is then open for all who may assess it.',
  declineAct: 'Decline',
  claim: 'Claim',
  claimWhy: 'Nobody has this yet. Claim it, so that nobody else judges it at the same time.',
  claimFirst: 'Claim it first.',
  othersHave: (name: string) => `${name} has this.`,
  waitsForPerson: 'It was returned and waits for the person.',
  closedTitle: 'This demonstration is closed',
  closedText: 'It has been assessed or withdrawn. What was recorded stands in the history.',
  toNext: 'Go to the next',

  wrote: (name: string) => `${name} wrote`,
  evidence: 'Evidence',
  noEvidence: 'Nothing is attached. Judge what you see.',
  evidenceFrom: (name: string, when: string) => `${name}, ${when}`,
  link: 'link',
  text: 'text',
  way: 'How it is shown',
  bring: (evidence: string) => `Evidence asked for: ${evidence}`,
  accommodations: (accommodations: string) => `Accommodations: ${accommodations}`,
  threshold: 'Threshold',
  earlier: 'Earlier attempts',
  requestedOn: (date: string, by: string) => `Requested ${date} by ${by}`,
  dueOn: (date: string) => `to be judged by ${date}`,

  criteria: 'Criteria',
  metOf: (met: number, of: number) => `${met} of ${of} met`,
  optional: 'optional',
  shownBefore: 'Shown in an earlier sitting. It counts unless you mark it otherwise.',
  noCriteria: 'There are no criteria. Say in the feedback what you saw.',
  feedback: (name: string) => `Feedback for ${name}`,
  methodLabel: 'Method',
  performedOn: 'Performed on',
  level: 'Level reached',
  lateReason: 'Why it is recorded late',
  lateHint: (days: number) => `Asked when an observed task lies more than ${days} days back.`,
  lockReason: 'Why you record it although it is locked',
  lockHint: (names: string) => `${names} comes first. The cell carries a gap until it is met.`,
  documentDate: 'Valid to, as the document says',
  ownEvidence: 'Your observation as evidence',

  records: 'This records:',
  recordsOne: {
    mastered: 'mastered',
    'not-yet': 'not yet',
    continues: 'one sitting, to be continued',
  } satisfies Record<OverallVerdict, string>,
  recordsLine: (facts: {
    verdict: string
    qualification: string
    method: string
    date: string
    assessor: string
    today: string
  }) =>
    `${facts.verdict} for ${facts.qualification}, ${facts.method} of ${facts.date}, judged by ${facts.assessor} on ${facts.today}.`,
  recordsUntil: (date: string) => `Valid to ${date}.`,
  recordsNoEnd: 'It does not expire.',
  recordsKeep: (date: string) => `Criteria met stay met until ${date}.`,
  recordsNext: (number: number, date: string) => `Attempt ${number} opens on ${date}.`,
  recordsNextNow: (number: number) => `Attempt ${number} is open at once.`,
  recordsTalk: (number: number) => `Attempt ${number} opens when a coaching talk is recorded.`,
  recordsShown: (met: number, of: number) => `${met} of ${of} required criteria shown so far.`,
  recordsSecond: 'It counts when a second person has signed.',
  recordsGap: (names: string) => `It carries a gap, because ${names} is not met.`,

  act: {
    mastered: 'Record mastered',
    'not-yet': 'Record not yet',
    continues: 'Continues',
  } satisfies Record<OverallVerdict, string>,
  masteredNeeds: (open: number) =>
    open === 1
      ? 'Mastered needs every required criterion met; 1 is left.'
      : `Mastered needs every required criterion met; ${open} are left.`,
  partsLeft: (parts: number) =>
    parts === 1
      ? 'This way has another part to show. Record this one with Continues.'
      : `This way has ${parts} more parts to show. Record this one with Continues.`,
  return: 'Return as incomplete',
  returnReason: 'What is missing?',
  returnWhy: 'No verdict is recorded. The person adds what is missing and sends it again.',
  returnAct: 'Return',
  kept: 'What you marked and wrote is kept here.',
}
