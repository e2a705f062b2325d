import { expect, signIn, test } from './support/test'

test.use({ javaScriptEnabled: false })

test('sign-in says what is wrong and keeps the address', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Email', { exact: true }).fill('manager@sample.test')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('Email or password is wrong.')).toBeVisible()
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue('manager@sample.test')
})

test('the tracker can be read, and each cell has a page', async ({ page }) => {
  await signIn(page, 'manager')
  await expect(page.getByRole('heading', { level: 1, name: 'Tracker' })).toBeVisible()
  const section = page.getByRole('region', { name: 'People taking part in Senior boatbuilder' })
  await expect(section.getByText('Jonas Reyes').first()).toBeVisible()
  await expect(section.getByText('7 of 10').first()).toBeVisible()
})

test('My path can be read, and a demonstration requested', async ({ page }) => {
  await signIn(page, 'employee')
  await page.getByRole('navigation', { name: 'My roles' }).getByRole('link', { name: 'Senior boatbuilder' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Still needed' })).toBeVisible()
  await page.getByRole('region', { name: 'Still needed' }).getByRole('link', { name: 'Plan a build job' }).click()
  const form = page.getByRole('form', { name: 'Request a demonstration' })
  await form.getByRole('textbox', { name: 'Note for the assessor' }).fill('Without script this time.')
  await form.getByRole('button', { name: 'Send request' }).click()
  await expect(page.getByRole('heading', { name: 'Your demonstration' })).toBeVisible()
  await expect(page.getByText('Without script this time.')).toBeVisible()
})

test('a person can be added', async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto('/people')
  await page.getByRole('link', { name: 'Add a person' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Runa Vik')
  await page.getByRole('button', { name: 'Add a person' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Runa Vik' })).toBeVisible()
})

test('signing out works', async ({ page }) => {
  await signIn(page, 'employee')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await page.goto('/my-path')
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
})
