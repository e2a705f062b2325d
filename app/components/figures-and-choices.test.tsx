import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { criterionVerdicts } from '~/domain/vocabulary'
import { CriterionControl } from './criterion-control'
import { Readiness } from './readiness'
import { themeAttribute, themeFromCookie } from './theme'

describe('the theme', () => {
  it('is read from the cookie and left to the system otherwise', () => {
    expect(themeFromCookie('a=b; theme=dark; c=d')).toBe('dark')
    expect(themeFromCookie('mytheme=dark')).toBe('system')
    expect(themeFromCookie('theme=purple')).toBe('system')
    expect(themeFromCookie(null)).toBe('system')
    expect(themeAttribute('system')).toBeUndefined()
  })
})

describe('the criterion control', () => {
  it('offers met, not yet, not observed in this order and chooses nothing', () => {
    const html = renderToStaticMarkup(<CriterionControl name="verdict" criterion="Swabs five points" />)
    expect([...html.matchAll(/value="([^"]+)"/gu)].map((match) => match[1])).toEqual([...criterionVerdicts])
    expect(html).not.toContain('checked')
    expect(html).toContain('Not observed')
  })
})

describe('readiness', () => {
  it('writes the first number strong', () => {
    expect(renderToStaticMarkup(<Readiness met={14} needed={18} />)).toContain('<b class="text-ink">14</b> of 18')
    expect(renderToStaticMarkup(<Readiness met={1} needed={11} />)).toContain('<b class="text-ink">1</b> of 11')
  })
  it('says when nothing is required', () => {
    expect(renderToStaticMarkup(<Readiness met={0} needed={0} />)).toContain('nothing required')
  })
})
