import clsx from 'clsx'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** A part that opens in place, such as a form for an act that is not needed most of the time; works without script. */
export function Disclosure({
  label,
  open,
  className,
  children,
}: {
  label: ReactNode
  /** Open at first, such as after a refusal inside. */
  open?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <details open={open} className={clsx('group', className)}>
      <summary className="inline-flex min-h-7 cursor-pointer list-none items-center gap-1 rounded-r2 text-t13 text-accent pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 group-open:rotate-90" />
        {label}
      </summary>
      <div className="pt-2 pb-3">{children}</div>
    </details>
  )
}
