/** A program of any size: qualifications put together from words, in groups of about eight, with prerequisites. */
import type { SampleProgram, SampleQualification, SampleRequirement } from '../content'

export const largeRole = 'line-operator'
const groupSize = 8

const acts = [
  'Set up',
  'Run',
  'Clean',
  'Change over',
  'Inspect',
  'Restart',
  'Adjust',
  'Hand over',
  'Isolate',
  'Measure',
]
const things = [
  ...['the filler', 'the oven', 'the mixer', 'the conveyor', 'the packer', 'the labeller', 'the palletiser'],
  ...['the cooling tunnel', 'the dosing unit', 'the metal detector', 'the scales', 'the steam line', 'the silo'],
  ...['the wash station', 'the film wrapper', 'the pump', 'the sieve', 'the case erector', 'the printer', 'the robot'],
]
const areas = ['Intake', 'Mixing', 'Baking', 'Cooling', 'Packing', 'Pallets', 'Cleaning', 'Checks', 'Utilities', 'Care']
const levelLabels = ['Supervised', 'Independent', 'Can teach']

/** The qualifications, keyed q0, q1 … in column order. */
export function largeLibrary(count: number): SampleQualification[] {
  return Array.from({ length: count }, (_, index): SampleQualification => {
    const name = `${acts[index % acts.length]} ${things[Math.floor(index / acts.length) % things.length]}`
    return {
      key: `q${index}`,
      name,
      kind: 'skill',
      statement: `${name} by the sheet, alone and without a stop`,
      threshold: {
        kind: 'skill',
        scope: 'Every product of the line',
        accuracy: 'As the sheet says',
        time: 'In the planned time',
      },
      levelLabels: isLevelled(index) ? levelLabels : [],
      criteria: [
        'Works in the order of the sheet',
        'Says what could hurt whom',
        'Leaves the place as the sheet shows it',
      ],
      validity:
        index % 3 === 0
          ? { kind: 'months', months: 12 }
          : index % 3 === 1
            ? { kind: 'months', months: 24 }
            : { kind: 'never' },
      methods: [
        { kind: 'observed-task', instructions: 'In the running shift' },
        { kind: 'interview', instructions: 'At the machine, ten minutes' },
      ],
      processes: [
        {
          kind: 'coaching',
          title: 'Three shifts beside an operator',
          steps: 'Watch, help, do',
          hours: 6,
          owner: 'Team lead',
        },
      ],
      resources: [{ kind: 'text', purpose: 'learning', title: 'The sheet', body: 'At the machine' }],
    }
  })
}

/** One published program that asks for all of them. */
export function largeProgram(count: number): SampleProgram {
  const groups = Array.from({ length: Math.ceil(count / groupSize) }, (_, index) => ({ name: groupName(index) }))
  return {
    role: largeRole,
    duties: ['Runs the line', 'Keeps the line safe', 'Passes the line on'],
    groups,
    requirements: Array.from({ length: count }, (_, index) => requirement(index)),
    defaults: {},
    tracker: { columnOrder: 'design', targetDays: 365, renewalAlertDays: 30, colleagueVisibility: 'own' },
    coverage: [],
    publishedDaysAgo: [90],
  }
}

/** One qualification in ten has three levels, of which the second is asked for. */
export function isLevelled(index: number): boolean {
  return index % 10 === 9
}

function requirement(index: number): SampleRequirement {
  const place = index % groupSize
  // The last of a group is a should; nothing rests on it, because a must may require only musts.
  const needs = place === 7 ? [index - 4] : place > 0 && place % 2 === 0 ? [index - 1] : []
  return {
    qualification: `q${index}`,
    group: groupName(Math.floor(index / groupSize)),
    need: place < 3 ? 'enter' : 'in-role',
    class: place === 7 ? 'should' : 'must',
    level: isLevelled(index) ? 2 : 1,
    duties: [1 + (index % 3)],
    isCritical: index % 12 === 5,
    requires: needs.map((each) => `q${each}`),
  }
}

function groupName(index: number): string {
  const round = Math.floor(index / areas.length)
  return round === 0 ? (areas[index] ?? '') : `${areas[index % areas.length]} ${round + 1}`
}
