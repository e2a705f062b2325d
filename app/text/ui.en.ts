/** Words of the generic interface parts in `app/ui`. */
export const uiText = {
  close: 'Close',
  dismiss: 'Dismiss',
  remove: 'Remove',
  defaultBadge: 'default',
  optional: 'optional',
  notifications: 'Notifications',
  working: 'Working',
  add: 'Add',
  moveUp: 'Move up',
  moveDown: 'Move down',
  rowName: (list: string, position: number) => `${list}, line ${position}`,
  actOnRow: (act: string, row: string) => `${act}: ${row}`,
  outlineKeys: 'Enter adds a line. Alt and an arrow key moves a line. Backspace on an empty line removes it.',
  nOfM: (part: string, whole: string) => `${part} of ${whole}`,
  none: 'None',
}
