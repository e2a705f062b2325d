/** `npm start`: prepares what is missing, migrates, serves. `npm run migrate | sample | verify` pass their name here. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, checkNode, install, root } from './prepare.mjs'

checkNode()
install()
build()
process.env.NODE_ENV ??= 'production'
await import(pathToFileURL(join(root, 'build', 'server', 'main.js')).href)
