import { describe, expect, it } from 'vitest'
import { passwordProblem } from './password-rules'

const about = { name: 'Mara Lindqvist', email: 'mara@tidewater.example', organisation: 'Tidewater Bakery' }

describe('a password', () => {
  it.each([
    ['elevenchars', 'password-short'],
    ['x9'.repeat(65), 'password-long'],
    ['aaaaaaaaaaaaaaa', 'password-simple'],
    ['123456789012345', 'password-simple'],
    ['qwertyuiop12', 'password-simple'],
    ['abcabcabcabcabc', 'password-simple'],
    ['Password2026!', 'password-common'],
    ['P4ssw0rd-2026!', 'password-common'],
    ['welcome-dragon', 'password-common'],
    ['masterwork-sample', 'password-common'],
    ['2026-11-24-1730', 'password-common'],
    ['MaraLindqvist1987', 'password-own'],
    ['tidewater-bakery!', 'password-own'],
  ])('%s is refused: %s', (password, problem) => {
    expect(passwordProblem(password, about)).toBe(problem)
  })

  it.each([
    'a quiet river at dawn',
    'correct horse battery staple',
    'vK9-rTq2-mmXp',
    'kaffeetasse am fenster',
    'Tidewater mornings smell of rye',
  ])('%s is taken', (password) => expect(passwordProblem(password, about)).toBeNull())
})
