import clsx from 'clsx'
import { Info, OctagonAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/**
 * A few words in place. `problem`: title = what happened, children = what was kept and what to do; announced at once.
 * `plain`: no icon, small type, for what a button will record.
 */
export function Notice({
  tone = 'info',
  title,
  children,
  actions,
  className,
}: {
  tone?: 'info' | 'problem' | 'plain'
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  className?: string
}) {
  return (
    <div
      role={tone === 'problem' ? 'alert' : undefined}
      className={clsx('notice', tone === 'problem' && 'notice-problem', tone === 'plain' && 'notice-plain', className)}
    >
      {tone === 'info' && <Info aria-hidden />}
      {tone === 'problem' && <OctagonAlert aria-hidden />}
      {title && <div className="font-strong text-ink">{title}</div>}
      {children && <div>{children}</div>}
      {actions && <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
