/** `npm run dev`: the same entry as in production, with pages rebuilt as they change. */
import { createServer } from 'vite'
import { checkNode, install, root } from './prepare.mjs'

checkNode()
install()
process.env.NODE_ENV = 'development'
const vite = await createServer({ root, server: { middlewareMode: true }, appType: 'custom' })
const { serveDevelopment } = await vite.ssrLoadModule('/app/server/cli/develop.server.ts')
await serveDevelopment(vite)
