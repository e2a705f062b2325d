import type { BenchRow, Figure } from './figure'
import { bareTransactionsPerSecond } from './limits'
import { openCells, type Cell } from './open-cells'
import { measure, medianOf, type Client, type Measured } from './load'
import { makeDataset, startServer, type BenchServer, type Dataset } from './server'

const people = 400
const qualifications = 60
const route = encodeURIComponent('routes/tracker/cell.route')

/** One run of the same work on one server: what one client and eight reach, and what an action costs that does nothing. */
interface Run {
  readonly alone: Measured
  readonly together: Measured
  readonly emptyAlone: Measured
  readonly emptyTogether: Measured
}

/** P1 and P2: sign-offs through the real server, held against the bare disk and an empty guarded action. */
export const signOffs: readonly BenchRow[] = [
  {
    id: 'P1',
    work: 'one sign-off',
    async measure() {
      const dataset = makeDataset(people, qualifications)
      const bare = bareTransactionsPerSecond()
      const run = await onServer(dataset, [], (server) => measureAll(server, dataset))
      dataset.remove()
      const limit = 1000 / bare + run.emptyAlone.p50
      return [
        {
          id: 'P1',
          work: `sign-off, 1 client: p50 (bare disk ${bare.toFixed(0)}/s)`,
          figure: run.alone.p50,
          unit: 'ms',
          limit,
          budget: '<= 1.8 x (1/B + E1)',
          isMet: run.alone.p50 <= 1.8 * limit,
        },
      ]
    },
  },
  {
    id: 'P2',
    work: 'sign-offs per second, 8 clients',
    async measure() {
      const bare = bareTransactionsPerSecond()
      const grouped = makeDataset(people, qualifications)
      const run = await onServer(grouped, [], (server) => measureAll(server, grouped))
      grouped.remove()
      const single = makeDataset(people, qualifications)
      const alone = await onServer(single, ['--batch', '1'], (server) => measureAll(server, single))
      single.remove()
      const ideal = 8 / (8 / run.emptyTogether.perSecond + 1 / bare)
      const figures: Figure[] = [
        {
          id: 'P2',
          work: 'sign-offs, 8 clients',
          figure: run.together.perSecond,
          unit: '/s',
          limit: ideal,
          budget: '>= 0.65 G',
          isMet: run.together.perSecond >= 0.65 * ideal,
        },
        {
          id: 'P2',
          work: 'the same against commits one by one',
          figure: run.together.perSecond,
          unit: '/s',
          limit: alone.together.perSecond,
          budget: '>= 1.3 x batch 1',
          isMet: run.together.perSecond >= 1.3 * alone.together.perSecond,
        },
      ]
      return figures
    },
  },
]

async function onServer(
  dataset: Dataset,
  args: readonly string[],
  work: (server: BenchServer) => Promise<Run>,
): Promise<Run> {
  const server = await startServer(dataset.folder, args)
  try {
    return await work(server)
  } finally {
    await server.stop()
  }
}

async function measureAll(server: BenchServer, dataset: Dataset): Promise<Run> {
  // First: it takes long enough for the server to close an idle connection.
  const cells = openCells(dataset.database)
  const client = await server.client('admin@large.test')
  let next = 0
  const sign = async () => {
    const cell = cells[next++]
    if (!cell) throw new Error('Every open cell is signed off: the organisation is too small for this measurement')
    const answer = await post(client, server.url, cell, 'quick-sign-off')
    if (answer.status !== 200) throw new Error(`A sign-off answered ${answer.status}: ${answer.body.toString()}`)
  }
  const nothing = async () => {
    const answer = await post(client, server.url, cells[0] as Cell, 'no-such-intention')
    if (answer.status !== 400) throw new Error(`An empty action answered ${answer.status}`)
  }
  const emptyAlone = await medianOf(3, () => measure(1, 150, nothing))
  const emptyTogether = await medianOf(3, () => measure(8, 600, nothing))
  const alone = await medianOf(3, () => measure(1, 100, sign))
  const together = await medianOf(3, () => measure(8, 400, sign))
  client.close()
  return { alone, together, emptyAlone, emptyTogether }
}

function post(client: Client, url: string, cell: Cell, intent: string) {
  return client.send({
    method: 'POST',
    path: `/programs/${cell.programId}/cells/${cell.personId}/${cell.qualificationId}?_data=${route}`,
    form: { intent, stay: '1' },
    headers: { origin: url },
  })
}
