import type { Id } from '~/domain/ids'
import { insertEvidence } from '~db/queries/demonstration.server'
import type { CommandContext } from './command.server'

/** Evidence as a form gives it: a link, a text, or both. */
export interface GivenEvidence {
  readonly evidenceTitle: string
  readonly evidenceUrl?: string | undefined
  readonly evidenceText: string
}

/** Adds what was given to a demonstration, from the actor. Answers how many pieces that was. */
export async function attachEvidence(
  { tx, actor, now, newId }: CommandContext,
  demonstration: { readonly id: Id<'demonstration'>; readonly organisation_id: Id<'organisation'> },
  given: GivenEvidence,
): Promise<number> {
  const pieces = [
    ...(given.evidenceUrl ? [{ kind: 'link' as const, url: given.evidenceUrl, body: '' }] : []),
    ...(given.evidenceText ? [{ kind: 'text' as const, url: '', body: given.evidenceText }] : []),
  ]
  for (const piece of pieces) {
    await insertEvidence(tx, {
      id: newId('evidence'),
      demonstration,
      title: given.evidenceTitle,
      fromPersonId: actor.personId,
      addedAt: now,
      ...piece,
    })
  }
  return pieces.length
}
