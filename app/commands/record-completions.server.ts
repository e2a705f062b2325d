import type { Id } from '~/domain/ids'
import { isReady, readinessOf, scopeOf } from '~/domain/readiness'
import { completedOn, currentUntil } from '~/domain/still-needed'
import { findPersonInProgramOrNull, type PersonInProgram } from '~db/queries/cell-record.server'
import { findCompletionOrNull, listCompletionsCausedBy } from '~db/queries/completion.server'
import { appendToLedger } from '~db/queries/ledger.server'
import { listRolesTakenPartIn } from '~db/queries/participants.server'
import { listPublishedPrograms } from '~db/queries/published-program.server'
import type { CommandContext } from './command.server'

interface About {
  readonly organisationId: Id<'organisation'>
  readonly personId: Id<'person'>
  readonly qualificationId: Id<'qualification'>
  /** The event by which the last must was met; when that is voided, so is the completion. */
  readonly causeEventId: Id<'ledger-event'>
  /** The program of the cell as it stood before the act, where that is known: it may be out of reach already. */
  readonly before?: PersonInProgram
}

/**
 * "Completed = the first day all musts that count are met: ledger event" (DESIGN 4.4). Asked after every act that may
 * have met the last must, for every program the qualification counts in: it may be shared by several.
 */
export async function recordCompletions(context: CommandContext, about: About): Promise<void> {
  const { tx, actor, now, today, newId } = context
  for (const found of await programsWith(context, about)) {
    const { program, row, facts } = found
    const scope = scopeOf(facts.participation)
    const on = completedOn(program.rules, row, { scope, since: facts.since })
    if (on === null) continue
    const key = { ...about, programId: program.programId, scope }
    if (await findCompletionOrNull(tx, key)) continue
    const until = currentUntil(program.rules, row, scope)
    await appendToLedger(tx, {
      organisationId: about.organisationId,
      id: newId('ledger-event'),
      kind: 'completed',
      personId: about.personId,
      programId: program.programId,
      actorId: actor.personId,
      occurredOn: on > today ? today : on,
      recordedAt: now,
      programVersionId: program.versionId,
      contentHash: program.contentHash,
      details: { scope, causedBy: about.causeEventId, ...(until ? { currentUntil: until } : {}) },
    })
  }
}

/** Takes back what rested on a voided event, where the person is not complete without it. */
export async function voidCompletions(context: CommandContext, about: About): Promise<void> {
  const { tx, actor, now, today, newId } = context
  const caused = await listCompletionsCausedBy(tx, about)
  if (caused.length === 0) return
  const current = await programsWith(context, about)
  for (const completion of caused) {
    const found = current.find((one) => one.program.programId === completion.programId)
    const scope = found && scopeOf(found.facts.participation)
    if (found && scope && isReady(readinessOf(found.program.rules, found.row, scope))) continue
    await appendToLedger(tx, {
      organisationId: about.organisationId,
      id: newId('ledger-event'),
      kind: 'voided',
      personId: about.personId,
      programId: completion.programId,
      actorId: actor.personId,
      occurredOn: today,
      recordedAt: now,
      voidsEventId: completion.id,
    })
  }
}

async function programsWith({ tx, today }: CommandContext, about: About): Promise<PersonInProgram[]> {
  const { organisationId, personId, qualificationId, before } = about
  const taken = await listRolesTakenPartIn(tx, organisationId, today, [personId])
  if (before && !isOneStepAway(before)) taken.delete(before.program.roleId)
  const roleIds = [...taken]
  const found: PersonInProgram[] = []
  for (const program of await listPublishedPrograms(tx, organisationId, { roleIds })) {
    if (!program.byQualification.has(qualificationId)) continue
    const inProgram = await findPersonInProgramOrNull(tx, program, { organisationId, personId }, today)
    if (inProgram) found.push(inProgram)
  }
  return found
}

/** One act on one cell meets at most one must, or takes one out of the figure: with two missing it completes nothing. */
function isOneStepAway({ program, row, facts }: PersonInProgram): boolean {
  const { met, needed } = readinessOf(program.rules, row, scopeOf(facts.participation))
  return needed - met <= 1
}
