/** What a senior boatbuilder adds: plan a build, answer for its structure, bring others on. */
import type { SampleQualification } from '../content'

export const leading: readonly SampleQualification[] = [
  {
    key: 'stability',
    name: 'Explain weight and stability',
    kind: 'knowledge',
    statement: 'Tells what a change in weight does to a boat before the change is made',
    threshold: {
      kind: 'knowledge',
      scope: 'Boats up to fifteen metres',
      accuracy: 'Direction always right, size within a fifth',
    },
    criteria: [
      'Keeps the weight list of a build up to date for a month',
      'Works out the trim from moving an engine by half a metre',
      'Names the three changes that have to go back to the designer',
    ],
    methods: [
      { kind: 'interview', instructions: 'Two changes on a running build' },
      {
        kind: 'mastery-check',
        instructions: 'Eight exercises, all right',
        accommodations: 'Calculator with large keys',
      },
    ],
    processes: [
      {
        kind: 'course',
        title: 'Weight and stability',
        steps: 'Three evenings with the naval architect',
        hours: 9,
        owner: 'Ingrid',
      },
    ],
    resources: [
      {
        kind: 'file',
        purpose: 'practice',
        title: 'Weight list of the nine-metre',
        url: 'https://skarvik.example/build/weights',
      },
    ],
  },
  {
    key: 'job-planning',
    name: 'Plan a build job',
    kind: 'skill',
    statement: 'Turns a drawing into a job that a crew can do without asking',
    threshold: {
      kind: 'skill',
      scope: 'Jobs of up to three weeks and four people',
      accuracy: 'No stop for a missing part',
      time: 'Ready two days before the start',
    },
    criteria: [
      'Lists material, tools and people by day',
      'Puts work that dries overnight at the end of shifts',
      'Names the point at which the job can still be stopped cheaply',
      'Goes through the plan with the crew and changes it where they are right',
    ],
    methods: [
      {
        kind: 'work-product',
        instructions: 'The plan of a real job, and how it went',
        evidenceRequired: 'Plan and the log beside it',
      },
      { kind: 'observed-task', instructions: 'The talk with the crew' },
    ],
    processes: [
      {
        kind: 'coaching',
        title: 'Plan two jobs with a senior',
        steps: 'The first side by side, the second read afterwards',
        hours: 10,
        owner: 'Amina',
      },
      { kind: 'self-study', title: 'Three plans that went wrong', steps: 'Find where', hours: 2, owner: 'Oneself' },
    ],
    resources: [
      {
        kind: 'file',
        purpose: 'learning',
        title: 'Plan of a deck job',
        url: 'https://skarvik.example/build/deck-plan',
      },
    ],
  },
  {
    key: 'apprentice-coaching',
    name: 'Coach an apprentice',
    kind: 'disposition',
    statement: 'Lets others do the work and makes them better at it',
    threshold: { kind: 'disposition', occasions: 4, observers: 2 },
    criteria: [
      'Asks before telling',
      'Keeps own hands off the tool',
      'Ends with what went well and one thing to change',
      'Agrees the day on which it is looked at again',
    ],
    methods: [
      { kind: 'observed-task', instructions: 'Four occasions, seen by two people' },
      { kind: 'interview', instructions: 'What the apprentice says' },
    ],
    processes: [
      {
        kind: 'mentoring',
        title: 'An apprentice for a quarter',
        steps: 'One hour a week set aside',
        hours: 13,
        owner: 'Noor',
      },
    ],
    resources: [
      {
        kind: 'text',
        purpose: 'learning',
        title: 'Four questions',
        body: 'What do you want to do? What will you watch for? What did you see? What next?',
      },
    ],
  },
  {
    key: 'quality-round',
    name: 'Lead a quality round',
    kind: 'skill',
    statement: 'Leads the weekly round so that faults are found where they arise',
    threshold: {
      kind: 'skill',
      scope: 'One hall',
      accuracy: 'Every open point has a name and a day',
      time: '45 minutes',
    },
    criteria: [
      'Walks to the boat instead of sitting down',
      "Closes last week's points first",
      'Asks for the cause twice before writing a measure',
    ],
    methods: [
      { kind: 'observed-task', instructions: 'Two rounds' },
      { kind: 'work-product', instructions: 'The list after four weeks', evidenceRequired: 'Link to the list' },
    ],
    processes: [
      {
        kind: 'shadowing',
        title: 'Walk along for a month',
        steps: 'Take the notes in the last week',
        hours: 4,
        owner: 'Elin',
      },
    ],
    resources: [
      { kind: 'link', purpose: 'practice', title: 'Open points', url: 'https://skarvik.example/quality/points' },
    ],
  },
  {
    key: 'structural-repair',
    name: 'Repair structural damage',
    kind: 'skill',
    statement: 'Brings a damaged hull back to its full strength and proves it',
    threshold: {
      kind: 'skill',
      scope: 'Hull skins and stringers, solid and cored',
      accuracy: 'Released by the class surveyor without a remark',
      time: 'By the plan agreed with the owner',
    },
    criteria: [
      'Finds the edge of the damage from both sides',
      'Grinds the taper the plan asks for, layer by layer',
      'Rebuilds the fibre directions of the drawing',
      'Hands over a record that a surveyor can follow',
    ],
    validity: { kind: 'months', months: 36 },
    methods: [
      { kind: 'observed-task', instructions: 'A repair from opening to release', allOf: 1 },
      { kind: 'work-product', instructions: 'The record', evidenceRequired: 'The record with photographs', allOf: 1 },
    ],
    rule: { isQuickAllowed: false, coachingAfter: 2, waitingDays: 14 },
    processes: [
      {
        kind: 'coaching',
        title: 'Second hand on a repair',
        steps: 'From survey to release',
        hours: 30,
        owner: 'Viktor',
      },
    ],
    resources: [
      {
        kind: 'file',
        purpose: 'learning',
        title: "A record with the surveyor's notes",
        url: 'https://skarvik.example/repair/record',
      },
    ],
  },
  {
    key: 'travel-lift',
    name: 'Move a boat in the travel lift',
    kind: 'skill',
    statement: 'Takes a boat from the water to its place, or back, without a mark',
    threshold: {
      kind: 'skill',
      scope: 'Up to twenty tonnes',
      accuracy: 'Slings where the plan has them, no touch',
      time: '40 minutes from water to chocks',
    },
    criteria: [
      'Finds the sling places from plan and hull',
      'Holds the talk with everybody who has a hand in it',
      'Moves at walking pace with two people outside',
      'Stops at any shout',
      'Sets the chocks before the slings go slack',
    ],
    validity: { kind: 'months', months: 12, renewalWindowDays: 60 },
    lighterRenewal: 'One move, signed by one instructor and the lead',
    methods: [
      { kind: 'observed-task', instructions: 'Two moves, one of them into the water' },
      {
        kind: 'simulation',
        instructions: 'Barge with ballast',
        accommodations: 'Headset for people with hearing loss',
      },
    ],
    rule: {
      assessorKinds: ['manager', 'named'],
      namedAssessors: ['birte', 'viktor', 'anders'],
      signatures: 2,
      isQuickAllowed: false,
      needsReauthentication: true,
    },
    processes: [
      { kind: 'practice', title: 'Ten moves with the barge', steps: 'Five in, five out', hours: 15, owner: 'Viktor' },
    ],
    resources: [{ kind: 'tool', purpose: 'practice', title: 'Ballast barge, Saturdays' }],
  },
]
