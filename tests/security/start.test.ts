import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startProduct } from '../e2e/support/product'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'masterwork-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, 'masterwork.sqlite')

describe('the start', () => {
  it('makes a database where there is none, is ready, and ends cleanly when told to', async () => {
    const product = await startProduct(folder)
    expect(await (await fetch(`${product.url}/healthz`)).text()).toBe('alive\n')
    expect(await (await fetch(`${product.url}/readyz`)).text()).toBe('ready\n')
    expect(await product.stop()).toBe(0)
    expect(existsSync(file())).toBe(true)
    expect(existsSync(join(folder, 'masterwork.lock'))).toBe(false)
  })

  it('leads an empty installation to its first page', async () => {
    const product = await startProduct(folder)
    const answer = await fetch(product.url, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/welcome'])
    await product.stop()
  })

  it('stops with a sentence at a damaged file and leaves every byte of it', async () => {
    const bytes = Buffer.from('whatever this was, it is somebody’s data'.repeat(100))
    writeFileSync(file(), bytes)
    await expect(startProduct(folder)).rejects.toThrow(/cannot be opened.*It was left as it is/s)
    expect(readFileSync(file()).equals(bytes)).toBe(true)
  })

  it('stops with a sentence at a database of a newer version', async () => {
    await (await startProduct(folder)).stop()
    const database = new Database(file())
    database.exec("insert into migration values ('9999-later', '2030-01-01')")
    database.close()
    await expect(startProduct(folder)).rejects.toThrow(/newer version of Masterwork/)
  })

  it('refuses a folder that another server holds, and takes over from one that was killed', async () => {
    const first = await startProduct(folder)
    await expect(startProduct(folder)).rejects.toThrow(/in use by process/)
    await first.kill()
    const second = await startProduct(folder)
    expect(await second.stop()).toBe(0)
  })

  it('names the setting it cannot use', async () => {
    await expect(startProduct(folder, { PORT: 'many' })).rejects.toThrow(/PORT/)
    await expect(startProduct(folder, { PUBLIC_URL: 'javascript:alert(1)' })).rejects.toThrow(/PUBLIC_URL/)
  })
})
