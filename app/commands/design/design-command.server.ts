import type { z } from 'zod'
import type { Command } from '~/commands/command.server'
import type { Problem } from '~/domain/result'

/** Everything an intention of the designer may be refused for. */
export type DesignProblemCode =
  | 'published-frozen'
  | 'stale'
  | 'empty'
  | 'too-long'
  | 'not-a-number'
  | 'not-a-choice'
  | 'not-a-day'
  | 'not-a-link'
  | 'leads-to-itself'
  | 'too-many-qualifications'
  | 'withdrawn-qualification'
  | 'kind-fixed'
  | 'level-not-there'
  | 'too-many-levels'
  | 'level-in-use'
  | 'cycle'
  | 'nothing-published'
  | 'already-a-draft'
  | 'visibility-wider'
  | 'nobody-chosen'
export type DesignProblem = Problem<DesignProblemCode>

/** Declares a command of the designer: all share one list of problems, so that one catalogue answers them. */
export function designCommand<Input extends z.ZodType, Answer>(
  definition: Command<Input, Answer, DesignProblem>,
): Command<Input, Answer, DesignProblem> {
  return definition
}
