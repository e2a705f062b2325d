import { can } from '~/domain/access'
import type { Id } from '~/domain/ids'
import type { EmploymentKind, GrantKind } from '~/domain/vocabulary'
import { authorizeOnPerson } from '~/commands/people/about-person.server'
import { idParam, type PageContext } from '~/server/guard.server'
import { services } from '~/server/services.server'
import type { Tx } from '~db/client.server'
import { findAccountEmail } from '~db/queries/account.server'
import { listGrantsInForce } from '~db/queries/grant.server'
import { findOpenInvitation } from '~db/queries/invitation.server'
import { listChoosablePeople, listNames } from '~db/queries/people-list.server'
import { listAssignments, listCandidacies, listMemberships, listReportingLines } from '~db/queries/placement.server'
import { listRoles } from '~db/queries/program.server'
import { listLibrary } from '~db/queries/qualification.server'
import { listTeams } from '~db/queries/team.server'
import { findManagement } from '~db/queries/visible-people.server'
import { personLabel } from './person-label'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** A dated row as the page shows it. */
export interface PlacedLine {
  readonly id: string
  readonly label: string
  readonly isMain: boolean
  readonly fromOn: string
  readonly toOn: string | null
}

export interface PersonView {
  readonly today: string
  readonly person: {
    readonly id: Id<'person'>
    readonly name: string
    readonly staffNumber: string | null
    readonly email: string | null
    readonly employment: EmploymentKind
    readonly employer: string | null
    readonly employmentEndsOn: string | null
    readonly startsOn: string
    readonly leavesOn: string | null
    readonly hasLeft: boolean
    readonly version: number
    readonly isSelf: boolean
  }
  readonly roles: readonly PlacedLine[]
  readonly targets: readonly (PlacedLine & { readonly targetOn: string | null })[]
  readonly teams: readonly PlacedLine[]
  readonly managers: readonly (PlacedLine & { readonly personId: Id<'person'> })[]
  readonly account: { readonly email: string } | null
  readonly invitation: { readonly expiresAt: string } | null
  readonly timeZone: string
  /** Where an invitation link begins. */
  readonly origin: string
  readonly rights: readonly {
    readonly id: string
    readonly kind: GrantKind
    readonly qualification: string | null
    readonly fromOn: string
    readonly reason: string
  }[]
  readonly may: {
    readonly edit: boolean
    readonly assignRole: boolean
    readonly chooseTarget: boolean
    readonly invite: boolean
    readonly changeRights: boolean
  }
  /** Empty lists where nothing may be chosen. */
  readonly choices: {
    readonly roles: readonly Choice[]
    readonly teams: readonly Choice[]
    readonly people: readonly Choice[]
    readonly qualifications: readonly Choice[]
  }
}

/** One person with everything dated about them, and what the reader may change. */
export async function personPage({ db, actor, params, today, now, signedIn }: PageContext): Promise<PersonView> {
  const { organisationId } = actor
  const personId = idParam(params, 'personId', 'person')
  // Reading asks nothing of a transaction; the same check as in the commands.
  const person = await authorizeOnPerson({ tx: db as Tx, actor, today }, 'read-person', personId)
  const isSelf = personId === actor.personId
  const key = { organisationId, personId }
  const { isMyPerson } = isSelf
    ? { isMyPerson: false }
    : await findManagement(db, { organisationId, personId: actor.personId, subjectId: personId }, today)
  const relation = { isSelf, isMyPerson }
  const may = {
    edit: can(actor, 'edit-person', relation).allowed,
    // Another's to give: nobody promotes themselves (DESIGN 4.5).
    assignRole: !isSelf && can(actor, 'assign-program', relation).allowed,
    chooseTarget: can(actor, 'choose-target-role', relation).allowed,
    invite: can(actor, 'invite-person', relation).allowed,
    changeRights: can(actor, 'change-rights', relation).allowed,
  }
  const roles = await listRoles(db, { organisationId })
  const teams = await listTeams(db, organisationId)
  const lines = await listReportingLines(db, key, today)
  const managers = await listNames(
    db,
    organisationId,
    lines.map((line) => line.managerId),
  )
  const library = await listLibrary(db, { organisationId })
  const invitation = person.accountId ? null : await findOpenInvitation(db, key, now)
  const titleOf = (roleId: Id<'role'>) => roles.find((role) => role.id === roleId)?.title ?? ''
  const dated = (row: { id: string; fromOn: string; toOn: string | null }) => ({
    id: row.id as string,
    fromOn: row.fromOn as string,
    toOn: row.toOn as string | null,
  })
  const { address } = services()
  return {
    today,
    person: {
      id: person.id,
      name: person.name,
      staffNumber: person.staffNumber,
      email: person.email,
      employment: person.employment,
      employer: person.employer,
      employmentEndsOn: person.employmentEndsOn,
      startsOn: person.startsOn,
      leavesOn: person.leavesOn,
      hasLeft: person.leavesOn !== null && person.leavesOn < today,
      version: person.version,
      isSelf,
    },
    roles: (await listAssignments(db, key, today)).map((row) => ({
      ...dated(row),
      label: titleOf(row.roleId),
      isMain: row.isMain,
    })),
    targets: (await listCandidacies(db, key, today)).map((row) => ({
      ...dated(row),
      label: titleOf(row.roleId),
      isMain: false,
      targetOn: row.targetOn,
    })),
    teams: (await listMemberships(db, key, today)).map((row) => ({
      ...dated(row),
      label: teams.find((team) => team.id === row.teamId)?.name ?? '',
      isMain: row.isMain,
    })),
    managers: lines.map((row) => ({
      ...dated(row),
      label: managers.get(row.managerId) ?? '',
      isMain: false,
      personId: row.managerId,
    })),
    account: person.accountId ? { email: (await findAccountEmail(db, person.accountId)) ?? '' } : null,
    invitation: invitation ? { expiresAt: invitation.expiresAt } : null,
    timeZone: signedIn.organisation.timeZone,
    origin: address,
    rights: (await listGrantsInForce(db, key, today)).map((grant) => ({
      id: grant.id,
      kind: grant.kind,
      qualification: grant.qualificationId
        ? (library.find((one) => one.id === grant.qualificationId)?.name ?? '')
        : grant.groupName,
      fromOn: grant.fromOn,
      reason: grant.reason,
    })),
    may,
    choices: {
      roles: may.assignRole || may.chooseTarget ? roles.map(({ id, title }) => ({ value: id, label: title })) : [],
      teams: may.edit ? teams.map(({ id, name }) => ({ value: id, label: name })) : [],
      people: may.edit ? (await listChoosablePeople(db, organisationId)).map(personLabel) : [],
      qualifications: may.changeRights ? library.map(({ id, name }) => ({ value: id, label: name })) : [],
    },
  }
}
