import clsx from 'clsx'
import { X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { uiText } from '~/text/ui.en'
import { IconButton } from './button'

/**
 * A dialog: takes focus, gives it back, closes by Esc and scrim. On a phone it is a sheet at the foot.
 * Give `trigger` (a button), or drive it with `open` and `onOpenChange`.
 */
export function Dialog({
  trigger,
  open,
  defaultOpen,
  onOpenChange,
  title,
  description,
  footer,
  wide,
  children,
}: {
  trigger?: ReactNode
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  footer?: ReactNode
  wide?: boolean
  children?: ReactNode
}) {
  return (
    <RadixDialog.Root open={open} defaultOpen={defaultOpen} onOpenChange={onOpenChange}>
      {trigger && <RadixDialog.Trigger asChild>{trigger}</RadixDialog.Trigger>}
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="scrim" />
        <RadixDialog.Content
          className={clsx('dialog', wide && 'dialog-wide')}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="dialog-head">
            <RadixDialog.Title className="pt-0.5">{title}</RadixDialog.Title>
            <RadixDialog.Close asChild>
              <IconButton label={uiText.close} icon={<X aria-hidden />} />
            </RadixDialog.Close>
            {description && (
              <RadixDialog.Description className="col-span-full text-ink-2">{description}</RadixDialog.Description>
            )}
          </div>
          {children && <div className="dialog-body">{children}</div>}
          {footer && <div className="dialog-foot">{footer}</div>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

/** Closes the dialog around it when the one child is used. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <RadixDialog.Close asChild>{children}</RadixDialog.Close>
}
