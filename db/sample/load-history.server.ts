/** A year at the yard: turns the letters of `history` into acts, to be written in the order of time. */
import { addDays, laterOf, type CalendarDate } from '~/domain/calendar-date'
import { isMust } from '~/domain/readiness'
import { appendToLedger } from '../queries/ledger.server'
import { findPublishedProgramOrNull, type PublishedProgram } from '../queries/published-program.server'
import type { Act } from './act'
import type { Cell, Proven } from './cell-of-history'
import { storyOf } from './cell-story.server'
import { asks, history, type Grid } from './history'
import type { LoadedVersion } from './load-programs.server'
import { insertRows, type Loading } from './loading.server'
import { people, promotions } from './people'

/** Everything that happened, in no order yet: what was published and recorded. */
export async function loadHistory(loading: Loading, versions: readonly LoadedVersion[]): Promise<Act[]> {
  const acts: Act[] = versions.map((version) => publishing(loading, version))
  for (const grid of history) {
    const ofProgram = versions.filter((version) => version.program === grid.program)
    const program = await publishedProgram(loading, grid)
    for (const [key, letters] of Object.entries(grid.rows)) {
      const cells = cellsOf(loading, { grid, key, letters, program, versions: ofProgram })
      const stories = cells.map((cell) => storyOf(loading, cell))
      acts.push(...stories.flatMap((story) => story.acts))
      const proven = new Map(stories.flatMap(({ proven: proof }, index) => provenAt(cells[index], proof)))
      acts.push(...completion(loading, cells, proven))
    }
  }
  acts.push(...promotions.map((promotion) => promoting(loading, promotion)))
  await insertAsks(loading)
  return acts
}

function provenAt(cell: Cell | undefined, proof: Proven | null): [string, Proven][] {
  return cell && proof ? [[cell.qualification, proof]] : []
}

async function publishedProgram(loading: Loading, grid: Grid): Promise<PublishedProgram> {
  const programId = loading.idOf('program', grid.program)
  const program = await findPublishedProgramOrNull(loading.tx, loading.organisationId, programId)
  if (!program) throw new Error(`The sample's program ${grid.program} is not published`)
  return program
}

function cellsOf(
  loading: Loading,
  row: { grid: Grid; key: string; letters: string; program: PublishedProgram; versions: readonly LoadedVersion[] },
): Cell[] {
  const person = people.find((each) => each.key === row.key)
  const letters = [...row.letters.replaceAll(' ', '')]
  const { columns } = row.grid
  if (!person || letters.length !== columns.length) throw new Error(`The sample's row of ${row.key} does not fit`)
  return columns.map((qualification, column) => {
    const requirement = row.program.byQualification.get(loading.idOf('qualification', qualification))
    if (!requirement) throw new Error(`The sample's program has no ${qualification}`)
    const share = (column + 0.5) / columns.length
    const letter = letters[column] ?? '.'
    return { person, qualification, requirement, letter, share, program: row.program, versions: row.versions }
  })
}

/** The event that a version was published. */
export function publishing(loading: Loading, version: LoadedVersion): Act {
  return {
    at: version.publishedAt,
    async write() {
      await appendToLedger(loading.tx, {
        organisationId: loading.organisationId,
        id: loading.newId('ledger-event'),
        kind: 'published',
        programId: version.programId,
        actorId: version.publishedBy,
        occurredOn: version.publishedOn,
        recordedAt: version.publishedAt,
        programVersionId: version.versionId,
        contentHash: version.contentHash,
        details: { version: String(version.number) },
      })
    },
  }
}

/** The first day on which somebody in the role had met all musts, where the row says that they have. */
function completion(loading: Loading, cells: readonly Cell[], proven: ReadonlyMap<string, Proven>): Act[] {
  const [first] = cells
  if (!first || first.person.role === undefined || first.person.left !== undefined) return []
  const { person, program } = first
  if (loading.idOf('role', person.role ?? '') !== program.roleId) return []
  const { rules } = program
  const met: Proven[] = []
  const groups = new Map<string, { atLeast: number; proofs: Proven[] }>()
  for (const rule of rules.requirements) {
    const cell = cells.find((each) => each.requirement.rule.qualificationId === rule.qualificationId)
    if (!isMust(rules, rule) || rule.countsFrom !== null || cell?.letter === 'q') continue
    const proof = cell && proven.get(cell.qualification)
    const atLeast = rules.groups.find((group) => group.id === rule.groupId)?.atLeast ?? null
    if (atLeast !== null && rule.groupId !== null) {
      const group = groups.get(rule.groupId) ?? { atLeast, proofs: [] }
      groups.set(rule.groupId, { atLeast, proofs: proof ? [...group.proofs, proof] : group.proofs })
    } else if (proof) met.push(proof)
    else return []
  }
  for (const { atLeast, proofs } of groups.values()) {
    if (proofs.length < atLeast) return []
    met.push(...proofs.toSorted((a, b) => (a.on < b.on ? -1 : 1)).slice(0, atLeast))
  }
  return [completed(loading, first, met)]
}

function completed(loading: Loading, { person, program, versions }: Cell, met: readonly Proven[]): Act {
  const promotion = promotions.find((each) => each.person === person.key)
  const since = loading.day(promotion ? -promotion.daysAgo : -person.since)
  const last = met.reduce((latest, proof) => (proof.at > latest.at ? proof : latest))
  const on = met.reduce<CalendarDate>((day, proof) => laterOf(day, proof.on), since)
  const recordedOn = laterOf(on, last.at.slice(0, 10) as CalendarDate) // An Instant begins with its UTC day.
  const at = loading.moment(recordedOn, 600)
  const version = versions.findLast((each) => each.publishedAt <= at) ?? versions[0]
  return {
    at,
    async write() {
      await appendToLedger(loading.tx, {
        organisationId: loading.organisationId,
        id: loading.newId('ledger-event'),
        kind: 'completed',
        personId: loading.idOf('person', person.key),
        programId: program.programId,
        actorId: last.actorId,
        occurredOn: on,
        recordedAt: at,
        programVersionId: version?.versionId ?? null,
        contentHash: version?.contentHash ?? null,
        details: { scope: 'role', causedBy: last.eventId },
      })
    },
  }
}

function promoting(loading: Loading, promotion: (typeof promotions)[number]): Act {
  const effectiveOn = loading.day(-promotion.daysAgo)
  const at = loading.moment(addDays(effectiveOn, -9), 240)
  return {
    at,
    async write() {
      await appendToLedger(loading.tx, {
        organisationId: loading.organisationId,
        id: loading.newId('ledger-event'),
        kind: 'promoted',
        personId: loading.idOf('person', promotion.person),
        programId: loading.idOf('program', promotion.to),
        actorId: loading.idOf('person', 'ingrid'),
        occurredOn: effectiveOn,
        recordedAt: at,
        details: {
          roleId: loading.idOf('role', promotion.to),
          fromRoleId: loading.idOf('role', promotion.from),
          recommendedBy: loading.idOf('person', 'elin'),
        },
      })
    },
  }
}

async function insertAsks(loading: Loading): Promise<void> {
  const { idOf, day, moment } = loading
  await insertRows(
    loading.tx,
    'ask',
    asks.map((ask) => ({
      id: loading.newId('ask'),
      organisation_id: loading.organisationId,
      person_id: idOf('person', ask.person),
      program_id: idOf('program', ask.program),
      qualification_id: idOf('qualification', ask.qualification),
      by_on: day(ask.inDays),
      note: ask.note,
      asked_by: idOf('person', ask.by),
      asked_at: moment(day(-ask.daysAgo), 75),
      ended_at: null,
    })),
  )
}
