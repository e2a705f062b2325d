import { memo } from 'react'
import type { CellStatus } from '~/domain/vocabulary'
import { statusText } from '~/text/status.en'
import { statusFamily } from './status-family'

export type CellMarks = {
  /** Met or held over a prerequisite that is not met: top left corner. */
  gap?: boolean
  /** Whose turn it is: top right dot, filled when it is the viewer's. */
  waiting?: 'mine' | 'others' | null
  /** Level reached: bottom right figure; not given where there is only one level. */
  level?: number | null
  /** Counts, but was not assessed here: dashed edge. */
  imported?: boolean
}

export type CellChipProps = CellMarks & {
  /** null: the requirement does not apply; the place stays empty. */
  status: CellStatus | null
  /** `grid` fills its place; `row` 28 px beside text; `strip` small on phones; `legend`. */
  look?: 'grid' | 'row' | 'strip' | 'legend'
  /** Just changed by somebody: green outline. */
  fresh?: boolean
  /** Where the focus of a roving grid stands when focus itself is on the cell around. */
  focused?: boolean
  /**
   * Accessible name. Without it the chip is hidden from screen readers: in a grid the gridcell carries the name
   * (`cellName`), which spares a name on every chip.
   */
  name?: string
}

/**
 * The anatomy of a cell in one element: shape, family colour and marks are drawn by `styles/status.css` from class and
 * data attributes, because a tracker mounts thousands. Takes primitive props only, so that memo holds.
 */
export const CellChip = memo(function CellChip({
  status,
  gap,
  waiting,
  level,
  imported,
  look = 'grid',
  fresh,
  focused,
  name,
}: CellChipProps) {
  return (
    <span
      className={chipClassName(status, look, fresh, focused)}
      data-gap={gap ? '' : undefined}
      data-wait={waiting ?? undefined}
      data-level={level ?? undefined}
      data-imported={imported ? '' : undefined}
      role={name ? 'img' : undefined}
      aria-label={name}
      aria-hidden={name ? undefined : true}
    />
  )
})

/** The name of a cell: status sentence, then its marks. `sentence` comes from `statusText.sentence`. */
export function cellName(sentence: string, { gap, waiting, level, imported }: CellMarks): string {
  const parts = [sentence]
  if (gap) parts.push(statusText.mark.gap)
  if (waiting === 'mine') parts.push(statusText.mark.waitingMine)
  if (waiting === 'others') parts.push(statusText.mark.waitingOthers)
  if (level) parts.push(statusText.mark.level(level))
  if (imported) parts.push(statusText.mark.imported)
  return statusText.cellName(parts)
}

function chipClassName(status: CellStatus | null, look: string, fresh?: boolean, focused?: boolean): string {
  // Plain concatenation: this runs for every cell.
  let name = status === null ? 'c blank c-none' : `c ${statusFamily[status]} c-${status}`
  if (look !== 'grid') name += ` c-${look}`
  if (fresh) name += ' is-fresh'
  if (focused) name += ' is-focused'
  return name
}
