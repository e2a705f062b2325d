import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assessDemonstration } from '~/commands/assess-demonstration.server'
import { claimDemonstration } from '~/commands/claim-demonstration.server'
import { endExemption } from '~/commands/end-exemption.server'
import { exemptPerson } from '~/commands/exempt-person.server'
import { handOverDemonstration } from '~/commands/hand-over-demonstration.server'
import { holdQualification } from '~/commands/hold-qualification.server'
import { recordCoachingTalk } from '~/commands/my-path/record-coaching-talk.server'
import { nameAssessor } from '~/commands/name-assessor.server'
import { assignRole } from '~/commands/people/assignment.server'
import { joinTeam } from '~/commands/people/membership.server'
import { giveRight } from '~/commands/people/right.server'
import { setManager } from '~/commands/people/set-manager.server'
import { nameLead } from '~/commands/people/team.server'
import { quickNotYet } from '~/commands/quick-not-yet.server'
import { quickSignOff } from '~/commands/quick-sign-off.server'
import { releaseHold } from '~/commands/release-hold.server'
import { requestDemonstration } from '~/commands/request-demonstration.server'
import { undoRecord, voidRecord } from '~/commands/void-record.server'
import type { Id } from '~/domain/ids'
import type { Result } from '~/domain/result'
import type { LedgerKind } from '~/domain/vocabulary'
import { appendToLedger } from '~db/queries/ledger.server'
import { aRole, aTeam } from '../commands/people/rows'
import { aBakery, takePart, type Bakery } from '../support/bakery'
import { eachEngine } from '../support/database'
import { aWorld, somebody, someDay, type World } from '../support/world'

/**
 * "Nobody signs, recognises, imports, exempts, releases from hold, confirms or promotes themselves, by any road"
 * (DESIGN 4.5, SECURITY T27). Mara has every right of the house, people of her own and a manager, and is named in the
 * rule itself; every road to her own record is closed to her. Below the code the database takes none of it either.
 */
