import { useFetcher } from '@remix-run/react'
import clsx from 'clsx'
import { Check, LoaderCircle } from 'lucide-react'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { DesignIntent } from '~/commands/design/inputs'
import type { ActionResult } from '~/domain/result'
import { designerText } from '~/text/designer.en'
import { Button } from '~/ui/button'
import { formatTime } from '~/ui/date'
import { problemSentence, useDesign } from './use-design'

/** What the control inside gets. Spread `input` on text, number, date, select and textarea; `checkbox` on one checkbox. */
export type AutosaveControl = {
  readonly input: { readonly name: 'value'; readonly defaultValue: string }
  readonly checkbox: { readonly name: 'value'; readonly value: 'true'; readonly defaultChecked: boolean }
  /** Several checkboxes named `value` are saved as one list. */
  readonly isChosen: (value: string) => boolean
  /** What the server said is wrong, for `error` of the field; what was typed stays. */
  readonly error: string | null
}

const pause = 900

/**
 * One field that saves itself: a choice at once, text after a pause or when it is left. Says "Saving…" and
 * "Saved 10:42" beside it. A refusal keeps what was typed; if somebody else changed the field meanwhile, it says so and
 * the next change is saved over it knowingly. Without script a Save button appears.
 */
export function Autosave({
  intent,
  ids,
  field,
  value,
  disabled,
  className,
  anchor,
  children,
}: {
  intent: DesignIntent
  /** Further fields, such as `qualificationId`. */
  ids?: Readonly<Record<string, string | number>>
  /** Left out where the intention changes only one thing. */
  field?: string
  /** As saved, in the form's text (`fieldText`). */
  value: string
  disabled?: boolean
  className?: string
  /** The id findings of the review link to. */
  anchor?: string
  children: (control: AutosaveControl) => ReactNode
}) {
  const { timeZone } = useDesign()
  const fetcher = useFetcher<ActionResult<{ savedAt: string }>>()
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** The value on the server, as far as this form knows; sent as `was`. */
  const base = useRef(value)
  const sent = useRef<string | null>(null)
  const [epoch, setEpoch] = useState(0)
  /** The refusal was settled by taking what the other wrote. */
  const [isOver, setIsOver] = useState(false)
  const isIdle = fetcher.state === 'idle'

  // The answer decides what the server holds now. After `stale` the newer value is known from the loader, so that the
  // next change replaces it knowingly.
  const answer = fetcher.data
  const answered = useRef<typeof answer>(undefined)
  if (answer && answered.current !== answer) {
    answered.current = answer
    if (answer.ok && sent.current !== null) base.current = sent.current
  }

  useEffect(() => {
    if (value.trim() === base.current.trim()) return
    const isTouched = form.current !== null && valueOf(form.current).trim() !== base.current.trim()
    base.current = value
    // What somebody else wrote is shown, unless something is being typed here, which is never taken away.
    if (!isTouched) setEpoch((count) => count + 1)
  }, [value])

  function save() {
    clearTimeout(timer.current)
    if (!form.current) return
    const now = valueOf(form.current)
    if (now === (sent.current ?? base.current)) return
    const data = new FormData(form.current)
    data.delete('value')
    data.set('value', now)
    data.set('was', base.current)
    sent.current = now
    setIsOver(false)
    fetcher.submit(data, { method: 'post' })
  }

  // What was typed while saving is saved next; a refused value is sent again only when it is changed.
  useEffect(() => {
    if (!isIdle || !form.current || sent.current === null) return
    const isNewer = valueOf(form.current) !== sent.current
    if (answered.current?.ok) sent.current = null
    if (isNewer) timer.current = setTimeout(save, pause)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when an answer has arrived: `save` is new with every render
  }, [isIdle])

  useEffect(() => () => clearTimeout(timer.current), [])

  function changed(event: FormEvent<HTMLFormElement>) {
    clearTimeout(timer.current)
    if (!isIdle) return
    if (isTyping(event.target)) timer.current = setTimeout(save, pause)
    else save()
  }

  function keepMine() {
    sent.current = null
    save()
  }

  function takeTheirs() {
    sent.current = null
    setIsOver(true)
    setEpoch((count) => count + 1)
  }

  const problem = isIdle && !isOver ? problemSentence(answer as ActionResult | undefined) : null
  const isStale = problem !== null && answer?.ok === false && answer.problem?.code === 'stale'
  const chosen = value.split(',')
  return (
    <fetcher.Form
      ref={form}
      method="post"
      id={anchor}
      className={clsx('relative scroll-mt-16', className)}
      onChange={changed}
      onBlur={() => isIdle && save()}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="stay" value="1" />
      {Object.entries(ids ?? {}).map(([name, each]) => (
        <input key={name} type="hidden" name={name} value={each} />
      ))}
      {field !== undefined && <input type="hidden" name="field" value={field} />}
      <input type="hidden" name="was" value={value} />
      <fieldset disabled={disabled} className="contents" key={epoch}>
        {children({
          input: { name: 'value', defaultValue: value },
          checkbox: { name: 'value', value: 'true', defaultChecked: value === 'true' },
          isChosen: (each) => chosen.includes(each),
          error: problem,
        })}
      </fieldset>
      {isStale && (
        <div className="mt-1 flex flex-wrap items-center gap-2 text-t12 text-ink-2">
          <span className="min-w-0 break-words">{designerText.theirs(value)}</span>
          <Button size="s" onClick={keepMine}>
            {designerText.keepMine}
          </Button>
          <Button size="s" onClick={takeTheirs}>
            {designerText.takeTheirs}
          </Button>
        </div>
      )}
      <noscript>
        <Button type="submit" size="s" className="mt-1">
          {designerText.save}
        </Button>
      </noscript>
      <span aria-live="polite" className="absolute top-0 right-0 text-t12 text-ink-3">
        {!isIdle && <Saving />}
        {isIdle && answer?.ok && <Saved at={answer.value.savedAt} zone={timeZone} />}
      </span>
    </fetcher.Form>
  )
}

function Saving() {
  return (
    <span className="flex items-center gap-1">
      <LoaderCircle className="size-3" aria-hidden />
      {designerText.saving}
    </span>
  )
}

function Saved({ at, zone }: { at: string; zone: string }) {
  return (
    <span className="flex items-center gap-1">
      <Check className="size-3" aria-hidden />
      {designerText.savedAt(formatTime(at, { locale: 'en-GB', zone }))}
    </span>
  )
}

/** The form's value as text: several chosen boxes are a list. */
function valueOf(form: HTMLFormElement): string {
  return new FormData(form).getAll('value').map(String).join(',')
}

function isTyping(target: EventTarget): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio'
}
