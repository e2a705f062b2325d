/**
 * Identifiers say what they name: `qual_0d8fk2…` is a qualification and nothing else.
 * The text after the prefix sorts by the moment it was made, then is random, so rows made together lie together.
 * Made only by an injected `newId` (see `server/clock`), never here: the domain has no randomness.
 */
export const idPrefixes = {
  organisation: 'org',
  person: 'pers',
  site: 'site',
  team: 'team',
  'team-membership': 'memb',
  'team-lead': 'lead',
  'reporting-line': 'line',
  'stand-in': 'stin',
  absence: 'abs',
  account: 'acct',
  role: 'role',
  assignment: 'asgn',
  candidacy: 'cand',
  grant: 'grnt',
  invitation: 'inv',
  program: 'prog',
  'program-version': 'pver',
  duty: 'duty',
  'requirement-group': 'rgrp',
  requirement: 'req',
  qualification: 'qual',
  revision: 'rev',
  criterion: 'crit',
  method: 'meth',
  process: 'proc',
  resource: 'res',
  tick: 'tick',
  demonstration: 'demo',
  evidence: 'evid',
  assessment: 'asmt',
  'ledger-event': 'evt',
  exemption: 'exem',
  ask: 'ask',
  refusal: 'rfsl',
  dismissal: 'dism',
  job: 'job',
} as const

export type IdKind = keyof typeof idPrefixes
/** A typed identifier, for example `Id<'person'>` = `` `pers_${string}` ``. */
export type Id<K extends IdKind> = `${(typeof idPrefixes)[K]}_${string}`

/** Makes a fresh identifier of the kind asked for. Injected wherever rows are created. */
export type NewId = <K extends IdKind>(kind: K) => Id<K>

const bodyPattern = /^[0-9a-z]{10,40}$/

/** True when `text` has the shape of an identifier of `kind`. Says nothing about whether the row exists. */
export function isId<K extends IdKind>(kind: K, text: string): text is Id<K> {
  const prefix = `${idPrefixes[kind]}_`
  return text.startsWith(prefix) && bodyPattern.test(text.slice(prefix.length))
}
