/** The rest of what a senior boatbuilder adds: figures, incidents, builds and owners. */
import type { SampleQualification } from '../content'

export const answering: readonly SampleQualification[] = [
  {
    key: 'estimating',
    name: 'Estimate hours and material',
    kind: 'skill',
    statement: 'Says what a job takes before it begins, and is right often enough to plan by',
    threshold: {
      kind: 'skill',
      scope: 'Jobs of up to 300 hours',
      accuracy: 'Four of five within a tenth',
      time: 'One day',
    },
    criteria: [
      'Splits the job until each part was done before',
      'Writes down what is not in it',
      'Compares five estimates with what they became',
    ],
    methods: [
      { kind: 'work-product', instructions: 'Five estimates and their ends', evidenceRequired: 'The sheet' },
      { kind: 'interview', instructions: 'Why the worst one went wrong' },
    ],
    processes: [
      {
        kind: 'self-study',
        title: 'Estimates of last year',
        steps: 'Guess first, then look',
        hours: 6,
        owner: 'Oneself',
      },
    ],
    resources: [
      {
        kind: 'file',
        purpose: 'practice',
        title: 'Hours of the last eight hulls',
        url: 'https://skarvik.example/build/hours',
      },
    ],
  },
  {
    key: 'incident-lead',
    name: 'Lead after an incident',
    kind: 'skill',
    statement: 'Makes safe, cares, reports and sees to it that it does not happen again',
    threshold: {
      kind: 'skill',
      scope: 'Injury, fire, spill, dropped load',
      accuracy: 'Nothing of the card left out',
      time: 'First report within the hour',
    },
    criteria: [
      'Stops work and keeps the place as it is',
      'Talks to everybody who saw it, one by one',
      'Writes the report without a name in the cause',
      'Tells the hall what changes',
    ],
    validity: { kind: 'fixed-day', fixedDay: '03-31', renewalWindowDays: 60 },
    methods: [
      { kind: 'simulation', instructions: 'An afternoon with two invented incidents' },
      { kind: 'work-product', instructions: 'A real report', evidenceRequired: 'The report without names' },
    ],
    processes: [
      {
        kind: 'course',
        title: 'After an incident',
        steps: 'One day in spring, with the insurer',
        hours: 7,
        owner: 'Anders',
      },
    ],
    resources: [
      { kind: 'text', purpose: 'learning', title: 'The card', body: 'Safe, care, call, keep, ask, write, tell' },
    ],
  },
  {
    key: 'two-builds',
    name: 'Lead two builds',
    kind: 'experience',
    statement: 'Has led two hulls or decks from the first layer to the launch',
    threshold: { kind: 'experience', amount: 'Two builds', period: 'Within 36 months', confirmedBy: 'Yard supervisor' },
    criteria: [
      'Log names the boat, the crew and the days',
      'Both builds ended within a tenth of the plan',
      'Yard supervisor confirms both',
    ],
    validity: { kind: 'never' },
    methods: [
      { kind: 'logged-experience', instructions: 'The log of both builds', evidenceRequired: 'Link to the logs' },
      { kind: 'interview', instructions: 'What was different the second time' },
    ],
    processes: [
      {
        kind: 'rotation',
        title: "A build of one's own",
        steps: 'Chosen with the supervisor',
        hours: 600,
        owner: 'Anders',
      },
    ],
    resources: [{ kind: 'link', purpose: 'practice', title: 'Build log', url: 'https://skarvik.example/build-log' }],
  },
  {
    key: 'owner-walk',
    name: 'Walk an owner through a hull',
    kind: 'disposition',
    isCatalogue: true,
    statement: 'Shows owners their boat so that they go home knowing what they saw',
    threshold: { kind: 'disposition', occasions: 2, observers: 1 },
    criteria: [
      'Asks what the owner wants to see first',
      'Says what is not finished without being asked',
      'Writes down each wish and who answers it',
    ],
    methods: [
      { kind: 'observed-task', instructions: 'Two walks' },
      { kind: 'interview', instructions: 'What the owner says a week later' },
    ],
    processes: [
      {
        kind: 'shadowing',
        title: 'Walk along twice',
        steps: 'Once with Ragna, once with Amina',
        hours: 3,
        owner: 'Ragna',
      },
    ],
    resources: [{ kind: 'person', purpose: 'learning', title: 'Ragna, before visits' }],
  },
]
