/** What hangs on a requirement: the duties it serves, where it applies, what must be met first. */
import type { Id } from '~/domain/ids'
import type { Tx } from '../client.server'

type Organisation = { readonly organisationId: Id<'organisation'> }

/** Removes a requirement with everything that hangs on it; its qualification stays in the library. */
export async function deleteRequirement(tx: Tx, key: Organisation & { readonly id: Id<'requirement'> }): Promise<void> {
  for (const table of ['requirement_duty', 'requirement_site', 'requirement_team', 'prerequisite'] as const) {
    await tx
      .deleteFrom(table as 'prerequisite')
      .where('organisation_id', '=', key.organisationId)
      .where('requirement_id', '=', key.id)
      .execute()
  }
  await tx
    .deleteFrom('prerequisite')
    .where('organisation_id', '=', key.organisationId)
    .where('needs_requirement_id', '=', key.id)
    .execute()
  await tx
    .deleteFrom('requirement')
    .where('organisation_id', '=', key.organisationId)
    .where('id', '=', key.id)
    .execute()
}

type Linked = { readonly requirementId: Id<'requirement'> } & Organisation

/** Replaces the list of duties a requirement serves. */
export async function replaceDuties(tx: Tx, key: Linked, dutyIds: readonly Id<'duty'>[]): Promise<void> {
  await clearLinks(tx, 'requirement_duty', key)
  for (const duty_id of new Set(dutyIds)) {
    await tx
      .insertInto('requirement_duty')
      .values({ organisation_id: key.organisationId, requirement_id: key.requirementId, duty_id })
      .execute()
  }
}

/** Replaces the sites and teams a requirement applies to. */
export async function replacePlaces(
  tx: Tx,
  key: Linked,
  places: { readonly siteIds: readonly Id<'site'>[]; readonly teamIds: readonly Id<'team'>[] },
): Promise<void> {
  await clearLinks(tx, 'requirement_site', key)
  await clearLinks(tx, 'requirement_team', key)
  const owner = { organisation_id: key.organisationId, requirement_id: key.requirementId }
  for (const site_id of new Set(places.siteIds)) {
    await tx
      .insertInto('requirement_site')
      .values({ ...owner, site_id })
      .execute()
  }
  for (const team_id of new Set(places.teamIds)) {
    await tx
      .insertInto('requirement_team')
      .values({ ...owner, team_id })
      .execute()
  }
}

/** Replaces what must be met first. That there is no cycle has been made sure of. */
export async function replacePrerequisites(tx: Tx, key: Linked, needs: readonly Id<'requirement'>[]): Promise<void> {
  await clearLinks(tx, 'prerequisite', key)
  for (const needs_requirement_id of new Set(needs)) {
    await tx
      .insertInto('prerequisite')
      .values({ organisation_id: key.organisationId, requirement_id: key.requirementId, needs_requirement_id })
      .execute()
  }
}

async function clearLinks(
  tx: Tx,
  table: 'requirement_duty' | 'requirement_site' | 'requirement_team' | 'prerequisite',
  key: Linked,
): Promise<void> {
  await tx
    .deleteFrom(table as 'prerequisite')
    .where('organisation_id', '=', key.organisationId)
    .where('requirement_id', '=', key.requirementId)
    .execute()
}
