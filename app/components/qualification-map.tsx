import {
  MiniMap,
  Position,
  ReactFlow,
  ReactFlowProvider,
  type Connection,
  type EdgeChange,
  type NodeChange,
} from '@xyflow/react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Prerequisite } from '~/domain/unlocking'
import type { CellStatus } from '~/domain/vocabulary'
import { mapText } from '~/text/map.en'
import { statusText } from '~/text/status.en'
import { handleReach, MapEdge, type PrerequisiteEdge } from './map-edge'
import { MapLanes, type LaneName } from './map-lanes'
import {
  isBlocked,
  laneAt,
  layOutMap,
  nodeHeight,
  nodeWidth,
  type MapLayout,
  type MovedPlace,
  type Place,
} from './map-layout'
import { MapNode, type MapNodeData, type QualificationNode } from './map-node'
import { MapTools } from './map-tools'
import { tracedFrom } from './map-trace'

/** One qualification on the map. `status` where one person's progress is shown. */
export type MapEntry = Omit<MapNodeData, 'trace' | 'isFound' | 'isEditable' | 'status'> & {
  readonly id: string
  readonly laneId: string | null
  readonly status?: CellStatus | null
}

/** What the designer's map can do; without it the map is read-only. */
export type MapActs = {
  readonly onConnect: (edge: Prerequisite) => void
  readonly onDisconnect: (edge: Prerequisite) => void
  /** `y` counts from the top of the lane the node now stands in. */
  readonly onMove: (id: string, place: Place, laneId: string | null) => void
  /** R was pressed on a node. */
  readonly onAskRequires: (id: string) => void
}

export type QualificationMapProps = {
  readonly entries: readonly MapEntry[]
  /** From what comes first to what it opens. */
  readonly edges: readonly Prerequisite[]
  readonly lanes: readonly LaneName[]
  readonly moved?: readonly MovedPlace[]
  readonly selectedId?: string | null
  readonly onSelect?: (id: string | null) => void
  readonly acts?: MapActs
  /** At the left of the tool bar. */
  readonly tools?: ReactNode
}

const nodeTypes = { qualification: MapNode }
const edgeTypes = { prerequisite: MapEdge }
const deleteKeys = ['Delete', 'Backspace']
/** Given by hand, so that edges are drawn before anything is measured, on the server too. */
const handles = [
  { type: 'target', position: Position.Left, x: -handleReach, y: nodeHeight / 2 - handleReach, width: 10, height: 10 },
  {
    type: 'source',
    position: Position.Right,
    x: nodeWidth - handleReach,
    y: nodeHeight / 2 - handleReach,
    width: 10,
    height: 10,
  },
] satisfies QualificationNode['handles']
const ariaLabels = {
  'node.a11yDescription.default': mapText.nodeKeys,
  'node.a11yDescription.keyboardDisabled': mapText.nodeKeysReadOnly,
  'node.a11yDescription.ariaLiveMessage': ({ direction }: { direction: string }) => mapText.moved(direction),
  'edge.a11yDescription.default': mapText.edgeKeys,
  'minimap.ariaLabel': mapText.minimap,
}

/**
 * The qualification map (UX, Designer): groups as lanes, tiers left to right. Load it lazily; its styles are part of the
 * one stylesheet. It fills its parent, which needs a height.
 */
export function QualificationMap(props: QualificationMapProps) {
  return (
    <ReactFlowProvider>
      <MapCanvas {...props} />
    </ReactFlowProvider>
  )
}

const proOptions = { hideAttribution: true }

function MapCanvas({ entries, edges, lanes, moved, selectedId = null, onSelect, acts, tools }: QualificationMapProps) {
  const [foundId, setFoundId] = useState<string | null>(null)
  const layout = useMemo(
    () => layOutMap({ nodes: entries, edges, laneIds: lanes.map(({ id }) => id), moved }),
    [entries, edges, lanes, moved],
  )
  const isEditable = acts !== undefined
  const { dragged, drag } = useDragged(layout)
  const atRest = useMemo(
    () => nodesOf({ entries, edges, layout, selectedId, foundId, isEditable }),
    [entries, edges, layout, selectedId, foundId, isEditable],
  )
  const nodes = useMemo(
    () =>
      dragged.size === 0
        ? atRest
        : atRest.map((node) => ({ ...node, position: dragged.get(node.id) ?? node.position })),
    [atRest, dragged],
  )
  const [selectedEdge, setSelectedEdge] = useState<string | null>(null)
  const drawn = useMemo(
    () => edgesOf({ entries, edges, layout, selectedId, selectedEdge, isEditable }),
    [entries, edges, layout, selectedId, selectedEdge, isEditable],
  )
  const saveMove = useDelayed((id: string, place: Place) => {
    const lane = laneAt(layout.lanes, place.y)
    acts?.onMove(id, { x: Math.round(place.x), y: Math.round(place.y - (lane?.top ?? 0)) }, lane?.id ?? null)
  })

  function nodesChanged(changes: NodeChange<QualificationNode>[]) {
    for (const change of changes) {
      if (change.type === 'select' && change.selected) onSelect?.(change.id)
      if (change.type === 'position' && change.position) {
        drag(change.id, change.position)
        // Also the arrow keys end here, once a press: the last place counts.
        if (!change.dragging) saveMove(change.id, change.position)
      }
    }
  }

  function edgesChanged(changes: EdgeChange<PrerequisiteEdge>[]) {
    for (const change of changes) {
      if (change.type === 'select') setSelectedEdge(change.selected ? change.id : null)
    }
  }

  function askRequires(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'r' || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element))
      return
    const id = event.target.closest('.react-flow__node')?.getAttribute('data-id')
    if (!id || !acts) return
    event.preventDefault()
    acts.onAskRequires(id)
  }

  return (
    <div className="flex min-h-0 min-w-0 grow flex-col">
      <MapTools entries={entries} onFind={setFoundId} onChoose={(id) => onSelect?.(id)}>
        {tools}
      </MapTools>
      <div className="relative min-h-0 grow" role="region" aria-label={mapText.map}>
        <p className="sr-only">{mapText.help}</p>
        <ReactFlow<QualificationNode, PrerequisiteEdge>
          className="map"
          nodes={nodes}
          edges={drawn}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={nodesChanged}
          onEdgesChange={edgesChanged}
          onConnect={(edge: Connection) => acts?.onConnect({ from: edge.source, to: edge.target })}
          onEdgesDelete={(gone) =>
            gone.forEach(({ source, target }) => acts?.onDisconnect({ from: source, to: target }))
          }
          onPaneClick={() => onSelect?.(null)}
          onKeyDown={askRequires}
          nodesDraggable={isEditable}
          nodesConnectable={isEditable}
          edgesFocusable={isEditable}
          deleteKeyCode={isEditable ? deleteKeys : null}
          multiSelectionKeyCode={null}
          selectionKeyCode={null}
          defaultMarkerColor={null}
          ariaLabelConfig={ariaLabels}
          minZoom={0.2}
          maxZoom={2}
          panOnScroll
          // Its licence (MIT) allows this; over a full canvas the words cover a node.
          proOptions={proOptions}
        >
          <MapLanes lanes={lanes} layout={layout} entries={entries} />
          <MiniMap<QualificationNode>
            className="map-minimap max-md:hidden"
            pannable
            nodeClassName={miniClass}
            nodeBorderRadius={8}
            style={miniSize}
          />
        </ReactFlow>
      </div>
      <Legend isEditable={isEditable} />
    </div>
  )
}

