import { authorize } from '~/commands/command.server'
import { nextAttempt } from '~/domain/attempts'
import { addDays, dateInZone, daysBetween, type CalendarDate } from '~/domain/calendar-date'
import { demonstrationPhase } from '~/domain/demonstration'
import { isId, type Id } from '~/domain/ids'
import { paths } from '~/paths'
import type { PageContext } from '~/server/guard.server'
import { redirectWithin } from '~/server/respond.server'
import type { Db } from '~db/client.server'
import { listAttemptFacts } from '~db/queries/attempts.server'
import { findChangeSequence } from '~db/queries/change.server'
import { findDemonstration } from '~db/queries/demonstration.server'
import { listMissedOften } from '~db/queries/missed.server'
import { demonstrationFactsOf } from '~db/queries/person-facts.server'
import { listPersonNames } from '~db/queries/person-names.server'
import { findQueue, type Queue, type QueuedDemonstration } from '~db/queries/queue.server'
import { queueLists, type QueueItem, type QueueList, type QueueView, type TalkDue } from './queue-view'

/** Read model of `/queue?list=`; `?after=` leads on to the next in the list after one that was just recorded. */
export async function queuePage({ db, actor, signedIn, today, url }: PageContext): Promise<QueueView> {
  authorize(actor, 'read-own-record', { isSelf: true })
  const liveAfter = await findChangeSequence(db, actor.organisationId)
  const queue = await findQueue(db, actor, today)
  const zone = signedIn.organisation.timeZone
  const names = await listPersonNames(
    db,
    actor.organisationId,
    queue.team.flatMap((one) => one.assessor_id ?? []),
  )
  names.set(actor.personId, signedIn.personName)
  const itemsOf = (list: QueueList) => queue[list].map((one) => queueItem(one, { today, zone, names })).sort(byDue)
  const after = url.searchParams.get('after')
  if (after !== null) throw redirectWithin(await onwards(db, actor.organisationId, after, itemsOf('mine')))
  const list = listOf(url.searchParams.get('list'), queue)
  return {
    today,
    viewerId: actor.personId,
    liveAfter,
    list,
    counts: {
      mine: itemsOf('mine').filter((item) => item.phase !== 'returned').length,
      team: queue.team.length,
      unassigned: queue.unassigned.length,
    },
    hasTeam: actor.managesPeople,
    items: itemsOf(list),
    talks: list === 'team' ? await talksDue(db, actor.organisationId, queue, today) : [],
  }
}

/** The list in the address; else mine, unless only unassigned ones wait. */
function listOf(wanted: string | null, queue: Queue): QueueList {
  const chosen = queueLists.find((list) => list === wanted)
  if (chosen) return chosen
  return queue.mine.length === 0 && queue.unassigned.length > 0 ? 'unassigned' : 'mine'
}

/** The first of mine that comes after the one done, else the first of all, else the empty list. */
async function onwards(
  db: Db,
  organisationId: Id<'organisation'>,
  after: string,
  mine: readonly QueueItem[],
): Promise<string> {
  const waiting = mine.filter((item) => item.phase !== 'returned' && item.id !== after)
  const done = isId('demonstration', after) ? await findDemonstration(db, organisationId, after) : null
  const later = done ? waiting.find((item) => item.askedOn >= done.created_at.slice(0, 10)) : undefined
  const next = later ?? waiting[0]
  return next ? paths.demonstration(next.id, 'mine') : paths.queue('mine')
}

/** An item of the list, with its age against the turnaround. A planned one is due from its day on. */
export function queueItem(
  one: QueuedDemonstration,
  of: { today: CalendarDate; zone: string; names: ReadonlyMap<Id<'person'>, string> },
): QueueItem {
  const { turnaroundDays } = one.requirement.definition.assessment
  const askedOn = dateInZone(one.submitted_at ?? one.requested_at ?? one.created_at, of.zone)
  const from = one.scheduled_for !== null && one.scheduled_for > askedOn ? one.scheduled_for : askedOn
  const dueOn = addDays(from, turnaroundDays)
  const phase = demonstrationPhase(demonstrationFactsOf(one))
  return {
    id: one.id,
    personName: one.personName,
    qualificationName: one.requirement.name,
    methodKind: one.methodKind,
    number: one.number,
    phase,
    scheduledFor: one.scheduled_for,
    askedOn,
    age: Math.max(0, daysBetween(askedOn, of.today)),
    turnaroundDays,
    dueOn,
    isLate: phase !== 'returned' && dueOn < of.today,
    assessor: one.assessor_id && { id: one.assessor_id, name: of.names.get(one.assessor_id) ?? '' },
  }
}

function byDue(a: QueueItem, b: QueueItem): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** People of mine whose next attempt waits for a coaching talk (DESIGN 4.5). */
async function talksDue(
  db: Db,
  organisationId: Id<'organisation'>,
  queue: Queue,
  today: CalendarDate,
): Promise<TalkDue[]> {
  const due: TalkDue[] = []
  for (const missed of await listMissedOften(db, organisationId, [...queue.myPeople], today)) {
    const program = queue.programs.find((one) => one.programId === missed.programId)
    const requirement = program?.byQualification.get(missed.qualificationId)
    if (!requirement) continue
    const { coachingAfter } = requirement.definition.assessment
    if (coachingAfter === null || missed.misses < coachingAfter) continue
    const qualificationIds = [missed.qualificationId]
    const facts = await listAttemptFacts(db, { organisationId, personId: missed.personId, qualificationIds })
    const own = facts.get(missed.qualificationId)
    const next = own && nextAttempt(own, requirement.definition.assessment, today)
    if (next?.waitsFor.includes('coaching-talk')) {
      due.push({ ...missed, qualificationName: requirement.name, misses: next.misses })
    }
  }
  return due
}
