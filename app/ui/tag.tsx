import clsx from 'clsx'
import type { ReactNode } from 'react'

/** A fact about the thing beside it. `outlined` for the one that must not be overlooked. */
export function Tag({ icon, outlined, children }: { icon?: ReactNode; outlined?: boolean; children: ReactNode }) {
  return (
    <span className={clsx('tag', outlined && 'tag-outlined')}>
      {icon}
      {children}
    </span>
  )
}
