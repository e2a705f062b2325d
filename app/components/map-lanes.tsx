import { ViewportPortal } from '@xyflow/react'
import type { RequirementClass } from '~/domain/vocabulary'
import { mapText } from '~/text/map.en'
import type { MapLayout } from './map-layout'

export type LaneName = { readonly id: string; readonly name: string; readonly note?: string }

const classes = ['must', 'should', 'aspire'] as const satisfies readonly RequirementClass[]

/** Name and line of each lane, drawn on the canvas behind the nodes, with how many musts it holds. */
export function MapLanes({
  lanes,
  layout,
  entries,
}: {
  lanes: readonly LaneName[]
  layout: MapLayout
  entries: readonly { readonly laneId: string | null; readonly requirementClass: RequirementClass }[]
}) {
  const known = new Map(lanes.map((lane) => [lane.id, lane]))
  return (
    <ViewportPortal>
      {layout.lanes.map((lane) => {
        const named = lane.id === null ? undefined : known.get(lane.id)
        const inLane = entries.filter(
          ({ laneId }) => (laneId !== null && known.has(laneId) ? laneId : null) === lane.id,
        )
        const counts = classes.flatMap((each) => {
          const count = inLane.filter(({ requirementClass }) => requirementClass === each).length
          return count > 0 ? [mapText.laneCount[each](count)] : []
        })
        return (
          <div key={lane.id ?? 'none'} className="map-lane" style={{ top: lane.top, height: lane.height }}>
            <div>
              <strong className="font-strong">{named?.name ?? (lanes.length > 0 ? mapText.noGroup : '')}</strong>
              <span>{mapText.laneSummary(named?.note ? [...counts, named.note] : counts)}</span>
            </div>
          </div>
        )
      })}
    </ViewportPortal>
  )
}
