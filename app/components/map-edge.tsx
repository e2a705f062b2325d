import { BaseEdge, getSmoothStepPath, type Edge, type EdgeProps } from '@xyflow/react'
import clsx from 'clsx'
import { memo } from 'react'
import { nodeHeight } from './map-layout'

export type PrerequisiteEdge = Edge<{ readonly isTraced: boolean; readonly isBlocked: boolean }, 'prerequisite'>

const arrowLength = 7
/** The library measures to the outer edge of a handle; lines begin and end at the node itself. */
export const handleReach = 5
const radius = 8
/** The vertical run lies in the gap right after the node it leaves, so that edges to one tier share it. */
const turn = 16

/** An edge at right angles with rounded corners and an arrow head of its own, which takes the colour of the line. */
export const MapEdge = memo(function MapEdge(props: EdgeProps<PrerequisiteEdge>) {
  const { id, targetY, data } = props
  const targetX = props.targetX + handleReach
  return (
    <g className={clsx(data?.isTraced && 'map-traced')}>
      <BaseEdge id={id} path={pathOf(props)} interactionWidth={16} />
      <path
        className="map-arrow"
        d={`M${targetX - arrowLength},${targetY - 4}L${targetX},${targetY}L${targetX - arrowLength},${targetY + 4}z`}
      />
    </g>
  )
})

function pathOf(edge: EdgeProps<PrerequisiteEdge>): string {
  const { sourceY, targetY } = edge
  const sourceX = edge.sourceX - handleReach
  const targetX = edge.targetX + handleReach - arrowLength + 1
  if (targetX - sourceX < turn + radius) {
    // Somebody moved it to the left: the library finds a way around.
    const { sourcePosition, targetPosition } = edge
    return getSmoothStepPath({
      sourceX,
      sourceY,
      sourcePosition,
      targetX,
      targetY,
      targetPosition,
      borderRadius: radius,
    })[0]
  }
  if (edge.data?.isBlocked && targetX - sourceX > 3 * turn) return aroundPath({ sourceX, sourceY, targetX, targetY })
  const down = targetY - sourceY
  if (Math.abs(down) < 1) return `M${sourceX},${sourceY}H${targetX}`
  return `M${sourceX},${sourceY}${step(sourceX + turn, sourceY, targetY)}H${targetX}`
}

/** Runs in the gap above the row of the target and comes down just before it. */
function aroundPath({
  sourceX,
  sourceY,
  targetX,
  targetY,
}: Record<'sourceX' | 'sourceY' | 'targetX' | 'targetY', number>) {
  const gapY = targetY - nodeHeight / 2 - 5
  const downAt = targetX - turn
  return `M${sourceX},${sourceY}${step(sourceX + turn, sourceY, gapY)}${step(downAt, gapY, targetY)}H${targetX}`
}

/** From the height `fromY` to `toY` at `x`, with both corners rounded; the line arrives from the left and goes on right. */
function step(x: number, fromY: number, toY: number): string {
  const down = toY - fromY
  const bend = Math.min(radius, Math.abs(down) / 2)
  const towards = Math.sign(down) * bend
  return `H${x - bend}Q${x},${fromY} ${x},${fromY + towards}V${toY - towards}Q${x},${toY} ${x + bend},${toY}`
}
