import { describe, expect, it } from 'vitest'
import { openSqliteWriter } from '~db/client.server'
import { migrateSqlite } from '~db/migrate.server'

describe('migrations on SQLite', () => {
  it('apply to an empty database once, and change nothing the second time', async () => {
    const database = openSqliteWriter(':memory:')
    expect(await migrateSqlite(database)).toHaveLength(5)
    expect(await migrateSqlite(database)).toEqual([])
    database.close()
  })
})
