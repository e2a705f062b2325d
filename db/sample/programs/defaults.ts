/** What the yard's programs say for all their qualifications. */
import type { SampleProcess } from '../content'

/** The yard's way to learn what nobody wrote a way for. */
export const besideSomebody: SampleProcess = {
  kind: 'shadowing',
  title: 'Work beside somebody who holds it',
  steps: 'Watch, help, do it while watched',
  hours: 8,
  owner: 'Team lead',
}

export const observed = {
  kind: 'observed-task',
  instructions: 'In the running work, whenever it comes up',
  evidenceRequired: '',
} as const
export const talk = { kind: 'interview', instructions: 'Ten minutes with own examples', evidenceRequired: '' } as const
