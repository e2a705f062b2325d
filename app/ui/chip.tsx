import clsx from 'clsx'
import { forwardRef } from 'react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

export type ChipProps = ButtonHTMLAttributes<HTMLButtonElement> & { on?: boolean; icon?: ReactNode; end?: ReactNode }

/** A filter: `on` when it narrows what is seen. A button by default; `chipClass` gives a link or label the look. */
export const Chip = forwardRef<HTMLButtonElement, ChipProps>(function Chip(
  { on, icon, end, className, children, type = 'button', ...rest },
  ref,
) {
  return (
    <button {...rest} ref={ref} type={type} className={clsx(chipClass(on), className)}>
      {icon}
      {children}
      {end}
    </button>
  )
})

/** The class of a chip. */
export function chipClass(on?: boolean): string {
  return clsx('chip', on && 'chip-on')
}
