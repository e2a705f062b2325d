import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test, type Cast } from './support/test'

/** Every area of the product by who has it; the screens inside are found by following their links. */
const areas: Readonly<Partial<Record<Cast, readonly string[]>>> = {
  employee: ['/my-path', '/queue'],
  manager: ['/tracker', '/tracker?view=overview', '/queue', '/queue?list=team', '/people', '/teams'],
  designer: ['/programs'],
  admin: ['/people', '/people/new', '/teams'],
}
/** Links that lead to one more screen of their kind. */
const inside: readonly { readonly from: string; readonly to: RegExp; readonly who: Cast }[] = [
  { who: 'employee', from: '/my-path', to: /^\/my-path\/[^/]+\/[^/#]+$/ },
  { who: 'manager', from: '/tracker', to: /^\/programs\/[^/]+\/tracker$/ },
  { who: 'manager', from: '/queue', to: /^\/queue\/[^/]+$/ },
  { who: 'manager', from: '/people', to: /^\/people\/pers_/ },
  { who: 'admin', from: '/people', to: /^\/people\/pers_/ },
  { who: 'admin', from: '/teams', to: /^\/teams\/[^/]+$/ },
]
const steps = ['role', 'qualifications', 'mastery', 'demonstration', 'assessment', 'learning', 'resources', 'tracker']
const looks = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'light', width: 390 },
  { theme: 'dark', width: 390 },
] as const

/** The addresses of everybody's screens in the sample as it stands. */
async function screensOf(page: Page, who: Cast): Promise<string[]> {
  const found = [...(areas[who] ?? [])]
  for (const { from, to } of inside.filter((link) => link.who === who)) {
    await page.goto(from)
    const first = (await linksOf(page)).find((path) => to.test(path.split('?')[0] ?? ''))
    expect(first, `a link like ${to} on ${from}`).toBeDefined()
    if (first) found.push(first)
  }
  if (who !== 'designer') return found
  await page.goto('/programs')
  const draft = page.getByRole('link', { name: 'Continue designing Refit lead' })
  const design = ((await draft.getAttribute('href')) ?? '').replace(/\/design\/.*$/, '')
  expect(design).toMatch(/^\/programs\//)
  return [
    ...found,
    ...steps.map((step) => `${design}/design/${step}`),
    `${design}/design/qualifications?view=map`,
    `${design}/publish`,
  ]
}

async function linksOf(page: Page): Promise<string[]> {
  const links = await page.getByRole('main').getByRole('link').all()
  return Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''))
}

/** Nothing sticks out at the side; the grid and the map scroll within themselves. */
async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, `sideways scrolling of ${page.url()} at ${page.viewportSize()?.width}`).toBeLessThanOrEqual(0)
}

for (const who of ['employee', 'manager', 'designer', 'admin'] as const) {
  test(`every screen of the ${who} is free of violations, in both themes and on a phone`, async ({ page }) => {
    test.setTimeout(240_000)
    await signIn(page, who)
    const titles = new Set<string>()
    for (const address of await screensOf(page, who)) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      expect(await page.title()).toMatch(/^.+ · Masterwork$/)
      titles.add(await page.title())
      for (const { theme, width } of looks) {
        await test.step(`${address}, ${theme}, ${width}`, async () => {
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
          await page.setViewportSize({ width, height: 900 })
          await expectAccessible(page)
        })
      }
      await expectNoSidewaysScrolling(page)
      await page.setViewportSize({ width: 320, height: 800 })
      await expectNoSidewaysScrolling(page)
    }
    expect(titles.size).toBeGreaterThan(1)
  })
}

test('the pages outside the frame are free of violations', async ({ page }) => {
  for (const address of ['/sign-in', '/welcome', '/sign-out', '/nowhere']) {
    for (const { theme, width } of looks) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expectAccessible(page)
    }
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNoSidewaysScrolling(page)
  }
})

test('the skip link is the first stop and leads past the navigation', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/people')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').getByRole('link', { name: 'Start your own organisation' })).toBeFocused()
})
