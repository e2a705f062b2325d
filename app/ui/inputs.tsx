import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import { forwardRef, useId } from 'react'
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { Field } from './field'
import type { FieldProps } from './field'

type Size = { inputSize?: 'm' | 's'; inputClassName?: string }

export type TextFieldProps = FieldProps &
  Size &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> & { leadIcon?: ReactNode }

/** One line of text. Uncontrolled by default: pass `defaultValue` with what was typed or saved. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(props, ref) {
  const [field, { inputSize, inputClassName, leadIcon, type = 'text', ...input }] = splitFieldProps(props)
  return (
    <Field {...field} id={input.id}>
      {(control) => (
        <>
          {leadIcon && <span className="lead-icon [&>svg]:size-3.5">{leadIcon}</span>}
          <input
            {...input}
            {...control}
            ref={ref}
            type={type}
            className={inputClass(field.inherited, inputSize, inputClassName)}
          />
        </>
      )}
    </Field>
  )
})

/** A calendar date, `YYYY-MM-DD`, by the browser's own control. */
export const DateField = forwardRef<HTMLInputElement, TextFieldProps>(function DateField(props, ref) {
  return <TextField {...props} ref={ref} type="date" />
})

/** A whole number; digits keyboard on phones. */
export const NumberField = forwardRef<HTMLInputElement, TextFieldProps>(function NumberField(props, ref) {
  return <TextField inputMode="numeric" step={1} {...props} ref={ref} type="number" />
})

export type TextAreaProps = FieldProps & Size & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'>

/** Several lines; grows with its text where the browser can (`field-sizing`), and can be dragged where it cannot. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(props, ref) {
  const [field, { inputSize, inputClassName, rows = 2, ...input }] = splitFieldProps(props)
  return (
    <Field {...field} id={input.id}>
      {(control) => (
        <textarea
          {...input}
          {...control}
          ref={ref}
          rows={rows}
          className={inputClass(field.inherited, inputSize, inputClassName)}
        />
      )}
    </Field>
  )
})

export type SelectOption = { value: string; label: string; disabled?: boolean }
export type SelectFieldProps = FieldProps &
  Size &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'> & {
    options: SelectOption[]
    /** Text of an empty first choice. */
    placeholder?: string
  }

/** The browser's own select: works without script, with every keyboard and on every phone. */
export const SelectField = forwardRef<HTMLSelectElement, SelectFieldProps>(function SelectField(props, ref) {
  const [field, { inputSize, inputClassName, options, placeholder, children, ...select }] = splitFieldProps(props)
  return (
    <Field {...field} id={select.id}>
      {(control) => (
        <>
          <select
            {...select}
            {...control}
            ref={ref}
            className={clsx('select', inputClass(field.inherited, inputSize, inputClassName))}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
            {children}
          </select>
          <ChevronDown className="chevron" aria-hidden />
        </>
      )}
    </Field>
  )
})

export type ChoiceProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { label: ReactNode; hint?: ReactNode }

/** One checkbox with its words; the whole line is the target. */
export const CheckboxField = forwardRef<HTMLInputElement, ChoiceProps>(function CheckboxField(props, ref) {
  return <Choice {...props} type="checkbox" inputRef={ref} />
})

/** One radio button; put several into a `RadioGroup`. */
export const Radio = forwardRef<HTMLInputElement, ChoiceProps>(function Radio(props, ref) {
  return <Choice {...props} type="radio" inputRef={ref} />
})

function Choice({
  label,
  hint,
  className,
  inputRef,
  type,
  ...input
}: ChoiceProps & { type: 'checkbox' | 'radio'; inputRef: React.Ref<HTMLInputElement> }) {
  const ownId = useId()
  const id = input.id ?? ownId
  return (
    <label htmlFor={id} className={clsx('choice', className)}>
      <input
        {...input}
        id={id}
        ref={inputRef}
        type={type}
        className={clsx('box', type === 'radio' && 'box-round')}
        aria-describedby={hint ? `${id}-hint` : input['aria-describedby']}
      />
      <span className="py-0.5">{label}</span>
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
    </label>
  )
}

function inputClass(inherited: FieldProps['inherited'], size: 'm' | 's' | undefined, extra: string | undefined) {
  return clsx('input', size === 's' && 'input-s', inherited && 'input-inherited', extra)
}

/** Divides what the frame of a field needs from what its control gets. */
function splitFieldProps<T extends FieldProps>(props: T): [FieldProps, Omit<T, keyof FieldProps>] {
  const { label, hideLabel, hint, error, inherited, optional, aside, className, ...control } = props
  return [{ label, hideLabel, hint, error, inherited, optional, aside, className }, control]
}
