/** From the bare mould to the released laminate. */
import type { SampleQualification } from '../content'

/** The yard's scale where a craft has to be passed on. */
const craftLevels = ['Supervised', 'Independent', 'Can teach'] as const

export const laminating: readonly SampleQualification[] = [
  {
    key: 'mould-preparation',
    name: 'Prepare a mould',
    kind: 'skill',
    statement: 'Cleans, mends and waxes a mould so that the part comes out by hand',
    threshold: {
      kind: 'skill',
      scope: 'Moulds up to twelve square metres',
      accuracy: 'No print-through, no stuck spot',
      time: 'Within one shift',
    },
    criteria: [
      'Finds every chip with lamp and fingertip and marks it',
      'Fills and sands the chips until the lamp shows no edge',
      'Brings on five coats of wax with the waiting times of the sheet',
      'Enters mould, wax and time in the mould book',
    ],
    methods: [
      { kind: 'observed-task', instructions: 'A mould of the running build' },
      {
        kind: 'work-product',
        instructions: 'The first part out of the mould',
        evidenceRequired: 'Photograph of the mould book page',
      },
    ],
    processes: [
      {
        kind: 'coaching',
        title: 'Two moulds beside a laminator',
        steps: 'One small, one with an undercut',
        hours: 10,
        owner: 'Lars',
      },
    ],
    resources: [
      {
        kind: 'text',
        purpose: 'learning',
        title: 'Waiting times by wax and weather',
        body: 'Below 18 degrees add half; never below 14',
      },
      { kind: 'tool', purpose: 'practice', title: 'Old hatch mould behind hall two' },
    ],
  },
  {
    key: 'hand-lay-up',
    name: 'Lay up a laminate by hand',
    kind: 'skill',
    statement: 'Lays a laminate by plan, wet through, free of air and at the planned weight',
    threshold: {
      kind: 'skill',
      scope: 'Up to eight layers, corners included',
      accuracy: 'Weight within 5 per cent, no void over 3 mm',
      time: 'Inside the pot life of each batch',
    },
    levelLabels: craftLevels,
    criteria: [
      'Cuts and numbers the layers by the plan',
      'Rolls each layer until no light patch is left',
      { text: 'Keeps the edges wet and the batches inside their pot life without being reminded', level: 2 },
      { text: 'Keeps the weight of three parts in a row within 5 per cent', level: 2 },
      { text: 'Brings a beginner to a part that passes the tap test', level: 3 },
    ],
    validity: { kind: 'months', months: 36 },
    methods: [
      { kind: 'observed-task', instructions: 'A part of the running build' },
      {
        kind: 'work-product',
        instructions: 'Test panel, cut and weighed',
        evidenceRequired: 'Panel number and weight',
      },
      { kind: 'teaching', instructions: 'For the third level: one part laid by a beginner' },
    ],
    processes: [
      {
        kind: 'practice',
        title: 'Test panels',
        steps: 'Six panels, each weighed and cut open',
        hours: 18,
        owner: 'Team lead',
      },
      {
        kind: 'mentoring',
        title: 'A month beside a laminator',
        steps: 'Same crew, same hull',
        hours: 60,
        owner: 'Lars',
        class: 'should',
      },
    ],
    resources: [
      {
        kind: 'video',
        purpose: 'learning',
        title: 'Rolling out corners',
        url: 'https://skarvik.example/laminating/corners',
      },
      { kind: 'tool', purpose: 'practice', title: 'Panel table in hall one' },
    ],
  },
  {
    key: 'vacuum-infusion',
    name: 'Infuse a panel under vacuum',
    kind: 'skill',
    statement: 'Builds the stack, bags it tight and draws the resin through without dry spots',
    threshold: {
      kind: 'skill',
      scope: 'Flat and single-curved panels up to ten square metres',
      accuracy: 'Leak below 5 mbar in ten minutes, no dry spot',
      time: 'Bagged within four hours',
    },
    criteria: [
      'Plans inlets and outlets on the drawing before the first layer',
      'Finds a leak made by the assessor within fifteen minutes',
      'Holds the vacuum through gel time',
      'Fills in the infusion log with times and pressures',
    ],
    methods: [
      { kind: 'observed-task', instructions: 'A bulkhead panel from stack to demoulding' },
      { kind: 'work-product', instructions: 'Infusion log of three panels', evidenceRequired: 'The three log pages' },
    ],
    rule: { mustHold: true },
    processes: [
      {
        kind: 'course',
        title: 'Infusion with the resin supplier',
        steps: 'Two days, the second at the own panel',
        hours: 14,
        owner: 'Birte',
      },
      {
        kind: 'practice',
        title: 'Small panels',
        steps: 'Three panels, one with a leak on purpose',
        hours: 12,
        owner: 'Oneself',
      },
    ],
    resources: [
      {
        kind: 'file',
        purpose: 'learning',
        title: 'Infusion log, filled in',
        url: 'https://skarvik.example/laminating/infusion-log',
      },
      { kind: 'person', purpose: 'practice', title: 'Birte, after lunch on Thursdays' },
    ],
  },
  {
    key: 'laminate-release',
    name: 'Check and release a laminate',
    kind: 'knowledge',
    statement: 'Judges a cured laminate and releases it, or says what has to be done first',
    threshold: { kind: 'knowledge', scope: 'Hull, deck and bulkheads', accuracy: 'All of six planted faults found' },
    criteria: [
      'Taps the whole surface in lines and marks every dull place',
      'Reads hardness at five points and compares with the sheet',
      'Sorts six faults into mend, leave and scrap with the reason',
      'Writes a release that the next shift can work by',
    ],
    validity: { kind: 'months', months: 24 },
    methods: [
      { kind: 'observed-task', instructions: 'A part of the running build' },
      { kind: 'simulation', instructions: 'The fault panel with six planted faults' },
    ],
    processes: [
      {
        kind: 'shadowing',
        title: 'Three releases with a senior',
        steps: 'Mark first, compare afterwards',
        hours: 5,
        owner: 'Senior boatbuilder',
      },
    ],
    resources: [
      {
        kind: 'text',
        purpose: 'learning',
        title: 'Six faults and how they sound',
        body: 'Void, dry spot, bridging, print, crack, soft core',
      },
      { kind: 'tool', purpose: 'practice', title: 'Fault panel in the store' },
    ],
  },
  {
    key: 'gelcoat-repair',
    name: 'Repair gelcoat',
    kind: 'skill',
    isCatalogue: true,
    statement: "Mends a chip or scratch so that nobody finds it at arm's length",
    threshold: {
      kind: 'skill',
      scope: 'Chips up to a hand, white and one colour',
      accuracy: 'Not found from one metre in daylight',
      time: 'Two hours without curing',
    },
    criteria: [
      'Opens the edge until it is sound all round',
      'Mixes the colour against the boat, not the tin',
      'Sands through the grits without a halo',
    ],
    methods: [
      {
        kind: 'work-product',
        instructions: 'Two repairs, one of them coloured',
        evidenceRequired: 'Photographs before and after',
      },
      { kind: 'observed-task', instructions: 'One repair from opening to polish' },
    ],
    processes: [
      {
        kind: 'practice',
        title: 'Ten chips in the old hatch',
        steps: 'Five white, five blue',
        hours: 6,
        owner: 'Oneself',
      },
    ],
    resources: [
      {
        kind: 'video',
        purpose: 'learning',
        title: 'Mixing colour in daylight',
        url: 'https://skarvik.example/finish/colour',
      },
    ],
  },
  {
    key: 'spraying',
    name: 'Spray a topcoat',
    kind: 'skill',
    statement: 'Sprays a topcoat that is even, glossy and free of runs',
    threshold: {
      kind: 'skill',
      scope: 'Topsides of one side',
      accuracy: 'No run, no dust grain larger than a pinhead',
      time: 'One side in 50 minutes',
    },
    criteria: [
      'Wears air-fed mask and checks its flow first',
      'Keeps a wet edge over the whole length',
      'Measures the wet film at six places and writes it down',
    ],
    methods: [
      { kind: 'work-product', instructions: 'One topside, judged the next morning' },
      { kind: 'observed-task', instructions: 'A door or a hatch in the booth' },
    ],
    processes: [
      {
        kind: 'rotation',
        title: 'Two weeks in the booth',
        steps: 'Mask, sand, spray, polish',
        hours: 70,
        owner: 'Elin',
        class: 'should',
      },
    ],
    resources: [{ kind: 'tool', purpose: 'practice', title: 'Booth, free on Friday afternoons' }],
  },
]
