import { useEffect, useState } from 'react'
import type { TrackerRow } from '~/domain/tracker-row'
import { trackerText } from '~/text/tracker.en'
import { Avatar } from '~/ui/avatar'
import type { TrackerColumn } from './tracker-page.server'
import type { FreshCell } from './use-tracker-lines'

/** "Signed off by Priya, 3 s ago" over the cell that changed. Seen only: the grid says it once to screen readers. */
export function FreshTip({
  cell,
  rows,
  columns,
}: {
  cell: FreshCell
  rows: readonly TrackerRow[]
  columns: readonly TrackerColumn[]
}) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((count) => count + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  const line = rows.findIndex((row) => row.personId === cell.personId)
  const column = columns.findIndex((one) => one.qualificationId === cell.qualificationId)
  if (line < 0 || column < 0) return null
  return (
    <div
      aria-hidden
      className={line < 2 ? 'tg-tip tip is-below' : 'tg-tip tip'}
      style={{
        left: `calc(var(--who) + ${column + 0.5} * var(--cell))`,
        top: `calc(${line < 2 ? line + 1 : line} * var(--row))`,
      }}
    >
      <Avatar name={cell.actorName} />
      {trackerText.fresh(cell.words, seconds)}
    </div>
  )
}
