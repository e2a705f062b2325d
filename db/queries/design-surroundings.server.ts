import { effectiveRevision } from '~/domain/assessment-rule'
import type { CalendarDate } from '~/domain/calendar-date'
import type { Design } from '~/domain/design'
import { rulesOfDesign } from '~/domain/design'
import type { Surroundings } from '~/domain/design-review'
import type { Id } from '~/domain/ids'
import { missingSignatures } from '~/domain/may-sign'
import type { Db } from '../client.server'
import { inForce } from './dated.server'
import type { TakingPart } from './program.server'
import { findSigningFacts } from './signers.server'

/** So many people are asked one by one who may sign for them; above it the page would wait for an answer nobody reads. */
const mostAskedOneByOne = 60

/**
 * What the design review needs to know beyond the design: who takes part and could be assessed by nobody, how many
 * people may sign, and the rest of the library.
 */
export async function findSurroundings(
  db: Db,
  of: {
    readonly organisationId: Id<'organisation'>
    readonly design: Design
    readonly participants: readonly TakingPart[]
    readonly library: Surroundings['library']
  },
  today: CalendarDate,
): Promise<Surroundings> {
  const { organisationId, design, participants, library } = of
  const managers = await listDirectManagers(db, organisationId, today)
  const rules = rulesOfDesign(design)
  const unassessable: Surroundings['unassessable'][number][] = []
  let asked = 0
  for (const { personId, name: personName } of participants) {
    const direct = managers.get(personId)?.size ?? 0
    for (const [column, requirement] of design.requirements.entries()) {
      const rule = rules.requirements[column]
      if (!rule) continue
      const definition = effectiveRevision(requirement.revision, design.defaults, requirement)
      const { assessorKinds, mustHold, signatures } = definition.assessment
      if (assessorKinds.includes('automatic')) continue
      if (assessorKinds.includes('manager') && !mustHold && direct >= signatures) continue
      if ((asked += 1) > mostAskedOneByOne) break
      const groupName = design.groups.find(({ id }) => id === requirement.groupId)?.name ?? null
      const key = { organisationId, subjectId: personId, requirement: { rule, groupName, definition } }
      const facts = await findSigningFacts(db, key, today)
      const missing = missingSignatures(definition.assessment, [...facts.signers.values()], facts.subject)
      if (missing > 0) unassessable.push({ qualificationId: requirement.qualificationId, personId, personName })
    }
  }
  const assessors = new Set(participants.flatMap(({ personId }) => [...(managers.get(personId) ?? [])]))
  return { unassessable, placesWithoutAssessor: [], assessorCount: assessors.size, library }
}

/** The managers of each person and the leads of their teams, without those further up. */
async function listDirectManagers(
  db: Db,
  organisationId: Id<'organisation'>,
  today: CalendarDate,
): Promise<Map<Id<'person'>, Set<Id<'person'>>>> {
  const lines = await db
    .selectFrom('reporting_line')
    .select(['person_id as personId', 'manager_id as managerId'])
    .where('organisation_id', '=', organisationId)
    .where(inForce(today))
    .execute()
  const leads = await db
    .selectFrom('team_membership')
    .innerJoin('team_lead', (join) =>
      join
        .onRef('team_lead.organisation_id', '=', 'team_membership.organisation_id')
        .onRef('team_lead.team_id', '=', 'team_membership.team_id'),
    )
    .select(['team_membership.person_id as personId', 'team_lead.person_id as managerId'])
    .where('team_membership.organisation_id', '=', organisationId)
    .where(inForce(today, 'team_membership'))
    .where(inForce(today, 'team_lead'))
    .execute()
  const managers = new Map<Id<'person'>, Set<Id<'person'>>>()
  for (const { personId, managerId } of [...lines, ...leads]) {
    if (personId === managerId) continue
    const known = managers.get(personId) ?? new Set()
    managers.set(personId, known.add(managerId))
  }
  return managers
}
