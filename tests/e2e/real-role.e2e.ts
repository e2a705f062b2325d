import type { Page } from '@playwright/test'
import { frameworkFile, frameworkLevels, hasFramework, readFrameworkRole } from './support/framework'
import { cellOf } from './support/places'
import { expect, signIn, test } from './support/test'

test.skip(!hasFramework, `A role of a real framework is tested where its table lies at ${frameworkFile}.`)

/** Puts lines on the clipboard and pastes them where the focus is. */
async function paste(page: Page, lines: readonly string[]): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\n'))
  await page.keyboard.press('Control+V')
}

test('a role of a real framework goes through all eight steps to a live tracker', async ({ page, context }) => {
  test.setTimeout(240_000)
  const role = readFrameworkRole()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, 'designer')
  const step = async (name: string, heading: string) => {
    await page
      .getByRole('navigation', { name: 'Steps' })
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click()
    await page.getByRole('heading', { name: heading, exact: true }).waitFor()
  }
  const qualification = (name: string) =>
    page
      .getByRole('navigation', { name: 'Qualifications of this design' })
      .getByRole('link', { name: new RegExp(`^${escaped(name)}`) })
  const finding = (words: string) =>
    page.getByRole('complementary', { name: 'Design review' }).getByRole('link', { name: words, exact: true })
  const first = role.skills[0]
  if (!first) throw new Error('The role asks for nothing')

  await test.step('role and duties', async () => {
    await page.getByRole('link', { name: 'New program' }).click()
    await page.getByLabel('Title of the role').fill(role.title)
    await page.getByLabel('What is it for?').fill(role.purpose)
    await page.getByRole('button', { name: 'Create and begin' }).click()
    await page.getByRole('textbox', { name: 'Add a duty, or paste many lines' }).focus()
    await paste(page, role.duties)
    await expect(page.getByRole('textbox', { name: `Duties, line ${role.duties.length}` })).toHaveValue(
      role.duties.at(-1) ?? '',
    )
  })

  await test.step('its skills as qualifications, pasted at once', async () => {
    await step('Qualifications', '2 Qualifications')
    await page.getByRole('textbox', { name: 'Add a qualification, or paste many lines' }).focus()
    await paste(
      page,
      role.skills.map((skill) => skill.name),
    )
    for (const { name } of role.skills)
      await expect(page.getByRole('link', { name: `Details of ${name}` })).toBeVisible()
  })

  await test.step('what mastering each means at its level', async () => {
    await step('Mastery', '3 Mastery')
    for (const skill of role.skills) {
      await qualification(skill.name).click()
      await page.getByRole('heading', { level: 3, name: skill.name, exact: true }).waitFor()
      await page.getByRole('textbox', { name: 'What they do' }).fill(skill.statement)
      await page.keyboard.press('Tab')
      await expect(finding(`${skill.name} has no statement`)).toBeHidden()
      await page.getByRole('combobox', { name: 'Levels' }).selectOption('Own scale')
      await page.getByRole('textbox', { name: 'Own scale' }).fill(frameworkLevels.join('\n'))
      await page.getByRole('button', { name: 'Use this scale' }).click()
      const list = page.getByRole('group', { name: `Criteria for “${skill.level}”` })
      await list.getByRole('textbox', { name: 'Add a criterion, or paste many lines' }).focus()
      await paste(page, skill.criteria)
      // A single line is text in the field until Enter adds it.
      if (skill.criteria.length === 1) await page.keyboard.press('Enter')
      await expect(list.getByRole('listitem')).toHaveCount(skill.criteria.length)
    }
  })

  await test.step('the level each is needed at', async () => {
    await step('Qualifications', '2 Qualifications')
    const panel = page.getByRole('complementary', { name: 'Selected qualification' })
    for (const skill of role.skills) {
      await page.getByRole('link', { name: `Details of ${skill.name}` }).click()
      await panel.getByRole('heading', { name: skill.name }).waitFor()
      await panel.getByRole('combobox', { name: 'Level needed' }).selectOption(skill.level)
      await expect(finding(`${skill.name} has no required criterion`)).toBeHidden()
    }
  })

  await test.step('one way to show it, for all of them', async () => {
    await step('Demonstration', '4 Demonstration')
    await qualification(first.name).click()
    await page.getByRole('form', { name: 'Add a way' }).getByRole('button', { name: 'Add' }).click()
    await expect(page.getByRole('button', { name: 'Remove the way: Observed task' })).toBeVisible()
    await page.getByRole('button', { name: 'Apply to several…' }).click()
    for (const { name } of role.skills.slice(1))
      await page.getByRole('dialog').getByRole('checkbox', { name, exact: true }).check()
    await page.getByRole('button', { name: `Apply to ${role.skills.length - 1}` }).click()
    for (const { name } of role.skills) await expect(finding(`${name} has no way to show it`)).toBeHidden()
  })

  await test.step('publish and see it live', async () => {
    await step('Tracker', '8 Tracker')
    const add = page.getByRole('form', { name: 'Add people who work towards it' })
    await add.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Sofie Lund' })
    await add.getByRole('button', { name: 'Add' }).click()
    await expect(page.getByRole('button', { name: 'Take out Sofie Lund' })).toBeVisible()
    await page.getByRole('link', { name: 'See the effect and publish' }).click()
    await page.getByRole('button', { name: 'Publish version 1' }).click()
    await expect(page.getByText('Version 1 is published.', { exact: true })).toBeVisible()
    for (const { name } of role.skills) await expect(cellOf(page, escaped(name), 'Sofie Lund')).toBeVisible()
  })
})

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
