import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { uiText } from '~/text/ui.en'
import { IconButton } from '~/ui/button'

/** Up, down and remove of one row of an ordered list; each names the row. */
export function RowActs({
  labels,
  isFirst,
  isLast,
  onMove,
  onRemove,
}: {
  labels: { readonly up: string; readonly down: string; readonly remove: string }
  isFirst: boolean
  isLast: boolean
  onMove?: (by: -1 | 1) => void
  onRemove: () => void
}) {
  return (
    <span className="flex flex-none justify-end gap-0.5">
      {onMove && (
        <>
          <IconButton
            label={labels.up}
            icon={<ArrowUp aria-hidden />}
            disabledReason={isFirst ? uiText.alreadyFirst : null}
            onClick={() => onMove(-1)}
          />
          <IconButton
            label={labels.down}
            icon={<ArrowDown aria-hidden />}
            disabledReason={isLast ? uiText.alreadyLast : null}
            onClick={() => onMove(1)}
          />
        </>
      )}
      <IconButton label={labels.remove} icon={<X aria-hidden />} onClick={onRemove} />
    </span>
  )
}
