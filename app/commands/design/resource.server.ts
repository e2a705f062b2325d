import type { DesignResource } from '~/domain/design'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { refused } from '~/domain/result'
import { resourceKinds, resourcePurposes } from '~/domain/vocabulary'
import { insertResource } from '~db/queries/design-inserts.server'
import { deleteDesignRow, placeInOrder, updateDesignField } from '~db/queries/design-rows.server'
import { designCommand } from './design-command.server'
import { readField, type FieldShape } from './field-values'
import { designInputs, type resourceFields } from './inputs'
import { openLive, refuseStale, requirementOf, savedLiveOf, within, type OpenDraft } from './open-draft.server'
import { movedBy } from './order'

const shapes: Readonly<Record<(typeof resourceFields)[number], FieldShape>> = {
  kind: { kind: 'choice', of: resourceKinds, isRequired: true },
  purpose: { kind: 'choice', of: resourcePurposes, isRequired: true },
  title: { kind: 'text', max: 200, isRequired: true },
  url: { kind: 'text', max: 2000 },
  body: { kind: 'text', max: 5000 },
}

/** Only addresses that open a page or a letter: anything else could run script or open a local program (SECURITY). */
export function isSafeLink(url: string): boolean {
  if (url === '') return true
  return /^(?:https?:\/\/|mailto:)/i.test(url) && URL.canParse(url)
}

/** Something to learn or practise with, of the qualification or of one of its processes. Live. */
export const addResource = designCommand({
  input: designInputs['add-resource'],
  async run(context, { programId, qualificationId, processId, ...resource }) {
    const opened = await openLive(context, programId)
    const { organisationId } = opened
    const requirement = requirementOf(opened, qualificationId)
    if (processId) within(requirement.processes, processId)
    if (!isSafeLink(resource.url)) return refused('not-a-link')
    const id = context.newId('resource')
    const at = { organisationId, processId: processId ?? null, qualificationId: processId ? null : qualificationId }
    await insertResource(context.tx, at, { id, ...resource })
    const order = [...requirement.resources.map((each) => each.id), id]
    await placeInOrder(context.tx, { organisationId, table: 'resource' }, order)
    return savedLiveOf(context, opened, { qualificationId })
  },
})

export const changeResource = designCommand({
  input: designInputs['change-resource'],
  async run(context, { programId, resourceId, field, value, was }) {
    const opened = await openLive(context, programId)
    const { organisationId } = opened
    const { resource, qualificationId } = placeOf(opened, resourceId)
    const read = readField(shapes[field], value)
    if (!read.ok) return read
    if (field === 'url' && !isSafeLink(String(read.value))) return refused('not-a-link')
    const stale = await refuseStale(context, opened, { current: resource[field], was, wanted: value })
    if (stale) return stale
    await updateDesignField(context.tx, { organisationId, table: 'resource', id: resourceId, field }, read.value)
    return savedLiveOf(context, opened, { qualificationId })
  },
})

export const moveResource = designCommand({
  input: designInputs['move-resource'],
  async run(context, { programId, resourceId, by }) {
    const opened = await openLive(context, programId)
    const { organisationId } = opened
    const { list, qualificationId } = placeOf(opened, resourceId)
    const ids = list.map(({ id }) => id)
    await placeInOrder(context.tx, { organisationId, table: 'resource' }, movedBy(ids, resourceId, by))
    return savedLiveOf(context, opened, { qualificationId })
  },
})

export const removeResource = designCommand({
  input: designInputs['remove-resource'],
  async run(context, { programId, resourceId }) {
    const opened = await openLive(context, programId)
    const { organisationId } = opened
    const { qualificationId } = placeOf(opened, resourceId)
    await deleteDesignRow(context.tx, { organisationId, table: 'resource', id: resourceId })
    return savedLiveOf(context, opened, { qualificationId })
  },
})

/** A resource of this design with the list it stands in. @throws NotFound */
function placeOf(
  { design }: OpenDraft,
  resourceId: Id<'resource'>,
): {
  readonly resource: DesignResource
  readonly list: readonly DesignResource[]
  readonly qualificationId: Id<'qualification'>
} {
  for (const { resources: list, qualificationId } of design.requirements) {
    const resource = list.find(({ id }) => id === resourceId)
    if (resource) return { resource, list, qualificationId }
  }
  throw new NotFound()
}
