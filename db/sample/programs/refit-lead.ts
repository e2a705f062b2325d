/** Begun two weeks ago: a role and a list, little of the rest. */
import type { SampleProgram } from '../content'

export const refitLead: SampleProgram = {
  role: 'refit-lead',
  duties: ['Surveys boats with their owners', 'Leads the quay crew'],
  groups: [{ name: 'With owners' }, { name: 'Safety' }],
  requirements: [
    {
      qualification: 'shore-power',
      group: 'Safety',
      need: 'enter',
      class: 'must',
      isCritical: true,
      duties: [2],
      sites: ['ostholm'],
    },
    { qualification: 'incident-lead', group: 'Safety', need: 'in-role', class: 'must', duties: [2] },
    { qualification: 'moisture-survey', group: 'With owners', need: 'enter', class: 'must', duties: [1] },
    {
      qualification: 'refit-survey',
      group: 'With owners',
      need: 'enter',
      class: 'must',
      duties: [1],
      requires: ['moisture-survey'],
    },
    {
      qualification: 'refit-quote',
      group: 'With owners',
      need: 'in-role',
      class: 'must',
      duties: [],
      requires: ['refit-survey'],
    },
    { qualification: 'owner-walk', group: 'With owners', need: 'in-role', class: 'should', duties: [1] },
  ],
  defaults: { rule: { turnaroundDays: 7 } },
  tracker: {},
  coverage: [],
  publishedDaysAgo: [],
}
