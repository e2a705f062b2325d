import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchRow } from './figure'
import { startServer } from './server'

const megabyte = 1024 * 1024

/** P12: from the start of the built server to its first answer, and its memory at rest. */
export const startUp: BenchRow = {
  id: 'P12',
  work: 'start and memory',
  async measure() {
    const folder = mkdtempSync(join(tmpdir(), 'masterwork-bench-start-'))
    const starts: number[] = []
    let memory = Number.NaN
    for (let round = 0; round < 5; round += 1) {
      const server = await startServer(folder)
      starts.push(server.startedIn)
      memory = server.memory() / megabyte
      await server.stop()
    }
    rmSync(folder, { recursive: true, force: true })
    // The first start also makes the database; the budget is about a built product that has one.
    const seconds = (starts.slice(1).sort((a, b) => a - b)[2] ?? Number.NaN) / 1000
    return [
      {
        id: 'P12',
        work: 'start to first answered request',
        figure: seconds,
        unit: 's',
        limit: 1.2,
        budget: '<= 1.2 s',
        isMet: seconds <= 1.2,
      },
      {
        id: 'P12',
        work: 'memory at rest',
        figure: memory,
        unit: 'MB',
        limit: 160,
        budget: '<= 160 MB',
        isMet: memory <= 160,
      },
    ]
  },
}
