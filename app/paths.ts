import type { Id } from './domain/ids'
import type { DesignStep } from './domain/vocabulary'

type QueueList = 'mine' | 'team' | 'unassigned'

/**
 * Every address of the product, built from typed ids and nowhere else, so that no link can leave the origin and a
 * renamed address is one change. `tests/architecture.test.ts` holds it against `routes.ts`.
 */
export const paths = {
  home: () => '/',
  welcome: () => '/welcome',
  signIn: (to?: string) => (to ? `/sign-in?to=${encodeURIComponent(to)}` : '/sign-in'),
  signOut: () => '/sign-out',
  invitation: (token: string) => `/invitations/${encodeURIComponent(token)}`,
  myPath: (programId?: Id<'program'>) => (programId ? `/my-path?program=${programId}` : '/my-path'),
  myQualification: (programId: Id<'program'>, qualificationId: Id<'qualification'>) =>
    `/my-path/${programId}/${qualificationId}`,
  queue: (list?: QueueList) => (list === undefined ? '/queue' : `/queue?list=${list}`),
  /** The next in the list after one that is done. */
  queueAfter: (demonstrationId: Id<'demonstration'>) => `/queue?after=${demonstrationId}`,
  demonstration: (demonstrationId: Id<'demonstration'>, list?: QueueList) =>
    list === undefined ? `/queue/${demonstrationId}` : `/queue/${demonstrationId}?list=${list}`,
  tracker: () => '/tracker',
  programTracker: (programId: Id<'program'>) => `/programs/${programId}/tracker`,
  cell: (key: { programId: Id<'program'>; personId: Id<'person'>; qualificationId: Id<'qualification'> }) =>
    `/programs/${key.programId}/cells/${key.personId}/${key.qualificationId}`,
  /** Every line of a program as strings; `isMine`: only my people. */
  matrix: (programId: Id<'program'>, isMine: boolean) => `/programs/${programId}/matrix${isMine ? '?mine=1' : ''}`,
  programs: () => '/programs',
  program: (programId: Id<'program'>) => `/programs/${programId}`,
  design: (programId: Id<'program'>, step: DesignStep, qualificationId?: Id<'qualification'>) =>
    qualificationId
      ? `/programs/${programId}/design/${step}?qualification=${qualificationId}`
      : `/programs/${programId}/design/${step}`,
  publish: (programId: Id<'program'>) => `/programs/${programId}/publish`,
  people: () => '/people',
  newPerson: () => '/people/new',
  person: (personId: Id<'person'>) => `/people/${personId}`,
  teams: () => '/teams',
  team: (teamId: Id<'team'>) => `/teams/${teamId}`,
  live: (after?: number) => (after === undefined ? '/live' : `/live?after=${after}`),
} as const
