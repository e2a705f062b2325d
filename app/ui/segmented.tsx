import type { ReactNode } from 'react'

export type SegmentedOption = { value: string; label: ReactNode }

/** Two to four joined choices as real radio buttons: a form field, or controlled with `value` and `onChange`. */
export function Segmented({
  name,
  label,
  options,
  defaultValue,
  value,
  onChange,
}: {
  name: string
  /** Name of the group for screen readers. */
  label: string
  options: SegmentedOption[]
  defaultValue?: string
  value?: string
  onChange?: (value: string) => void
}) {
  return (
    <span role="radiogroup" aria-label={label} className="seg">
      {options.map((option) => (
        <label key={option.value} className="seg-item">
          <input
            type="radio"
            name={name}
            value={option.value}
            onChange={onChange && (() => onChange(option.value))}
            {...(value === undefined
              ? { defaultChecked: option.value === defaultValue }
              : { checked: option.value === value, readOnly: onChange === undefined })}
          />
          {option.label}
        </label>
      ))}
    </span>
  )
}

/** The same look for links: the one for the page shown carries `aria-current="page"` and class `seg-item`. */
export function SegmentedLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="seg">
      {children}
    </nav>
  )
}
