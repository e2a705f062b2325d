import { useEffect, useState } from 'react'
import { FieldGroup } from '~/ui/field'
import { CheckboxField } from '~/ui/inputs'

/** Several of a list, shown at once as chosen; the caller saves the whole list. Follows what comes from the server. */
export function CheckList({
  label,
  hideLabel,
  hint,
  options,
  chosen,
  disabled,
  columns,
  onChange,
}: {
  label: React.ReactNode
  hideLabel?: boolean
  hint?: React.ReactNode
  options: readonly {
    readonly value: string
    readonly label: string
    readonly hint?: string
    readonly disabled?: boolean
  }[]
  chosen: readonly string[]
  disabled?: boolean
  /** Side by side where there is room. */
  columns?: boolean
  /** The values in the order of the options. */
  onChange: (values: string[]) => void
}) {
  const saved = chosen.join(',')
  const [values, setValues] = useState<readonly string[]>(chosen)
  useEffect(() => setValues(saved === '' ? [] : saved.split(',')), [saved])

  function toggle(value: string, isOn: boolean) {
    const next = options.map((option) => option.value).filter((each) => (each === value ? isOn : values.includes(each)))
    setValues(next)
    onChange(next)
  }

  return (
    <FieldGroup label={label} hideLabel={hideLabel} hint={hint}>
      <div className={columns ? 'grid gap-x-4 gap-y-1 sm:grid-cols-2' : 'grid gap-1'}>
        {options.map((option) => (
          <CheckboxField
            key={option.value}
            label={option.label}
            hint={option.hint}
            checked={values.includes(option.value)}
            disabled={disabled || option.disabled}
            onChange={(event) => toggle(option.value, event.currentTarget.checked)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
