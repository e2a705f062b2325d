import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { startProduct, type Product } from './support/product'
import { expect, expectAccessible } from './support/test'

/** An installation in which nothing has happened yet. */
const test = base.extend<{ empty: Product }>({
  empty: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'masterwork-first-run-'))
    const product = await startProduct(folder)
    await use(product)
    await product.stop()
    rmSync(folder, { recursive: true, force: true })
  },
  baseURL: async ({ empty }, use) => use(empty.url),
})

const password = 'seven quiet herons over water'

async function fillOrganisation(page: Page, secret: string): Promise<void> {
  await page.getByLabel('Organisation', { exact: true }).fill('Harbour Bakery')
  await page.getByLabel('Time zone').selectOption('Europe/Berlin')
  await page.getByLabel('Your name').fill('Ada Stern')
  await page.getByLabel('Email').fill('ada@harbour.example')
  await page.getByLabel('Password').fill(secret)
}

async function createOrganisation(page: Page): Promise<void> {
  await page.goto('/')
  await fillOrganisation(page, password)
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await page.getByRole('heading', { level: 1, name: 'Programs' }).waitFor()
}

async function signInAs(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('creates an organisation, begins with an empty list of programs, signs out and in again', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Design mastery, then run it' })).toBeVisible()
  await expectAccessible(page)
  await createOrganisation(page)
  await expect(page.getByRole('heading', { name: 'No program yet' })).toBeVisible()
  await expectAccessible(page)

  const main = page.getByRole('navigation', { name: 'Main' })
  for (const area of ['My path', 'Tracker', 'To assess', 'Programs', 'People']) {
    await expect(main.getByRole('link', { name: area })).toBeVisible()
  }
  await page.getByRole('link', { name: 'People', exact: true }).first().click()
  await page.getByRole('link', { name: 'Ada Stern' }).click()
  await expect(page.getByRole('button', { name: 'Take away: Administrator' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take away: Designer' })).toBeVisible()

  await page.getByRole('button', { name: 'Ada Stern' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Sign in as/ })).toHaveCount(0)

  await signInAs(page, 'ada@harbour.example')
  await expect(page.getByRole('heading', { level: 1, name: 'Programs' })).toBeVisible()
})

test('a password that is guessed first is refused, and what was typed stays', async ({ page }) => {
  await page.goto('/')
  await fillOrganisation(page, 'password1234')
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await expect(page.getByText('This is among the first that are guessed.')).toBeVisible()
  await expect(page.getByLabel('Organisation', { exact: true })).toHaveValue('Harbour Bakery')
  await expect(page.getByLabel('Your name')).toHaveValue('Ada Stern')
  await expect(page.getByLabel('Email')).toHaveValue('ada@harbour.example')
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Berlin')
  await expectAccessible(page)

  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible()
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Programs' })).toBeVisible()
})

test('the sample is one click away, and so is an organisation of one’s own', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Open the sample' }).click()
  // Loading a company with a year of history takes a moment.
  await page.getByRole('button', { name: 'Sign in as manager' }).click({ timeout: 45_000 })
  await expect(page.getByRole('heading', { level: 1, name: 'Tracker' })).toBeVisible()
  await expect(page.getByText('You are looking at the sample organisation Skarvik Boatyard.')).toBeVisible()

  await page.getByRole('link', { name: 'Start your own organisation' }).click()
  await fillOrganisation(page, password)
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await expect(page.getByRole('heading', { name: 'No program yet' })).toBeVisible()
  await expect(page.getByText('You are looking at the sample')).toBeHidden()

  // Nothing mixes: its only person is its founder.
  await page.getByRole('link', { name: 'People', exact: true }).first().click()
  const people = page.getByRole('table', { name: 'People' })
  await expect(people.getByRole('link', { name: 'Ada Stern' })).toBeVisible()
  await expect(people.getByRole('rowheader')).toHaveCount(1)
})

test('somebody who is invited chooses a password and lands on their path', async ({ page, browser, baseURL }) => {
  await createOrganisation(page)
  await page.goto('/people/new')
  await page.getByLabel('Name', { exact: true }).fill('Bela Novak')
  await page.getByLabel('Email').fill('bela@harbour.example')
  await page.getByRole('button', { name: 'Add a person' }).click()
  await expect(page.getByText('Bela Novak was added.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Make an invitation link' }).click()
  // The server runs on a port the system chose, which the link cannot know; its path is what was made.
  const link = new URL(await page.getByLabel('Invitation link').inputValue()).pathname

  const second = await browser.newContext({ baseURL })
  const invited = await second.newPage()
  await invited.goto(link)
  await expect(invited.getByRole('heading', { level: 1, name: 'Welcome to Harbour Bakery' })).toBeVisible()
  await expect(invited.getByLabel('Email')).toHaveValue('bela@harbour.example')
  await expectAccessible(invited)
  await invited.getByLabel('New password').fill('seven loud herons over land')
  await invited.getByRole('button', { name: 'Create account' }).click()
  await expect(invited).toHaveURL(/\/my-path/)
  await expect(invited.getByRole('heading', { name: 'You hold no role yet' })).toBeVisible()
  await expectAccessible(invited)

  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'This invitation cannot be used' })).toBeVisible()
  await second.close()
})
