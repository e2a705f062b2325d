import type { Locator, Page } from '@playwright/test'
import { expect } from './test'

/** Somebody at a keyboard without a mouse: everything is reached by Tab and done by keys. */
export interface Keyboard {
  /** Presses Tab until this has the focus. */
  reach(target: Locator): Promise<void>
  /** Reaches it and presses Enter. */
  enter(target: Locator): Promise<void>
  /** Reaches it and types; Tab leaves the field afterwards, so that it saves. */
  write(target: Locator, text: string): Promise<void>
  /** Reaches a list of lines and adds these, each with Enter. */
  writeLines(target: Locator, lines: readonly string[]): Promise<void>
  /** Reaches a select and types until the option is chosen. */
  choose(target: Locator, option: string): Promise<void>
  press(key: string): Promise<void>
}

/** Looks at most so often where the focus is. */
const mostLooks = 60

export function keyboardOf(page: Page): Keyboard {
  async function reach(target: Locator): Promise<void> {
    await expect(target).toHaveCount(1)
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const stops = await stopsTo(target)
      if (stops === 0) return
      // Not every element counted is a stop, so the last part of the way is looked at again.
      for (let pressed = 0; pressed < Math.max(1, Math.floor(Math.abs(stops) * 0.7)); pressed += 1) {
        await page.keyboard.press(stops < 0 ? 'Shift+Tab' : 'Tab')
      }
    }
    throw new Error(`${String(target)} cannot be reached with Tab`)
  }
  return {
    reach,
    async enter(target) {
      await reach(target)
      await page.keyboard.press('Enter')
    },
    async write(target, text) {
      await reach(target)
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
      await expect(target).toHaveValue(text)
      await page.keyboard.press('Tab')
    },
    async writeLines(target, lines) {
      await reach(target)
      for (const line of lines) {
        await page.keyboard.type(line)
        await page.keyboard.press('Enter')
      }
    },
    async choose(target, option) {
      await reach(target)
      await page.keyboard.type(option)
    },
    press: (key) => page.keyboard.press(key),
  }
}

/** Roughly how many stops lie between the focus and this, negative when it stands before; 0 when it has the focus. */
async function stopsTo(target: Locator): Promise<number> {
  const measured = target.evaluate(
    (element) => {
      const now = document.activeElement ?? document.body
      if (element === now) return 0
      const before = element.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING
      const stops = [
        ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
      ]
      const between = stops.filter((stop) => {
        if (stop.tabIndex < 0 || stop.getClientRects().length === 0) return false
        const [first, last] = before ? [element, now] : [now, element]
        return (
          (first.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
          (last.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
        )
      })
      return before ? -1 - between.length : 1 + between.length
    },
    undefined,
    { timeout: 1_000 },
  )
  // Replaced at this moment: one stop on, then look again; the limit of looks ends it when it is gone.
  return measured.catch(() => 1)
}
