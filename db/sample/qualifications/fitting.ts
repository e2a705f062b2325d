/** Wood, structure and fittings, and how a crew works together. */
import type { SampleQualification } from '../content'

export const fitting: readonly SampleQualification[] = [
  {
    key: 'lines-drawing',
    name: 'Work from a lines drawing',
    kind: 'knowledge',
    statement: 'Takes every measure needed for a part from the drawing and marks it on the boat',
    threshold: { kind: 'knowledge', scope: 'Lines, sections and detail sheets', accuracy: 'Marks within 2 mm' },
    criteria: [
      'Finds three given points in plan, profile and section',
      'Transfers a waterline to the hull within 2 mm',
      'Says which of two sheets is in force and why',
    ],
    methods: [
      { kind: 'observed-task', instructions: 'Mark out a bulkhead' },
      { kind: 'mastery-check', instructions: 'Ten measures from one sheet', accommodations: 'Enlarged sheet' },
    ],
    processes: [
      {
        kind: 'self-study',
        title: 'The drawing of the nine-metre',
        steps: 'Exercises on the last sheet',
        hours: 5,
        owner: 'Oneself',
      },
      { kind: 'coaching', title: 'Mark out together', steps: 'Two frames', hours: 3, owner: 'Viktor' },
    ],
    resources: [
      {
        kind: 'file',
        purpose: 'practice',
        title: 'Exercise sheets',
        url: 'https://skarvik.example/drawings/exercises',
      },
    ],
  },
  {
    key: 'structural-joint',
    name: 'Cut and glue a structural joint',
    kind: 'skill',
    statement: 'Joins timber so that the wood breaks before the glue does',
    threshold: {
      kind: 'skill',
      scope: 'Scarf and half-lap in oak and larch',
      accuracy: 'Gap below 0.3 mm, test piece breaks in the wood',
      time: 'Three hours a joint',
    },
    criteria: [
      'Cuts the scarf at one in twelve',
      'Checks moisture and refuses timber above 14 per cent',
      'Clamps without starving the joint',
      'Breaks the test piece and reads the break',
    ],
    methods: [
      { kind: 'work-product', instructions: 'One joint and its test piece', evidenceRequired: 'The broken test piece' },
      { kind: 'observed-task', instructions: 'A joint of the running build' },
    ],
    processes: [
      {
        kind: 'practice',
        title: 'Joints in offcuts',
        steps: 'Until three in a row break in the wood',
        hours: 12,
        owner: 'Oneself',
      },
    ],
    resources: [
      { kind: 'video', purpose: 'learning', title: 'A scarf by hand', url: 'https://skarvik.example/wood/scarf' },
      { kind: 'tool', purpose: 'practice', title: 'Bench four and the offcut bin' },
    ],
  },
  {
    key: 'bulkhead',
    name: 'Fit and bond a bulkhead',
    kind: 'skill',
    statement: 'Sets a bulkhead where the drawing has it and ties it to the hull for good',
    threshold: {
      kind: 'skill',
      scope: 'Main and half bulkheads',
      accuracy: 'Within 3 mm, square to the centreline',
      time: 'Two shifts',
    },
    criteria: [
      'Scribes the edge to a gap of 4 to 8 mm all round',
      'Lays the fillet without a hard point',
      'Steps the tapes by the plan',
      'Checks position from two references before the resin gels',
    ],
    methods: [
      { kind: 'observed-task', instructions: 'A bulkhead of the running build', allOf: 1 },
      { kind: 'interview', instructions: 'Why each tape ends where it ends', allOf: 1 },
    ],
    rule: { signatures: 1, turnaroundDays: 3 },
    processes: [
      {
        kind: 'coaching',
        title: 'One bulkhead as second hand',
        steps: 'From template to last tape',
        hours: 16,
        owner: 'Viktor',
      },
    ],
    resources: [
      {
        kind: 'file',
        purpose: 'learning',
        title: 'Tape plan with reasons',
        url: 'https://skarvik.example/structure/tapes',
      },
    ],
  },
  {
    key: 'deck-hardware',
    name: 'Bed deck hardware',
    kind: 'skill',
    statement: 'Fits cleats, tracks and stanchions that stay dry below for ten years',
    threshold: {
      kind: 'skill',
      scope: 'Cored and solid decks',
      accuracy: 'No drop in the hose test',
      time: 'Six fittings a shift',
    },
    criteria: [
      'Takes the core out and fills around every hole',
      'Chamfers the hole and keeps the sealant in it',
      'Draws the bolts down in two steps',
      'Passes ten minutes under the hose',
    ],
    methods: [
      { kind: 'work-product', instructions: 'One side of a deck, hose test next day' },
      { kind: 'observed-task', instructions: 'One track from template to hose' },
    ],
    processes: [{ kind: 'shadowing', title: 'A day on deck', steps: 'Fit, then hose', hours: 8, owner: 'Arne' }],
    resources: [
      {
        kind: 'text',
        purpose: 'learning',
        title: 'Which sealant where',
        body: 'Above water, below water, next to acrylic',
      },
    ],
  },
  {
    key: 'shift-handover',
    name: 'Hand over a shift',
    kind: 'disposition',
    statement: 'Leaves the next shift a boat they can go on with at once',
    threshold: { kind: 'disposition', occasions: 6, observers: 2 },
    criteria: [
      'Writes on the board what is wet, what is open and what is missing',
      'Tells own mistakes before they are found',
      'Stays until the other has asked all questions',
    ],
    validity: { kind: 'never' },
    methods: [
      { kind: 'observed-task', instructions: 'Six hand-overs within two months, seen by two people' },
      { kind: 'interview', instructions: 'Talk with somebody of the other shift' },
    ],
    processes: [
      { kind: 'mentoring', title: 'Hand over in pairs', steps: 'Two weeks, then alone', hours: 3, owner: 'Team lead' },
    ],
    resources: [
      {
        kind: 'text',
        purpose: 'practice',
        title: 'The three questions',
        body: 'What is wet? What is open? What is missing?',
      },
    ],
  },
  {
    key: 'hull-hours',
    name: 'Build on two hulls',
    kind: 'experience',
    statement: 'Has worked on two hulls from mould to launch',
    threshold: {
      kind: 'experience',
      amount: '400 hours on two hulls',
      period: 'Within 24 months',
      confirmedBy: 'Lead of the hall',
    },
    criteria: [
      'Log shows at least 150 hours on each hull',
      'Log names work in laminating and in fitting',
      'Lead of the hall confirms each page',
    ],
    validity: { kind: 'never' },
    methods: [
      { kind: 'logged-experience', instructions: 'The build log', evidenceRequired: 'Link to the log' },
      { kind: 'external-credential', instructions: 'Reference of another yard', evidenceRequired: 'The reference' },
    ],
    processes: [
      {
        kind: 'rotation',
        title: 'Change hull after half a year',
        steps: 'Planned with the lead',
        hours: 400,
        owner: 'Noor',
      },
    ],
    resources: [{ kind: 'link', purpose: 'practice', title: 'Build log', url: 'https://skarvik.example/build-log' }],
  },
]
