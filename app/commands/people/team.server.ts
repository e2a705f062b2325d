import { z } from 'zod'
import { addDays } from '~/domain/calendar-date'
import type { Id } from '~/domain/ids'
import { NotFound } from '~/domain/refusals'
import { ok, refused, type Result } from '~/domain/result'
import { endDated, insertLead } from '~db/queries/placement.server'
import { findPerson } from '~db/queries/person.server'
import { findTeam, insertSite, insertTeam, listSites, listTeamPeople, updateTeam } from '~db/queries/team.server'
import { authorize, command, type CommandContext } from '../command.server'
import { personChanged } from './about-person.server'
import { dateField, idField, lineField, nameField, optionalIdField } from './fields'

const teamFields = { name: nameField, siteId: optionalIdField('site'), newSite: lineField() }

/** A team, at a site or at none; a new site is made with it. */
export const addTeam = command({
  input: z.object(teamFields),
  async run(context, { name, siteId, newSite }): Promise<Result<{ teamId: Id<'team'>; name: string }>> {
    const { tx, actor, newId } = context
    authorize(actor, 'edit-teams')
    const site = await chooseSite(context, siteId, newSite)
    const teamId = newId('team')
    await insertTeam(tx, { organisationId: actor.organisationId, teamId, name, siteId: site })
    return ok({ teamId, name })
  },
})

/** Name and site of a team. Requirements may apply to a site only, so its members' cells are touched. */
export const editTeam = command({
  input: z.object({ ...teamFields, teamId: idField('team'), version: z.coerce.number().int() }),
  async run(context, { teamId, version, name, siteId, newSite }): Promise<Result<null>> {
    const { tx, actor, today } = context
    const { organisationId } = actor
    authorize(actor, 'edit-teams')
    await findTeam(tx, { organisationId, teamId })
    const site = await chooseSite(context, siteId, newSite)
    if (!(await updateTeam(tx, { organisationId, teamId, version, name, siteId: site }))) return refused('stale')
    const { members } = await listTeamPeople(tx, organisationId, today, teamId)
    await personChanged(
      context,
      'team',
      members.map((one) => one.personId),
    )
    return ok(null)
  },
})

/** Somebody leads a team from a day on; several may. Leads may sign for its members by default (DESIGN 4.5). */
export const nameLead = command({
  input: z.object({ teamId: idField('team'), personId: idField('person'), fromOn: dateField }),
  async run(context, { teamId, personId, fromOn }): Promise<Result<{ name: string }>> {
    const { tx, actor, today, newId } = context
    const { organisationId } = actor
    authorize(actor, 'edit-teams')
    const team = await findTeam(tx, { organisationId, teamId })
    const person = await findPerson(tx, { organisationId, personId })
    if (person.leavesOn) return refused('has-left', { name: person.name })
    const { leads } = await listTeamPeople(tx, organisationId, fromOn, teamId)
    if (leads.some((one) => one.personId === personId)) return refused('already-leads', { what: team.name })
    await insertLead(tx, organisationId, { id: newId('team-lead'), teamId, personId, fromOn, toOn: null })
    const { members } = await listTeamPeople(tx, organisationId, today, teamId)
    await personChanged(
      context,
      'lead',
      members.map((one) => one.personId),
    )
    return ok({ name: person.name })
  },
})

/** Somebody stops leading a team at once. */
export const endLead = command({
  input: z.object({ teamId: idField('team'), leadId: idField('team-lead') }),
  async run(context, { teamId, leadId }): Promise<Result<null>> {
    const { tx, actor, today } = context
    const { organisationId } = actor
    authorize(actor, 'edit-teams')
    await findTeam(tx, { organisationId, teamId })
    const { leads, members } = await listTeamPeople(tx, organisationId, today, teamId)
    if (!leads.some((one) => one.rowId === leadId)) return refused('not-in-force')
    await endDated(tx, 'team_lead', { organisationId, id: leadId }, addDays(today, -1))
    await personChanged(
      context,
      'lead',
      members.map((one) => one.personId),
    )
    return ok(null)
  },
})

/** The site of a form: a new one by name, one that exists, or none. @throws NotFound when there is no such site */
async function chooseSite(
  { tx, actor, newId }: CommandContext,
  siteId: Id<'site'> | null,
  newSite: string | null,
): Promise<Id<'site'> | null> {
  const { organisationId } = actor
  const sites = await listSites(tx, organisationId)
  if (newSite) {
    const same = sites.find((one) => one.name.toLowerCase() === newSite.toLowerCase())
    if (same) return same.id
    const id = newId('site')
    await insertSite(tx, { organisationId, id, name: newSite })
    return id
  }
  if (!siteId) return null
  if (!sites.some((one) => one.id === siteId)) throw new NotFound()
  return siteId
}
