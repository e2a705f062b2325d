import { NotFound } from '~/domain/refusals'
import type { DefaultMethod } from '~/domain/settings'
import { defaultsOfVersion, updateDraftDefaults } from '~db/queries/program.server'
import { designCommand } from './design-command.server'
import { readField } from './field-values'
import { designInputs } from './inputs'
import { methodShapes } from './method.server'
import { openDraft, refuseStale, saved } from './open-draft.server'

/** A way to show any qualification of the program that names none of its own. */
export const addDefaultMethod = designCommand({
  input: designInputs['add-default-method'],
  async run(context, { programId, kind, instructions, evidenceRequired }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, versionId, program } = opened.value
    const defaults = defaultsOfVersion(program, versionId)
    const methods = [...(defaults.methods ?? []), { kind, instructions, evidenceRequired }]
    await updateDraftDefaults(context.tx, { organisationId, versionId }, { ...defaults, methods })
    return saved(context, opened.value)
  },
})

export const changeDefaultMethod = designCommand({
  input: designInputs['change-default-method'],
  async run(context, { programId, index, field, value, was }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, versionId, program } = opened.value
    const defaults = defaultsOfVersion(program, versionId)
    const before: readonly DefaultMethod[] = defaults.methods ?? []
    const method = before[index]
    if (!method) throw new NotFound()
    const read = readField(methodShapes[field], value)
    if (!read.ok) return read
    const stale = await refuseStale(context, opened.value, { current: method[field], was, wanted: value })
    if (stale) return stale
    const changed = { ...method, [field]: read.value } as DefaultMethod
    const methods = before.map((each, at) => (at === index ? changed : each))
    await updateDraftDefaults(context.tx, { organisationId, versionId }, { ...defaults, methods })
    return saved(context, opened.value)
  },
})

export const removeDefaultMethod = designCommand({
  input: designInputs['remove-default-method'],
  async run(context, { programId, index }) {
    const opened = await openDraft(context, programId)
    if (!opened.ok) return opened
    const { organisationId, versionId, program } = opened.value
    const defaults = defaultsOfVersion(program, versionId)
    if (!defaults.methods?.[index]) throw new NotFound()
    const methods = defaults.methods.filter((_, at) => at !== index)
    await updateDraftDefaults(context.tx, { organisationId, versionId }, { ...defaults, methods })
    return saved(context, opened.value)
  },
})
