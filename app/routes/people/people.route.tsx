import type { MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Search } from 'lucide-react'
import { paths } from '~/paths'
import { guarded } from '~/server/guard.server'
import { peopleText } from '~/text/people.en'
import { rootText } from '~/text/root.en'
import { Button, LinkButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { CheckboxField, SelectField, TextField } from '~/ui/inputs'
import { AreaHeader } from './area-header'
import { peoplePage } from './people-page.server'
import { PeopleTable } from './people-table'

export const meta: MetaFunction = () => [{ title: rootText.title(peopleText.title) }]

export const loader = guarded(peoplePage)

export default function People() {
  const { people, count, page, pages, filter, teams, mayEdit } = useLoaderData<typeof loader>()
  const isFiltered = filter.q !== '' || filter.team !== '' || filter.left
  const add = (
    <LinkButton variant="primary">
      <Link to={paths.newPerson()}>{peopleText.add}</Link>
    </LinkButton>
  )
  return (
    <>
      <AreaHeader
        title={peopleText.title}
        meta={<span className="max-md:hidden">{peopleText.count(people.length, count)}</span>}
        actions={mayEdit ? add : undefined}
      />
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3 border-b border-line px-4 py-2">
        <TextField
          label={peopleText.search}
          hideLabel
          name="q"
          type="search"
          placeholder={peopleText.searchHint}
          defaultValue={filter.q}
          leadIcon={<Search aria-hidden />}
          className="min-w-56 max-md:w-full"
        />
        {teams.length > 0 && (
          <SelectField
            label={peopleText.team}
            hideLabel
            name="team"
            defaultValue={filter.team}
            placeholder={peopleText.anyTeam}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            className="max-md:w-full"
          />
        )}
        <div className="self-center">
          <CheckboxField name="left" value="1" label={peopleText.showLeft} defaultChecked={filter.left} />
        </div>
        <Button type="submit">{peopleText.apply}</Button>
      </Form>
      {people.length > 0 ? (
        <PeopleTable people={people} />
      ) : isFiltered ? (
        <EmptyState title={peopleText.nobodyFound}>
          <Link to={paths.people()}>{peopleText.clearSearch}</Link>
        </EmptyState>
      ) : (
        <EmptyState title={peopleText.emptyTitle}>
          <p>{peopleText.empty}</p>
          {mayEdit && <p className="mt-3">{add}</p>}
        </EmptyState>
      )}
      {pages > 1 && <Pages page={page} pages={pages} filter={filter} />}
    </>
  )
}

function Pages({
  page,
  pages,
  filter,
}: {
  page: number
  pages: number
  filter: { q: string; team: string; left: boolean }
}) {
  const to = (target: number) => {
    const search = new URLSearchParams({ q: filter.q, team: filter.team, page: String(target) })
    if (filter.left) search.set('left', '1')
    return `${paths.people()}?${search}`
  }
  return (
    <p className="flex gap-4 px-4 py-3">
      {page > 1 && <Link to={to(page - 1)}>{peopleText.earlier}</Link>}
      {page < pages && <Link to={to(page + 1)}>{peopleText.later}</Link>}
    </p>
  )
}
