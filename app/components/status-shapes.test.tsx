import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { cellStatuses } from '~/domain/vocabulary'
import { CellChip, cellName } from './cell-chip'
import { StatusGlyph } from './status-glyph'

const shapes = readFileSync(new URL('../styles/shapes.css', import.meta.url), 'utf8')
const status = readFileSync(new URL('../styles/status.css', import.meta.url), 'utf8')

describe('the shape of a status', () => {
  it.each(cellStatuses)('is the same drawing in the grid and beside words: %s', (name) => {
    const mask = new RegExp(`--shape-${name}:\\s*url\\("([^"]+)"\\)`, 'u').exec(shapes)?.[1]
    expect(mask).toBeDefined()
    const inGrid = drawingOf(decodeURIComponent(mask ?? ''))
    const besideWords = drawingOf(renderToStaticMarkup(<StatusGlyph status={name} />))
    expect(inGrid).toEqual(besideWords)
    expect(status).toContain(`.c-${name} {`)
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
