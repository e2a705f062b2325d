import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { cellStatuses } from '~/domain/vocabulary'
import type { CellStatus } from '~/domain/vocabulary'
import { CellChip, cellName } from './cell-chip'
import { statusFamily } from './status-family'
import { StatusGlyph } from './status-glyph'

const shapes = readFileSync(new URL('../styles/shapes.css', import.meta.url), 'utf8')
const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8')
const status = readFileSync(new URL('../styles/status.css', import.meta.url), 'utf8')

describe('the shape of a status', () => {
  it.each(cellStatuses)('is the same drawing in the grid and beside words: %s', (name) => {
    const besideWords = drawingOf(renderToStaticMarkup(<StatusGlyph status={name} />))
    expect(drawingOf(pictureOf(name, 'light'))).toEqual(besideWords)
    expect(drawingOf(pictureOf(name, 'dark'))).toEqual(besideWords)
    expect(shapes.split(`--shape-${name}: var(--light-${name});`)).toHaveLength(2)
    expect(shapes.split(`--shape-${name}: var(--dark-${name});`)).toHaveLength(3)
    expect(status).toContain(`.c-${name} {`)
  })

  it.each(cellStatuses)('has the glyph colour of its family in both themes: %s', (name) => {
    const colours = new RegExp(`--${statusFamily[name]}-glyph:\\s*light-dark\\((#\\w+), (#\\w+)\\)`, 'u').exec(tokens)
    for (const [at, theme] of (['light', 'dark'] as const).entries()) {
      expect(pictureOf(name, theme).match(/#[0-9a-f]{6}/gu)).toContain(colours?.[at + 1])
      expect(new Set(pictureOf(name, theme).match(/#[0-9a-f]{6}/gu)).size).toBe(1)
    }
  })

  it('differs from every other', () => {
    const drawings = cellStatuses.map((name) =>
      drawingOf(renderToStaticMarkup(<StatusGlyph status={name} />)).join(' '),
    )
    expect(new Set(drawings).size).toBe(cellStatuses.length)
  })
})

describe('a cell', () => {
  it('is one element, with its marks as attributes', () => {
    const html = renderToStaticMarkup(<CellChip status="mastered" gap waiting="mine" level={2} imported />)
    expect(html.match(/</gu)).toHaveLength(2)
    expect(html).toContain('class="c green c-mastered"')
    for (const mark of ['data-gap=""', 'data-wait="mine"', 'data-level="2"', 'data-imported=""']) {
      expect(html).toContain(mark)
    }
  })

  it('stays empty where the requirement does not apply', () => {
    expect(renderToStaticMarkup(<CellChip status={null} />)).toContain('c-none')
  })

  it('says status and marks in one name', () => {
    expect(cellName('Mastered', { gap: true, waiting: null, level: 2 })).toBe(
      'Mastered, gap before it, level 2 reached',
    )
  })
})

/** The picture of a status in one theme, as SVG text. */
function pictureOf(status: CellStatus, theme: 'light' | 'dark'): string {
  const address = new RegExp(`--${theme}-${status}:\\s*url\\("data:image/svg\\+xml,([^"]+)"\\)`, 'u').exec(shapes)?.[1]
  if (!address) throw new Error(`no picture of ${status} in ${theme}`)
  return decodeURIComponent(address)
}

/** Paths, circles and rectangles in order, without colours: what makes up a silhouette. */
function drawingOf(svg: string): string[] {
  const elements = svg.matchAll(/<(path|circle|rect)\s([^>]*)>/gu)
  return [...elements]
    .map(([, kind, attributes = '']) => {
      const geometry = ['d', 'cx', 'cy', 'r', 'x', 'y', 'width', 'height', 'rx'].flatMap((name) => {
        const value = new RegExp(`(?:^|\\s)${name}=["']([^"']*)["']`, 'u').exec(attributes)?.[1]
        return value === undefined ? [] : [`${name}=${value}`]
      })
      return [kind, ...geometry].join(' ')
    })
    .filter((element) => element !== 'rect width=16 height=16')
}
