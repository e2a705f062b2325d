import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/**
 * Text is at least 4.5:1 and shapes 3:1 on every surface, status colours also on their own chip, in both themes.
 * The ratios are computed from the tokens themselves (WCAG 2.2, 1.4.3 and 1.4.11).
 */
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]
const surfaces = ['canvas', 'surface', 'raised', 'hover', 'accent-soft']
const families = ['green', 'orange', 'blue', 'grey']

describe.each(themes)('contrast in the %s theme', (theme) => {
  it.each(['ink', 'ink-2', 'ink-3', 'accent', ...families.map((family) => `${family}-fg`), 'blank-fg'])(
    '%s can be read on every surface',
    (name) => {
      for (const surface of surfaces) expect([surface, contrast(name, surface, theme) >= 4.5]).toEqual([surface, true])
    },
  )

  it.each(['line-control', ...families.map((family) => `${family}-glyph`), 'blank-glyph'])(
    '%s can be seen on every surface',
    (name) => {
      for (const surface of surfaces) expect([surface, contrast(name, surface, theme) >= 3]).toEqual([surface, true])
    },
  )

  it.each(families)('%s can be read and seen on its own chip', (family) => {
    expect(contrast(`${family}-fg`, `${family}-bg`, theme)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(`${family}-glyph`, `${family}-bg`, theme)).toBeGreaterThanOrEqual(3)
  })

  it('text on the accent can be read, also under the pointer', () => {
    expect(contrast('accent-on', 'accent', theme)).toBeGreaterThanOrEqual(4.5)
    expect(contrast('accent-on', 'accent-hover', theme)).toBeGreaterThanOrEqual(4.5)
  })

  it('ink can be read on the orange of a problem', () => {
    expect(contrast('ink', 'orange-bg', theme)).toBeGreaterThanOrEqual(4.5)
  })
})

/** WCAG contrast ratio of two tokens, 1 to 21. */
function contrast(one: string, other: string, theme: Theme): number {
  const [lighter = 0, darker = 0] = [luminance(token(one, theme)), luminance(token(other, theme))].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function token(name: string, theme: Theme): string {
  const match = new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`, 'u').exec(css)
  const value = match?.[theme === 'light' ? 1 : 2]
  if (!value) throw new Error(`no colour --${name} in tokens.css`)
  return value
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
