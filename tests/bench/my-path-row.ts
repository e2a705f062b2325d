import type { BenchRow, Figure } from './figure'
import { measure, medianOf } from './load'
import { makeDataset, startServer } from './server'

const sizes = [
  { qualifications: 60, p50: 10, perSecond: 150, kilobytes: 15 },
  { qualifications: 200, p50: 20, perSecond: 75, kilobytes: 35 },
]

/** P4: the employee's own page, alone and with eight at once. */
export const myPath: BenchRow = {
  id: 'P4',
  work: 'my path, 60 and 200 qualifications',
  async measure() {
    const figures: Figure[] = []
    for (const size of sizes) {
      const dataset = makeDataset(60, size.qualifications)
      const server = await startServer(dataset.folder)
      const client = await server.client('employee@large.test')
      let bytes = 0
      const look = async () => {
        const answer = await client.send({ path: '/my-path' })
        if (answer.status !== 200) throw new Error(`My path answered ${answer.status}`)
        bytes = answer.body.length
      }
      const alone = await medianOf(3, () => measure(1, 150, look))
      const together = await medianOf(3, () => measure(8, 400, look))
      client.close()
      await server.stop()
      dataset.remove()
      const work = `my path, ${size.qualifications} qualifications`
      figures.push(
        {
          id: 'P4',
          work: `${work}: p50`,
          figure: alone.p50,
          unit: 'ms',
          limit: size.p50,
          budget: `<= ${size.p50} ms`,
          isMet: alone.p50 <= size.p50,
        },
        {
          id: 'P4',
          work: `${work}: 8 clients`,
          figure: together.perSecond,
          unit: '/s',
          limit: size.perSecond,
          budget: `>= ${size.perSecond}/s`,
          isMet: together.perSecond >= size.perSecond,
        },
        {
          id: 'P4',
          work: `${work}: gzip`,
          figure: bytes / 1024,
          unit: 'kB',
          limit: size.kilobytes,
          budget: `<= ${size.kilobytes} kB`,
          isMet: bytes / 1024 <= size.kilobytes,
        },
      )
    }
    return figures
  },
}
