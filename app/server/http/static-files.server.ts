import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'
import type { RequestHandler } from 'express'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

interface StaticFile {
  readonly path: string
  readonly type: string
  readonly size: number
  readonly packed: { readonly path: string; readonly size: number } | null
  readonly isImmutable: boolean
}

/**
 * Serves the browser's half of the build from a list read once at start: a path that is not in it never reaches the
 * file system. Hashed files may be kept for ever; packed twins are made at build time.
 */
export async function staticFiles(folder: string): Promise<RequestHandler> {
  const files = await listFiles(folder)
  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    const file = files.get(req.path)
    if (!file) return next()
    const packed = file.packed && /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? '')) ? file.packed : null
    res.setHeader('Content-Type', file.type)
    res.setHeader('Cache-Control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    res.setHeader('Content-Length', packed ? packed.size : file.size)
    res.setHeader('Vary', 'Accept-Encoding')
    if (packed) res.setHeader('Content-Encoding', 'gzip')
    if (req.method === 'HEAD') return void res.end()
    createReadStream(packed ? packed.path : file.path)
      .on('error', next)
      .pipe(res)
  }
}

async function listFiles(folder: string): Promise<Map<string, StaticFile>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = new Map<string, number>()
  for (const entry of found) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    sizes.set(path, (await stat(path)).size)
  }
  const files = new Map<string, StaticFile>()
  for (const [path, size] of sizes) {
    const type = types[extname(path)]
    if (!type) continue
    const packedSize = sizes.get(`${path}.gz`)
    const url = `/${relative(folder, path).split('\\').join('/')}`
    const packed = packedSize === undefined ? null : { path: `${path}.gz`, size: packedSize }
    files.set(url, { path, type, size, packed, isImmutable: url.startsWith('/assets/') })
  }
  return files
}
