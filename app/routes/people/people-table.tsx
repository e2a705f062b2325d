import { Link } from '@remix-run/react'
import { paths } from '~/paths'
import { peopleText } from '~/text/people.en'
import { Avatar } from '~/ui/avatar'
import { formatDate } from '~/ui/date'
import { Tag } from '~/ui/tag'
import type { PersonLine } from './people-page.server'

const { columns } = peopleText
const wide = 'px-3 max-md:hidden'

/** The people of one page. On a phone the other columns stand below the name. */
export function PeopleTable({ people }: { people: readonly PersonLine[] }) {
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{peopleText.title}</caption>
      <thead className="text-t12 text-ink-3 max-md:sr-only">
        <tr className="border-b border-line">
          <th scope="col" className="py-2 pr-3 pl-4 font-regular">
            {columns.name}
          </th>
          <th scope="col" className={`${wide} font-regular`}>
            {columns.staffNumber}
          </th>
          <th scope="col" className={`${wide} font-regular`}>
            {columns.roles}
          </th>
          <th scope="col" className={`${wide} font-regular`}>
            {columns.teams}
          </th>
          <th scope="col" className="px-3 font-regular">
            {columns.account}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </tbody>
    </table>
  )
}

function PersonRow({ person }: { person: PersonLine }) {
  const below = [person.staffNumber, person.roles.join(', '), person.teams.join(', ')].filter(Boolean).join(' · ')
  return (
    <tr className="border-b border-line hover:bg-hover">
      <th scope="row" className="py-1.5 pr-3 pl-4 font-regular">
        <Link
          to={paths.person(person.id)}
          className="flex min-h-7 items-center gap-2 text-ink no-underline max-md:min-h-11"
        >
          <Avatar name={person.name} />
          <span className="min-w-0 wrap-anywhere">
            <span className="font-strong underline-offset-2 hover:underline">{person.name}</span>
            {below && <span className="block text-t12 font-regular text-ink-3 md:hidden">{below}</span>}
          </span>
        </Link>
      </th>
      <td className={`${wide} text-ink-2 tabular-nums`}>{person.staffNumber}</td>
      <td className={wide}>{person.roles.join(', ')}</td>
      <td className={`${wide} text-ink-2`}>{person.teams.join(', ')}</td>
      <td className="px-3 text-t12 whitespace-nowrap text-ink-2 max-md:pr-4 max-md:text-right">
        <AccountState person={person} />
      </td>
    </tr>
  )
}

function AccountState({ person }: { person: PersonLine }) {
  if (person.account === 'left') return <Tag>{peopleText.accountStates.left}</Tag>
  if (person.leavesOn)
    return <Tag>{peopleText.leavesOn(formatDate(person.leavesOn, { locale: peopleText.locale }))}</Tag>
  return <>{peopleText.accountStates[person.account]}</>
}
