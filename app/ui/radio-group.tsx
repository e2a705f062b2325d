import clsx from 'clsx'
import type { ChangeEventHandler, ReactNode } from 'react'
import { FieldGroup } from './field'
import { Radio } from './inputs'

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

/** One choice of a few, all visible. Nothing is chosen unless `defaultValue` or `value` says so. */
export function RadioGroup({
  name,
  label,
  hideLabel,
  options,
  defaultValue,
  value,
  onChange,
  hint,
  error,
  inline,
  required,
  form,
}: {
  name: string
  label: ReactNode
  hideLabel?: boolean
  options: RadioOption[]
  defaultValue?: string | null
  value?: string
  onChange?: ChangeEventHandler<HTMLInputElement>
  hint?: ReactNode
  error?: string | string[] | null
  inline?: boolean
  required?: boolean
  form?: string
}) {
  return (
    <FieldGroup label={label} hideLabel={hideLabel} hint={hint} error={error}>
      <div className={clsx('flex', inline ? 'flex-wrap gap-x-4 gap-y-1' : 'flex-col gap-1')}>
        {options.map((option) => (
          <Radio
            key={option.value}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.disabled}
            required={required}
            form={form}
            onChange={onChange}
            {...(value === undefined
              ? { defaultChecked: option.value === defaultValue }
              : { checked: option.value === value, readOnly: onChange === undefined })}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
