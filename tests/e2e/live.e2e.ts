import { startProduct, type Product } from './support/product'
import { expect, signIn, test } from './support/test'
import { cellOf, openPath, openProgramTracker, stillNeeded } from './support/places'

const role = 'Senior boatbuilder'
const qualification = 'Plan a build job'
const person = 'Jonas Reyes'

/** Ends the server and starts it again over the same folder and at the same address, as an update would. */
async function restart(product: Product): Promise<Product> {
  expect(await product.stop()).toBe(0)
  return startProduct(product.folder, { PORT: new URL(product.url).port })
}

test('a tracker and a path that lose their connection heal and miss nothing', async ({ page, signedIn, product }) => {
  test.setTimeout(120_000)
  await signIn(page, 'manager')
  await openProgramTracker(page, role)
  const designer = await signedIn('designer')
  await openProgramTracker(designer, role)
  const employee = await signedIn('employee')
  await openPath(employee, role)
  await expect(stillNeeded(employee).getByRole('link', { name: qualification })).toBeVisible()

  // Both are cut off, and their streams end with the server; the manager comes back at once.
  for (const one of [designer, employee]) await one.context().setOffline(true)
  const again = await restart(product)
  await expect(designer.getByRole('status').filter({ hasText: 'Not live, reconnecting' })).toBeVisible()
  await expect(cellOf(designer, qualification, person, 'Not yet')).toBeVisible()

  await openProgramTracker(page, role)
  await cellOf(page, qualification, person).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('m')
  await expect(page.getByText(`${person} has mastered ${qualification}.`, { exact: true })).toBeVisible()

  for (const one of [designer, employee]) await one.context().setOffline(false)
  await expect(designer.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible({ timeout: 40_000 })
  await expect(cellOf(designer, qualification, person, 'Mastered')).toBeVisible()
  await expect(stillNeeded(employee).getByRole('link', { name: qualification })).toBeHidden({ timeout: 40_000 })
  await expect(employee.getByRole('img', { name: /^8 of 10 met/ })).toBeVisible()

  // Live again: the next change arrives by itself.
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cellOf(designer, qualification, person, 'Not yet')).toBeVisible()
  await again.stop()
})
