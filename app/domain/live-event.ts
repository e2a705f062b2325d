/**
 * What the stream of changes sends (DESIGN 5, "Live"): the lines of the people touched, as they are now. Its number is
 * the sequence of `change` up to which the lines are current, so a client that missed something asks from its last one.
 */
import type { Id } from './ids'
import type { TrackerRow } from './tracker-row'

/** One person's line in one program, after a change. */
export type LiveRow = {
  readonly programId: Id<'program'>
  readonly personId: Id<'person'>
  /** Null: no longer takes part. */
  readonly row: TrackerRow | null
}

/** Who did it, for the highlight: "Noor Haddad, now". */
export type LiveCause = {
  readonly personId: Id<'person'> | null
  readonly qualificationId: Id<'qualification'> | null
  readonly actorId: Id<'person'> | null
  readonly actorName: string
  /** Word of the change: `signed-off`, `requested`, ... */
  readonly kind: string
}

/** Event `rows` of `/live`. */
export type LiveRows = {
  readonly sequence: number
  readonly rows: readonly LiveRow[]
  readonly causes: readonly LiveCause[]
  /** Names of assessors that appear in the rows. */
  readonly names: Readonly<Record<Id<'person'>, string>>
}

/**
 * Event `reload` of `/live`: too much happened to send it line by line (a program was published, teams changed, the
 * connection was away too long). The page reads itself again.
 */
export type LiveReload = { readonly sequence: number; readonly why: 'gap' | 'program' | 'people' | 'day' }
