import type { Page } from '@playwright/test'
import { keyboardOf } from './support/keyboard'
import { expect, test } from './support/test'
import { cellOf } from './support/places'

const role = 'Sailmaker'
const qualifications = ['Aligns a seam', 'Bonds a corner', 'Cuts a panel'] as const
const [first, second, third] = qualifications

test('eight steps by keyboard alone lead to a published program and a live tracker', async ({ page }) => {
  test.setTimeout(240_000)
  const keys = keyboardOf(page)
  const link = (name: string | RegExp) => page.getByRole('link', { name, exact: typeof name === 'string' })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const step = async (name: string, heading: string) => {
    await keys.enter(
      page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: new RegExp(`^${name}`) }),
    )
    await page.getByRole('heading', { name: heading, exact: true }).waitFor()
  }
  const finding = (words: string) =>
    page.getByRole('complementary', { name: 'Design review' }).getByRole('link', { name: words, exact: true })
  const open = async (name: string) => {
    await keys.enter(
      page
        .getByRole('navigation', { name: 'Qualifications of this design' })
        .getByRole('link', { name: new RegExp(`^${name}`) }),
    )
    await page.getByRole('heading', { level: 3, name }).waitFor()
  }
  const applyToOthers = async () => {
    await keys.enter(button('Apply to several…'))
    for (const name of [second, third]) {
      await keys.reach(page.getByRole('dialog').getByRole('checkbox', { name }))
      await keys.press('Space')
    }
    await keys.enter(button('Apply to 2'))
    await expect(page.getByText('Applied to 2 qualifications.', { exact: true }).last()).toBeVisible()
  }

  await page.goto('/sign-in')
  await keys.write(field('Email'), 'designer@sample.test')
  await keys.write(page.getByLabel('Password', { exact: true }), 'masterwork-sample')
  await keys.enter(button('Sign in'))
  await page.getByRole('heading', { level: 1, name: 'Programs' }).waitFor()

  await test.step('1 Role', async () => {
    await keys.enter(link('New program'))
    await keys.write(page.getByLabel('Title of the role'), role)
    await keys.enter(button('Create and begin'))
    await page.getByRole('heading', { name: '1 Role' }).waitFor()
    await keys.write(field('Purpose'), 'Makes sails that hold their shape for ten seasons.')
    await keys.writeLines(field('Add a duty, or paste many lines'), ['Cuts and joins panels', 'Finishes corners'])
    await expect(field('Duties, line 2')).toHaveValue('Finishes corners')
  })

  await test.step('2 Qualifications, with what comes first', async () => {
    await step('Qualifications', '2 Qualifications')
    await keys.writeLines(field('Add a qualification, or paste many lines'), qualifications)
    await keys.enter(link(`Details of ${third}`))
    const panel = page.getByRole('complementary', { name: 'Selected qualification' })
    await keys.choose(panel.getByRole('combobox', { name: 'Add what comes before' }), 'A')
    await expect(panel.getByRole('list', { name: 'Requires' }).getByRole('link', { name: first })).toBeVisible()
    await keys.enter(panel.getByRole('button', { name: 'Close' }))
  })

  await test.step('3 Mastery', async () => {
    await step('Mastery', '3 Mastery')
    for (const name of qualifications) {
      await open(name)
      await keys.write(field('What they do'), `${name} so that two people judge it the same`)
      await keys.write(field('Scope'), 'Three in a row')
      await keys.write(field('Accuracy'), 'Within two millimetres')
      await keys.write(field('Time'), 'One hour')
      await keys.writeLines(field('Add a criterion, or paste many lines'), [
        'Marks the line before the first cut',
        'Measures twice',
      ])
      await expect(finding(`${name} has no statement`)).toBeHidden()
      await expect(finding(`${name} has no required criterion`)).toBeHidden()
    }
  })

  await test.step('4 Demonstration', async () => {
    await step('Demonstration', '4 Demonstration')
    await open(first)
    const add = page.getByRole('form', { name: 'Add a way' })
    await keys.enter(add.getByRole('button', { name: 'Add' }))
    await expect(button('Remove the way: Observed task')).toBeVisible()
    await keys.choose(add.getByRole('combobox'), 'Work')
    await keys.enter(add.getByRole('button', { name: 'Add' }))
    await expect(button('Remove the way: Work product')).toBeVisible()
    await applyToOthers()
    await expect(finding(`${third} has no way to show it`)).toBeHidden()
  })

  await test.step('5 Assessment', async () => {
    await step('Assessment', '5 Assessment')
    await open(first)
    await expect(page.getByRole('checkbox', { name: /^Line manager or team lead/ }).first()).toBeChecked()
  })

  await test.step('6 Learning processes', async () => {
    await step('Learning processes', '6 Learning processes')
    await open(first)
    const add = page.getByRole('form', { name: 'Add a way to learn it' })
    await keys.write(add.getByRole('textbox', { name: 'Title' }), 'Beside a sailmaker')
    await keys.enter(add.getByRole('button', { name: 'Add' }))
    await expect(button('Remove: Beside a sailmaker')).toBeVisible()
    await applyToOthers()
  })

  await test.step('7 Resources', async () => {
    await step('Resources', '7 Resources')
    await open(first)
    const add = page.getByRole('form', { name: 'Add a resource' })
    await keys.write(add.getByRole('textbox', { name: 'Title' }), 'The loft book')
    await keys.write(add.getByRole('textbox', { name: 'Address' }), 'https://skarvik.example/loft')
    await keys.enter(add.getByRole('button', { name: 'Add' }))
    await expect(button('Remove: The loft book')).toBeVisible()
    await applyToOthers()
  })

  await test.step('8 Tracker', async () => {
    await step('Tracker', '8 Tracker')
    const add = page.getByRole('form', { name: 'Add people who work towards it' })
    await keys.choose(add.getByRole('combobox', { name: 'Person' }), 'Sofie')
    await keys.enter(add.getByRole('button', { name: 'Add' }))
    await expect(button('Take out Sofie Lund')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'To fix before publishing' })).toBeHidden()
  })

  await test.step('publish with the effect shown, and the tracker is there', async () => {
    await keys.enter(link('See the effect and publish'))
    await page.getByRole('heading', { level: 1, name: `Publish ${role}` }).waitFor()
    await expect(page.getByText(qualifications.join(', '))).toBeVisible()
    await expect(page.getByRole('list', { name: 'The tracker as it will be' }).getByText('Sofie Lund')).toBeVisible()
    await keys.enter(button('Publish version 1'))
    await expect(page.getByText('Version 1 is published.', { exact: true })).toBeVisible()
    await expectTracker(page)
    await keys.reach(cellOf(page, first, 'Sofie Lund', 'Not started'))
  })
})

async function expectTracker(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: `${role}: people and qualifications` })).toBeVisible()
  for (const name of [first, second]) await expect(cellOf(page, name, 'Sofie Lund', 'Not started')).toBeVisible()
  await expect(cellOf(page, third, 'Sofie Lund', 'Opens')).toBeVisible()
}
