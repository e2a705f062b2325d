import { dateInZone, type CalendarDate } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import type { LiveReload, LiveRows } from '~/domain/live-event'
import { findChangeSequence, listChangesAfter, type Change } from '~db/queries/change.server'
import type { VisiblePeople } from '~db/queries/visible-people.server'
import { isAboutPeople, liveBatch, peopleTouched, visibleRows, type LiveBatch } from './live-batch.server'
import type { Services } from './services.server'

/** Longer gaps are not replayed: the page reads itself again. */
export const longestReplay = 500
/** Open streams of one person; the oldest gives way. */
export const mostStreams = 12

type Organisation = Id<'organisation'>

/** One open page. */
export interface Viewer {
  readonly organisationId: Organisation
  readonly timeZone: string
  readonly personId: Id<'person'>
  /** The last change the page knows. */
  readonly after: number
  /** Whom it may show, by the function the loader asks too. Asked again when rights may have changed. */
  readonly visible: () => VisiblePeople
  /** Reads session and rights again; ends the stream where they are gone. */
  readonly recheck: () => Promise<void>
  readonly send: (event: 'rows' | 'reload', sequence: number, data: string) => void
  readonly end: () => void
}

/** Who watches, and what they are told after each commit. */
export interface LiveHub {
  /** Replays what was missed, then tells what happens. Answers how to stop. */
  join(viewer: Viewer): Promise<() => void>
  /** Waits until everything committed so far has been told; for tests and the stop of the server. */
  settle(): Promise<void>
  /** The newest change that everybody was told of. */
  sequenceOf(organisationId: Organisation): number
}

interface Member {
  readonly viewer: Viewer
  /** Until its replay is through, what happens meanwhile waits here. */
  waiting: (() => void)[] | null
}

interface Audience {
  readonly timeZone: string
  readonly members: Set<Member>
  sequence: number
  today: CalendarDate
  pumping: Promise<void> | null
  isDirty: boolean
}

/** What the hub needs of the services. */
export type LiveServices = Pick<Services, 'db' | 'queue' | 'clock' | 'log' | 'stopping'>

const hubs = new WeakMap<LiveServices, LiveHub>()

/** The hub of these services, made when first asked for. */
export function liveHub(services: LiveServices): LiveHub {
  const known = hubs.get(services)
  if (known) return known
  const made = createHub(services)
  hubs.set(services, made)
  return made
}

/**
 * After a commit the changes since the last are read once per organisation, the lines touched are derived once, and
 * each viewer is sent what they may see: no query per viewer and event (DESIGN 5, "Live").
 */
