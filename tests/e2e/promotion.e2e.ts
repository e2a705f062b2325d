import type { Page } from '@playwright/test'
import { expect, signIn, test } from './support/test'
import { openPath, stillNeeded } from './support/places'

const role = 'Senior boatbuilder'
const qualification = 'Plan a build job'
const person = 'Jonas Reyes'

/** Asks for a demonstration from My path, with a note and a link, and leaves open who assesses it. */
async function request(page: Page, note: string): Promise<void> {
  await openPath(page, role)
  await stillNeeded(page).getByRole('link', { name: qualification }).click()
  await page.getByRole('heading', { level: 1, name: qualification }).waitFor()
  const form = page.getByRole('form', { name: 'Request a demonstration' })
  await form.getByRole('textbox', { name: 'Note for the assessor' }).fill(note)
  await form.getByRole('textbox', { name: 'Link' }).fill('https://skarvik.example/plans/hull-31')
  await form.getByRole('textbox', { name: 'What is it?' }).fill('Plan of hull 31')
  await form.getByRole('button', { name: 'Send request' }).click()
  await expect(page.getByText('Your request is sent.', { exact: true })).toBeVisible()
}

async function claim(page: Page): Promise<void> {
  await page.goto('/queue?list=unassigned')
  await page.getByRole('button', { name: `Open and claim ${qualification} of ${person}` }).click()
  await page.getByRole('heading', { level: 1, name: qualification }).waitFor()
  await expect(page.getByText('This is yours to assess now.', { exact: true })).toBeVisible()
}

function verdicts(page: Page) {
  return page.getByRole('radiogroup', { name: /^Verdict: / })
}

test('the employee sees the target role, what is still needed, why something is locked, and the next step', async ({
  page,
}) => {
  await signIn(page, 'employee')
  await openPath(page, role)
  await expect(page.getByText('Working towards', { exact: true })).toBeVisible()
  await expect(page.getByRole('img', { name: /^7 of 10 met/ })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'Still needed' })).toBeVisible()
  await expect(
    stillNeeded(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('link') }),
  ).toHaveCount(3)
  await expect(page.getByRole('heading', { level: 2, name: 'Show: Repair structural damage' })).toBeVisible()
  await expect(page.getByText(/Noor Haddad asked you to show this by/)).toBeVisible()

  await page.getByRole('link', { name: 'Request a demonstration' }).click()
  await expect(page.getByRole('form', { name: 'Request a demonstration' })).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: 'Estimate hours and material' }).click()
  await expect(page.getByText(`Opens after ${qualification}.`).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send request' })).toBeHidden()
})

test('a second attempt: requested, found, claimed, mastered, and readiness counts up', async ({ page, signedIn }) => {
  await signIn(page, 'employee')
  const manager = await signedIn('manager')
  await request(page, 'Moved the fillets to the end of the shift.')
  await claim(manager)
  await expect(manager.getByText('Moved the fillets to the end of the shift.')).toBeVisible()
  await expect(manager.getByRole('link', { name: 'Plan of hull 31' })).toHaveAttribute(
    'href',
    'https://skarvik.example/plans/hull-31',
  )
  // What was said about the first attempt stands beside it.
  await expect(manager.getByText(/Nothing in the plan dries overnight/)).toBeVisible()
  for (const group of await verdicts(manager).all()) {
    await group.getByRole('radio', { name: 'Met', exact: true }).check({ force: true })
  }
  await manager.getByRole('button', { name: 'Record mastered' }).click()
  await expect(manager.getByText('Recorded.', { exact: true })).toBeVisible()

  await openPath(page, role)
  await expect(page.getByRole('img', { name: /^8 of 10 met/ })).toBeVisible()
  await expect(stillNeeded(page).getByRole('link', { name: qualification })).toBeHidden()
  // What it was waiting for is open now.
  await page.getByRole('link', { name: 'Estimate hours and material' }).click()
  await expect(page.getByRole('form', { name: 'Request a demonstration' })).toBeVisible()
})

test('not yet on a criterion: the feedback stands in place, with the day of the next attempt', async ({
  page,
  signedIn,
}) => {
  await signIn(page, 'employee')
  const manager = await signedIn('manager')
  await request(page, 'Two boats in one week this time.')
  await claim(manager)
  await verdicts(manager).first().getByRole('radio', { name: 'Not yet' }).check({ force: true })
  await manager.getByRole('textbox', { name: 'Feedback for Jonas' }).fill('The fillets still dry in the morning.')
  await manager.getByRole('button', { name: 'Record not yet' }).click()
  await expect(manager.getByText('Recorded.', { exact: true })).toBeVisible()

  await openPath(page, role)
  const line = stillNeeded(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: qualification }) })
  await expect(line.getByText('The fillets still dry in the morning.')).toBeVisible()
  await expect(line.getByText(/Attempt 3 opens on .*, when the waiting time is over/)).toBeVisible()
  await expect(page.getByRole('img', { name: /^7 of 10 met/ })).toBeVisible()
  await page.getByRole('link', { name: qualification }).click()
  await expect(page.getByRole('button', { name: 'Send request' })).toBeHidden()
})

test('what nobody has is seen by all who may assess it, is claimed by one, and can be handed back', async ({
  page,
  signedIn,
}) => {
  await signIn(page, 'manager')
  const assessor = await signedIn('assessor')
  const name = 'Put out a small fire of Emil Dahl'
  const claimOf = (of: Page) => of.getByRole('button', { name: `Open and claim ${name}` })
  for (const one of [page, assessor]) {
    await one.goto('/queue?list=unassigned')
    await expect(claimOf(one)).toBeVisible()
  }
  await claimOf(assessor).click()
  await expect(assessor.getByText('This is yours to assess now.', { exact: true })).toBeVisible()

  // Taken: it goes from the other's list by itself, so that nobody judges it at the same time.
  await expect(claimOf(page)).toBeHidden()

  await assessor.getByRole('button', { name: 'Hand back' }).click()
  await expect(assessor.getByText('Handed back. All who may assess it see it again.', { exact: true })).toBeVisible()
  await expect(claimOf(page)).toBeVisible()
})
