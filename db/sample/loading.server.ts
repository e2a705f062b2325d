/** What every part of loading shares: the transaction, the day, and identifiers by the sample's short keys. */
import type { Insertable } from 'kysely'
import { addDays, type CalendarDate, type Instant } from '~/domain/calendar-date'
import type { Id, IdKind, NewId } from '~/domain/ids'
import type { Tx } from '../client.server'
import type { Schema } from '../schema'

export interface Loading {
  readonly tx: Tx
  readonly organisationId: Id<'organisation'>
  readonly newId: NewId
  readonly now: Instant
  readonly today: CalendarDate
  /** The identifier of what the sample calls `key`; made when it is first asked for. */
  idOf<K extends IdKind>(kind: K, key: string): Id<K>
  /** The day so many days from loading. */
  day(offset: number): CalendarDate
  /** A moment in a working day so many days from loading; `minute` counts from six in the morning, UTC. */
  moment(day: CalendarDate, minute?: number): Instant
}

/** Begins loading into an organisation. */
export function startLoading(given: Omit<Loading, 'idOf' | 'day' | 'moment'>): Loading {
  const known = new Map<string, string>()
  return {
    ...given,
    idOf<K extends IdKind>(kind: K, key: string): Id<K> {
      const name = `${kind} ${key}`
      const id = known.get(name) ?? given.newId(kind)
      known.set(name, id)
      return id as Id<K> // Made by newId of this kind, kept under the kind's name.
    },
    day: (offset) => addDays(given.today, offset),
    moment(day, minute = 120) {
      const hour = String(6 + Math.floor(minute / 60)).padStart(2, '0')
      const wanted: Instant = `${day}T${hour}:${String(minute % 60).padStart(2, '0')}:00.000Z`
      return wanted < given.now ? wanted : given.now
    },
  }
}

/** The most values in one statement: far below what the engines allow, so that the same statement is used again. */
const mostValues = 2000

/** Inserts many rows of one table in as few statements as the engines allow. All rows have the same columns. */
export async function insertRows<T extends keyof Schema>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const size = Math.max(1, Math.floor(mostValues / Object.keys(first).length))
  for (let at = 0; at < rows.length; at += size) {
    // Kysely cannot relate the rows of a table that is a type parameter; the signature above has checked them.
    await tx
      .insertInto(table as 'site')
      .values(rows.slice(at, at + size) as never)
      .execute()
  }
}
