import type { CommandContext } from '~/commands/command.server'
import { addDays } from '~/domain/calendar-date'
import { NotFound } from '~/domain/refusals'
import { refused } from '~/domain/result'
import type { TrackerSettings } from '~/domain/settings'
import { deleteCoverage, listCoverage, upsertCoverage } from '~db/queries/coverage.server'
import { listDesignChoices, listTeamsOfPeople } from '~db/queries/design-choices.server'
import { findOrganisationSettings } from '~db/queries/organisation.server'
import { listTakingPart, updateTrackerSettings } from '~db/queries/program.server'
import { insertCandidacy } from '~db/queries/candidacy.server'
import { endCandidate } from '~db/queries/taking-part.server'
import { designCommand } from './design-command.server'
import { readField, type FieldShape } from './field-values'
import { designInputs, type trackerFields } from './inputs'
import { openLive, refuseStale, requirementOf, savedLive } from './open-draft.server'

const shapes: Readonly<Record<(typeof trackerFields)[number], FieldShape>> = {
  columnOrder: { kind: 'choice', of: ['design', 'unlock', 'name'], isRequired: true },
  targetDays: { kind: 'number', min: 1, max: 3650 },
  renewalAlertDays: { kind: 'number', min: 1, max: 365, isRequired: true },
  colleagueVisibility: { kind: 'choice', of: ['own', 'met'], isRequired: true },
  isWallBoardAllowed: { kind: 'flag' },
}

/** What applies where step 8 says nothing. */
export const trackerDefaults = {
  columnOrder: 'design',
  targetDays: null,
  renewalAlertDays: 60,
  colleagueVisibility: 'own',
  isWallBoardAllowed: false,
} as const satisfies Required<TrackerSettings>

/** One setting of step 8; effective at once. A program narrows what the organisation allows, never widens it (4.2). */
export const changeTracker = designCommand({
  input: designInputs['change-tracker'],
  async run(context, { programId, field, value, was }) {
    const opened = await openLive(context, programId)
    const { organisationId, program } = opened
    const read = readField(shapes[field], value)
    if (!read.ok) return read
    if (field === 'colleagueVisibility' && read.value === 'met') {
      const { colleagueVisibility = 'own' } = await findOrganisationSettings(context.tx, organisationId)
      if (colleagueVisibility === 'own') return refused('visibility-wider')
    }
    const current = program.tracker[field] ?? trackerDefaults[field]
    const stale = await refuseStale(context, opened, { current, was, wanted: value })
    if (stale) return stale
    const settings = { ...program.tracker, [field]: read.value } as TrackerSettings
    await updateTrackerSettings(context.tx, { organisationId, programId }, settings)
    return savedLive(context, opened)
  },
})

/** Step 8 is done, also where every default was kept. */
export const confirmTracker = designCommand({
  input: designInputs['confirm-tracker'],
  async run(context, { programId }) {
    const opened = await openLive(context, programId)
    const { organisationId, program } = opened
    const settings = { ...program.tracker, columnOrder: program.tracker.columnOrder ?? trackerDefaults.columnOrder }
    await updateTrackerSettings(context.tx, { organisationId, programId }, settings)
    return savedLive(context, opened)
  },
})

/** How many of a team must hold a qualification; empty asks for no number. */
export const setCoverage = designCommand({
  input: designInputs['set-coverage'],
  async run(context, { programId, qualificationId, teamId, value, was }) {
    const opened = await openLive(context, programId)
    const { organisationId } = opened
    requirementOf(opened, qualificationId)
    const { teams } = await listDesignChoices(context.tx, organisationId, context.today)
    if (!teams.some(({ id }) => id === teamId)) throw new NotFound()
    const read = readField({ kind: 'number', min: 0, max: 1000 }, value)
    if (!read.ok) return read
    const all = await listCoverage(context.tx, { organisationId, programId })
    const current = all.find((each) => each.qualificationId === qualificationId && each.teamId === teamId)?.minimum
    const stale = await refuseStale(context, opened, { current, was, wanted: value })
    if (stale) return stale
    const at = { organisationId, programId, qualificationId, teamId }
    if (read.value === null) await deleteCoverage(context.tx, at)
    else await upsertCoverage(context.tx, at, Number(read.value))
    return savedLive(context, opened)
  },
})

/** People who work towards the role: named ones, and everybody of the named teams. Who takes part already stays so. */
export const addCandidates = designCommand({
  input: designInputs['add-candidates'],
  async run(context, { programId, personIds, teamIds }) {
    const opened = await openLive(context, programId)
    const { organisationId, program } = opened
    const { people, teams } = await listDesignChoices(context.tx, organisationId, context.today)
    if (personIds.some((id) => !people.some((person) => person.id === id))) throw new NotFound()
    if (teamIds.some((id) => !teams.some((team) => team.id === id))) throw new NotFound()
    if (personIds.length + teamIds.length === 0) return refused('nobody-chosen')
    const teamsOf = await listTeamsOfPeople(context.tx, organisationId, context.today)
    const ofTeams = people.filter(({ id }) => teamsOf.get(id)?.some((team) => teamIds.includes(team.id)))
    const wanted = new Set([...personIds, ...ofTeams.map(({ id }) => id)])
    const present = await listTakingPart(context.tx, { organisationId, roleId: program.roleId }, context.today)
    for (const { personId } of present) wanted.delete(personId)
    const targetOn = targetDay(context, program.tracker)
    for (const personId of wanted) {
      const row = { id: context.newId('candidacy'), roleId: program.roleId, targetOn, fromOn: context.today }
      await insertCandidacy(context.tx, { organisationId, personId, ...row })
    }
    const touched = [...wanted].map((personId) => ({ kind: 'participation-changed', personId, programId }))
    return savedLive(context, opened, touched)
  },
})

/** Somebody no longer works towards the role, from today on. What was mastered stays. */
export const endCandidacy = designCommand({
  input: designInputs['end-candidacy'],
  async run(context, { programId, candidacyId }) {
    const opened = await openLive(context, programId)
    const { organisationId, program } = opened
    const present = await listTakingPart(context.tx, { organisationId, roleId: program.roleId }, context.today)
    const candidate = present.find((each) => each.candidacyId === candidacyId)
    if (!candidate) throw new NotFound()
    const { personId } = candidate
    await endCandidate(context.tx, { organisationId, candidacyId }, context.today)
    return savedLive(context, opened, [{ kind: 'participation-changed', personId, programId }])
  },
})

function targetDay({ today }: CommandContext, { targetDays }: TrackerSettings) {
  return targetDays ? addDays(today, targetDays) : null
}
