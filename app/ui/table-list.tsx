import clsx from 'clsx'
import type { ReactNode } from 'react'

/** Rows with lines between them. `inset` gives the rows the side padding of a full-width column. */
export function TableList({
  label,
  ordered,
  inset,
  className,
  children,
}: {
  label?: string
  ordered?: boolean
  inset?: boolean
  className?: string
  children: ReactNode
}) {
  const List = ordered ? 'ol' : 'ul'
  return (
    // role: browsers drop the list role when list-style is none.
    <List role="list" aria-label={label} className={clsx('rows', inset && 'rows-inset', className)}>
      {children}
    </List>
  )
}

/** One row: what leads (icon, avatar, checkbox), title with a line below it, and what ends it (figure, button). */
export function TableListRow({
  lead,
  title,
  detail,
  end,
  current,
  className,
  children,
}: {
  lead?: ReactNode
  title?: ReactNode
  detail?: ReactNode
  end?: ReactNode
  current?: boolean
  className?: string
  children?: ReactNode
}) {
  return (
    <li className={className} aria-current={current || undefined}>
      {lead}
      <div className="min-w-0 grow">
        {title && <div className="font-strong">{title}</div>}
        {detail && <div className="text-t12 text-ink-2">{detail}</div>}
        {children}
      </div>
      {end && <div className="flex flex-none items-center gap-2 text-t12 text-ink-3">{end}</div>}
    </li>
  )
}
