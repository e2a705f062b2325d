import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import clsx from 'clsx'
import { memo } from 'react'
import type { CellStatus, QualificationKind, RequirementClass, RequirementNeed } from '~/domain/vocabulary'
import { mapText } from '~/text/map.en'
import { statusText } from '~/text/status.en'
import { KindGlyph } from './kind-glyph'
import { statusFamily } from './status-family'
import { StatusGlyph } from './status-glyph'

/** What one node shows. `trace` marks the chosen one and what it requires or opens. */
export type MapNodeData = {
  readonly name: string
  readonly kind: QualificationKind
  readonly requirementClass: RequirementClass
  readonly need: RequirementNeed
  readonly isCritical: boolean
  readonly status: CellStatus | null
  readonly trace: 'none' | 'related' | 'chosen'
  readonly isFound: boolean
  readonly isEditable: boolean
}

export type QualificationNode = Node<MapNodeData, 'qualification'>

/** A qualification on the map (look, Anatomy, Node): edges leave right and enter left; must solid, should dashed, aspire dotted. */
export const MapNode = memo(function MapNode({ data }: NodeProps<QualificationNode>) {
  const { name, kind, requirementClass, need, isCritical, status, trace, isFound, isEditable } = data
  return (
    <div className={clsx('map-node', requirementClass, trace !== 'none' && trace, isFound && 'found')} title={name}>
      <Handle
        type="target"
        position={Position.Left}
        isConnectable={isEditable}
        title={isEditable ? mapText.handleTo : undefined}
      />
      <KindGlyph kind={kind} />
      <b>{name}</b>
      <span className="map-meta">
        {mapText.classAndNeed[need][requirementClass]}
        {isCritical && (
          <>
            {' · '}
            <em>{statusText.critical}</em>
          </>
        )}
      </span>
      {status && (
        <span className={clsx('map-status text-(--gl) [&>svg]:size-4', statusFamily[status])}>
          <StatusGlyph status={status} />
        </span>
      )}
      <Handle
        type="source"
        position={Position.Right}
        isConnectable={isEditable}
        title={isEditable ? mapText.handleFrom : undefined}
      />
    </div>
  )
})
