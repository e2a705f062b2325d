import { Form, Link } from '@remix-run/react'
import clsx from 'clsx'
import { paths } from '~/paths'
import { assessmentText as text } from '~/text/assessment.en'
import { Avatar } from '~/ui/avatar'
import { Button } from '~/ui/button'
import { formatDate } from '~/ui/date'
import { SegmentedLinks } from '~/ui/segmented'
import { queueLists, type QueueItem, type QueueView } from './queue-view'
import { TalksDue } from './talks-due'

/** The lists and what is in the one chosen, oldest against its turnaround first. */
export function QueueList({ view, currentId }: { view: QueueView; currentId: string | null }) {
  const lists = queueLists.filter((list) => list !== 'team' || view.hasTeam)
  return (
    <section className="queue-list" aria-label={text.title}>
      <header className="queue-head flex-wrap">
        {/* One title a page: beside an open demonstration its name is the title. */}
        {currentId ? <h2 className="text-t16">{text.title}</h2> : <h1>{text.title}</h1>}
        <span>
          <SegmentedLinks label={text.listLabel}>
            {lists.map((list) => (
              <Link
                key={list}
                to={paths.queue(list)}
                className="seg-item"
                aria-current={view.list === list ? 'page' : undefined}
              >
                {text.listWith(text.lists[list], view.counts[list])}
              </Link>
            ))}
          </SegmentedLinks>
        </span>
      </header>
      <div className="min-h-0 grow overflow-y-auto">
        <Groups view={view} currentId={currentId} />
        {view.talks.length > 0 && <TalksDue talks={view.talks} today={view.today} />}
      </div>
      {view.list === 'mine' && view.counts.unassigned > 0 && (
        <p className="flex-none border-t border-line px-4 py-3 text-t12 text-ink-2">
          {text.withoutAssessor(view.counts.unassigned)}{' '}
          <Link className="link" to={paths.queue('unassigned')}>
            {text.openToClaim}
          </Link>
        </p>
      )}
    </section>
  )
}

function Groups({ view, currentId }: { view: QueueView; currentId: string | null }) {
  if (view.items.length === 0) return view.talks.length > 0 ? null : <Empty view={view} />
  const groups = groupsOf(view)
  return (
    <>
      {groups.map((group) => (
        <section key={group.key} aria-labelledby={`group-${group.key}`}>
          <h2 id={`group-${group.key}`} className="px-4 pt-3 pb-1 text-t12 text-ink-2">
            {group.title}
          </h2>
          <ul role="list" className="queue-rows">
            {group.items.map((item) => (
              <Row key={item.id} item={item} view={view} isCurrent={item.id === currentId} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Row({ item, view, isCurrent }: { item: QueueItem; view: QueueView; isCurrent: boolean }) {
  const words = text.line(lineOf(item, view))
  return (
    <li aria-current={isCurrent || undefined}>
      <Avatar name={item.personName} />
      <Link to={paths.demonstration(item.id, view.list)} className="queue-name" prefetch="intent">
        {item.qualificationName}
      </Link>
      <span className={clsx('queue-age', item.isLate && 'queue-late')}>
        <span aria-hidden>{text.age(item.age)}</span>
        <span className="sr-only">{text.ageLong(item.age)}</span>
      </span>
      <span className="queue-line">{words}</span>
      {view.list === 'unassigned' && (
        <Form method="post" action={paths.queue()} className="col-start-2 pt-1">
          <input type="hidden" name="intent" value="claim" />
          <input type="hidden" name="demonstrationId" value={item.id} />
          <Button type="submit" size="s" aria-label={text.openAndClaimOf(item.qualificationName, item.personName)}>
            {text.openAndClaim}
          </Button>
        </Form>
      )}
    </li>
  )
}

function lineOf(item: QueueItem, view: QueueView): string[] {
  const parts = [item.personName]
  if (item.methodKind) parts.push(text.method[item.methodKind])
  if (item.scheduledFor) {
    parts.push(text.plannedFor(formatDate(item.scheduledFor, { locale: text.locale }, { weekday: true })))
  } else parts.push(text.attempt(item.number))
  if (view.list === 'team') {
    const { assessor } = item
    parts.push(!assessor ? text.withNobody : assessor.id === view.viewerId ? text.withYou : text.with(assessor.name))
  }
  return parts
}

type Group = { readonly key: string; readonly title: string; readonly items: readonly QueueItem[] }

/** Late ones first, then what is still in time, what is planned for a day to come, and what waits for the person. */
function groupsOf(view: QueueView): Group[] {
  const returned = view.items.filter((item) => item.phase === 'returned')
  const waiting = view.items.filter((item) => item.phase !== 'returned')
  const late = waiting.filter((item) => item.isLate)
  const isPlanned = (item: QueueItem) => item.scheduledFor !== null && item.scheduledFor > view.today
  const days = new Set(late.map((item) => item.turnaroundDays))
  const groups = [
    { key: 'late', title: text.groups.late(days.size === 1 ? ([...days][0] ?? null) : null), items: late },
    {
      key: 'in-time',
      title: text.groups.inTime,
      items: waiting.filter((item) => !item.isLate && !isPlanned(item)),
    },
    { key: 'planned', title: text.groups.planned, items: waiting.filter((item) => !item.isLate && isPlanned(item)) },
    { key: 'returned', title: text.groups.returned, items: returned },
  ]
  return groups.filter((group) => group.items.length > 0)
}

function Empty({ view }: { view: QueueView }) {
  const words = {
    mine: { title: text.empty.mine, text: text.empty.mineText },
    team: { title: text.empty.team, text: text.empty.teamText },
    unassigned: { title: text.empty.unassigned, text: text.empty.unassignedText },
  }[view.list]
  return (
    <div className="px-4 py-6">
      <h2>{words.title}</h2>
      <p className="mt-1 text-ink-2">{words.text}</p>
    </div>
  )
}
