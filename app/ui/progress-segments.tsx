import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Segment = {
  key: string
  /** Class of the colour family, such as `green`. */
  family: string
  fill: 'full' | 'open' | 'half'
  /** Name and state, for hover. */
  title?: string
}
export type SegmentGroup = { key: string; label: ReactNode; segments: Segment[] }

/** One bar per group, one segment per thing; groups are as wide as they have segments. `label` says the whole. */
export function ProgressSegments({ label, groups }: { label: string; groups: SegmentGroup[] }) {
  return (
    <div
      role="img"
      aria-label={label}
      className="grid gap-2.5"
      style={{
        gridTemplateColumns: groups.map((group) => `minmax(0, ${Math.max(1, group.segments.length)}fr)`).join(' '),
      }}
    >
      {groups.map((group) => (
        <div key={group.key} className="min-w-0">
          <div className="flex gap-[3px]">
            {group.segments.map((segment) => (
              <span
                key={segment.key}
                title={segment.title}
                className={clsx(
                  'segment',
                  segment.family,
                  segment.fill === 'open' && 'segment-open',
                  segment.fill === 'half' && 'segment-half',
                )}
              />
            ))}
          </div>
          <div className="mt-1.5 truncate text-t12 text-ink-3 max-md:hidden">{group.label}</div>
        </div>
      ))}
    </div>
  )
}
