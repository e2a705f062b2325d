import { X } from 'lucide-react'
import { Toast as RadixToast } from 'radix-ui'
import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { uiText } from '~/text/ui.en'
import { Button, IconButton } from './button'

export type ToastMessage = {
  /** Unique: the same id shown again replaces the first. */
  id: string
  text: ReactNode
  /** One act, such as Undo. `onAct` in the browser; or `form`, a whole form node (button inside) that works by itself. */
  action?: { label: string; onAct: () => void }
  form?: ReactNode
  /** Milliseconds it stays; 8 s, or 20 s when there is something to do. */
  duration?: number
}

type Toasts = { show: (message: ToastMessage) => void; dismiss: (id: string) => void }

const ToastContext = createContext<Toasts>({ show: () => undefined, dismiss: () => undefined })

/**
 * Holds the messages and the region that announces them. `messages` are those the server sent with the page
 * (a flash after a redirect; a new id each time, because a closed id stays closed); others come through `useToasts().show`. F8 moves focus to the region.
 */
export function ToastProvider({ messages = [], children }: { messages?: ToastMessage[]; children: ReactNode }) {
  const [added, setAdded] = useState<ToastMessage[]>([])
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  // A message of the server comes once; it stays its time although the page is read again without it.
  const [received, setReceived] = useState(messages)
  const news = messages.filter((message) => !received.some((other) => other.id === message.id))
  if (news.length > 0) setReceived([...received, ...news])

  const show = useCallback((message: ToastMessage) => {
    setAdded((list) => [...list.filter((other) => other.id !== message.id), message])
    setDismissed((ids) => without(ids, message.id))
  }, [])
  const dismiss = useCallback((id: string) => {
    setAdded((list) => list.filter((message) => message.id !== id))
    setDismissed((ids) => new Set([...ids, id]))
  }, [])
  const toasts = useMemo(() => ({ show, dismiss }), [show, dismiss])

  const shown = [...received.filter((message) => !added.some((other) => other.id === message.id)), ...added]
  return (
    <ToastContext.Provider value={toasts}>
      <RadixToast.Provider label={uiText.notifications} swipeDirection="right">
        {children}
        {shown
          .filter((message) => !dismissed.has(message.id))
          .map((message) => (
            <ToastRow key={message.id} message={message} onClose={() => dismiss(message.id)} />
          ))}
        <RadixToast.Viewport className="toasts" />
        {/* Toasts are put in place by script; without it the server's messages stand here. */}
        {messages.length > 0 && (
          <noscript>
            <div className="toasts">
              {messages.map((message) => (
                <div key={message.id} role="status" className="toast">
                  <span className="grow">{message.text}</span>
                  {message.form}
                </div>
              ))}
            </div>
          </noscript>
        )}
      </RadixToast.Provider>
    </ToastContext.Provider>
  )
}

/** Shows and takes back messages from anywhere under `ToastProvider`. */
export function useToasts(): Toasts {
  return useContext(ToastContext)
}

function ToastRow({ message, onClose }: { message: ToastMessage; onClose: () => void }) {
  const { text, action, form } = message
  return (
    <RadixToast.Root
      className="toast"
      duration={message.duration ?? (action || form ? 20_000 : 8_000)}
      onOpenChange={(open) => !open && onClose()}
    >
      <RadixToast.Description className="grow">{text}</RadixToast.Description>
      {form}
      {action && (
        <RadixToast.Action asChild altText={action.label}>
          <Button size="s" onClick={action.onAct}>
            {action.label}
          </Button>
        </RadixToast.Action>
      )}
      <RadixToast.Close asChild>
        <IconButton label={uiText.dismiss} icon={<X aria-hidden />} />
      </RadixToast.Close>
    </RadixToast.Root>
  )
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const rest = new Set(ids)
  rest.delete(id)
  return rest
}
