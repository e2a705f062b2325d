import { z } from 'zod'
import { authorize } from '~/commands/command.server'
import { ok } from '~/domain/result'
import { insertRoleAndProgram } from '~db/queries/program.server'
import { designCommand } from './design-command.server'

/** Makes a role, its program and the first draft. */
export const createProgram = designCommand({
  input: z.object({ title: z.string().trim().min(1).max(200), purpose: z.string().trim().max(5000).default('') }),
  async run({ tx, actor, now, newId }, { title, purpose }) {
    authorize(actor, 'edit-draft')
    const programId = newId('program')
    await insertRoleAndProgram(tx, {
      organisationId: actor.organisationId,
      roleId: newId('role'),
      programId,
      versionId: newId('program-version'),
      title,
      purpose,
      by: actor.personId,
      at: now,
    })
    return ok({ programId })
  },
})
