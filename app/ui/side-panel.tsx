import clsx from 'clsx'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { uiText } from '~/text/ui.en'
import { IconButton } from './button'

/**
 * The panel beside the work: pushes it from 1200 px on, floats from 720, fills the screen below. It is not modal: the
 * grid beside it stays usable. Takes focus when it opens, gives it back when it goes, Esc closes it.
 * Put it as the last child of a flex row.
 */
export function SidePanel({
  label,
  head,
  acts,
  footer,
  onClose,
  closeControl,
  takesFocus = true,
  className,
  children,
}: {
  /** Name of the region. */
  label: string
  head: ReactNode
  /** Icon buttons before Close: previous, next. */
  acts?: ReactNode
  footer?: ReactNode
  onClose?: () => void
  /** A link that closes it without script, in place of the Close button. */
  closeControl?: ReactNode
  /** False when the place in the grid should keep focus while the panel follows it. */
  takesFocus?: boolean
  className?: string
  children: ReactNode
}) {
  const panel = useRef<HTMLElement>(null)

  useEffect(() => {
    if (!takesFocus) return
    const before = document.activeElement
    const element = panel.current
    element?.focus({ preventScroll: true })
    return () => {
      // Only when focus was still inside (or lost with it): never pull it away from where the person went.
      const now = document.activeElement
      const isOurs = now === document.body || now === null || element?.contains(now)
      if (isOurs && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [takesFocus])

  function closeOnEscape(event: KeyboardEvent) {
    // A menu or popover inside has taken the key already when default is prevented.
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose?.()
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc inside a region is a shortcut, the Close button is the control
    <aside ref={panel} tabIndex={-1} aria-label={label} className={clsx('panel', className)} onKeyDown={closeOnEscape}>
      <div className="panel-head">
        <div className="flex min-w-0 grow items-center gap-2.5">{head}</div>
        {acts}
        {closeControl ?? (onClose && <IconButton label={uiText.close} icon={<X aria-hidden />} onClick={onClose} />)}
      </div>
      <div className="panel-body">{children}</div>
      {footer && <div className="panel-foot">{footer}</div>}
    </aside>
  )
}
