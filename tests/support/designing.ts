import { addCriteria } from '~/commands/design/criterion.server'
import { createProgram } from '~/commands/design/create-program.server'
import { changeMastery } from '~/commands/design/mastery.server'
import { addMethod } from '~/commands/design/method.server'
import { findPublishEffect } from '~/commands/design/publish-effect.server'
import { publishProgram } from '~/commands/design/publish-program.server'
import { addQualifications } from '~/commands/design/qualification.server'
import type { Design } from '~/domain/design'
import type { Id } from '~/domain/ids'
import { findActor } from '~db/queries/actor.server'
import { findDesign } from '~db/queries/design.server'
import { findProgram } from '~db/queries/program.server'
import type { World } from './world'

/** A program with a first draft, made by `designerId`. */
export async function aProgram(world: World, designerId: Id<'person'>, title: string): Promise<Id<'program'>> {
  const made = await world.run(designerId, createProgram, { title })
  if (!made.ok) throw new Error(made.problem.code)
  return made.value.programId
}

/** Adds a must with everything publishing asks for. */
export async function aCompleteQualification(
  world: World,
  designerId: Id<'person'>,
  programId: Id<'program'>,
  name: string,
): Promise<Id<'qualification'>> {
  const made = await world.run(designerId, addQualifications, { programId, lines: name })
  const qualificationId = made.ok ? made.value.qualificationIds[0] : undefined
  if (!qualificationId) throw new Error(`${name} was not added`)
  const at = { programId, qualificationId }
  await world.run(designerId, changeMastery, { ...at, field: 'statement', value: `Does ${name}`, was: '' })
  await world.run(designerId, addCriteria, { ...at, lines: `Shows ${name}` })
  await world.run(designerId, addMethod, { ...at, kind: 'observed-task' })
  return qualificationId
}

/** The draft of a program, or what is published where there is none. */
export async function designOf(world: World, programId: Id<'program'>): Promise<Design> {
  const { organisationId } = world
  const program = await findProgram(world.db, { organisationId, programId })
  const versionId = (program.draft ?? program.published)?.id
  if (!versionId) throw new Error('The program has no version')
  return findDesign(world.db, { organisationId, versionId, program }, world.today())
}

/** Publishes what the effect shows, as the page does. */
export async function publish(world: World, designerId: Id<'person'>, programId: Id<'program'>) {
  const effect = await effectOf(world, designerId, programId)
  return world.run(designerId, publishProgram, { programId, contentHash: effect?.contentHash ?? '0'.repeat(64) })
}

/** What publishing would do now. */
export async function effectOf(world: World, designerId: Id<'person'>, programId: Id<'program'>) {
  const { organisationId } = world
  const actor = await findActor(world.db, { organisationId, personId: designerId, accountId: null }, world.today())
  return findPublishEffect(world.db, { actor, programId }, world.today())
}
