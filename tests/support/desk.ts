import type { z } from 'zod'
import type { Command } from '~/commands/command.server'
import type { Design, DesignRequirement } from '~/domain/design'
import type { Id } from '~/domain/ids'
import type { Problem } from '~/domain/result'
import type { EngineName } from '~db/migrations/engine'
import { aCompleteQualification, aProgram, designOf, publish } from './designing'
import { aWorld, somebody, type World } from './world'

/** A designer at work on a draft with two complete qualifications, Weigh and Label. */
export interface Desk {
  readonly world: World
  readonly designer: Id<'person'>
  readonly programId: Id<'program'>
  readonly weigh: Id<'qualification'>
  readonly label: Id<'qualification'>
  /** Does it as the designer, in this program. */
  does<I extends z.ZodType, A, P extends Problem>(
    command: Command<I, A, P>,
    input: Omit<z.input<I>, 'programId'>,
  ): ReturnType<World['run']>
  design(): Promise<Design>
  requirement(qualificationId?: Id<'qualification'>): Promise<DesignRequirement>
  publish(): Promise<void>
  /** Kinds of the changes told since the last call. */
  told(): Promise<string[]>
}

export async function aDesk(engine: EngineName): Promise<Desk> {
  const world = await aWorld(engine)
  const designer = await somebody(world, 'Priya Nair', { grants: ['designer'] })
  const programId = await aProgram(world, designer, 'Shift Supervisor')
  const weigh = await aCompleteQualification(world, designer, programId, 'Weigh')
  const label = await aCompleteQualification(world, designer, programId, 'Label')
  let heard = 0
  const desk: Desk = {
    world,
    designer,
    programId,
    weigh,
    label,
    does: (command, input) => world.run(designer, command as never, { ...input, programId } as never),
    design: () => designOf(world, programId),
    async requirement(qualificationId = weigh) {
      const { requirements } = await designOf(world, programId)
      const found = requirements.find((each) => each.qualificationId === qualificationId)
      if (!found) throw new Error('The design does not ask for it')
      return found
    },
    async publish() {
      const result = await publish(world, designer, programId)
      if (!result.ok) throw new Error(result.problem.code)
      await desk.told()
    },
    async told() {
      const rows = await world.db
        .selectFrom('change')
        .select(['sequence', 'kind'])
        .where('sequence', '>', heard)
        .orderBy('sequence')
        .execute()
      heard = rows.at(-1)?.sequence ?? heard
      return rows.map(({ kind }) => kind)
    },
  }
  return desk
}

/** The first of a list that a test has just filled. */
export function firstOf<T>(list: readonly T[]): T {
  const [first] = list
  if (first === undefined) throw new Error('There is none')
  return first
}
