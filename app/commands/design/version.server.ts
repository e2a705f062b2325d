import { authorize } from '~/commands/command.server'
import { ok, refused } from '~/domain/result'
import { copyVersion, deleteDraft } from '~db/queries/version-rows.server'
import { findProgram } from '~db/queries/program.server'
import { designCommand } from './design-command.server'
import { designInputs } from './inputs'

/** Begins a new draft as a copy of what is published. A draft that is there already is simply opened. */
export const startDraft = designCommand({
  input: designInputs['start-draft'],
  async run({ tx, actor, now, newId }, { programId }) {
    authorize(actor, 'edit-draft')
    const { organisationId } = actor
    const { draft, published } = await findProgram(tx, { organisationId, programId })
    if (draft) return ok({ versionId: draft.id })
    if (!published) return refused('nothing-published')
    const versionId = newId('program-version')
    const at = { organisationId, programId, fromId: published.id, versionId }
    await copyVersion(tx, at, { by: actor.personId, at: now, newId })
    return ok({ versionId })
  },
})

/** Gives up a draft; what is published stays. The first draft of a program cannot be given up: there is nothing else. */
export const discardDraft = designCommand({
  input: designInputs['discard-draft'],
  async run({ tx, actor }, { programId }) {
    authorize(actor, 'edit-draft')
    const { organisationId } = actor
    const { draft, published } = await findProgram(tx, { organisationId, programId })
    if (!published) return refused('nothing-published')
    if (draft) await deleteDraft(tx, { organisationId, versionId: draft.id })
    return ok({ programId })
  },
})
