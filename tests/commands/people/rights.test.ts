import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { endEmployment, takeBack } from '~/commands/people/employment.server'
import { invitePerson, revokeInvitation } from '~/commands/people/invitation.server'
import { acceptInvitation } from '~/commands/people/accept-invitation.server'
import { endRight, giveRight } from '~/commands/people/right.server'
import { assignRole, startCandidacy } from '~/commands/people/assignment.server'
import { Forbidden, NotFound } from '~/domain/refusals'
import type { Id } from '~/domain/ids'
import { findActor } from '~db/queries/actor.server'
import { sha256 } from '~/server/session.server'
import { eachEngine } from '../../support/database'
import { aWorld, someDay, somebody, type World } from '../../support/world'
import { aRole, aTeam, anAccountFor, changesOf, eventsOf, problemOf } from './rows'
import { joinTeam } from '~/commands/people/membership.server'

describe.each(eachEngine)('rights and employment on %s', (engine) => {
  let world: World
  let administrator: Id<'person'>
  beforeEach(async () => {
    world = await aWorld(engine)
    administrator = await somebody(world, 'Ada', { grants: ['administrator'] })
    await anAccountFor(world, administrator)
  })
  afterEach(() => world.close())

  const actor = (personId: Id<'person'>) =>
    findActor(world.db, { organisationId: world.organisationId, personId, accountId: null }, someDay)
  const sessions = () => world.db.selectFrom('session').select('account_id').execute()
  async function grantOf(personId: Id<'person'>) {
    const rows = await world.db.selectFrom('grant').select('id').where('person_id', '=', personId).execute()
    return rows.at(-1)?.id ?? 'grnt_0000000000'
  }

  it('a right given is in force at once, recorded, and begins with a fresh session', async () => {
    const personId = await somebody(world, 'Dora')
    await anAccountFor(world, personId)
    expect(await world.run(administrator, giveRight, { personId, kind: 'designer' })).toMatchObject({ ok: true })
    expect(await actor(personId)).toMatchObject({ isDesigner: true })
    expect(await eventsOf(world, personId)).toEqual(['granted'])
    expect(await changesOf(world, personId)).toEqual(['right'])
    expect(await sessions()).toHaveLength(1)
    expect(await problemOf(world.run(administrator, giveRight, { personId, kind: 'designer' }))).toEqual({
      code: 'already-holds-right',
    })
  })

  it('a right given ends an invitation that somebody else made, and keeps one’s own', async () => {
    const designer = await somebody(world, 'Dora', { grants: ['designer'] })
    const personId = await somebody(world, 'Nils', { email: 'nils@bakery.example' })
    const open = async () => {
      const rows = await world.db.selectFrom('invitation').select('id').where('revoked_at', 'is', null).execute()
      return rows.length
    }
    expect(await world.run(designer, invitePerson, { personId })).toMatchObject({ ok: true })
    expect(await world.run(administrator, giveRight, { personId, kind: 'auditor' })).toMatchObject({ ok: true })
    expect(await open()).toBe(0)
    expect(await world.run(administrator, invitePerson, { personId })).toMatchObject({ ok: true })
    expect(await world.run(administrator, giveRight, { personId, kind: 'designer' })).toMatchObject({ ok: true })
    expect(await open()).toBe(1)
  })

  it('a right taken away is gone the same day and the record keeps when it held', async () => {
    const personId = await somebody(world, 'Dora')
    await world.run(administrator, giveRight, { personId, kind: 'auditor' })
    const grantId = await grantOf(personId)
    await world.run(administrator, endRight, { personId, grantId })
    expect(await actor(personId)).toMatchObject({ isAuditor: false })
    expect(await eventsOf(world, personId)).toEqual(['granted', 'grant-ended'])
    expect(await problemOf(world.run(administrator, endRight, { personId, grantId }))).toEqual({ code: 'not-in-force' })
  })

  it('only administrators give rights', async () => {
    const designer = await somebody(world, 'Dora', { grants: ['designer'] })
    await expect(world.run(designer, giveRight, { personId: designer, kind: 'administrator' })).rejects.toThrow(
      Forbidden,
    )
    const grantId = await grantOf(administrator)
    await expect(world.run(designer, endRight, { personId: administrator, grantId })).rejects.toThrow(Forbidden)
  })

  it('the last administrator who can sign in stays', async () => {
    const grantId = await grantOf(administrator)
    const end = { personId: administrator, grantId }
    expect(await problemOf(world.run(administrator, endRight, end))).toEqual({ code: 'last-administrator' })
    const other = await somebody(world, 'Otto', { grants: ['administrator'] })
    expect(await problemOf(world.run(administrator, endRight, end))).toEqual({ code: 'last-administrator' })
    const leave = { personId: administrator, lastDay: someDay }
    expect(await problemOf(world.run(other, endEmployment, leave))).toEqual({ code: 'last-administrator' })
    await anAccountFor(world, other)
    expect(await world.run(administrator, endRight, end)).toMatchObject({ ok: true })
  })

  it('an assessor is named for a qualification, with a reason', async () => {
    const personId = await somebody(world, 'Sten')
    const may = { personId, kind: 'may-sign' as const }
    expect(await problemOf(world.run(administrator, giveRight, may))).toEqual({ code: 'qualification-missing' })
    const named = { ...may, qualificationId: 'qual_0000000000' }
    expect(await problemOf(world.run(administrator, giveRight, named))).toEqual({ code: 'reason-missing' })
    const unknown = { ...named, reason: 'Knows it best' }
    await expect(world.run(administrator, giveRight, unknown)).rejects.toThrow(NotFound)
  })

  it('leaving ends teams, roles, rights, invitations and sessions, and keeps the record', async () => {
    const personId = await somebody(world, 'Mara', { grants: ['designer'], managerId: administrator })
    const teamId = await aTeam(world, 'Ovens')
    const roleId = await aRole(world, 'Baker')
    const next = await aRole(world, 'Head baker')
    await world.run(administrator, joinTeam, { personId, teamId, fromOn: '2026-01-01' })
    await world.run(administrator, assignRole, { personId, roleId, fromOn: '2026-12-01' })
    const designer = await somebody(world, 'Dora', { grants: ['designer'] })
    await world.run(designer, startCandidacy, { personId, roleId: next })
    await anAccountFor(world, personId)
    const lastDay = '2026-11-20'
    expect(await world.run(designer, endEmployment, { personId, lastDay })).toMatchObject({ ok: true })
    const ends = async (table: 'team_membership' | 'reporting_line' | 'assignment' | 'candidacy') =>
      (await world.db.selectFrom(table).select('to_on').where('person_id', '=', personId).execute()).map((r) => r.to_on)
    expect(await ends('team_membership')).toEqual([lastDay])
    expect(await ends('reporting_line')).toEqual([lastDay])
    // What had not begun by the last day never was.
    expect(await ends('assignment')).toEqual([])
    expect(await ends('candidacy')).toEqual([])
    expect(await actor(personId)).toMatchObject({ isDesigner: false })
    expect((await sessions()).length).toBe(1)
    expect(await changesOf(world, personId)).toContain('employment')
    expect(await problemOf(world.run(designer, endEmployment, { personId, lastDay }))).toMatchObject({
      code: 'has-left',
    })
    expect(await problemOf(world.run(designer, assignRole, { personId, roleId, fromOn: someDay }))).toMatchObject({
      code: 'has-left',
    })
    expect(await world.run(designer, takeBack, { personId })).toMatchObject({ ok: true })
    expect(await problemOf(world.run(designer, takeBack, { personId }))).toEqual({ code: 'has-not-left' })
  })

  it('nobody ends their own employment', async () => {
    const own = { personId: administrator, lastDay: someDay }
    expect(await problemOf(world.run(administrator, endEmployment, own))).toEqual({ code: 'own-employment' })
  })

  describe('an invitation', () => {
    const accept = (token: string, accountId: Id<'account'>) =>
      world.write((tx) =>
        acceptInvitation({ tx, now: world.now }, { tokenSha256: sha256(token), accountId, passwordHash: 'hash' }),
      )
    async function invited(by = administrator) {
      const personId = await somebody(world, 'Mara', { email: 'mara@example.test' })
      const result = await world.run(by, invitePerson, { personId })
      if (!result.ok) throw new Error(result.problem.code)
      return { personId, token: result.value.token }
    }

    it('is stored as a hash, works once and links the account to the one person it is for', async () => {
      const { personId, token } = await invited()
      const stored = await world.db.selectFrom('invitation').selectAll().executeTakeFirstOrThrow()
      expect(JSON.stringify(stored)).not.toContain(token)
      const accountId = world.newId('account')
      expect(await accept(token, accountId)).toEqual({ ok: true, value: accountId })
      const person = await world.db
        .selectFrom('person')
        .select('account_id')
        .where('id', '=', personId)
        .executeTakeFirst()
      expect(person?.account_id).toBe(accountId)
      expect(await accept(token, world.newId('account'))).toMatchObject({ problem: { code: 'already-accepted' } })
      expect(await problemOf(world.run(administrator, invitePerson, { personId }))).toMatchObject({
        code: 'has-account',
      })
    })

    it('ends with its fourteenth day, when withdrawn, and when a new one is made', async () => {
      const { personId, token } = await invited()
      const second = await world.run(administrator, invitePerson, { personId })
      expect(await accept(token, world.newId('account'))).toMatchObject({ problem: { code: 'invitation-revoked' } })
      if (!second.ok) throw new Error('expected a second one')
      world.now = '2026-12-08T10:00:00.001Z'
      expect(await accept(second.value.token, world.newId('account'))).toMatchObject({
        problem: { code: 'invitation-expired' },
      })
      world.now = '2026-12-01T10:00:00.000Z'
      await world.run(administrator, revokeInvitation, { personId })
      expect(await accept(second.value.token, world.newId('account'))).toMatchObject({
        problem: { code: 'invitation-revoked' },
      })
      expect(await problemOf(world.run(administrator, revokeInvitation, { personId }))).toEqual({
        code: 'not-in-force',
      })
      expect(await accept('no-such-token', world.newId('account'))).toMatchObject({
        problem: { code: 'invitation-unknown' },
      })
    })

    it('needs an address nobody signs in with, and an administrator for whoever has rights', async () => {
      const designer = await somebody(world, 'Dora', { grants: ['designer'] })
      const plain = await somebody(world, 'Plain')
      expect(await problemOf(world.run(designer, invitePerson, { personId: plain }))).toMatchObject({
        code: 'email-missing',
      })
      const auditor = await somebody(world, 'Aud', { grants: ['auditor'], email: 'aud@example.test' })
      expect(await problemOf(world.run(designer, invitePerson, { personId: auditor }))).toEqual({
        code: 'rights-by-administrator',
      })
      expect(await world.run(administrator, invitePerson, { personId: auditor })).toMatchObject({ ok: true })
      const { token } = await invited(designer)
      await accept(token, world.newId('account'))
      const employee = await somebody(world, 'Elif')
      await expect(world.run(employee, invitePerson, { personId: plain })).rejects.toThrow()
    })
  })
})
