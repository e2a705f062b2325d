import type { CellStatus } from '~/domain/vocabulary'

export type StatusFamily = 'green' | 'orange' | 'blue' | 'grey' | 'blank'

/** Five colours: green counts, orange needs somebody, blue is under way, grey is not begun, blank is not required. */
export const statusFamily = {
  mastered: 'green',
  expiring: 'green',
  expired: 'orange',
  'on-hold': 'orange',
  returned: 'orange',
  'in-review': 'blue',
  'not-yet': 'blue',
  learning: 'blue',
  locked: 'grey',
  'not-started': 'grey',
  exempt: 'blank',
} satisfies Record<CellStatus, StatusFamily>
