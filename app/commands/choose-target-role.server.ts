import { NotFound } from '~/domain/refusals'
import { ok, refused, type Problem, type Result } from '~/domain/result'
import { endCandidacies, findRoleHeld, insertCandidacy } from '~db/queries/candidacy.server'
import { lockPerson } from '~db/queries/cell-record.server'
import { recordChanges } from '~db/queries/change.server'
import { authorize, command } from './command.server'
import { chooseTargetRoleInput } from './record-input.server'

/**
 * The person chooses the role to work towards: a candidacy by oneself, in place of the one before. Without a role it
 * is again the next on the career path (DESIGN 4.1).
 */
export const chooseTargetRole = command({
  input: chooseTargetRoleInput,
  async run({ tx, actor, now, today, newId }, input): Promise<Result<null, Problem>> {
    authorize(actor, 'choose-target-role', { isSelf: true })
    const { organisationId, personId } = actor
    const { roleId } = input
    await lockPerson(tx, organisationId, personId)
    if (roleId) {
      const role = await findRoleHeld(tx, { organisationId, personId, roleId }, today)
      if (!role) throw new NotFound()
      if (role.isHeld) return refused('role-held', { title: role.title })
    }
    if (input.targetOn !== undefined && input.targetOn < today) return refused('in-the-past')
    await endCandidacies(tx, { organisationId, personId }, today)
    if (roleId) {
      const row = { id: newId('candidacy'), roleId, fromOn: today, targetOn: input.targetOn ?? null }
      await insertCandidacy(tx, { organisationId, personId, ...row })
    }
    await recordChanges(tx, { organisationId, actorId: personId, at: now }, [{ kind: 'target-role', personId }])
    return ok(null)
  },
})
