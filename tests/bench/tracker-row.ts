import Database from 'better-sqlite3'
import type { BenchRow, Figure } from './figure'
import { measure, medianOf } from './load'
import { makeDataset, startServer, type Dataset } from './server'

const sizes = [
  { people: 200, qualifications: 60 },
  { people: 1000, qualifications: 60 },
]

/** P5: the first view of the tracker, up to 1,000 people for now; it must not grow with the organisation. */
export const trackerFirstView: BenchRow = {
  id: 'P5',
  work: 'tracker, first view',
  async measure() {
    const figures: Figure[] = []
    for (const size of sizes) {
      const dataset = makeDataset(size.people, size.qualifications)
      const server = await startServer(dataset.folder)
      const client = await server.client('admin@large.test')
      const path = `/programs/${largestProgram(dataset)}/tracker`
      let bytes = 0
      const seen = await medianOf(3, () =>
        measure(1, 100, async () => {
          const answer = await client.send({ path })
          if (answer.status !== 200) throw new Error(`The tracker answered ${answer.status}`)
          bytes = answer.body.length
        }),
      )
      client.close()
      await server.stop()
      dataset.remove()
      const work = `tracker ${size.people} x ${size.qualifications}`
      figures.push(
        {
          id: 'P5',
          work: `${work}: p50`,
          figure: seen.p50,
          unit: 'ms',
          limit: 30,
          budget: '<= 30 ms',
          isMet: seen.p50 <= 30,
        },
        {
          id: 'P5',
          work: `${work}: gzip`,
          figure: bytes / 1024,
          unit: 'kB',
          limit: 30,
          budget: '<= 30 kB',
          isMet: bytes / 1024 <= 30,
        },
      )
    }
    return figures
  },
}

/** The program with most requirements of the generated organisation. */
export function largestProgram(dataset: Dataset): string {
  const database = new Database(dataset.database, { readonly: true })
  const row = database
    .prepare(
      `select v.program_id as id from program_version v join requirement r on r.program_version_id = v.id
       where v.state = 'published' group by v.program_id order by count(*) desc limit 1`,
    )
    .get() as { id: string } | undefined
  database.close()
  if (!row) throw new Error('The generated organisation has no published program')
  return row.id
}
