/** The quay: find it, mend it, hand it back. The last two are drafts of a program that is half-way. */
import type { SampleQualification } from '../content'

export const refit: readonly SampleQualification[] = [
  {
    key: 'moisture-survey',
    name: 'Survey a hull for moisture',
    kind: 'skill',
    statement: 'Maps the moisture of a hull so that the owner can decide',
    threshold: {
      kind: 'skill',
      scope: 'Solid and cored hulls up to fifteen metres',
      accuracy: 'Within two points of the reference meter',
      time: 'One shift',
    },
    criteria: [
      'Lets the hull dry for the hours of the sheet before measuring',
      'Measures on a grid of half a metre',
      'Marks doubtful places and measures them again the next day',
      'Draws a map that a colleague can read aloud',
    ],
    validity: { kind: 'months', months: 24 },
    methods: [
      { kind: 'observed-task', instructions: 'A hull on the quay' },
      { kind: 'work-product', instructions: 'Two maps', evidenceRequired: 'Both maps' },
    ],
    processes: [
      {
        kind: 'shadowing',
        title: 'Two surveys',
        steps: 'Measure beside, compare afterwards',
        hours: 10,
        owner: 'Jens',
      },
    ],
    resources: [
      { kind: 'tool', purpose: 'practice', title: 'Reference panel in the container' },
      {
        kind: 'video',
        purpose: 'learning',
        title: 'The meter and its traps',
        url: 'https://skarvik.example/refit/meter',
      },
    ],
  },
  {
    key: 'antifouling',
    name: 'Apply antifouling',
    kind: 'skill',
    statement: 'Brings on antifouling that lasts the season, with nothing in the harbour',
    threshold: {
      kind: 'skill',
      scope: 'Hulls up to fifteen metres',
      accuracy: 'Film within the sheet at ten points',
      time: 'Two shifts',
    },
    criteria: [
      'Seals the ground and catches all dust and water',
      'Covers anodes and transducers',
      'Measures the wet film at ten points',
      'Takes leftovers to the right bin and signs for them',
    ],
    methods: [
      { kind: 'observed-task', instructions: 'One hull' },
      { kind: 'work-product', instructions: 'The film sheet', evidenceRequired: 'Photograph of the sheet' },
    ],
    processes: [
      { kind: 'coaching', title: 'First hull of the season', steps: 'Beside a technician', hours: 9, owner: 'Ole' },
    ],
    resources: [{ kind: 'file', purpose: 'learning', title: 'Film sheet', url: 'https://skarvik.example/refit/film' }],
  },
  {
    key: 'shore-power',
    name: 'Isolate shore power and gas',
    kind: 'skill',
    statement: 'Makes a boat dead and tight before anybody works inside it, and shows that it is',
    threshold: {
      kind: 'skill',
      scope: 'Every boat on the quay',
      accuracy: 'Nothing live, nothing leaking',
      time: 'Ten minutes',
    },
    criteria: [
      'Locks the plug and keeps the key',
      'Tests for voltage at two places, meter proved before and after',
      'Closes the bottle and watches the gauge for three minutes',
      'Hangs the tag with name and time',
    ],
    validity: { kind: 'months', months: 12, renewalWindowDays: 60 },
    lighterRenewal: 'One boat, chosen by the assessor',
    methods: [
      { kind: 'observed-task', instructions: 'Two boats, one with gas' },
      { kind: 'simulation', instructions: 'The board in the container with two planted faults' },
    ],
    rule: { isQuickAllowed: false, assessorKinds: ['manager', 'named'], namedAssessors: ['bo'] },
    processes: [
      {
        kind: 'practice',
        title: 'The board',
        steps: 'Until both faults are found three times in a row',
        hours: 2,
        owner: 'Bo',
      },
    ],
    resources: [{ kind: 'tool', purpose: 'practice', title: 'Board with planted faults' }],
  },
  {
    key: 'shaft-seal',
    name: 'Renew a shaft seal',
    kind: 'skill',
    statement: 'Renews the seal so that the bilge stays dry at full speed',
    threshold: {
      kind: 'skill',
      scope: 'Packed glands and lip seals',
      accuracy: 'No drop after an hour under way',
      time: 'One shift',
    },
    criteria: [
      'Measures the wear of the shaft and decides by the sheet',
      'Aligns the coupling within 0.1 mm',
      'Runs in the seal by the steps of the maker',
    ],
    methods: [
      { kind: 'observed-task', instructions: 'One seal' },
      {
        kind: 'work-product',
        instructions: 'Alignment sheet and the run',
        evidenceRequired: 'Photograph of the sheet',
      },
    ],
    processes: [
      { kind: 'coaching', title: 'Second hand on two seals', steps: 'One of each kind', hours: 12, owner: 'Ida' },
    ],
    resources: [
      {
        kind: 'video',
        purpose: 'learning',
        title: 'Alignment with feeler gauges',
        url: 'https://skarvik.example/refit/alignment',
      },
    ],
  },
  {
    key: 'through-hull',
    name: 'Replace a through-hull fitting',
    kind: 'skill',
    statement: 'Replaces fitting and valve below the water and launches without a drop',
    threshold: {
      kind: 'skill',
      scope: 'Bronze and composite fittings',
      accuracy: 'Dry after a night afloat',
      time: 'Half a shift',
    },
    criteria: [
      'Chooses the metal to suit what it is bonded to',
      'Beds the fitting with sealant all round and through',
      'Works the valve ten times and leaves it closed',
      'Looks again after a night afloat',
    ],
    methods: [
      { kind: 'observed-task', instructions: 'One fitting' },
      { kind: 'interview', instructions: 'Which metal where, with three fittings on the table' },
    ],
    processes: [{ kind: 'coaching', title: 'Three fittings', steps: 'Watch, help, do', hours: 7, owner: 'Signe' }],
    resources: [
      {
        kind: 'text',
        purpose: 'learning',
        title: 'Metals beside each other',
        body: 'Bronze with bronze; composite where there is doubt',
      },
    ],
  },
  {
    key: 'quay-moves',
    name: 'Move a vessel along the quay',
    kind: 'skill',
    statement: 'Shifts a vessel with lines and the workboat, whatever the wind does',
    threshold: {
      kind: 'skill',
      scope: 'Up to fifteen metres, wind to five',
      accuracy: 'No touch, no line in the water',
      time: '20 minutes',
    },
    criteria: [
      'Says the plan aloud and who holds which line',
      'Uses a spring instead of strength',
      'Keeps fenders where they are needed at each moment',
    ],
    methods: [
      { kind: 'observed-task', instructions: 'Two moves, one against the wind' },
      {
        kind: 'external-credential',
        instructions: 'Boat licence with harbour part',
        evidenceRequired: 'Photograph of the licence',
      },
    ],
    processes: [
      { kind: 'practice', title: 'Lines with the workboat', steps: 'Calm first', hours: 5, owner: 'Oneself' },
    ],
    resources: [{ kind: 'tool', purpose: 'practice', title: 'Workboat, ask Kaisa' }],
  },
]

/** Begun in a draft: enough to see what a half-finished design looks like. */
export const refitDrafts: readonly SampleQualification[] = [
  {
    key: 'refit-survey',
    name: 'Survey a boat with its owner',
    kind: 'skill',
    statement: 'Goes through a boat with its owner and ends with a list both agree on',
    threshold: { kind: 'skill', scope: 'Sailing boats up to fifteen metres', accuracy: '', time: 'Half a day' },
    criteria: ['Looks into every locker before speaking of money', 'Reads the list back and has it signed'],
    methods: [{ kind: 'observed-task', instructions: 'One survey' }],
    processes: [
      { kind: 'shadowing', title: 'Two surveys with Kaisa', steps: 'Write the list', hours: 8, owner: 'Kaisa' },
    ],
    resources: [],
  },
  {
    key: 'refit-quote',
    name: 'Quote a refit',
    kind: 'knowledge',
    statement: '',
    threshold: { kind: 'knowledge', scope: '', accuracy: '' },
    criteria: ['Knows the price list'],
    methods: [],
    processes: [],
    resources: [],
  },
]
