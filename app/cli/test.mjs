/** `npm test`: prepares what is missing, then everything: rules, both databases, routes, browser journeys. */
import { ensureBrowser } from './browser.mjs'
import { build, checkNode, install, run } from './prepare.mjs'

checkNode()
install()
build()
await ensureBrowser()
run('npx', ['--no-install', 'vitest', 'run'])
run('npx', ['--no-install', 'playwright', 'test'])
