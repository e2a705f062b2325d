import clsx from 'clsx'
import { OctagonAlert } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { uiText } from '~/text/ui.en'

/** What every field has in common. `error` comes from the server and stands beside what was typed. */
export type FieldProps = {
  label: ReactNode
  /** Kept for screen readers, not shown: for a field whose heading already says it. */
  hideLabel?: boolean
  hint?: ReactNode
  error?: string | string[] | null
  /** The value comes from above: shown muted with a badge. `true` says "default"; text says what you give. */
  inherited?: boolean | string
  /** Says "optional" beside the label. */
  optional?: boolean
  /** At the right of the label, such as a link. */
  aside?: ReactNode
  className?: string
}

/** Ids and aria attributes to spread on the control inside a `Field`. */
export type ControlProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label, control, hint and error tied together once. The control is given by a function that gets its ids. */
export function Field({
  id: givenId,
  label,
  hideLabel,
  hint,
  error,
  inherited,
  optional,
  aside,
  className,
  children,
}: FieldProps & { id?: string; children: (control: ControlProps) => ReactNode }) {
  const ownId = useId()
  const id = givenId ?? ownId
  const errors = errorList(error)
  const describedBy = clsx(errors.length > 0 && `${id}-error`, hint && `${id}-hint`, inherited && `${id}-badge`)
  return (
    <div className={clsx('field', className)}>
      <label htmlFor={id} className={clsx(hideLabel ? 'sr-only' : 'label')}>
        <span>{label}</span>
        {optional && <span className="hint">{uiText.optional}</span>}
        {aside && <span className="aside">{aside}</span>}
      </label>
      <div className="input-wrap">
        {children({
          id,
          'aria-describedby': describedBy || undefined,
          'aria-invalid': errors.length > 0 ? true : undefined,
        })}
        {inherited && (
          <span id={`${id}-badge`} className="tag badge">
            {inherited === true ? uiText.defaultBadge : inherited}
          </span>
        )}
      </div>
      <FieldError id={`${id}-error`} error={error} />
      {hint && (
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
      )}
    </div>
  )
}

/** The sentences that say what is wrong with one field; nothing when there are none. */
export function FieldError({ id, error }: { id?: string; error?: string | string[] | null }) {
  const errors = errorList(error)
  if (errors.length === 0) return null
  return (
    <div id={id} className="error">
      <OctagonAlert aria-hidden />
      <span>{errors.join(' ')}</span>
    </div>
  )
}

/** A group of controls under one name (fieldset and legend), with hint and error. */
export function FieldGroup({
  label,
  hideLabel,
  hint,
  error,
  className,
  children,
}: Omit<FieldProps, 'inherited' | 'optional' | 'aside'> & { children: ReactNode }) {
  const id = useId()
  const errors = errorList(error)
  return (
    <fieldset
      className={clsx('field', className)}
      aria-describedby={clsx(errors.length > 0 && `${id}-error`, hint && `${id}-hint`) || undefined}
    >
      <legend className={clsx(hideLabel ? 'sr-only' : 'label mb-1')}>{label}</legend>
      {children}
      <FieldError id={`${id}-error`} error={error} />
      {hint && (
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
      )}
    </fieldset>
  )
}

function errorList(error: string | string[] | null | undefined): string[] {
  if (!error) return []
  return Array.isArray(error) ? error : [error]
}