describe.each(eachEngine)('bettering one’s own record on %s', (engine) => {
  let world: World
  let bakery: Bakery
  let mara: Id<'person'>
  let noor: Id<'person'>
  let sten: Id<'person'>

  beforeEach(async () => {
    world = await aWorld(engine)
    noor = await somebody(world, 'Noor Haddad', { grants: ['administrator', 'designer'] })
    mara = await somebody(world, 'Mara Lind', { grants: ['administrator', 'designer'], managerId: noor })
    sten = await somebody(world, 'Sten Ek', { managerId: mara })
    const named = { assessorKinds: ['manager', 'named', 'holders'] as const, namedAssessorIds: [mara, noor] }
    bakery = await aBakery(world, {
      dough: { rule: named },
      oven: { rule: { ...named, signatures: 2 } },
      slicer: { rule: { assessorKinds: ['outside'] } },
    })
    await takePart(world, bakery, mara)
    await takePart(world, bakery, sten)
  })
  afterEach(() => world.close())

  const cell = (name: string, personId = mara) => ({
    programId: bakery.programId,
    personId,
    qualificationId: bakery.qualification(name),
  })
  const judged = (name: string) => ({
    ...cell(name),
    verdict: 'mastered' as const,
    performedOn: someDay,
    methodKind: 'observed-task' as const,
    criteria: bakery.criteria(name).map((criterionId) => ({ criterionId, verdict: 'met' as const })),
  })
  const sign = () => world.run(mara, quickSignOff, cell('dough'))
  const asked = async (name: string) => {
    const made = await world.run(mara, requestDemonstration, cell(name))
    if (!made.ok) throw new Error(made.problem.code)
    return made.value.demonstrationId
  }
  const missed = async () => {
    const made = await world.run(noor, quickNotYet, { ...cell('dough'), note: 'Salt was missing' })
    if (!made.ok || !made.value.eventId) throw new Error('not recorded')
    return made.value.eventId
  }
  const row = { from_on: '2026-01-01' as const, to_on: null }

  /** Each road, up to its last step. What is before it may be allowed; the last step is never. */
  const roads: Readonly<Record<string, () => Promise<() => Promise<Result<unknown>>>>> = {
    'quick sign-off': async () => sign,
    'a full assessment': async () => () => world.run(mara, assessDemonstration, judged('dough')),
    'not yet, to start the waiting anew': async () => () =>
      world.run(mara, quickNotYet, { ...cell('dough'), note: 'Once more' }),
    'claiming her own request from the queue': async () => {
      const demonstrationId = await asked('dough')
      return () => world.run(mara, claimDemonstration, { demonstrationId })
    },
    'assessing her own request': async () => {
      const demonstrationId = await asked('dough')
      return () => world.run(mara, assessDemonstration, { ...judged('dough'), demonstrationId })
    },
    'choosing herself as the assessor': async () => () =>
      world.run(mara, requestDemonstration, { ...cell('dough'), assessorId: mara }),
    'having it handed to her by her manager': async () => {
      const demonstrationId = await asked('dough')
      return () => world.run(noor, handOverDemonstration, { demonstrationId, assessorId: mara })
    },
    'naming another’s demonstration over her own cell': async () => {
      const made = await world.run(sten, requestDemonstration, cell('dough', sten))
      if (!made.ok) throw new Error(made.problem.code)
      const { demonstrationId } = made.value
      return () => world.run(mara, assessDemonstration, { ...judged('dough'), demonstrationId })
    },
    'the second signature': async () => {
      expect(await world.run(noor, assessDemonstration, judged('oven'))).toMatchObject({
        value: { awaits: 'second-signature' },
      })
      return () => world.run(mara, assessDemonstration, judged('oven'))
    },
    'a right to sign, given to herself': async () => () =>
      world.run(mara, giveRight, {
        personId: mara,
        kind: 'may-sign',
        qualificationId: bakery.qualification('slicer'),
        reason: 'I know it best',
      }),
    'a right to sign, given by another': async () => {
      const given = { personId: mara, kind: 'may-sign' as const, qualificationId: bakery.qualification('slicer') }
      expect(await world.run(noor, giveRight, { ...given, reason: 'Knows it best' })).toMatchObject({ ok: true })
      return () => world.run(mara, quickSignOff, cell('slicer'))
    },
    'naming herself where nobody can assess': async () => () =>
      world.run(mara, nameAssessor, { ...cell('slicer', sten), assessorId: mara, reason: 'First holder' }),
    'naming herself for her own cell': async () => () =>
      world.run(mara, nameAssessor, { ...cell('slicer'), assessorId: mara, reason: 'First holder' }),
    'becoming her own manager': async () => () =>
      world.run(mara, setManager, { personId: mara, managerId: mara, fromOn: someDay }),
    'reporting to somebody who reports to her': async () => () =>
      world.run(mara, setManager, { personId: mara, managerId: sten, fromOn: someDay }),
    'leading her own team': async () => {
      const teamId = await aTeam(world, 'Ovens')
      expect(await world.run(mara, joinTeam, { personId: mara, teamId, fromOn: someDay })).toMatchObject({ ok: true })
      expect(await world.run(mara, nameLead, { personId: mara, teamId, fromOn: someDay })).toMatchObject({ ok: true })
      return sign
    },
    'standing in for her manager': async () => {
      const standIn = { id: world.newId('stand-in'), organisation_id: world.organisationId, person_id: noor, ...row }
      await world.write((tx) =>
        tx
          .insertInto('stand_in')
          .values({ ...standIn, stand_in_id: mara })
          .execute(),
      )
      expect(await world.run(mara, quickSignOff, cell('dough', sten))).toMatchObject({ ok: true })
      return sign
    },
    'an exemption': async () => () => world.run(mara, exemptPerson, { ...cell('dough'), reason: 'medical' }),
    'the end of an exemption': async () => {
      await world.run(noor, exemptPerson, { ...cell('dough'), reason: 'medical' })
      return () => world.run(mara, endExemption, cell('dough'))
    },
    'putting on hold': async () => () => world.run(mara, holdQualification, { ...cell('dough'), reason: 'Not today' }),
    'releasing from hold': async () => {
      await world.run(noor, quickSignOff, cell('dough'))
      await world.run(noor, holdQualification, { ...cell('dough'), reason: 'Near miss' })
      return () => world.run(mara, releaseHold, cell('dough'))
    },
    'voiding a not yet': async () => {
      const eventId = await missed()
      return () => world.run(mara, voidRecord, { eventId, reason: 'It was fine' })
    },
    'undoing a not yet': async () => {
      const eventId = await missed()
      return () => world.run(mara, undoRecord, { eventId })
    },
    'recording her own coaching talk': async () => {
      await missed()
      return () => world.run(mara, recordCoachingTalk, { ...cell('dough'), on: someDay })
    },
    'revoking and signing again': async () => {
      const made = await world.run(noor, quickSignOff, cell('dough'))
      const eventId = made.ok ? made.value.eventId : null
      if (!eventId) throw new Error('not signed')
      await world.run(noor, voidRecord, { eventId, reason: 'Wrong day' })
      return sign
    },
    'taking the role she is promoted into': async () => {
      const roleId = await aRole(world, 'Head baker')
      return () => world.run(mara, assignRole, { personId: mara, roleId, fromOn: someDay })
    },
  }

  it.each(Object.keys(roads))('is refused by way of %s', async (name) => {
    const last = await roads[name]?.()
    if (!last) throw new Error('no such road')
    const before = await recordOf(mara)
    expect(await codeOf(last)).toMatch(/^(self|own-manager|manager-cycle|assessor(-chosen)?-may-not-sign)$/)
    expect(await recordOf(mara)).toEqual(before)
  })

  const kinds: readonly LedgerKind[] = [
    'mastered',
    'not-yet',
    'renewed',
    'released',
    'exempted',
    'unexempted',
    'recognised',
    'imported',
    'confirmed',
    'promoted',
    'coached',
    'voided',
  ]
  it.each(kinds)('is refused by the database where the code would let %s through', async (kind) => {
    const event = {
      ...cell('dough'),
      id: world.newId('ledger-event'),
      organisationId: world.organisationId,
      kind,
      actorId: mara,
      occurredOn: someDay,
      recordedAt: world.now,
    }
    await expect(world.write((tx) => appendToLedger(tx, event))).rejects.toThrow(/check/i)
  })

  it('is refused by the database as a right, a manager or a stand-in of oneself', async () => {
    const own = { organisation_id: world.organisationId, person_id: mara }
    const right = {
      ...own,
      ...row,
      id: world.newId('grant'),
      kind: 'may-sign' as const,
      qualification_id: bakery.qualification('dough'),
      group_name: null,
      granted_by: mara,
      reason: 'x',
      granted_at: world.now,
    }
    const line = { ...own, ...row, id: world.newId('reporting-line'), manager_id: mara }
    const standIn = { ...own, ...row, id: world.newId('stand-in'), stand_in_id: mara }
    await expect(world.write((tx) => tx.insertInto('grant').values(right).execute())).rejects.toThrow(/check/i)
    await expect(world.write((tx) => tx.insertInto('reporting_line').values(line).execute())).rejects.toThrow(/check/i)
    await expect(world.write((tx) => tx.insertInto('stand_in').values(standIn).execute())).rejects.toThrow(/check/i)
  })

  /** Everything there is about somebody: what they proved, what was said of them, what they hold and who may sign. */
  async function recordOf(personId: Id<'person'>) {
    const of = (table: 'ledger_event' | 'standing' | 'assessment' | 'exemption' | 'grant' | 'assignment') =>
      world.db
        .selectFrom(table as 'grant')
        .selectAll()
        .where('person_id', '=', personId)
        .execute()
    const lines = await world.db.selectFrom('reporting_line').selectAll().where('person_id', '=', personId).execute()
    const asked = await world.db
      .selectFrom('demonstration')
      .select(['id', 'assessor_id', 'assessed_at'])
      .where('person_id', '=', personId)
      .execute()
    const tables = ['ledger_event', 'standing', 'assessment', 'exemption', 'grant', 'assignment'] as const
    const rows = []
    for (const table of tables) rows.push(await of(table))
    return { rows, lines, asked }
  }
})

async function codeOf(step: () => Promise<Result<unknown>>): Promise<string> {
  try {
    const result = await step()
    return result.ok ? 'accepted' : result.problem.code
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
