import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { startProduct, type Product } from './product'
import { seedFolder } from './seed'

/** Who may be signed in with one click while the sample is loaded. */
export type Cast = 'admin' | 'designer' | 'manager' | 'assessor' | 'employee' | 'auditor'

interface Fixtures {
  /** The sample organisation on a server of its own, gone after the test. */
  readonly product: Product
  /** A further browser, signed in as this member of the cast. */
  readonly signedIn: (who: Cast) => Promise<Page>
}

/**
 * Every test runs on a copy of the seeded database behind a server of its own. An error in the browser's console or a
 * refusal by the content policy fails the test.
 */
export const test = base.extend<Fixtures & { console: void }>({
  product: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'masterwork-e2e-'))
    cpSync(seedFolder, folder, { recursive: true })
    const product = await startProduct(folder)
    await use(product)
    await product.stop()
    rmSync(folder, { recursive: true, force: true })
  },
  baseURL: async ({ product }, use) => use(product.url),
  console: [
    async ({ page }, use) => {
      const complaints = listenForComplaints(page)
      await use()
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
  signedIn: async ({ browser, product }, use) => {
    const opened: { page: Page; complaints: string[] }[] = []
    await use(async (who) => {
      const context = await browser.newContext({ baseURL: product.url })
      const page = await context.newPage()
      opened.push({ page, complaints: listenForComplaints(page) })
      await signIn(page, who)
      return page
    })
    for (const { page, complaints } of opened) {
      await page.context().close()
      expect(complaints).toEqual([])
    }
  },
})

/** Signs in by the form, as anybody would. */
export async function signIn(page: Page, who: Cast): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email', { exact: true }).fill(`${who}@sample.test`)
  await page.getByLabel('Password', { exact: true }).fill('masterwork-sample')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** No violation of WCAG 2.2 A and AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}

function listenForComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A page that is meant to be absent or refused is logged by the browser as a failed resource; tests assert those.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  return complaints
}

export { expect }
