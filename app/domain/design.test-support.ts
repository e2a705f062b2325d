/**
 * Designs for tests of the rules: everything complete, so that a test writes down only the detail it is about.
 * Requirements are named by a word; the same word gives the same ids.
 */
import type { Criterion, Method, RevisionContent } from './assessment-rule'
import { noProgramDefaults } from './assessment-rule'
import type { Design, DesignRequirement } from './design'

const body = (word: string) =>
  word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .padEnd(10, '0')
export const qualificationId = (word: string) => `qual_${body(word)}` as const
export const requirementId = (word: string) => `req_${body(word)}` as const

export function aCriterion(overrides: Partial<Criterion> = {}): Criterion {
  return { id: 'crit_0000000001', level: 1, text: 'Stops the line within 5 seconds', isRequired: true, ...overrides }
}

export function aMethod(overrides: Partial<Method> = {}): Method {
  return {
    id: 'meth_0000000001',
    kind: 'observed-task',
    instructions: '',
    evidenceRequired: '',
    accommodations: '',
    allOfGroup: null,
    ...overrides,
  }
}

export function aRevision(overrides: Partial<RevisionContent> = {}): RevisionContent {
  return {
    statement: 'Stops and restarts the line safely',
    threshold: { kind: 'skill', scope: 'line 2', accuracy: 'no fault', time: '5 minutes' },
    levelLabels: [],
    criteria: [aCriterion()],
    validity: { kind: 'months', months: 24 },
    lighterRenewal: '',
    methods: [aMethod(), aMethod({ id: 'meth_0000000002', kind: 'interview' })],
    assessment: {},
    ...overrides,
  }
}

export function aRequirement(name: string, overrides: Partial<DesignRequirement> = {}): DesignRequirement {
  return {
    id: requirementId(name),
    qualificationId: qualificationId(name),
    revisionId: `rev_${body(name)}`,
    name,
    kind: 'skill',
    level: 1,
    need: 'enter',
    withinDays: null,
    class: 'must',
    groupId: null,
    isCritical: false,
    countsFrom: null,
    dutyIds: ['duty_0000000001'],
    siteIds: [],
    teamIds: [],
    prerequisiteIds: [],
    revision: aRevision(),
    processes: [
      {
        id: 'proc_0000000001',
        kind: 'coaching',
        title: 'Beside a colleague',
        steps: '',
        effortMinutes: 240,
        owner: '',
        class: 'must',
      },
    ],
    resources: [
      {
        id: 'res_0000000001',
        processId: null,
        kind: 'text',
        purpose: 'learning',
        title: 'Line 2',
        url: '',
        body: 'Where the stops are',
      },
    ],
    ...overrides,
  }
}

export function aDesign(overrides: Partial<Design> = {}): Design {
  return {
    programId: 'prog_0000000001',
    versionId: 'pver_0000000001',
    role: {
      id: 'role_0000000001',
      title: 'Line operator',
      formerTitles: [],
      purpose: 'Keeps the line running',
      family: 'Production',
      level: '2',
      nextRoleIds: [],
    },
    duties: [{ id: 'duty_0000000001', text: 'Runs the line' }],
    groups: [],
    requirements: [aRequirement('Stopping')],
    defaults: noProgramDefaults,
    tracker: { targetDays: null, hasCoverageMinimum: false, isConfirmed: true, participantCount: 0 },
    ...overrides,
  }
}