function createHub(services: LiveServices): LiveHub {
  const { db, queue, clock, log, stopping } = services
  const audiences = new Map<Organisation, Audience>()
  queue.onCommit((organisations) => {
    for (const id of organisations) if (audiences.has(id)) poke(id)
  })
  // An organisation's day may end while nobody does anything: then every page reads itself again.
  const daily = setInterval(() => void [...audiences.keys()].forEach(turnDay), 30_000)
  daily.unref()
  stopping.signal.addEventListener('abort', () => clearInterval(daily))

  function poke(id: Organisation): void {
    const audience = audiences.get(id)
    if (!audience) return
    audience.isDirty = true
    audience.pumping ??= pump(id, audience)
      .catch((error: unknown) => {
        log.error({ event: 'live-failed', error: String(error) })
        tellAll(audience, 'reload', audience.sequence, reloadData(audience.sequence, 'gap'))
      })
      .finally(() => {
        audience.pumping = null
        if (audience.isDirty && audience.members.size > 0) poke(id)
      })
  }

  async function pump(id: Organisation, audience: Audience): Promise<void> {
    while (audience.isDirty && audience.members.size > 0) {
      audience.isDirty = false
      const changes = await listChangesAfter(db, id, audience.sequence, longestReplay + 1)
      const last = changes.at(-1)
      if (!last) continue
      if (isAboutPeople(changes)) await Promise.all([...audience.members].map(({ viewer }) => viewer.recheck()))
      const people = changes.length > longestReplay ? null : peopleTouched(changes)
      if (people === null) {
        const sequence = await findChangeSequence(db, id)
        audience.sequence = sequence
        tellAll(audience, 'reload', sequence, reloadData(sequence, whyReload(changes)))
        continue
      }
      const batch = await liveBatch(db, { organisationId: id, changes, people }, todayOf(audience))
      audience.sequence = last.sequence
      tellRows(audience, batch)
    }
  }

  function tellRows(audience: Audience, batch: LiveBatch): void {
    // Viewers who see the same people get the same text, written once.
    const texts = new Map<string, string>()
    for (const member of audience.members) {
      const seen = visibleRows(batch, member.viewer.visible())
      if (!seen) continue
      const key = seen.rows.length === batch.rows.length ? '*' : seen.rows.map((one) => one.personId).join()
      const text = texts.get(key) ?? JSON.stringify(seen satisfies LiveRows)
      texts.set(key, text)
      tell(member, () => member.viewer.send('rows', batch.sequence, text))
    }
  }

  function tellAll(audience: Audience, event: 'rows' | 'reload', sequence: number, data: string): void {
    for (const member of audience.members) tell(member, () => member.viewer.send(event, sequence, data))
  }

  function tell(member: Member, say: () => void): void {
    if (member.waiting) member.waiting.push(say)
    else say()
  }

  function turnDay(id: Organisation): void {
    const audience = audiences.get(id)
    if (!audience) return
    const today = todayOf(audience)
    if (today === audience.today) return
    audience.today = today
    tellAll(audience, 'reload', audience.sequence, reloadData(audience.sequence, 'day'))
  }

  function todayOf(audience: Pick<Audience, 'timeZone'>): CalendarDate {
    return dateInZone(clock.now(), audience.timeZone)
  }

  async function replay(viewer: Viewer, until: number): Promise<void> {
    const { organisationId, after } = viewer
    if (after === until) return
    const changes = after > until ? [] : await listChangesAfter(db, organisationId, after, longestReplay + 1)
    const people = changes.length === 0 || changes.length > longestReplay ? null : peopleTouched(changes)
    if (people === null) {
      viewer.send('reload', until, reloadData(until, changes.length > longestReplay ? 'gap' : whyReload(changes)))
      return
    }
    const batch = await liveBatch(db, { organisationId, changes, people }, todayOf(viewer))
    const seen = visibleRows(batch, viewer.visible())
    if (seen) viewer.send('rows', batch.sequence, JSON.stringify(seen))
  }

  return {
    async join(viewer) {
      const { organisationId } = viewer
      const head = await findChangeSequence(db, organisationId)
      const audience = audiences.get(organisationId) ?? newAudience(viewer, head)
      audiences.set(organisationId, audience)
      const own = [...audience.members].filter((one) => one.viewer.personId === viewer.personId)
      if (own.length >= mostStreams) own[0]?.viewer.end()
      const member: Member = { viewer, waiting: [] }
      // Joined before the replay is read, so that nothing can fall between the two.
      audience.members.add(member)
      const until = Math.max(head, audience.sequence)
      // What was committed after the head was read found nobody to tell.
      poke(organisationId)
      const leave = () => {
        audience.members.delete(member)
        if (audience.members.size === 0 && audiences.get(organisationId) === audience) audiences.delete(organisationId)
      }
      try {
        await replay(viewer, until)
      } catch (error) {
        leave()
        throw error
      }
      for (const say of member.waiting ?? []) say()
      member.waiting = null
      return leave
    },
    async settle() {
      for (const audience of audiences.values()) while (audience.pumping) await audience.pumping
    },
    sequenceOf: (organisationId) => audiences.get(organisationId)?.sequence ?? 0,
  }

  function newAudience(viewer: Viewer, sequence: number): Audience {
    const { timeZone } = viewer
    return { timeZone, members: new Set(), sequence, today: todayOf(viewer), pumping: null, isDirty: false }
  }
}

function whyReload(changes: readonly Change[]): LiveReload['why'] {
  if (changes.length === 0) return 'gap'
  return changes.some((change) => !change.personId && change.programId) ? 'program' : 'people'
}

function reloadData(sequence: number, why: LiveReload['why']): string {
  return JSON.stringify({ sequence, why } satisfies LiveReload)
}
