import { Form } from '@remix-run/react'
import { useActionResult } from '~/components/action-result'
import { FormProblem } from '~/components/form-problem'
import { peopleText } from '~/text/people.en'
import { Button } from '~/ui/button'
import { formatDate } from '~/ui/date'
import { Disclosure } from '~/ui/disclosure'
import { SectionHeading } from '~/ui/page-header'
import { PersonFields, refusedValues } from './person-fields'
import type { PersonView } from './person-page.server'

const { fields } = peopleText

/** Staff number, address, employment and dates; below them the form to change them. */
export function DetailsSection({ view: { person, may } }: { view: PersonView }) {
  const result = useActionResult()
  const { isRefused } = refusedValues(result, 'edit')
  const day = (date: string) => formatDate(date, { locale: peopleText.locale })
  const facts: [string, string | null][] = [
    [fields.staffNumber, person.staffNumber],
    [fields.email, person.email],
    [fields.employment, peopleText.employments[person.employment]],
    [fields.employer, person.employer],
    [fields.startsOn, day(person.startsOn)],
    [fields.employmentEndsOn, person.employmentEndsOn && day(person.employmentEndsOn)],
  ]
  return (
    <section aria-labelledby="details">
      <SectionHeading id="details" title={peopleText.details} />
      <dl className="border-t border-line">
        {facts.map(([label, value]) =>
          value ? (
            <div key={label} className="flex gap-3 border-b border-line py-2">
              <dt className="w-40 flex-none text-ink-2">{label}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {may.edit && (
        <Disclosure label={peopleText.editDetails} open={isRefused} className="mt-1">
          <Form method="post" className="grid gap-4">
            <input type="hidden" name="intent" value="edit" />
            <input type="hidden" name="version" value={person.version} />
            <FormProblem result={result} intent="edit" />
            <PersonFields saved={person} result={result} intent="edit" />
            <div>
              <Button type="submit" variant="primary">
                {peopleText.save}
              </Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </section>
  )
}
