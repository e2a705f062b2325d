/** The people of the yard: an office, a hull shop of fourteen, a fit-out hall and the refit quay on the other side of the bay. */
import type { SamplePerson } from './content'

const office: readonly SamplePerson[] = [
  { key: 'ragna', name: 'Ragna Holm', since: 4100, email: 'ragna@skarvik.example' },
  { key: 'tomas', name: 'Tomas Eklund', since: 2300, email: 'admin@sample.test', manager: 'ragna' },
  { key: 'ingrid', name: 'Ingrid Sollie', since: 1500, email: 'designer@sample.test', manager: 'ragna' },
  {
    key: 'anders',
    name: 'Anders Krogh',
    since: 3900,
    email: 'anders@skarvik.example',
    role: 'yard-supervisor',
    manager: 'ragna',
  },
  {
    key: 'piet',
    name: 'Piet Verhagen',
    since: 380,
    email: 'auditor@sample.test',
    employment: 'contractor',
    employer: 'Noordzee Mutual',
    contractEndsIn: 170,
  },
]

const hullShop: readonly SamplePerson[] = [
  {
    key: 'noor',
    name: 'Noor Haddad',
    since: 2900,
    email: 'manager@sample.test',
    role: 'yard-supervisor',
    manager: 'anders',
  },
  ofHull('jonas', 'Jonas Reyes', 1290, 'employee@sample.test'),
  ofHull('mette', 'Mette Aagaard', 2050, 'mette@skarvik.example'),
  ofHull('samir', 'Samir Khoury', 980, 'samir@skarvik.example'),
  ofHull('oksana', 'Oksana Melnyk', 760, 'oksana@skarvik.example'),
  ofHull('lars', 'Lars Thorsen', 3300, 'lars@skarvik.example'),
  ofHull('priya', 'Priya Nair', 610, 'priya@skarvik.example'),
  {
    ...ofHull('dario', 'Dario Conti', 150, null),
    employment: 'agency',
    employer: 'Nordkai Staffing',
    contractEndsIn: 95,
  },
  { ...ofHull('freja', 'Freja Bech', 470, 'freja@skarvik.example'), employment: 'apprentice' },
  { ...ofHull('emil', 'Emil Dahl', 105, null), employment: 'apprentice' },
  ofHull('hana', 'Hana Kovac', 1430, 'hana@skarvik.example'),
  ofHull('goran', 'Goran Ilic', 2600, null),
  ofHull('tuva', 'Tuva Berg', 890, 'tuva@skarvik.example'),
  {
    ...ofHull('kwame', 'Kwame Mensah', 64, null),
    employment: 'agency',
    employer: 'Nordkai Staffing',
    contractEndsIn: 28,
  },
  ofHull('sofie', 'Sofie Lund', 1120, 'sofie@skarvik.example'),
]

const fitOutHall: readonly SamplePerson[] = [
  {
    key: 'elin',
    name: 'Elin Norberg',
    since: 3100,
    email: 'elin@skarvik.example',
    role: 'yard-supervisor',
    manager: 'anders',
  },
  { ...ofFitOut('birte', 'Birte Lindqvist', 3400, 'assessor@sample.test', 'senior-boatbuilder'), alsoIn: 'hull' },
  ofFitOut('viktor', 'Viktor Strand', 2750, 'viktor@skarvik.example', 'senior-boatbuilder'),
  ofFitOut('amina', 'Amina Diallo', 1980, 'amina@skarvik.example', 'senior-boatbuilder'),
  ofFitOut('henrik', 'Henrik Moe', 1610, 'henrik@skarvik.example', 'senior-boatbuilder'),
  ofFitOut('arne', 'Arne Falk', 2200, null),
  ofFitOut('yusuf', 'Yusuf Demir', 840, 'yusuf@skarvik.example'),
  ofFitOut('clara', 'Clara Weiss', 540, 'clara@skarvik.example'),
  ofFitOut('nils', 'Nils Odegaard', 1350, 'nils@skarvik.example'),
  ofFitOut('beata', 'Beata Zielinska', 320, 'beata@skarvik.example'),
]

const refitQuay: readonly SamplePerson[] = [
  {
    key: 'kaisa',
    name: 'Kaisa Rautio',
    since: 2450,
    email: 'kaisa@skarvik.example',
    role: 'refit-lead',
    manager: 'anders',
  },
  { ...ofRefit('bo', 'Bo Sandell', 1770, 'bo@skarvik.example'), role: 'refit-lead' },
  ofRefit('ida', 'Ida Winther', 1240, 'ida@skarvik.example'),
  ofRefit('luca', 'Luca Moretti', 690, 'luca@skarvik.example'),
  ofRefit('jens', 'Jens Overgaard', 2880, null),
  ofRefit('nadia', 'Nadia Petrov', 930, 'nadia@skarvik.example'),
  ofRefit('ole', 'Ole Brandt', 1520, null),
  ofRefit('rosa', 'Rosa Marques', 450, 'rosa@skarvik.example'),
  ofRefit('tariq', 'Tariq Aziz', 260, 'tariq@skarvik.example'),
  ofRefit('signe', 'Signe Holt', 1060, 'signe@skarvik.example'),
  {
    ...ofRefit('pavel', 'Pavel Horak', 120, null),
    employment: 'contractor',
    employer: 'Horak Marine',
    contractEndsIn: 60,
  },
  { ...ofRefit('maja', 'Maja Lindholm', 400, 'maja@skarvik.example'), employment: 'apprentice' },
  { ...ofRefit('stig', 'Stig Nyborg', 2000, 'stig@skarvik.example'), left: 58 },
]

export const people: readonly SamplePerson[] = [...office, ...hullShop, ...fitOutHall, ...refitQuay]

/** Days from loading: negative lies behind, positive ahead, null has no end. */
export const absences = [
  { person: 'sofie', from: -38, to: 70 },
  { person: 'ole', from: -6, to: 9 },
  { person: 'hana', from: -210, to: -183 },
] as const

/** `standIn` stands in for `person`. */
export const standIns = [
  { person: 'kaisa', standIn: 'bo', from: -12, to: 16 },
  { person: 'noor', standIn: 'elin', from: -150, to: -129 },
] as const

/** People working towards a role. Samir began long ago and is behind; Mette and Jonas are on their way. */
export const candidacies = [
  { person: 'jonas', role: 'senior-boatbuilder', from: -205, targetIn: 118 },
  { person: 'mette', role: 'senior-boatbuilder', from: -120, targetIn: 245 },
  { person: 'samir', role: 'senior-boatbuilder', from: -310, targetIn: 34 },
  { person: 'nils', role: 'senior-boatbuilder', from: -60, targetIn: null },
] as const

/** Promoted within the year: until that day the person was a boatbuilder. */
export const promotions = [{ person: 'henrik', from: 'boatbuilder', to: 'senior-boatbuilder', daysAgo: 142 }] as const

function ofHull(key: string, name: string, since: number, email: string | null): SamplePerson {
  return { key, name, since, email, role: 'boatbuilder', team: 'hull', manager: 'noor' }
}

function ofFitOut(key: string, name: string, since: number, email: string | null, role = 'boatbuilder'): SamplePerson {
  return { key, name, since, email, role, team: 'fitout', manager: 'elin' }
}

function ofRefit(key: string, name: string, since: number, email: string | null): SamplePerson {
  return { key, name, since, email, role: 'refit-technician', team: 'refit', manager: 'kaisa' }
}
