import clsx from 'clsx'
import type { ReactNode } from 'react'

/** The bar at the top of a work screen: title, what stands beside it, and acts at the right. */
export function PageHeader({
  title,
  before,
  meta,
  actions,
  line = true,
  className,
}: {
  title: ReactNode
  /** Before the title, such as the way back. */
  before?: ReactNode
  /** After the title in small type: version, state, live. */
  meta?: ReactNode
  actions?: ReactNode
  line?: boolean
  className?: string
}) {
  return (
    <header
      className={clsx(
        'flex min-h-13 flex-none flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2',
        line && 'border-b border-line',
        className,
      )}
    >
      {before}
      <h1>{title}</h1>
      {meta && <div className="flex items-center gap-3 text-t12 text-ink-3">{meta}</div>}
      {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}

/** Title of a reading page (not a bar): small line above, 20 px title, a sentence below. */
export function ReadingTitle({
  above,
  title,
  children,
}: {
  above?: ReactNode
  title: ReactNode
  children?: ReactNode
}) {
  return (
    <div>
      {above && <div className="text-t12 text-ink-2">{above}</div>}
      <h1 className="text-t20 font-strong">{title}</h1>
      {children && <p className="mt-1 text-ink-2">{children}</p>}
    </div>
  )
}

/** Heading of a part of a page, with a few words or a figure after it and an act at the right. */
export function SectionHeading({
  title,
  note,
  actions,
  id,
}: {
  title: ReactNode
  note?: ReactNode
  actions?: ReactNode
  id?: string
}) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 pb-2">
      <h2 id={id}>{title}</h2>
      {note && <span className="text-t12 text-ink-3">{note}</span>}
      {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
    </div>
  )
}
