import { authorize } from '~/commands/command.server'
import { trackerDefaults } from '~/commands/design/tracker.server'
import { reviewDesign, withoutDismissed } from '~/domain/design-review'
import { NotFound } from '~/domain/refusals'
import { designSteps, type DesignStep } from '~/domain/vocabulary'
import { wizardProgress } from '~/domain/wizard'
import { idParam, type PageContext } from '~/server/guard.server'
import { listCoverage } from '~db/queries/coverage.server'
import { findPersonName, listDesignChoices, listTeamsOfPeople } from '~db/queries/design-choices.server'
import { findSurroundings } from '~db/queries/design-surroundings.server'
import { findDesign } from '~db/queries/design.server'
import { listDismissals } from '~db/queries/dismissal.server'
import { listMapPositions } from '~db/queries/map-position.server'
import { findOrganisationSettings } from '~db/queries/organisation.server'
import { defaultsOfVersion, findProgram, listRoles, listTakingPart } from '~db/queries/program.server'
import { listLibrary } from '~db/queries/qualification.server'
import type { DesignView } from './design-view'
import { anchorOf } from './finding-anchor'
import { qualificationViews, ruleView, validityView } from './qualification-view'

export type { DesignView } from './design-view'

/**
 * The designer at one step: the draft of a program, or what is published where there is none.
 * @throws NotFound for who may not read drafts, an unknown program or step
 */
export async function designPage({ db, actor, signedIn, today, params, url }: PageContext): Promise<DesignView> {
  authorize(actor, 'read-draft')
  const programId = idParam(params, 'programId', 'program')
  const step = designSteps.find((each) => each === params.step)
  if (!step) throw new NotFound()
  const { organisationId } = actor
  const program = await findProgram(db, { organisationId, programId })
  const version = program.draft ?? program.published
  if (!version) throw new NotFound()
  const versionId = version.id
  const design = await findDesign(db, { organisationId, versionId, program }, today)
  const participants = await listTakingPart(db, { organisationId, roleId: program.roleId }, today)
  const all = await listLibrary(db, { organisationId })
  const asked = new Set(design.requirements.map((each) => each.qualificationId))
  const library = all.filter(({ id }) => !asked.has(id))
  const surroundings = await findSurroundings(db, { organisationId, design, participants, library }, today)
  const dismissals = await listDismissals(db, { organisationId, versionId })
  const findings = withoutDismissed(reviewDesign(design, surroundings), dismissals)
  const choices = await listDesignChoices(db, organisationId, today)
  const teamsOf = await listTeamsOfPeople(db, organisationId, today)
  const { colleagueVisibility: organisationVisibility = 'own' } = await findOrganisationSettings(db, organisationId)
  const positions = await listMapPositions(db, { organisationId, programId })
  const qualifications = qualificationViews(design, { programId, positions, findings, library: all })
  return {
    programId,
    step,
    selectedId: selectedOf(step, qualifications, url.searchParams.get('qualification')),
    version: {
      id: versionId,
      number: version.number,
      state: program.draft ? 'draft' : 'published',
      savedAt: version.savedAt,
      savedBy: version.savedBy && (await findPersonName(db, organisationId, version.savedBy)),
    },
    isFrozen: program.draft === null,
    publishedNumber: program.published?.number ?? null,
    timeZone: signedIn.organisation.timeZone,
    today,
    role: design.role,
    duties: design.duties,
    groups: design.groups,
    qualifications,
    defaults: {
      methods: defaultsOfVersion(program, versionId).methods ?? [],
      rule: ruleView(design.defaults.assessment),
      validity: validityView(design.defaults.validity),
      processes: design.defaults.processes,
    },
    tracker: {
      ...trackerDefaults,
      ...program.tracker,
      targetDays: program.tracker.targetDays ?? null,
      isConfirmed: design.tracker.isConfirmed,
      organisationVisibility,
      coverage: await listCoverage(db, { organisationId, programId }),
    },
    participants: participants.map((each) => ({
      personId: each.personId,
      name: each.name,
      teamName: teamsOf.get(each.personId)?.[0]?.name ?? null,
      participation: each.participation,
      candidacyId: each.candidacyId,
      targetOn: each.targetOn,
    })),
    progress: wizardProgress(design, findings),
    findings: findings.map((finding) => ({ ...finding, anchor: anchorOf(finding) })),
    dismissals,
    roles: (await listRoles(db, { organisationId }))
      .filter(({ id }) => id !== design.role.id)
      .map(({ id, title }) => ({ id, title })),
    ...choices,
    library: library.map(({ id, name, kind, usedBy }) => ({
      id,
      name,
      kind,
      usedBy: usedBy.map(({ roleTitle }) => roleTitle),
    })),
  }
}

/** Steps 3 to 7 show one qualification at a time; the first where none is named, or the named one is gone. */
function selectedOf(step: DesignStep, qualifications: DesignView['qualifications'], named: string | null) {
  const found = qualifications.find(({ qualificationId }) => qualificationId === named)
  if (found) return found.qualificationId
  if (step === 'role' || step === 'qualifications' || step === 'tracker') return null
  return qualifications[0]?.qualificationId ?? null
}
