import type { z } from 'zod'
import { can, type Action, type Actor, type Relation } from '~/domain/access'
import type { CalendarDate, Instant } from '~/domain/calendar-date'
import type { NewId } from '~/domain/ids'
import { Forbidden, NotFound } from '~/domain/refusals'
import type { Problem, Result } from '~/domain/result'
import type { Tx } from '~db/client.server'

/** Everything a command may use. Nothing but SQL on `tx` is awaited inside `run`. */
export interface CommandContext {
  readonly tx: Tx
  /** Rights as they are inside this transaction. */
  readonly actor: Actor
  readonly now: Instant
  /** Today in the organisation's zone. */
  readonly today: CalendarDate
  readonly newId: NewId
}

/** One user intention: its input's shape, and what it does. */
export interface Command<Input extends z.ZodType, Answer, P extends Problem = Problem> {
  readonly input: Input
  /**
   * Authorises first, then decides and writes. A refused answer undoes whatever was written.
   * @throws NotFound, Forbidden
   */
  run(context: CommandContext, input: z.infer<Input>): Promise<Result<Answer, P>>
}

/** Declares a command; exists for its types. */
export function command<Input extends z.ZodType, Answer, P extends Problem>(
  definition: Command<Input, Answer, P>,
): Command<Input, Answer, P> {
  return definition
}

/**
 * Called before any rule or write of a command and before any read of a page.
 * @throws NotFound when the object must look absent, Forbidden with the reason when it is visible but not theirs
 */
export function authorize(actor: Actor, action: Action, relation?: Relation): void {
  const access = can(actor, action, relation)
  if (access.allowed) return
  if (access.isVisible) throw new Forbidden(access.code)
  throw new NotFound()
}
