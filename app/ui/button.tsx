import clsx from 'clsx'
import { Slot } from 'radix-ui'
import { forwardRef, useId } from 'react'
import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react'

type Look = {
  /** `primary` at most once per screen. */
  variant?: 'primary' | 'default' | 'quiet'
  /** `s` in toolbars and rows. */
  size?: 'm' | 's'
}

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> &
  Look & {
    icon?: ReactNode
    /** Why it cannot be done now. Keeps the button in place and focusable, and is shown beside it. */
    disabledReason?: string | null
    /** Where the reason stands; `none` when the screen already says it and passes `aria-describedby`. */
    reasonPlacement?: 'below' | 'beside' | 'none'
  }

/** A button. `type` is `button` unless said otherwise, so that it never submits by accident. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  {
    variant,
    size,
    icon,
    disabledReason,
    reasonPlacement = 'below',
    className,
    type = 'button',
    children,
    onClick,
    ...rest
  },
  ref,
) {
  const reasonId = useId()
  const isDisabled = Boolean(disabledReason)
  const saysReason = isDisabled && reasonPlacement !== 'none'
  const button = (
    <button
      {...rest}
      ref={ref}
      // A submit button with aria-disabled would still submit; as a plain button it cannot.
      type={isDisabled ? 'button' : type}
      className={clsx(buttonClass({ variant, size }), className)}
      aria-disabled={isDisabled || undefined}
      aria-describedby={saysReason ? reasonId : rest['aria-describedby']}
      onClick={isDisabled ? refuseClick : onClick}
    >
      {icon}
      {children}
    </button>
  )
  if (!saysReason) return button
  return (
    <span
      className={clsx(
        'inline-flex gap-1',
        reasonPlacement === 'beside' ? 'items-center gap-2' : 'flex-col items-start',
      )}
    >
      {button}
      <span id={reasonId} className="reason">
        {disabledReason}
      </span>
    </span>
  )
})

export type IconButtonProps = Omit<ButtonProps, 'children' | 'aria-label' | 'icon'> & { label: string; icon: ReactNode }

/** A square button that shows only an icon; its name is required. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, icon, className, variant = 'quiet', size = 's', reasonPlacement = 'none', disabledReason, ...rest },
  ref,
) {
  return (
    <Button
      {...rest}
      ref={ref}
      variant={variant}
      size={size}
      className={clsx('btn-icon', className)}
      aria-label={label}
      title={disabledReason ?? label}
      disabledReason={disabledReason}
      reasonPlacement={reasonPlacement}
    >
      {icon}
    </Button>
  )
})

export type LinkButtonProps = Look & { children: ReactNode; className?: string; icon?: ReactNode }

/** Gives the look of a button to the one link inside: `<LinkButton><Link to="…">Open</Link></LinkButton>`. */
export function LinkButton({ variant, size, className, icon, children }: LinkButtonProps) {
  return (
    <Slot.Root className={clsx(buttonClass({ variant, size }), className)}>
      {icon}
      <Slot.Slottable>{children}</Slot.Slottable>
    </Slot.Root>
  )
}

/** The class of a button, for elements that cannot be wrapped. */
export function buttonClass({ variant = 'default', size = 'm' }: Look): string {
  return clsx(
    'btn',
    variant === 'primary' && 'btn-primary',
    variant === 'quiet' && 'btn-quiet',
    size === 's' && 'btn-s',
  )
}

function refuseClick(event: MouseEvent) {
  event.preventDefault()
  event.stopPropagation()
}
