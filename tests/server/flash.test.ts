import { describe, expect, it } from 'vitest'
import { readEnv } from '~/server/env.server'
import { flashCookie, readFlash, type Flash } from '~/server/flash.server'

const env = readEnv({ DATA_DIR: '/nowhere', LOG_LEVEL: 'silent' })

function read(cookie: string): Flash | null {
  return readFlash(new Request('http://masterwork.invalid/', { headers: { cookie } }))
}

function made(value: unknown): string {
  return `masterwork-flash=${Buffer.from(JSON.stringify(value)).toString('base64url')}`
}

describe('the message left for the next page', () => {
  it('arrives as it was left', () => {
    const flash = { code: 'taken-back', facts: { name: 'Mara Lind; Path=/x\r\nSet-Cookie: a=b' } }
    const [cookie = ''] = flashCookie(flash, env).split(';')
    expect(read(cookie)).toEqual(flash)
  })

  it.each([
    [{ code: '__proto__' }],
    [{ code: 5 }],
    [{ code: 'taken-back', facts: { name: {} } }],
    [{ code: 'taken-back', facts: ['x'] }],
    [{ code: 'taken-back', undoes: {} }],
    [null],
    [[]],
    ['text'],
  ])('is ignored when somebody else wrote it: %j', (value) => {
    expect(read(made(value))).toBeNull()
  })

  it('is ignored when it is no JSON', () => {
    expect(read('masterwork-flash=abc')).toBeNull()
  })
})