const miniSize = { width: 160, height: 116 }

function miniClass({ data }: QualificationNode): string {
  return data.trace === 'chosen' ? 'chosen' : data.requirementClass === 'must' ? '' : 'quiet'
}

function Legend({ isEditable }: { isEditable: boolean }) {
  return (
    <div
      className="flex flex-none flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-1.5 text-t12 text-ink-3"
      aria-label={mapText.legend}
      role="group"
    >
      {(['must', 'should', 'aspire'] as const).map((each) => (
        <span key={each} className="flex items-center gap-1.5">
          <span aria-hidden className={`map-key ${each}`} />
          {statusText.requirementClass[each]}
        </span>
      ))}
      {isEditable && <span className="max-md:hidden">{mapText.requireHint}</span>}
    </div>
  )
}

/** Where nodes are while they are dragged, until the layout comes back with the place they were given. */
function useDragged(layout: MapLayout) {
  const [dragged, setDragged] = useState<ReadonlyMap<string, Place>>(new Map())
  const known = useRef(layout)
  useEffect(() => {
    if (known.current === layout) return
    known.current = layout
    setDragged((places) => (places.size === 0 ? places : new Map()))
  }, [layout])
  return {
    dragged,
    drag: (id: string, place: Place) => setDragged((places) => new Map(places).set(id, place)),
  }
}

const settleAfter = 400

/** Calls once nothing has moved for a moment, so that five presses of an arrow key are one save. */
function useDelayed(act: (id: string, place: Place) => void) {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  return (id: string, place: Place) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => latest.current(id, place), settleAfter)
  }
}

function nodesOf(map: {
  entries: readonly MapEntry[]
  edges: readonly Prerequisite[]
  layout: MapLayout
  selectedId: string | null
  foundId: string | null
  isEditable: boolean
}): QualificationNode[] {
  const { layout, selectedId, foundId, isEditable } = map
  const traced = selectedId === null ? null : tracedFrom(selectedId, map.edges)
  return map.entries.map(({ id, laneId: _, ...entry }) => {
    const words = mapText.classAndNeed[entry.need][entry.requirementClass]
    return {
      id,
      type: 'qualification',
      position: layout.places.get(id) ?? { x: 0, y: 0 },
      width: nodeWidth,
      height: nodeHeight,
      handles,
      selected: id === selectedId,
      deletable: false,
      ariaLabel: mapText.node([
        entry.name,
        statusText.kind[entry.kind],
        words,
        ...(entry.isCritical ? [statusText.critical] : []),
        ...(entry.status ? [statusText.word[entry.status]] : []),
      ]),
      data: {
        ...entry,
        status: entry.status ?? null,
        trace: id === selectedId ? 'chosen' : traced?.nodes.has(id) ? 'related' : 'none',
        isFound: id === foundId,
        isEditable,
      },
    }
  })
}

function edgesOf(map: {
  entries: readonly MapEntry[]
  edges: readonly Prerequisite[]
  layout: MapLayout
  selectedId: string | null
  selectedEdge: string | null
  isEditable: boolean
}): PrerequisiteEdge[] {
  const nameOf = new Map(map.entries.map(({ id, name }) => [id, name]))
  const traced = map.selectedId === null ? null : tracedFrom(map.selectedId, map.edges)
  return map.edges.map(({ from, to }) => {
    const id = `${from}>${to}`
    return {
      id,
      type: 'prerequisite',
      source: from,
      target: to,
      selectable: map.isEditable,
      deletable: map.isEditable,
      selected: id === map.selectedEdge,
      ariaLabel: mapText.edge(nameOf.get(from) ?? '', nameOf.get(to) ?? ''),
      data: { isTraced: traced?.edges.has(id) ?? false, isBlocked: isBlocked({ from, to }, map.layout.places) },
    }
  })
}
