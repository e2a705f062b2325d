import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { FormProblem } from '~/components/form-problem'
import type { ActionResult } from '~/domain/result'
import { fieldProblems } from '~/text/people-problem.en'
import { signInText } from '~/text/sign-in.en'
import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/inputs'

const words = signInText.welcome

/** Organisation, its time zone and its first person, who becomes administrator and designer. */
export function CreateOrganisationForm({
  timeZones,
  result,
}: {
  timeZones: readonly string[]
  result: ActionResult | undefined
}) {
  const isBusy = useNavigation().state !== 'idle'
  const refused = result && !result.ok && result.intent === 'create' ? result : undefined
  const typed = (name: string) => String(refused?.values[name] ?? '')
  const error = (name: string) => fieldProblems(refused?.fieldErrors?.[name])
  return (
    <Form method="post" className="grid gap-4" aria-labelledby="create-organisation">
      <input type="hidden" name="intent" value="create" />
      <div>
        <h2 id="create-organisation">{words.ownTitle}</h2>
        <p className="text-t12 text-ink-2">{words.chooseOwnDetail}</p>
      </div>
      <FormProblem result={result} intent="create" />
      <TextField
        label={words.organisation}
        name="organisation"
        autoComplete="organization"
        required
        maxLength={200}
        defaultValue={typed('organisation')}
        error={error('organisation')}
      />
      <TimeZoneField zones={timeZones} typed={typed('timeZone')} error={error('timeZone')} />
      <TextField
        label={words.yourName}
        name="name"
        autoComplete="name"
        required
        maxLength={200}
        defaultValue={typed('name')}
        error={error('name')}
      />
      <TextField
        label={signInText.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={typed('email')}
        error={error('email')}
      />
      <TextField
        label={signInText.password}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint={signInText.passwordHint}
        error={error('password')}
      />
      <Button type="submit" variant="primary" className="w-full" aria-busy={isBusy || undefined}>
        {words.create}
      </Button>
    </Form>
  )
}

/** Preset from the browser once it can say its zone; without script one chooses. */
function TimeZoneField({ zones, typed, error }: { zones: readonly string[]; typed: string; error?: string[] }) {
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone
    // A zone that is no choice leaves the select as it is.
    if (select.current?.value === '') select.current.value = own
  }, [])
  return (
    <SelectField
      ref={select}
      label={words.timeZone}
      name="timeZone"
      required
      hint={words.timeZoneHint}
      placeholder=""
      options={['UTC', ...zones.filter((zone) => zone !== 'UTC')].map((zone) => ({
        value: zone,
        label: zoneLabel(zone),
      }))}
      defaultValue={typed}
      error={error}
    />
  )
}

function zoneLabel(zone: string): string {
  return zone.replaceAll('_', ' ')
}
