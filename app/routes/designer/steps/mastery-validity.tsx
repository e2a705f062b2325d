import { fieldText } from '~/domain/design-field'
import { validityKinds } from '~/domain/vocabulary'
import { stepsText } from '~/text/designer-steps.en'
import type { ValidityView } from '../design-view'
import { SavedMonthDay } from './measured-fields'
import { monthDayWords } from './month-name'
import { SavedNumber, SavedSelect } from './saved-fields'

const text = stepsText.mastery

/** "12 months, then 24"; what counts where nothing is said is for ever. */
export function validityWords({ kind, months, repeatMonths, fixedDay }: ValidityView): string {
  switch (kind) {
    case 'months':
      return months === null ? text.validityKinds.months : text.sentence.months(months, repeatMonths)
    case 'fixed-day':
      return fixedDay === null ? text.validityKinds['fixed-day'] : text.sentence['fixed-day'](monthDayWords(fixedDay))
    case 'document':
      return text.sentence.document
    default:
      return text.sentence.never
  }
}

/**
 * How long mastery lasts. `inherited` is what the program says (null where these are the program's own): validity is
 * inherited whole, so its parts are asked for only once a kind is chosen here.
 */
export function ValidityFields({
  intent,
  ids,
  validity,
  inherited,
  disabled,
}: {
  intent: 'change-validity' | 'change-default-validity'
  ids?: Readonly<Record<string, string>>
  validity: ValidityView
  inherited: ValidityView | null
  disabled?: boolean
}) {
  const saved = { intent, ids, disabled }
  const fallback = inherited ? validityWords(inherited) : text.sentence.never
  return (
    <fieldset>
      <legend className="label mb-1">{text.validity}</legend>
      <div className="grid items-start gap-2 sm:grid-cols-2">
        <SavedSelect
          {...saved}
          field="kind"
          value={validity.kind ?? ''}
          label={text.validityKind}
          fallback={fallback}
          isProgram={inherited === null}
          options={validityKinds.map((kind) => ({ value: kind, label: text.validityKinds[kind] }))}
        />
        {validity.kind === 'months' && (
          <>
            <SavedNumber
              {...saved}
              field="months"
              value={fieldText(validity.months)}
              label={text.months}
              min={1}
              max={600}
            />
            <SavedNumber
              {...saved}
              field="repeatMonths"
              value={fieldText(validity.repeatMonths)}
              label={text.repeatMonths}
              hint={text.repeatHint}
              min={1}
              max={600}
            />
          </>
        )}
        {validity.kind === 'fixed-day' && (
          <SavedMonthDay {...saved} field="fixedDay" value={validity.fixedDay ?? ''} label={text.fixedDay} />
        )}
        {validity.kind !== null && validity.kind !== 'never' && (
          <SavedNumber
            {...saved}
            field="renewalWindowDays"
            value={fieldText(validity.renewalWindowDays)}
            label={text.window}
            hint={text.windowHint}
            fallback={validity.renewalWindowDays === null ? defaultWindow : null}
            min={1}
            max={366}
          />
        )}
      </div>
    </fieldset>
  )
}

/** The built-in window of DESIGN 4.5, shown where none is said. */
const defaultWindow = '60'
