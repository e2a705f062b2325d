import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Button } from './button'
import { SelectField, TextField } from './inputs'
import { OutlineList } from './outline-list'

describe('a field', () => {
  it('ties label, hint and error to its control and keeps what was typed', () => {
    const html = renderToStaticMarkup(
      <TextField id="email" name="email" label="Email" hint="At work" error="It needs an @." defaultValue="elif" />,
    )
    expect(html).toContain('for="email"')
    expect(html).toContain('aria-describedby="email-error email-hint"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('id="email-error"')
    expect(html).toContain('value="elif"')
  })

  it('says that a value comes from above', () => {
    const html = renderToStaticMarkup(
      <SelectField id="m" name="m" label="Method" inherited options={[{ value: 'a', label: 'A' }]} />,
    )
    expect(html).toContain('aria-describedby="m-badge"')
    expect(html).toContain('>default<')
  })
})

describe('a button that cannot be used now', () => {
  it('stays focusable, cannot submit, and says why', () => {
    const html = renderToStaticMarkup(
      <Button type="submit" disabledReason="Needs every required criterion met.">
        Mastered
      </Button>,
    )
    expect(html).toContain('type="button"')
    expect(html).toContain('aria-disabled="true"')
    expect(html).not.toMatch(/\sdisabled/u)
    const id = /aria-describedby="([^"]+)"/u.exec(html)?.[1]
    expect(html).toContain(`id="${id}"`)
    expect(html).toContain('Needs every required criterion met.')
  })
})

describe('an outline list without script', () => {
  it('posts texts and ids in order, and a new line', () => {
    const html = renderToStaticMarkup(
      <OutlineList
        name="criterion"
        label="Criteria"
        addName="newCriterion"
        addLabel="Add a criterion"
        rows={[
          { id: 'a', text: 'First' },
          { id: 'b', text: 'Second' },
        ]}
        onAdd={() => undefined}
        onChange={() => undefined}
        onMove={() => undefined}
        onRemove={() => undefined}
      />,
    )
    const names = [...html.matchAll(/name="([^"]+)"/gu)].map((match) => match[1])
    expect(names).toEqual(['criterionId', 'criterion', 'criterionId', 'criterion', 'newCriterion'])
  })
})
