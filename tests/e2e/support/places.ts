import type { Locator, Page } from '@playwright/test'

/** Goes to the tracker of one program, as a person would: from the list of all their programs. */
export async function openProgramTracker(page: Page, role: string): Promise<void> {
  await page.goto('/tracker')
  await page
    .getByRole('region', { name: `People taking part in ${role}`, exact: true })
    .getByRole('link', { name: role, exact: true })
    .click()
  await page.waitForURL(/\/programs\/[^/]+\/tracker/)
  await page.getByRole('grid', { name: `${role}: people and qualifications`, exact: true }).waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: /^Live$/ })
    .waitFor()
}

/** The cell of a person and a qualification in whatever status it is, or in the one that begins with `status`. */
export function cellOf(page: Page, qualification: string, person: string, status = ''): Locator {
  return page.getByRole('gridcell', { name: new RegExp(`^${qualification}, ${person}: ${status}`) })
}

/** Shows one of the employee's roles on My path. */
export async function openPath(page: Page, role: string): Promise<void> {
  await page.goto('/my-path')
  const link = page.getByRole('navigation', { name: 'My roles' }).getByRole('link', { name: role, exact: true })
  await link.click()
  await page.getByRole('heading', { level: 1, name: role }).waitFor()
}

/** The list of what is still needed on My path. */
export function stillNeeded(page: Page): Locator {
  return page.getByRole('region', { name: 'Still needed' })
}

/** Milliseconds from now until each of these can be seen. */
export function timeUntilVisible(...seen: readonly Locator[]): Promise<number[]> {
  const began = performance.now()
  return Promise.all(
    seen.map(async (locator) => {
      await locator.first().waitFor()
      return performance.now() - began
    }),
  )
}
