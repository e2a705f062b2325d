import { deleteMapPositions, upsertMapPosition } from '~db/queries/map-position.server'
import { designCommand } from './design-command.server'
import { designInputs } from './inputs'
import { openLive, requirementOf, saved } from './open-draft.server'

/** Where a qualification stands on the map; live. */
export const moveOnMap = designCommand({
  input: designInputs['move-on-map'],
  async run(context, { programId, qualificationId, x, y }) {
    const opened = await openLive(context, programId)
    requirementOf(opened, qualificationId)
    const { organisationId } = opened
    await upsertMapPosition(context.tx, { organisationId, programId, qualificationId, x, y })
    return saved(context, opened)
  },
})

/** Back to the automatic layout. */
export const arrangeMap = designCommand({
  input: designInputs['arrange-map'],
  async run(context, { programId }) {
    const opened = await openLive(context, programId)
    await deleteMapPositions(context.tx, { organisationId: opened.organisationId, programId })
    return saved(context, opened)
  },
})
