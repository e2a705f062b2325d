import { useRef } from 'react'
import { monthName } from './month-name'
import { stepsText } from '~/text/designer-steps.en'
import { Field, FieldGroup } from '~/ui/field'
import { SelectField } from '~/ui/inputs'
import { Autosave } from '../autosave'
import type { Saved } from './saved-fields'

const minutesPerHour = 60

/** Minutes, entered in hours (half hours and quarters too). What is saved is minutes. */
export function SavedHours({ label, ...saved }: Saved & { label: string }) {
  const minutes = useRef<HTMLInputElement>(null)
  return (
    <Autosave {...saved}>
      {({ input, error }) => (
        <Field label={label} error={error}>
          {(control) => (
            <>
              <input ref={minutes} type="hidden" {...input} />
              <input
                {...control}
                type="number"
                inputMode="decimal"
                min={0}
                step={0.25}
                className="input"
                defaultValue={input.defaultValue === '' ? '' : Number(input.defaultValue) / minutesPerHour}
                // On input, before the form hears of the change: it reads the hidden field.
                onInput={(event) => {
                  const hours = event.currentTarget.value
                  if (minutes.current) {
                    minutes.current.value = hours === '' ? '' : String(Math.round(Number(hours) * minutesPerHour))
                  }
                }}
              />
            </>
          )}
        </Field>
      )}
    </Autosave>
  )
}

const months = Array.from({ length: 12 }, (_, index) => index + 1)
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day of each year as day and month; saved as `MM-DD`. */
export function SavedMonthDay({ label, ...saved }: Saved & { label: string }) {
  const kept = useRef<HTMLInputElement>(null)
  const [month = '', day = ''] = saved.value.split('-')
  const parts = useRef({ month, day })

  function set(part: Partial<{ month: string; day: string }>) {
    parts.current = { ...parts.current, ...part }
    const { month: toMonth, day: toDay } = parts.current
    if (!kept.current || toMonth === '' || toDay === '') return
    const last = longestMonth[Number(toMonth) - 1] ?? 31
    kept.current.value = `${toMonth}-${String(Math.min(Number(toDay), last)).padStart(2, '0')}`
  }

  return (
    <Autosave {...saved}>
      {({ input, error }) => (
        <FieldGroup label={label} error={error}>
          <input ref={kept} type="hidden" {...input} />
          <div className="grid grid-cols-[5rem_minmax(0,1fr)] gap-2">
            <SelectField
              label={stepsText.mastery.day}
              hideLabel
              placeholder={stepsText.mastery.day}
              defaultValue={day}
              options={Array.from({ length: 31 }, (_, index) => {
                const text = String(index + 1).padStart(2, '0')
                return { value: text, label: String(index + 1) }
              })}
              onInput={(event) => set({ day: event.currentTarget.value })}
            />
            <SelectField
              label={stepsText.mastery.month}
              hideLabel
              placeholder={stepsText.mastery.month}
              defaultValue={month}
              options={months.map((each) => ({ value: String(each).padStart(2, '0'), label: monthName(each) }))}
              onInput={(event) => set({ month: event.currentTarget.value })}
            />
          </div>
        </FieldGroup>
      )}
    </Autosave>
  )
}
