import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addCandidates,
  changeTracker,
  confirmTracker,
  endCandidacy,
  setCoverage,
} from '~/commands/design/tracker.server'
import { joinTeam } from '~/commands/people/membership.server'
import { NotFound } from '~/domain/refusals'
import { listCoverage } from '~db/queries/coverage.server'
import { findProgram } from '~db/queries/program.server'
import { aTeam } from '../people/rows'
import { eachEngine } from '../../support/database'
import { aDesk, type Desk } from '../../support/desk'
import { somebody, someDay } from '../../support/world'

describe.each(eachEngine)('step 8, on %s', (engine) => {
  let desk: Desk
  beforeEach(async () => {
    desk = await aDesk(engine)
  })
  afterEach(() => desk.world.close())

  const key = () => ({ organisationId: desk.world.organisationId, programId: desk.programId })
  const settings = async () => (await findProgram(desk.world.db, key())).tracker

  it('is done when it was gone through, also where all stays as it is', async () => {
    expect((await desk.design()).tracker.isConfirmed).toBe(false)
    await desk.does(confirmTracker, {})
    expect((await desk.design()).tracker.isConfirmed).toBe(true)
    expect(await settings()).toEqual({ columnOrder: 'design' })
    expect(await desk.told()).toEqual([])
  })

  it('changes are live, and open trackers are told once it is published', async () => {
    await desk.publish()
    await desk.does(changeTracker, { field: 'columnOrder', value: 'unlock', was: 'design' })
    await desk.does(changeTracker, { field: 'targetDays', value: '180', was: '' })
    await desk.does(changeTracker, { field: 'renewalAlertDays', value: '30', was: '60' })
    await desk.does(changeTracker, { field: 'isWallBoardAllowed', value: 'true', was: 'false' })
    await desk.does(confirmTracker, {})
    expect(await settings()).toEqual({
      columnOrder: 'unlock',
      targetDays: 180,
      renewalAlertDays: 30,
      isWallBoardAllowed: true,
    })
    expect(await desk.told()).toEqual(Array(5).fill('design-changed'))
    expect(await desk.does(changeTracker, { field: 'columnOrder', value: 'random', was: 'unlock' })).toMatchObject({
      problem: { code: 'not-a-choice' },
    })
    expect(await desk.does(changeTracker, { field: 'renewalAlertDays', value: '', was: '30' })).toMatchObject({
      problem: { code: 'empty' },
    })
    expect(await desk.told()).toEqual([])
  })

  it('shows colleagues no more than the organisation allows', async () => {
    const wider = { field: 'colleagueVisibility' as const, value: 'met', was: 'own' }
    expect(await desk.does(changeTracker, wider)).toMatchObject({ problem: { code: 'visibility-wider' } })
    await desk.world.write((tx) =>
      tx
        .updateTable('organisation')
        .set({ settings: '{"colleagueVisibility":"met"}' as never })
        .execute(),
    )
    expect(await desk.does(changeTracker, wider)).toMatchObject({ ok: true })
  })

  it('asks for so many of a team, or for none', async () => {
    await desk.publish()
    const at = { qualificationId: desk.weigh, teamId: await aTeam(desk.world, 'Ovens') }
    await desk.does(setCoverage, { ...at, value: '2', was: '' })
    await desk.does(setCoverage, { ...at, value: '3', was: '2' })
    expect(await listCoverage(desk.world.db, key())).toEqual([{ ...at, minimum: 3 }])
    expect((await desk.design()).tracker.hasCoverageMinimum).toBe(true)
    expect(await desk.does(setCoverage, { ...at, value: '4', was: '2' })).toMatchObject({ problem: { code: 'stale' } })
    expect(await desk.does(setCoverage, { ...at, value: 'many', was: '3' })).toMatchObject({
      problem: { code: 'not-a-number' },
    })
    await desk.does(setCoverage, { ...at, value: '', was: '3' })
    expect(await listCoverage(desk.world.db, key())).toEqual([])
    expect(await desk.told()).toEqual(Array(3).fill('design-changed'))
    const strange = { ...at, teamId: 'team_zzzzzzzzzzzz' as const }
    await expect(desk.does(setCoverage, { ...strange, value: '1' })).rejects.toThrow(NotFound)
  })

  it('people and teams become candidates once, with a day to be ready by, and stop again', async () => {
    await desk.publish()
    await desk.does(changeTracker, { field: 'targetDays', value: '30', was: '' })
    await desk.told()
    const { world, designer } = desk
    const teamId = await aTeam(world, 'Ovens')
    const mara = await somebody(world, 'Mara')
    const sten = await somebody(world, 'Sten')
    for (const personId of [mara, sten]) await world.run(designer, joinTeam, { personId, teamId, fromOn: someDay })
    await desk.told()
    expect(await desk.does(addCandidates, {})).toMatchObject({ problem: { code: 'nobody-chosen' } })
    await desk.does(addCandidates, { personIds: [mara] })
    await desk.does(addCandidates, { personIds: [mara], teamIds: [teamId] })
    expect(await desk.told()).toEqual(['participation-changed', 'participation-changed'])
    const open = () =>
      world.db
        .selectFrom('candidacy')
        .select(['id', 'person_id', 'target_on'])
        .where('to_on', 'is', null)
        .orderBy('person_id')
        .execute()
    expect((await open()).map((row) => [row.person_id, row.target_on])).toEqual([
      [mara, '2026-12-24'],
      [sten, '2026-12-24'],
    ])
    expect((await desk.design()).tracker.participantCount).toBe(2)
    const candidacyId = (await open())[0]?.id ?? 'cand_zzzzzzzzzzzz'
    await desk.does(endCandidacy, { candidacyId })
    expect((await open()).map((row) => row.person_id)).toEqual([sten])
    expect(await desk.told()).toEqual(['participation-changed'])
    await expect(desk.does(endCandidacy, { candidacyId })).rejects.toThrow(NotFound)
    await expect(desk.does(addCandidates, { personIds: ['pers_zzzzzzzzzzzz'] })).rejects.toThrow(NotFound)
  })
})
