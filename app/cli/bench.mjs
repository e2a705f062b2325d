/** `npm run bench [-- P1 P5]`: measures the budgets on the built server and prints them against the limits. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as bundle } from 'vite'
import { build, checkNode, install, root } from './prepare.mjs'

checkNode()
install()
build()
const outDir = join(root, 'node_modules', '.masterwork', 'bench')
await bundle({
  root,
  configFile: join(root, 'vitest.config.ts'),
  logLevel: 'warn',
  build: { ssr: join(root, 'tests', 'bench', 'bench.ts'), outDir, emptyOutDir: true, target: 'node20' },
})
await import(pathToFileURL(join(outDir, 'bench.js')).href)
