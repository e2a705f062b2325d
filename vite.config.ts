import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * One server bundle that begins at our own entry, which imports the framework's build: one database connection, one
 * queue, one bus. The Remix plugin sets its own input, hence `enforce: 'post'`.
 */
function ownServerEntry(): Plugin {
  return {
    name: 'masterwork-server-entry',
    enforce: 'post',
    config: (config, { isSsrBuild, command }) => {
      if (command !== 'build' || !isSsrBuild) return
      config.build ??= {}
      config.build.rollupOptions = {
        ...config.build.rollupOptions,
        input: { main: at('./app/server/main.server.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      }
    },
  }
}

/** Packs the browser's files once, at build time, so that no request pays for it. */
function packedTwins(): Plugin {
  const packable = /\.(js|css|svg|json|webmanifest)$/
  return {
    name: 'masterwork-packed-twins',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    closeBundle() {
      const folder = at('./build/client')
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const path = join(folder, name)
        if (packable.test(name) && statSync(path).size > 1024)
          writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^~db\//, replacement: at('./db/') },
      { find: /^~\//, replacement: at('./app/') },
    ],
  },
  plugins: [tailwindcss(), remix(remixConfig), ownServerEntry(), packedTwins()],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  // Named, so that the development server does not find them one by one and reload a half-loaded page with two Reacts.
  optimizeDeps: {
    include: [
      'react',
      'react/jsx-dev-runtime',
      'react-dom',
      'react-dom/client',
      '@remix-run/react',
      'clsx',
      'get-nonce',
      'lucide-react',
      'radix-ui',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
      '@xyflow/react',
    ],
    exclude: ['better-sqlite3', 'kysely', 'pg', 'pino', 'better-auth', '@remix-run/node', 'express'],
  },
})
