import clsx from 'clsx'
import type { ReactNode } from 'react'

/** A number with its word, the number strong: "18 people". */
export function Figure({ value, children, className }: { value: ReactNode; children: ReactNode; className?: string }) {
  return (
    <span className={clsx('whitespace-nowrap text-ink-2', className)}>
      <b className="mr-1 text-t16 font-strong text-ink">{value}</b>
      {children}
    </span>
  )
}
