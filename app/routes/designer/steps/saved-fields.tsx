import type { ReactNode } from 'react'
import type { DesignIntent } from '~/commands/design/inputs'
import { stepsText } from '~/text/designer-steps.en'
import { FieldError } from '~/ui/field'
import { CheckboxField, NumberField, SelectField, TextArea, TextField, type SelectOption } from '~/ui/inputs'
import { Segmented, type SegmentedOption } from '~/ui/segmented'
import { Autosave } from '../autosave'
import { useStepActs } from './step-acts'

/** Where a field is saved, and what it holds now in the form's text (`fieldText`). */
export type Saved = {
  intent: DesignIntent
  ids?: Readonly<Record<string, string | number>>
  field?: string
  value: string
  /** The id findings of the review link to. */
  anchor?: string
  disabled?: boolean
  className?: string
}

type Worded = { label: string; hideLabel?: boolean; hint?: ReactNode; placeholder?: string }

/** One line of text that saves itself. */
export function SavedText({ label, hideLabel, hint, placeholder, ...saved }: Saved & Worded) {
  return (
    <Autosave {...saved}>
      {({ input, error }) => (
        <TextField
          {...input}
          label={label}
          hideLabel={hideLabel}
          hint={hint}
          placeholder={placeholder}
          error={error}
          maxLength={5000}
          autoComplete="off"
        />
      )}
    </Autosave>
  )
}

/** Several lines of text that save themselves. */
export function SavedArea({ label, hideLabel, hint, placeholder, rows, ...saved }: Saved & Worded & { rows?: number }) {
  return (
    <Autosave {...saved}>
      {({ input, error }) => (
        <TextArea
          {...input}
          label={label}
          hideLabel={hideLabel}
          hint={hint}
          placeholder={placeholder}
          rows={rows}
          error={error}
          maxLength={5000}
        />
      )}
    </Autosave>
  )
}

type Inherits = {
  /** What counts while nothing is said here, in words. With it the field inherits when it is empty. */
  fallback?: string | null
}

/** A whole number that saves itself. With `fallback` an empty field inherits and shows what counts. */
export function SavedNumber({
  label,
  hideLabel,
  hint,
  placeholder,
  fallback = null,
  min = 0,
  max,
  ...saved
}: Saved & Worded & Inherits & { min?: number; max?: number }) {
  const inherits = fallback !== null && saved.value === ''
  return (
    <Autosave {...saved}>
      {({ input, error }) => (
        <NumberField
          {...input}
          label={label}
          hideLabel={hideLabel}
          hint={fallback !== null && !inherits ? <DiffersHere label={label} saved={saved} /> : hint}
          placeholder={inherits ? fallback : placeholder}
          inherited={inherits}
          error={error}
          min={min}
          max={max}
        />
      )}
    </Autosave>
  )
}

/** A choice that saves itself. With `fallback` its first choice inherits. */
export function SavedSelect({
  label,
  hideLabel,
  hint,
  options,
  fallback = null,
  isProgram = false,
  size,
  ...saved
}: Saved & Worded & Inherits & { options: SelectOption[]; isProgram?: boolean; size?: 'm' | 's' }) {
  const inherits = fallback !== null && saved.value === ''
  const sayInherited = isProgram ? stepsText.inherit.builtIn : stepsText.inherit.asProgram
  return (
    <Autosave {...saved}>
      {({ input, error }) => (
        <SelectField
          {...input}
          label={label}
          hideLabel={hideLabel}
          inputSize={size}
          hint={fallback !== null && !inherits ? <DiffersHere label={label} saved={saved} /> : hint}
          options={fallback === null ? options : [{ value: '', label: sayInherited(fallback) }, ...options]}
          inherited={inherits}
          error={error}
        />
      )}
    </Autosave>
  )
}

/** Two to four joined choices that save themselves. */
export function SavedSegmented({
  label,
  hint,
  options,
  ...saved
}: Saved & Pick<Worded, 'label' | 'hint'> & { options: SegmentedOption[] }) {
  return (
    <Autosave {...saved}>
      {({ input, error }) => (
        <div className="field">
          <span aria-hidden className="label">
            {label}
          </span>
          <span className="grid [&>.seg]:grid [&>.seg]:auto-cols-fr [&>.seg]:grid-flow-col">
            <Segmented name={input.name} label={label} options={options} defaultValue={input.defaultValue} />
          </span>
          <FieldError error={error} />
          {hint && <div className="hint">{hint}</div>}
        </div>
      )}
    </Autosave>
  )
}

/** A yes that saves itself. */
export function SavedCheckbox({ label, hint, ...saved }: Saved & Pick<Worded, 'label' | 'hint'>) {
  return (
    <Autosave {...saved}>
      {({ checkbox, error }) => (
        <>
          <CheckboxField {...checkbox} label={label} hint={hint} />
          <FieldError error={error} />
        </>
      )}
    </Autosave>
  )
}

/** "differs here", and the way back to what is inherited. */
export function DiffersHere({ label, saved }: { label: string; saved: Saved }) {
  const { act } = useStepActs()
  const { intent, ids, field, value, disabled } = saved
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {stepsText.inherit.differs}
      {!disabled && (
        <button
          type="button"
          className="link"
          aria-label={stepsText.inherit.resetNamed(label)}
          onClick={() => act(intent, { ...ids, ...(field ? { field } : {}), value: '', was: value })}
        >
          {stepsText.inherit.reset}
        </button>
      )}
    </span>
  )
}
