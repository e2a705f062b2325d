import { NotFound } from '~/domain/refusals'
import { refused } from '~/domain/result'
import { replaceNextRoles } from '~db/queries/career-path.server'
import { recordChanges } from '~db/queries/change.server'
import { updateDesignField } from '~db/queries/design-rows.server'
import { listRoles } from '~db/queries/program.server'
import { readField, type FieldShape } from './field-values'
import { designCommand } from './design-command.server'
import { designInputs, type roleFields } from './inputs'
import { openLive, refuseStale, saved, savedLive } from './open-draft.server'

const shapes: Readonly<Record<(typeof roleFields)[number], FieldShape>> = {
  title: { kind: 'text', max: 200, isRequired: true },
  purpose: { kind: 'text', max: 5000 },
  family: { kind: 'text', max: 200 },
  level: { kind: 'text', max: 200 },
}

/** Title, purpose, family or level of the role. A title that is given up stays among the former ones. */
export const changeRole = designCommand({
  input: designInputs['change-role'],
  async run(context, { programId, field, value, was }) {
    const opened = await openLive(context, programId)
    const { organisationId } = opened
    const { role } = opened.design
    const read = readField(shapes[field], value)
    if (!read.ok) return read
    const stale = await refuseStale(context, opened, { current: role[field], was, wanted: value })
    if (stale) return stale
    const at = { organisationId, table: 'role', id: role.id } as const
    await updateDesignField(context.tx, { ...at, field }, read.value)
    if (field === 'title' && read.value !== role.title) {
      const former = [role.title, ...role.formerTitles].filter((title) => title !== read.value)
      const titles = [...new Set(former)].slice(0, 20)
      await updateDesignField(context.tx, { ...at, field: 'formerTitles' }, JSON.stringify(titles))
    }
    return savedLive(context, opened)
  },
})

/** The roles this one leads to. A career path does not lead from a role to itself. */
export const setNextRoles = designCommand({
  input: designInputs['set-next-roles'],
  async run(context, { programId, roleIds }) {
    const opened = await openLive(context, programId)
    const { organisationId } = opened
    const { role } = opened.design
    if (roleIds.includes(role.id)) return refused('leads-to-itself')
    const known = new Set((await listRoles(context.tx, { organisationId })).map(({ id }) => id))
    if (roleIds.some((id) => !known.has(id))) throw new NotFound()
    await replaceNextRoles(context.tx, { organisationId, roleId: role.id }, [...new Set(roleIds)])
    // Whoever holds the role works towards the next one, also before its own program is published.
    await recordChanges(context.tx, { organisationId, actorId: context.actor.personId, at: context.now }, [
      { kind: 'career-path', programId },
    ])
    return saved(context, opened)
  },
})
