/** Sites of 500, teams of 15 with a lead each, one administrator above all. */
import type { Id } from '~/domain/ids'
import { toJson } from '../../json'
import { appendToLedger } from '../../queries/ledger.server'
import { insertRows, type Loading } from '../loading.server'
import type { Dice } from './dice'
import { largeRole } from './large-design'

export const teamSize = 15
const siteSize = 495

const firstNames =
  'Ada Aino Amir Anouk Asta Bela Bruno Carla Chidi Dana Dov Edda Eino Elif Ennio Fadi Femke Gita Hugo Ilse Imre Jana Joao Kemal Kira Lea Levi Lina Malik Mara Milan Nela Noa Olga Oskar Pia Rafi Rita Sami Selma Tara Timo Uma Vera Wim Yara Zeno'.split(
    ' ',
  )
const lastNames =
  'Abel Acker Arnesen Bakker Bauer Bianchi Castro Cerny Dahl Dietz Eriksen Faber Ferreira Fuchs Gallo Gruber Haas Hansen Ito Jensen Kaya Keller Kim Koch Lang Larsen Lopez Maier Marin Meyer Novak Okafor Olsen Park Peters Popa Rossi Sanchez Sato Schmid Silva Singh Tamm Torres Urban Varga Vogel Weber Wolf Yilmaz Zhang'.split(
    ' ',
  )

/** Everybody who holds the role, in order, and the administrator above them. */
export interface LargePeople {
  readonly administratorId: Id<'person'>
  readonly members: readonly { readonly id: Id<'person'>; readonly leadId: Id<'person'> }[]
}

/** @param accounts by the key of the person: `administrator`, `p0` the first lead, `p1` the first member */
export async function loadLargePeople(
  loading: Loading,
  count: number,
  dice: Dice,
  accounts: ReadonlyMap<string, { readonly id: Id<'account'>; readonly email: string }>,
): Promise<LargePeople> {
  const { tx, organisationId: organisation_id, idOf, newId, day, moment } = loading
  const owned = { organisation_id }
  const teamCount = Math.ceil(count / teamSize)
  const siteCount = Math.max(2, Math.ceil(count / siteSize))
  const indices = Array.from({ length: count }, (_, index) => index)
  const teams = Array.from({ length: teamCount }, (_, index) => index)
  const siteOf = (team: number) => `s${team % siteCount}`
  const leadOf = (index: number) => (index % teamSize === 0 ? 'administrator' : `p${index - (index % teamSize)}`)
  const person = (key: string, name: string, since: number) => ({
    ...owned,
    id: idOf('person', key),
    name,
    staff_number: key,
    email: accounts.get(key)?.email ?? null,
    employment: 'employee' as const,
    employer: null,
    employment_ends_on: null,
    starts_on: day(-since),
    leaves_on: null,
    account_id: accounts.get(key)?.id ?? null,
    version: 1,
    created_at: moment(day(-120)),
  })
  const since = indices.map(() => 430 + dice.below(3000))
  const dated = (index: number) => ({ from_on: day(-(since[index] ?? 430)), to_on: null })

  await insertRows(
    tx,
    'site',
    Array.from({ length: siteCount }, (_, index) => ({
      ...owned,
      id: idOf('site', `s${index}`),
      name: `Plant ${index + 1}`,
    })),
  )
  await insertRows(
    tx,
    'team',
    teams.map((team) => ({
      ...owned,
      id: idOf('team', `t${team}`),
      name: `Shift team ${team + 1}`,
      site_id: idOf('site', siteOf(team)),
      version: 1,
    })),
  )
  await insertRows(tx, 'role', [
    {
      ...owned,
      id: idOf('role', largeRole),
      title: 'Line operator',
      former_titles: toJson<string[]>([]),
      purpose: 'Keeps a line running, safe and clean',
      family: 'Production',
      level: 'Operator',
      version: 1,
      created_at: moment(day(-120)),
    },
  ])
  await insertRows(tx, 'person', [
    person('administrator', 'Robin Adler', 3600),
    ...indices.map((index) => {
      const name = `${firstNames[dice.below(firstNames.length)]} ${lastNames[dice.below(lastNames.length)]}`
      return person(`p${index}`, name, since[index] ?? 430)
    }),
  ])
  const about = (index: number) => ({ ...owned, person_id: idOf('person', `p${index}`) })
  const teamOf = (index: number) => idOf('team', `t${Math.floor(index / teamSize)}`)
  await insertRows(
    tx,
    'team_membership',
    indices.map((index) => ({
      ...{ ...about(index), id: newId('team-membership'), team_id: teamOf(index), is_main: 1 as const },
      ...dated(index),
    })),
  )
  await insertRows(
    tx,
    'team_lead',
    teams.map((team) => {
      const index = team * teamSize
      return { ...about(index), id: newId('team-lead'), team_id: teamOf(index), ...dated(index) }
    }),
  )
  await insertRows(
    tx,
    'reporting_line',
    indices.map((index) => ({
      ...{ ...about(index), id: newId('reporting-line'), manager_id: idOf('person', leadOf(index)) },
      ...dated(index),
    })),
  )
  await insertRows(
    tx,
    'assignment',
    indices.map((index) => ({
      ...{ ...about(index), id: newId('assignment'), role_id: idOf('role', largeRole), is_main: 1 as const },
      ...dated(index),
    })),
  )
  await loadRights(loading)
  return {
    administratorId: idOf('person', 'administrator'),
    members: indices.map((index) => ({ id: idOf('person', `p${index}`), leadId: idOf('person', leadOf(index)) })),
  }
}

/** The administrator designs and publishes as well, as in a company where nobody else does. */
async function loadRights(loading: Loading): Promise<void> {
  const { tx, organisationId, idOf, newId, day, moment } = loading
  const rights = [
    ['administrator', 'administrator'],
    ['administrator', 'designer'],
  ] as const
  for (const [index, [key, kind]] of rights.entries()) {
    const grantId = newId('grant')
    const personId = idOf('person', key)
    const at = moment(day(-119), index)
    const reason = 'Set up the organisation'
    await insertRows(tx, 'grant', [
      {
        ...{ id: grantId, organisation_id: organisationId, person_id: personId, kind, reason, granted_at: at },
        ...{ qualification_id: null, group_name: null, from_on: day(-119), to_on: null, granted_by: null },
      },
    ])
    await appendToLedger(tx, {
      ...{ organisationId, id: newId('ledger-event'), kind: 'granted', personId, actorId: null },
      ...{ occurredOn: day(-119), recordedAt: at, reason, grantId, details: { right: kind } },
    })
  }
}
