import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'

/** A menu of acts. Children: `MenuItem`, `MenuLink`, `MenuLabel`, `MenuLine`. */
export function Menu({
  trigger,
  children,
  align = 'start',
  side = 'bottom',
}: {
  /** The one button that opens it. */
  trigger: ReactNode
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
}) {
  return (
    // Not modal: a modal menu hides the page from screen readers while its links stay focusable, and locks scrolling.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="pop menu" align={align} side={side} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** One act. With `disabledReason` it stays in its place and says why. */
export function MenuItem({
  onSelect,
  icon,
  disabledReason,
  children,
}: {
  onSelect?: () => void
  icon?: ReactNode
  disabledReason?: string | null
  children: ReactNode
}) {
  return (
    <DropdownMenu.Item className="menu-item" disabled={Boolean(disabledReason)} onSelect={onSelect}>
      {icon}
      <span className="grid">
        {children}
        {disabledReason && <span className="reason">{disabledReason}</span>}
      </span>
    </DropdownMenu.Item>
  )
}

/** An entry that is the one link inside. */
export function MenuLink({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Item asChild className="menu-item">
      {children}
    </DropdownMenu.Item>
  )
}

/** One of several exclusive choices; wrap them in `MenuChoices`. */
export function MenuChoice({ value, icon, children }: { value: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <DropdownMenu.RadioItem value={value} className="menu-item aria-checked:font-strong">
      {icon}
      {children}
    </DropdownMenu.RadioItem>
  )
}

/** Exclusive choices inside a menu. */
export function MenuChoices({
  value,
  onChange,
  label,
  children,
}: {
  value: string
  onChange: (value: string) => void
  label: string
  children: ReactNode
}) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
      {children}
    </DropdownMenu.RadioGroup>
  )
}

/** Heading of a part of a menu. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="menu-label">{children}</DropdownMenu.Label>
}

/** Line between parts of a menu. */
export function MenuLine() {
  return <DropdownMenu.Separator className="menu-line" />
}
