import clsx from 'clsx'
import { Check, Minus } from 'lucide-react'
import { criterionVerdicts } from '~/domain/vocabulary'
import type { CriterionVerdict } from '~/domain/vocabulary'
import { statusText } from '~/text/status.en'
import { StatusGlyph } from './status-glyph'

const verdictFamily = { met: 'green', 'not-yet': 'blue', 'not-observed': 'grey' } satisfies Record<
  CriterionVerdict,
  string
>
const verdictGlyph = {
  met: <Check aria-hidden strokeWidth={2.5} />,
  'not-yet': <StatusGlyph status="not-yet" />,
  'not-observed': <Minus aria-hidden strokeWidth={2.5} />,
} satisfies Record<CriterionVerdict, JSX.Element>

/**
 * The verdict on one criterion: met, not yet, not observed, always in this order and with nothing chosen at first.
 * `wide` shows the words (assessment page); otherwise shapes, each named for screen readers (panel, under
 * `CriterionHeadings`). Plain radio inputs: works in a form without script.
 */
export function CriterionControl({
  name,
  criterion,
  wide,
  defaultValue,
  value,
  onChange,
  disabled,
  required,
  form,
}: {
  name: string
  /** Text of the criterion: names the group. */
  criterion: string
  wide?: boolean
  defaultValue?: CriterionVerdict | null
  value?: CriterionVerdict | null
  onChange?: (verdict: CriterionVerdict) => void
  disabled?: boolean
  required?: boolean
  form?: string
}) {
  return (
    <div
      role="radiogroup"
      aria-label={statusText.verdictFor(criterion)}
      aria-required={required || undefined}
      className={clsx('verdicts', !wide && 'verdicts-narrow')}
    >
      {criterionVerdicts.map((verdict) => (
        <label key={verdict} className={`verdict ${verdictFamily[verdict]}`}>
          <input
            type="radio"
            name={name}
            value={verdict}
            disabled={disabled}
            required={required}
            form={form}
            onChange={onChange && (() => onChange(verdict))}
            {...(value === undefined
              ? { defaultChecked: verdict === defaultValue }
              : { checked: verdict === value, readOnly: onChange === undefined })}
          />
          {verdictGlyph[verdict]}
          <span className={wide ? undefined : 'sr-only'}>{statusText.verdict[verdict]}</span>
        </label>
      ))}
    </div>
  )
}

/** The headings over a column of narrow controls; seen only, because each choice has its own name. */
export function CriterionHeadings() {
  return (
    <div className="flex items-end gap-3 pb-1 text-t12 text-ink-3">
      <h3 className="grow text-ink-2">{statusText.criteria}</h3>
      <div aria-hidden className="grid grid-cols-[repeat(3,48px)] items-end text-center text-t11 leading-3">
        {criterionVerdicts.map((verdict) => (
          <span key={verdict}>{statusText.verdict[verdict]}</span>
        ))}
      </div>
    </div>
  )
}
