import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateInZone, type CalendarDate, type Instant } from '~/domain/calendar-date'
import { canPublish, reviewDesign } from '~/domain/design-review'
import { cellStatuses } from '~/domain/vocabulary'
import { versionContent } from '~/domain/version-content'
import { wizardProgress } from '~/domain/wizard'
import { unobservableWording } from '~/domain/wording'
import { findDesign } from '~db/queries/design.server'
import { findSurroundings } from '~db/queries/design-surroundings.server'
import { listPublishedPrograms } from '~db/queries/published-program.server'
import { listTakingPart } from '~db/queries/program.server'
import { hashOfVersion } from '~db/queries/publishing.server'
import { listLibrary } from '~db/queries/qualification.server'
import { loadSample } from '~db/sample/load.server'
import { makeLargeOrganisation, problemOfSize } from '~db/sample/large.server'
import { currentQualifications } from '~db/sample/qualifications/library'
import { eachEngine, testDatabase, type TestDatabase } from '../support/database'
import { accountMaker, marksOf, rowsOf, standingsThatDiffer, tickingClock, verifyChain } from './sample-facts'

const today: CalendarDate = '2026-11-24'
const now: Instant = `${today}T10:00:00.000Z`

describe.each(eachEngine)('the sample organisation on %s', (engine) => {
  let database: TestDatabase
  let organisationId: Awaited<ReturnType<typeof loadSample>>
  const load = (at: Instant = now) =>
    loadSample({ ...database, clock: tickingClock(at) }, { createAccount: accountMaker(database) })

  beforeAll(async () => {
    database = await testDatabase(engine)
    organisationId = await load()
  })
  afterAll(() => database.close())

  function organisation() {
    if (!organisationId) throw new Error('The sample was not loaded')
    return organisationId
  }

  it('has about forty people, three teams, two sites, five roles and six accounts', async () => {
    const count = async (table: 'person' | 'team' | 'site' | 'role' | 'career_step') =>
      (await database.db.selectFrom(table).select('organisation_id').execute()).length
    expect(await count('person')).toBeGreaterThanOrEqual(38)
    expect([await count('team'), await count('site'), await count('role'), await count('career_step')]).toEqual([
      3, 2, 5, 3,
    ])
    const linked = await database.db
      .selectFrom('person')
      .innerJoin('account', 'account.id', 'person.account_id')
      .select('account.email')
      .orderBy('account.email')
      .execute()
    expect(linked.map((row) => row.email.split('@')[0])).toEqual([
      ...['admin', 'assessor', 'auditor', 'designer', 'employee', 'manager'],
    ])
  })

  it('shows every status and every mark', async () => {
    const rows = await rowsOf(database.db, organisation(), today)
    const cells = rows.flatMap(({ row }) => row)
    const statuses = new Set(cells.map((cell) => cell?.status))
    expect(cellStatuses.filter((status) => !statuses.has(status))).toEqual([])
    expect(marksOf(rows)).toEqual({
      waitsForAssessor: true,
      waitsForPerson: true,
      isLocked: true,
      hasGap: true,
      levels: [1, 2, 3],
      isImported: true,
      isNew: true,
      doesNotApply: true,
      isBehind: true,
    })
  })

  it('has an employee two thirds of the way to a promotion, with something missed and something asked', async () => {
    const rows = await rowsOf(database.db, organisation(), today)
    const candidacy = rows.find(({ name, participation }) => name === 'Jonas Reyes' && participation === 'candidate')
    const { met = 0, needed = 1 } = candidacy?.readiness ?? {}
    expect(met / needed).toBeGreaterThan(0.55)
    expect(met / needed).toBeLessThan(0.8)
    expect(candidacy?.row.some((cell) => cell?.status === 'not-yet')).toBe(true)
    const ask = await database.db
      .selectFrom('ask')
      .innerJoin('person', 'person.id', 'ask.person_id')
      .select('ask.by_on')
      .where('person.name', '=', 'Jonas Reyes')
      .executeTakeFirstOrThrow()
    expect(ask.by_on > today).toBe(true)
  })

  it('keeps a record that verifies: hashes, the order of time, and standings that equal the fold', async () => {
    expect(await verifyChain(database.db, organisation(), now)).toEqual([])
    expect(await standingsThatDiffer(database.db, organisation())).toEqual([])
  })

  it('has an assessment behind each verdict, never by the person', async () => {
    const verdicts = await database.db
      .selectFrom('ledger_event')
      .leftJoin('assessment', 'assessment.event_id', 'ledger_event.id')
      .select(['ledger_event.id', 'ledger_event.actor_id', 'ledger_event.occurred_on', 'ledger_event.recorded_at'])
      .select(['assessment.assessor_id', 'assessment.performed_on', 'assessment.signed_at', 'assessment.person_id'])
      .where('ledger_event.kind', 'in', ['mastered', 'renewed', 'not-yet', 'continued'])
      .execute()
    expect(verdicts.length).toBeGreaterThan(300)
    for (const verdict of verdicts) {
      expect(verdict.assessor_id).toBe(verdict.actor_id)
      expect(verdict.performed_on).toBe(verdict.occurred_on)
      expect(verdict.signed_at).toBe(verdict.recorded_at)
      expect(verdict.assessor_id).not.toBe(verdict.person_id)
    }
  })

  it('publishes three complete programs that the design review lets pass, hashed as publishing hashes', async () => {
    const published = await listPublishedPrograms(database.db, organisation())
    expect(published).toHaveLength(3)
    for (const { versionId, roleId, contentHash, requirements } of published) {
      expect(requirements.length).toBeGreaterThanOrEqual(10)
      expect(requirements.length).toBeLessThanOrEqual(18)
      const design = await findDesign(database.db, { organisationId: organisation(), versionId }, today)
      expect(contentHash).toBe(hashOfVersion(versionContent(design)))
      const key = { organisationId: organisation() }
      const participants = await listTakingPart(database.db, { ...key, roleId }, today)
      const library = await listLibrary(database.db, key)
      const surroundings = await findSurroundings(database.db, { ...key, design, participants, library }, today)
      const findings = reviewDesign(design, surroundings)
      expect(findings.filter((finding) => finding.isBlocking)).toEqual([])
      expect(wizardProgress(design, findings).map(({ step, state }) => [step, state])).toEqual(
        wizardProgress(design, findings).map(({ step }) => [step, 'complete']),
      )
    }
  })

  it('leaves one program half-way, with something the review stops', async () => {
    const draft = await database.db
      .selectFrom('program_version')
      .select('id')
      .where('state', '=', 'draft')
      .executeTakeFirstOrThrow()
    const design = await findDesign(database.db, { organisationId: organisation(), versionId: draft.id }, today)
    const findings = reviewDesign(design)
    expect(canPublish(findings)).toBe(false)
    const states = new Set(wizardProgress(design, findings).map(({ state }) => state))
    expect(states.has('complete')).toBe(true)
    expect(states.size).toBeGreaterThan(1)
  })

  it('does nothing when it is loaded already', async () => {
    expect(await load()).toBeNull()
    expect(await database.db.selectFrom('organisation').select('id').execute()).toHaveLength(1)
  })
})

