import type { MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { addPerson } from '~/commands/people/add-person.server'
import { useActionResult } from '~/components/action-result'
import { FormProblem } from '~/components/form-problem'
import { paths } from '~/paths'
import { guarded, guardedAction, intent } from '~/server/guard.server'
import { peopleText } from '~/text/people.en'
import { rootText } from '~/text/root.en'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'
import { newPersonPage } from './new-person-page.server'
import { PersonFields, refusedValues } from './person-fields'

const { fields } = peopleText

export const meta: MetaFunction = () => [{ title: rootText.title(peopleText.newTitle) }]

export const loader = guarded(newPersonPage)

export const action = guardedAction({
  add: intent(addPerson, {
    then: ({ personId }) => paths.person(personId),
    flash: ({ name }) => ({ code: 'person-added', facts: { name } }),
  }),
})

export default function NewPerson() {
  const { today, teams, roles, people } = useLoaderData<typeof loader>()
  const result = useActionResult()
  const { typed, error } = refusedValues(result, 'add')
  return (
    <>
      <PageHeader title={peopleText.newTitle} before={<Link to={paths.people()}>{peopleText.backToPeople}</Link>} />
      <Form method="post" className="grid max-w-[720px] gap-6 p-4">
        <input type="hidden" name="intent" value="add" />
        <p className="text-ink-2">{peopleText.newLead}</p>
        <FormProblem result={result} intent="add" />
        <PersonFields
          saved={{
            name: '',
            staffNumber: null,
            email: null,
            employment: 'employee',
            employer: null,
            employmentEndsOn: null,
            startsOn: today,
          }}
          result={result}
          intent="add"
        />
        <fieldset className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
          <legend className="sr-only">{peopleText.placeNow}</legend>
          <SelectField
            label={fields.role}
            name="roleId"
            optional
            placeholder={peopleText.none}
            options={roles}
            defaultValue={typed('roleId')}
            error={error('roleId')}
          />
          <SelectField
            label={fields.team}
            name="teamId"
            optional
            placeholder={peopleText.none}
            options={teams}
            defaultValue={typed('teamId')}
            error={error('teamId')}
          />
          <SelectField
            label={fields.manager}
            name="managerId"
            optional
            placeholder={fields.nobody}
            options={people}
            defaultValue={typed('managerId')}
            error={error('managerId')}
          />
        </fieldset>
        <div className="flex gap-2">
          <Button type="submit" variant="primary">
            {peopleText.add}
          </Button>
        </div>
      </Form>
    </>
  )
}
