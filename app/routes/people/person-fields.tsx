import type { ActionResult } from '~/domain/result'
import { employmentKinds, type EmploymentKind } from '~/domain/vocabulary'
import { fieldProblems } from '~/text/people-problem.en'
import { peopleText } from '~/text/people.en'
import { DateField, SelectField, TextField } from '~/ui/inputs'

const { fields } = peopleText

export interface DetailValues {
  readonly name: string
  readonly staffNumber: string | null
  readonly email: string | null
  readonly employment: EmploymentKind
  readonly employer: string | null
  readonly employmentEndsOn: string | null
  readonly startsOn: string
}

/** What a refused form said and got: for keeping what was typed and telling each field. */
export function refusedValues(result: ActionResult | undefined, intent: string) {
  const refused = result && !result.ok && result.intent === intent ? result : undefined
  return {
    isRefused: refused !== undefined,
    typed: (name: string, saved: string | null = ''): string =>
      refused ? String(refused.values[name] ?? '') : (saved ?? ''),
    error: (name: string) => fieldProblems(refused?.fieldErrors?.[name]),
  }
}

/** The fields of a person's own details, the same when adding and when editing. */
export function PersonFields({
  saved,
  result,
  intent,
}: {
  saved: DetailValues
  result: ActionResult | undefined
  intent: string
}) {
  const { typed, error } = refusedValues(result, intent)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={fields.name}
        name="name"
        required
        maxLength={200}
        autoComplete="off"
        defaultValue={typed('name', saved.name)}
        error={error('name')}
      />
      <TextField
        label={fields.staffNumber}
        name="staffNumber"
        optional
        maxLength={60}
        autoComplete="off"
        defaultValue={typed('staffNumber', saved.staffNumber)}
        error={error('staffNumber')}
      />
      <TextField
        label={fields.email}
        name="email"
        type="email"
        optional
        autoComplete="off"
        hint={fields.emailHint}
        defaultValue={typed('email', saved.email)}
        error={error('email')}
      />
      <DateField
        label={fields.startsOn}
        name="startsOn"
        required
        defaultValue={typed('startsOn', saved.startsOn)}
        error={error('startsOn')}
      />
      <SelectField
        label={fields.employment}
        name="employment"
        options={employmentKinds.map((kind) => ({ value: kind, label: peopleText.employments[kind] }))}
        defaultValue={typed('employment', saved.employment)}
        error={error('employment')}
      />
      <DateField
        label={fields.employmentEndsOn}
        name="employmentEndsOn"
        optional
        defaultValue={typed('employmentEndsOn', saved.employmentEndsOn)}
        error={error('employmentEndsOn')}
      />
      <TextField
        label={fields.employer}
        name="employer"
        optional
        maxLength={200}
        hint={fields.employerHint}
        defaultValue={typed('employer', saved.employer)}
        error={error('employer')}
      />
    </div>
  )
}
