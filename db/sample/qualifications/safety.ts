/** What keeps people whole; shared by the boatbuilders and the refit quay. */
import type { SampleQualification } from '../content'

export const safety: readonly SampleQualification[] = [
  {
    key: 'yard-routes',
    name: 'Move safely about the yard',
    kind: 'knowledge',
    isCatalogue: true,
    statement:
      'Finds every exit, alarm point and first-aid post of the own site and keeps to the marked ways around them',
    threshold: { kind: 'knowledge', scope: 'All halls and the quay of the own site', accuracy: 'Nothing left out' },
    criteria: [
      'Leads the assessor from three given places to the nearest exit without a detour',
      'Points out every alarm point and fire blanket on the way',
      'Stops at the crane line and looks both ways before crossing',
      'Names who to call, and from where, for an injury and for a spill',
    ],
    validity: { kind: 'months', months: 24 },
    methods: [
      { kind: 'observed-task', instructions: 'Walk the site together, starting where the person works least' },
      {
        kind: 'mastery-check',
        instructions: 'Twelve photographs of the site, all answered right',
        accommodations: 'Read aloud on request',
      },
    ],
    processes: [
      {
        kind: 'shadowing',
        title: 'Walk the site with a colleague',
        steps: 'One round in the morning, one while the crane works',
        hours: 2,
        owner: 'Team lead',
      },
    ],
    resources: [
      {
        kind: 'file',
        purpose: 'learning',
        title: 'Site plan with exits and alarm points',
        url: 'https://skarvik.example/safety/site-plan',
      },
      { kind: 'person', purpose: 'learning', title: 'Birte, safety instructor, Tuesdays at the gate' },
    ],
  },
  {
    key: 'fire-fighting',
    name: 'Put out a small fire',
    kind: 'skill',
    statement: 'Chooses the right extinguisher for a fire in the shop and puts it out, or leaves in time',
    threshold: {
      kind: 'skill',
      scope: 'Solvent, dust and electrical fires',
      accuracy: 'Out without flaring up again',
      time: 'Within 40 seconds of the alarm',
    },
    criteria: [
      'Raises the alarm before reaching for an extinguisher',
      'Picks foam, powder or carbon dioxide to suit what burns',
      'Keeps a way out behind the back the whole time',
      'Watches the spot for two minutes after the flames are out',
      { text: 'Reports the used extinguisher for refilling', isRequired: false },
    ],
    validity: { kind: 'months', months: 12, renewalWindowDays: 60 },
    lighterRenewal: 'One extinguisher at the practice tray instead of three',
    methods: [
      {
        kind: 'simulation',
        instructions: 'Practice tray in the east lot, three fires',
        accommodations: 'Smoke-free screen trainer for people with asthma',
      },
      {
        kind: 'external-credential',
        instructions: 'Certificate of the fire brigade, not older than three months',
        evidenceRequired: 'Photograph of the certificate',
      },
    ],
    rule: { assessorKinds: ['manager', 'named'], namedAssessors: ['birte', 'anders'], turnaroundDays: 14 },
    processes: [
      {
        kind: 'practice',
        title: 'Evening at the practice tray',
        steps: 'Watch one, do two, talk it through',
        hours: 3,
        owner: 'Birte',
      },
      {
        kind: 'self-study',
        title: 'What burns in a boatyard',
        steps: 'Read the sheet, then find each kind in the own hall',
        hours: 1,
        owner: 'Oneself',
      },
    ],
    resources: [
      {
        kind: 'video',
        purpose: 'learning',
        title: 'Extinguishers compared, six minutes',
        url: 'https://skarvik.example/safety/extinguishers',
      },
      { kind: 'tool', purpose: 'practice', title: 'Practice tray, key at the gate' },
    ],
  },
  {
    key: 'hot-work',
    name: 'Work under a hot work permit',
    kind: 'knowledge',
    statement: 'Prepares, holds and closes a hot work permit so that nothing smoulders behind a bulkhead afterwards',
    threshold: {
      kind: 'knowledge',
      scope: 'Grinding, welding and heat guns aboard',
      accuracy: 'Every field of the permit right',
    },
    criteria: [
      'Lists what lies behind, above and below the place of work',
      'Sets out blankets, extinguisher and a fire watch before the first spark',
      'Explains when a permit ends by itself',
      'Returns for the check one hour after the last spark and signs it',
    ],
    validity: { kind: 'months', months: 12, renewalWindowDays: 45 },
    methods: [
      { kind: 'observed-task', instructions: 'A real permit from request to closing' },
      {
        kind: 'interview',
        instructions: 'Three cases from the folder, all answered',
        accommodations: 'In the own language with an interpreter',
      },
    ],
    rule: {
      assessorKinds: ['named'],
      namedAssessors: ['birte', 'anders', 'kaisa'],
      isQuickAllowed: false,
      waitingDays: 7,
    },
    processes: [
      {
        kind: 'coaching',
        title: 'Fire watch beside a permit holder',
        steps: 'Three watches, one of them aboard',
        hours: 6,
        owner: 'Permit holder',
      },
    ],
    resources: [
      {
        kind: 'link',
        purpose: 'learning',
        title: 'The permit, field by field',
        url: 'https://skarvik.example/safety/hot-work',
      },
      {
        kind: 'text',
        purpose: 'practice',
        title: 'Three cases',
        body: 'A grinder in the chain locker; a heat gun near a diesel tank; a weld on the pushpit with foam behind it',
      },
    ],
  },
  {
    key: 'resin-handling',
    name: 'Handle resin and solvents',
    kind: 'knowledge',
    statement: 'Stores, mixes and disposes of resins, hardeners and solvents without harm to skin, lungs or drains',
    threshold: {
      kind: 'knowledge',
      scope: 'All substances of the shop list',
      accuracy: 'Glove, mask and waste bin right for each',
    },
    criteria: [
      'Reads the hazard signs of five tins and says what each asks for',
      'Keeps hardener and accelerator apart at every moment',
      'Chooses glove and filter by the shop list',
      'Puts rags and leftovers into the right bins',
      { text: 'Airs the room for the time on the sheet before others come in', isRequired: false },
    ],
    validity: { kind: 'months', months: 24 },
    methods: [
      { kind: 'observed-task', instructions: 'Mix two batches and clear up' },
      {
        kind: 'mastery-check',
        instructions: 'Twenty questions from the shop list, all right',
        accommodations: 'More time on request',
      },
    ],
    processes: [
      {
        kind: 'course',
        title: 'Substances in the shop',
        steps: 'Half a day with the chemist of the supplier',
        hours: 4,
        owner: 'Ingrid',
      },
      { kind: 'self-study', title: 'Shop list with exercises', steps: 'One page a day', hours: 2, owner: 'Oneself' },
    ],
    resources: [
      {
        kind: 'file',
        purpose: 'learning',
        title: 'Shop list of substances',
        url: 'https://skarvik.example/safety/substances',
      },
    ],
  },
  {
    key: 'lifting',
    name: 'Sling and signal a lift',
    kind: 'skill',
    statement: 'Slings a load, signals the crane and keeps everybody out from under it',
    threshold: {
      kind: 'skill',
      scope: 'Loads up to five tonnes in the hall',
      accuracy: 'Level, no swing beyond half a metre',
      time: 'Ready to lift within 15 minutes',
    },
    criteria: [
      'Works out the weight from the drawing or the scale',
      'Rejects a damaged sling out of a set of six',
      'Gives the seven hand signals without a mistake',
      'Clears the area and stops the lift when somebody steps in',
    ],
    validity: { kind: 'months', months: 24, renewalWindowDays: 60 },
    lighterRenewal: 'One lift and the set of slings',
    methods: [
      { kind: 'observed-task', instructions: 'A real lift of a deck or an engine' },
      {
        kind: 'simulation',
        instructions: 'Water bag on the hall crane',
        accommodations: 'Radio in place of hand signals',
      },
    ],
    rule: { assessorKinds: ['manager'], isQuickAllowed: false, coachingAfter: 2 },
    processes: [
      {
        kind: 'coaching',
        title: 'Five lifts with a slinger',
        steps: 'Two watched, two together, one alone with a shadow',
        hours: 8,
        owner: 'Lars',
      },
      {
        kind: 'practice',
        title: 'Signals at the empty crane',
        steps: 'Ten minutes at the start of a shift',
        hours: 1,
        owner: 'Oneself',
      },
    ],
    resources: [
      { kind: 'video', purpose: 'learning', title: 'Hand signals', url: 'https://skarvik.example/safety/signals' },
      { kind: 'tool', purpose: 'practice', title: 'Set of six slings, two of them bad' },
    ],
  },
  {
    key: 'first-aid',
    name: 'Give first aid at work',
    kind: 'skill',
    isCatalogue: true,
    statement: 'Keeps somebody alive and calm until the ambulance is at the gate',
    threshold: {
      kind: 'skill',
      scope: 'Bleeding, burns, electric shock, unconsciousness',
      accuracy: 'As the course card says',
      time: 'First hand on within a minute',
    },
    criteria: [
      'Makes the place safe before touching anybody',
      'Presses and breathes in the right rhythm for two minutes',
      'Stops a heavy bleeding with what lies in the hall',
      'Gives the call with place, number and kind of injuries',
    ],
    validity: { kind: 'document', renewalWindowDays: 90 },
    methods: [
      {
        kind: 'external-credential',
        instructions: 'Card of a recognised course',
        evidenceRequired: 'Photograph of both sides of the card',
      },
      {
        kind: 'simulation',
        instructions: 'Two cases with the yard nurse',
        accommodations: 'At a table instead of on the floor',
      },
    ],
    rule: { isQuickAllowed: false },
    processes: [
      {
        kind: 'course',
        title: 'First aid, one day',
        steps: 'Every first Monday in the canteen of the fire station',
        hours: 8,
        owner: 'Ingrid',
      },
    ],
    resources: [
      { kind: 'link', purpose: 'learning', title: 'Dates and places', url: 'https://skarvik.example/first-aid' },
    ],
  },
]