describe('the sample organisation through the year', () => {
  const days: readonly CalendarDate[] = [
    '2026-02-03',
    '2028-04-02',

    '2026-02-14',
    '2027-03-31',
    '2027-04-01',
    '2028-02-29',
    '2027-08-16',
    '2026-12-31',
  ]

  it.each(days)('shows every status when it is loaded on %s', async (day) => {
    const database = await testDatabase('sqlite')
    const at: Instant = `${day}T22:30:00.000Z`
    const id = await loadSample({ ...database, clock: tickingClock(at) }, { createAccount: accountMaker(database) })
    if (!id) throw new Error('The sample was not loaded')
    const rows = await rowsOf(database.db, id, dateInZone(at, 'Europe/Copenhagen'))
    const statuses = new Set(rows.flatMap(({ row }) => row.map((cell) => cell?.status)))
    expect(cellStatuses.filter((status) => !statuses.has(status))).toEqual([])
    expect(await verifyChain(database.db, id, at)).toEqual([])
    await database.close()
  })
})

describe('the texts of the sample', () => {
  const criteria = currentQualifications.flatMap(({ key, criteria: all }) =>
    all.map((criterion) => ({ key, text: typeof criterion === 'string' ? criterion : criterion.text })),
  )

  it('name each qualification once', () => {
    const names = currentQualifications.map(({ name }) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })

  it('give each qualification three to five criteria that can be observed, without a full stop', () => {
    for (const { key, criteria: all } of currentQualifications) {
      expect([key, all.length >= 3 && all.length <= 5]).toEqual([key, true])
    }
    for (const { key, text } of criteria) {
      expect([key, text]).not.toEqual([key, expect.stringMatching(/[.!]$|^\s|\s$/)])
      expect([key, text, unobservableWording(text)]).toEqual([key, text, null])
    }
  })

  it('never shout', () => {
    expect(JSON.stringify(currentQualifications)).not.toContain('!')
  })
})

describe.each(eachEngine)('a large organisation on %s', (engine) => {
  it('is made to size, verifies, and has half of its cells rated', async () => {
    const database = await testDatabase(engine)
    const services = { ...database, clock: tickingClock(now) }
    const said: string[] = []
    const createAccount = accountMaker(database)
    const size = { people: 60, qualifications: 24, eventsPerCell: 2 }
    const made = await makeLargeOrganisation(services, { createAccount, say: (sentence) => said.push(sentence) }, size)
    const rows = await rowsOf(database.db, made.organisationId, today)
    expect(rows).toHaveLength(60)
    const rated = await database.db
      .selectFrom('standing')
      .select(['person_id', 'qualification_id'])
      .distinct()
      .where('organisation_id', '=', made.organisationId)
      .execute()
    expect(rated.length / (60 * 24)).toBeGreaterThan(0.4)
    expect(rated.length / (60 * 24)).toBeLessThan(0.6)
    expect(await verifyChain(database.db, made.organisationId, now)).toEqual([])
    expect(await standingsThatDiffer(database.db, made.organisationId)).toEqual([])
    expect(said.at(-1)).toContain('100 per cent')

    const again = await makeLargeOrganisation(services, { createAccount }, size)
    expect(again.hasAccounts).toBe(false)
    expect(again.events).toBe(made.events)
    await database.close()
  })
})

describe('the size of a large organisation', () => {
  it.each([
    [{ people: 0, qualifications: 10 }, 'people'],
    [{ people: 10.5, qualifications: 10 }, 'people'],
    [{ people: 5001, qualifications: 10 }, 'people'],
    [{ people: Number.NaN, qualifications: 10 }, 'people'],
    [{ people: 10, qualifications: 0 }, 'qualifications'],
    [{ people: 10, qualifications: 201 }, 'qualifications'],
    [{ people: 10, qualifications: 10, eventsPerCell: 0 }, 'events per cell'],
  ])('%j is refused with a sentence', (size, what) => {
    expect(problemOfSize(size)).toMatch(new RegExp(`^The number of ${what} must be a whole number`))
  })

  it('accepts the largest', () => {
    expect(problemOfSize({ people: 5000, qualifications: 200 })).toBeNull()
  })
})
