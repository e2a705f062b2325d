import type {
  CellStatus,
  CriterionVerdict,
  QualificationKind,
  RequirementClass,
  RequirementNeed,
} from '~/domain/vocabulary'

/** What a status may need to be said in full. Dates and names arrive formatted. */
export type StatusDetail = {
  /** Last valid day (expiring) or the day it ended (expired), or the day held until. */
  date?: string
  /** Whom it waits for (in review), or whose answer is missing (returned). */
  who?: string
  /** What it opens after (locked). */
  after?: string
}

/** Words of statuses, kinds, classes, marks, verdicts and the legend (UX "Tracker", DESIGN 4.2). */
export const statusText = {
  /** The short word, without date or name. */
  word: {
    exempt: 'Not required',
    'on-hold': 'On hold',
    expired: 'Expired',
    expiring: 'To renew',
    mastered: 'Mastered',
    'in-review': 'Waiting',
    returned: 'Needs more',
    'not-yet': 'Not yet',
    learning: 'Learning',
    locked: 'Opens later',
    'not-started': 'Not started',
  } satisfies Record<CellStatus, string>,

  /** The whole sentence of a status, as it stands beside the shape. */
  sentence: {
    exempt: ({ date }) => (date ? `Not required until ${date}` : 'Not required'),
    'on-hold': ({ date }) => (date ? `On hold until ${date}` : 'On hold'),
    expired: ({ date }) => (date ? `Expired on ${date}` : 'Expired'),
    expiring: ({ date }) => (date ? `Renew by ${date}` : 'To renew'),
    mastered: ({ date }) => (date ? `Mastered, valid to ${date}` : 'Mastered'),
    'in-review': ({ who }) => (who ? `Waiting for ${who}` : 'Waiting for an assessor'),
    returned: ({ who }) => (who ? `Needs more from ${who}` : 'Needs more'),
    'not-yet': ({ date }) => (date ? `Not yet, ${date}` : 'Not yet'),
    learning: () => 'Learning',
    locked: ({ after }) => (after ? `Opens after ${after}` : 'Opens later'),
    'not-started': () => 'Not started',
  } satisfies Record<CellStatus, (detail: StatusDetail) => string>,

  doesNotApply: 'Does not apply',

  kind: {
    knowledge: 'Knowledge',
    skill: 'Skill',
    experience: 'Experience',
    disposition: 'Disposition',
  } satisfies Record<QualificationKind, string>,

  requirementClass: { must: 'Must', should: 'Should', aspire: 'Aspire' } satisfies Record<RequirementClass, string>,
  need: { enter: 'to enter the role', 'in-role': 'in the role' } satisfies Record<RequirementNeed, string>,
  classAndNeed: {
    enter: {
      must: 'Must, to enter the role',
      should: 'Should, to enter the role',
      aspire: 'Aspire, to enter the role',
    },
    'in-role': { must: 'Must, in the role', should: 'Should, in the role', aspire: 'Aspire, in the role' },
  } satisfies Record<RequirementNeed, Record<RequirementClass, string>>,
  critical: 'Critical',

  /** Marks as words, for accessible names and tooltips. */
  mark: {
    gap: 'gap before it',
    waitingMine: 'your turn',
    waitingOthers: 'waits for others',
    level: (level: number) => `level ${level} reached`,
    imported: 'imported, not assessed here',
    behindPace: 'behind pace',
  },
  /** Status and marks in one accessible name: "Mastered, gap before it, level 2 reached". */
  cellName: (parts: string[]) => parts.join(', '),

  verdict: {
    met: 'Met',
    'not-yet': 'Not yet',
    'not-observed': 'Not observed',
  } satisfies Record<CriterionVerdict, string>,
  verdictFor: (criterion: string) => `Verdict: ${criterion}`,
  criteria: 'Criteria',

  readiness: (met: number, needed: number) => `${met} of ${needed}`,
  nothingRequired: 'nothing required',
  stillNeeded: (count: number) => `still needed: ${count}`,

  legend: {
    title: 'What the marks mean',
    groups: {
      counts: 'Counts',
      act: 'Somebody has to act',
      underWay: 'Under way',
      notBegun: 'Not begun',
      notRequired: 'Not required',
      marks: 'Marks',
    },
    words: {
      mastered: 'Mastered',
      expiring: 'Renew by …',
      expired: 'Expired on …',
      'on-hold': 'On hold',
      returned: 'Needs more from …',
      'in-review': 'Waiting for …',
      'not-yet': 'Not yet',
      learning: 'Learning',
      locked: 'Opens after …',
      'not-started': 'Not started',
      exempt: 'Exempt, with reason',
    } satisfies Record<CellStatus, string>,
    marks: {
      gap: 'Gap before it',
      waitingMine: 'Your turn',
      waitingOthers: 'Waits for others',
      level: 'Level reached',
      imported: 'Imported',
      behindPace: 'Behind pace',
    },
  },
}
