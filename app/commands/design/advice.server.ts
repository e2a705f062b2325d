import { deleteDesignRow } from '~db/queries/design-rows.server'
import { insertDismissal, listDismissals } from '~db/queries/dismissal.server'
import { designCommand } from './design-command.server'
import { designInputs } from './inputs'
import { openDraft, saved, within } from './open-draft.server'

/** Puts advice of the design review aside, with a reason that stays readable. What blocks publishing cannot be. */
export const dismissAdvice = designCommand({
  input: designInputs['dismiss-advice'],
  async run(context, { programId, rule, subject, reason }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, versionId } = opened.value
    const known = await listDismissals(context.tx, { organisationId, versionId })
    if (!known.some((each) => each.rule === rule && each.subject === subject)) {
      const id = context.newId('dismissal')
      const by = { personId: context.actor.personId, at: context.now }
      await insertDismissal(context.tx, { organisationId, versionId }, { id, rule, subject, reason, ...by })
    }
    return saved(context, opened.value)
  },
})

/** Shows it again. */
export const restoreAdvice = designCommand({
  input: designInputs['restore-advice'],
  async run(context, { programId, dismissalId }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, versionId } = opened.value
    within(await listDismissals(context.tx, { organisationId, versionId }), dismissalId)
    await deleteDesignRow(context.tx, { organisationId, table: 'dismissal', id: dismissalId })
    return saved(context, opened.value)
  },
})
