/** The browser of the journeys: found, or installed where that is possible. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './prepare.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Where a browser is: the one `E2E_CHROMIUM` names, Playwright's own where it was downloaded, else the system's first.
 * @param {string} ownPath where Playwright would keep its own
 * @returns {{ found: boolean, path: string | undefined }} `path` is undefined for Playwright's own
 */
export function findBrowser(ownPath) {
  const named = process.env.E2E_CHROMIUM
  if (named) return { found: existsSync(named), path: named }
  if (existsSync(ownPath)) return { found: true, path: undefined }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...macPlaces]
  const path = places.find((place) => existsSync(place))
  return { found: path !== undefined, path }
}

/** Finds a browser, or downloads Playwright's, or takes Debian's as root; otherwise says in one line how, and stops. */
export async function ensureBrowser() {
  const { chromium } = await import('@playwright/test')
  const isThere = () => findBrowser(chromium.executablePath()).found
  if (isThere()) return
  say('Installing a browser for the journeys …')
  quietly('npx', ['--no-install', 'playwright', 'install', 'chromium'])
  if (!isThere() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    quietly('apt-get', ['update', '-qq'])
    quietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  }
  if (isThere()) return
  say(
    'No browser was found: install Chromium or Chrome, or set E2E_CHROMIUM to the path of one, and run npm test again.',
  )
  process.exit(1)
}

function quietly(program, args) {
  spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}
