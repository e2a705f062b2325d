import { BaseEdge, getSmoothStepPath, type Edge, type EdgeProps } from '@xyflow/react'
import clsx from 'clsx'
import { memo } from 'react'

export type PrerequisiteEdge = Edge<{ readonly isTraced: boolean }, 'prerequisite'>

const arrowLength = 7
/** The vertical run lies in the gap right after the node it leaves, so that edges to one tier share it. */
const turn = 15

/** An edge at right angles with rounded corners and an arrow head of its own, which takes the colour of the line. */
export const MapEdge = memo(function MapEdge(props: EdgeProps<PrerequisiteEdge>) {
  const { id, sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition, data } = props
  const goesRight = targetX - sourceX > turn + arrowLength
  const [path] = getSmoothStepPath({
    sourceX,
    sourceY,
    sourcePosition,
    targetX: targetX - arrowLength + 1,
    targetY,
    targetPosition,
    borderRadius: 8,
    ...(goesRight ? { centerX: sourceX + turn } : {}),
  })
  return (
    <g className={clsx(data?.isTraced && 'map-traced')}>
      <BaseEdge id={id} path={path} interactionWidth={16} />
      <path
        className="map-arrow"
        d={`M${targetX - arrowLength},${targetY - 4}L${targetX},${targetY}L${targetX - arrowLength},${targetY + 4}z`}
      />
    </g>
  )
})
