import type { z } from 'zod'
import type { Command } from '~/commands/command.server'
import type { DesignProblemCode } from '~/domain/design-problem'
import type { Problem } from '~/domain/result'

export type DesignProblem = Problem<DesignProblemCode>

/** Declares a command of the designer: all share one list of problems, so that one catalogue answers them. */
export function designCommand<Input extends z.ZodType, Answer>(
  definition: Command<Input, Answer, DesignProblem>,
): Command<Input, Answer, DesignProblem> {
  return definition
}
