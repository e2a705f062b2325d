/** `npm test`: prepares what is missing, then everything: rules, both databases, routes, browser journeys. */
import { build, checkNode, install, run } from './prepare.mjs'

checkNode()
install()
build()
run('npx', ['--no-install', 'vitest', 'run'])
run('npx', ['--no-install', 'playwright', 'test'])
