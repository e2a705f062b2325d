import type { RequirementClass, RequirementNeed } from '~/domain/vocabulary'

/** Words of the qualification map, read-only and in the designer. */
export const mapText = {
  map: 'Qualification map',
  help: 'Arrows lead from what comes first to what it opens. The list view says the same.',
  /** Short, because a node is 172 pixels wide. */
  classAndNeed: {
    enter: { must: 'Must, to enter', should: 'Should, to enter', aspire: 'Aspire, to enter' },
    'in-role': { must: 'Must, in the role', should: 'Should, in the role', aspire: 'Aspire, in the role' },
  } satisfies Record<RequirementNeed, Record<RequirementClass, string>>,
  noGroup: 'No group',
  laneCount: {
    must: counted('must', 'musts'),
    should: counted('should', 'shoulds'),
    aspire: counted('aspire', 'aspires'),
  },
  laneSummary: (counts: string[]) => counts.join(', '),
  find: 'Find',
  findHint: 'Find on the map',
  found: (place: number, count: number) => `${place} of ${count}`,
  foundNothing: 'Nothing found',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoom: (percent: number) => `${percent}%`,
  fit: 'Show the whole map',
  minimap: 'Small picture of the whole map',
  legend: 'Lines of the nodes',
  requireHint: 'Drag from a handle, or press R to say what comes first. Delete removes a selected arrow.',
  nodeKeys: 'Enter opens it. With it open, the arrow keys move it. R says what comes before it.',
  nodeKeysReadOnly: 'Enter opens it.',
  edgeKeys: 'Enter selects the arrow, Delete removes it, Escape leaves it.',
  moved: (direction: string) => `Moved ${direction}.`,
  handleFrom: 'Drag to what it opens',
  handleTo: 'Drop here what comes first',
  edge: (from: string, to: string) => `${from} comes before ${to}`,
  node: (parts: string[]) => parts.join(', '),
}

function counted(one: string, many: string) {
  return (count: number) => `${count} ${count === 1 ? one : many}`
}
