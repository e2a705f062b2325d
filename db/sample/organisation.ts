/** Skarvik Boatyard, an invented yard that builds sailing boats in one place and refits them in another. */
import type { SampleRole } from './content'

export const organisation = { name: 'Skarvik Boatyard', timeZone: 'Europe/Copenhagen' } as const

export const sites = [
  { key: 'skarvik', name: 'Skarvik yard' },
  { key: 'ostholm', name: 'Ostholm quay' },
] as const

export const teams = [
  { key: 'hull', name: 'Hull shop', site: 'skarvik', leads: ['noor'] },
  { key: 'fitout', name: 'Fit-out hall', site: 'skarvik', leads: ['elin'] },
  { key: 'refit', name: 'Refit quay', site: 'ostholm', leads: ['kaisa'] },
] as const

export const roles: readonly SampleRole[] = [
  {
    key: 'boatbuilder',
    title: 'Boatbuilder',
    formerTitles: ['Laminator'],
    purpose: 'Builds hulls, decks and structures that need no second visit, with nobody hurt on the way',
    family: 'Boatbuilding',
    level: 'Craft',
    leadsTo: ['senior-boatbuilder'],
  },
  {
    key: 'senior-boatbuilder',
    title: 'Senior boatbuilder',
    purpose: 'Plans and leads a build, releases its structure and brings the next boatbuilders on',
    family: 'Boatbuilding',
    level: 'Senior craft',
    leadsTo: ['yard-supervisor'],
  },
  {
    key: 'yard-supervisor',
    title: 'Yard supervisor',
    purpose: 'Keeps a hall supplied, staffed and safe so that every boat leaves on its day',
    family: 'Boatbuilding',
    level: 'Lead',
    leadsTo: [],
  },
  {
    key: 'refit-technician',
    title: 'Refit technician',
    purpose: 'Brings boats back to sea: finds what is wrong, mends it and hands it back dry and tested',
    family: 'Refit',
    level: 'Craft',
    leadsTo: ['refit-lead'],
  },
  {
    key: 'refit-lead',
    title: 'Refit lead',
    purpose: 'Runs refits from survey to hand-over and is the face of the quay to owners',
    family: 'Refit',
    level: 'Lead',
    leadsTo: [],
  },
]

/** What everybody signs in with while the sample is loaded. */
export const samplePassword = 'masterwork-sample'

/** Accounts, by the person they belong to; the rest of the yard has not been invited. */
export const accounts = [
  { email: 'admin@sample.test', person: 'tomas' },
  { email: 'designer@sample.test', person: 'ingrid' },
  { email: 'manager@sample.test', person: 'noor' },
  { email: 'assessor@sample.test', person: 'birte' },
  { email: 'employee@sample.test', person: 'jonas' },
  { email: 'auditor@sample.test', person: 'piet' },
] as const

/** Rights beyond those that come from teams and reporting lines. `group` and `qualification` narrow a may-sign. */
export const grants = [
  { person: 'tomas', kind: 'administrator', by: null, reason: 'Set up the yard in Masterwork' },
  { person: 'ingrid', kind: 'designer', by: 'tomas', reason: 'Leads people and training' },
  { person: 'anders', kind: 'designer', by: 'tomas', reason: 'Second designer for what can hurt someone' },
  { person: 'piet', kind: 'auditor', by: 'tomas', reason: 'Yearly audit by the insurer' },
  { person: 'birte', kind: 'may-sign', group: 'Safety', by: 'ingrid', reason: 'Safety instructor of the yard' },
  {
    person: 'birte',
    kind: 'may-sign',
    qualification: 'vacuum-infusion',
    by: 'ingrid',
    reason: 'Brought infusion to the yard',
  },
  { person: 'viktor', kind: 'may-sign', qualification: 'vacuum-infusion', by: 'ingrid', reason: 'Signs for Birte' },
  {
    person: 'viktor',
    kind: 'may-sign',
    qualification: 'structural-repair',
    by: 'anders',
    reason: 'Trained by the class surveyor',
  },
] as const
