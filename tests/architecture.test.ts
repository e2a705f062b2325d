import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/**
 * The house rules as a test. Each failure names the rule and why it exists; changing a rule means changing this file
 * and saying so in `app/decisions`.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const files = [...sourcesOf('app'), ...sourcesOf('db')]
const product = files.filter((file) => !/\.test\.tsx?$/.test(file))

/** Who may import whom (DESIGN section 5). `routes` hold both thin routes and pages; pages read, components do not. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  ui: ['ui', 'text'],
  text: ['text', 'domain', 'components'],
  components: ['components', 'ui', 'domain', 'text', 'paths'],
  paths: ['domain', 'paths'],
  commands: ['commands', 'domain', 'db'],
  server: ['server', 'domain', 'db', 'commands'],
  routes: ['routes', 'components', 'ui', 'domain', 'text', 'paths', 'commands', 'server', 'db'],
  root: ['root', 'routes', 'components', 'ui', 'domain', 'text', 'paths', 'server', 'styles'],
  db: ['db', 'domain'],
}

describe('who may import whom', () => {
  it('follows the dependency rule', () => {
    const broken = product.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('app/') || target.startsWith('db/'))
        .filter((target) => !(mayImport[roomOf(file)] ?? []).includes(roomOf(target)))
        .map(
          (target) =>
            `${file} imports ${target}: ${roomOf(file)} may import only ${mayImport[roomOf(file)]?.join(', ')}`,
        ),
    )
    expect(broken).toEqual([])
  })

  it('lets only the guard and the entry see commands from the server, and only the type', () => {
    const seen = product.filter(
      (file) => roomOf(file) === 'server' && importsOf(file).some((target) => target.startsWith('app/commands/')),
    )
    expect(seen).toEqual(['app/server/guard.server.ts'])
  })

  it('keeps SQL in db: kysely and the drivers are imported nowhere else', () => {
    // The accounts library needs its own connection, the write queue the raw one.
    const allowed = /^(db\/|app\/server\/(write-queue|services|accounts[\w-]*)\.server\.ts$)/
    const broken = product.filter(
      (file) => /from '(kysely|pg|better-sqlite3)'/.test(textOf(file)) && !allowed.test(file),
    )
    expect(broken).toEqual([])
  })

  it('reads the database from pages and commands, never from a component or a thin route', () => {
    const broken = product.filter(
      (file) =>
        /^app\/(routes|components|ui)\/.*\.tsx$/.test(file) &&
        /from '~db\/queries/.test(textOf(file)) &&
        !isEntrance(file),
    )
    expect(broken).toEqual([])
  })

  it('names every file of the server room that touches node *.server.ts, so that none reaches the browser', () => {
    const broken = product.filter(
      (file) => /from 'node:/.test(textOf(file)) && !/\.server\.tsx?$/.test(file) && !isNodeOnly(file),
    )
    expect(broken).toEqual([])
  })
})

describe('the domain is pure', () => {
  it('has no clock, no randomness and no environment', () => {
    const impure = /\bnew Date\(\)|\bDate\.now\(|Math\.random\(|process\.env|from 'node:/
    const broken = product.filter((file) => file.startsWith('app/domain/') && impure.test(textOf(file)))
    expect(broken).toEqual([])
  })

  it('lets the clock, chance and the environment enter only in their files', () => {
    const allowed =
      /^(app\/server\/(clock|env|main|cli\/[\w-]+)\.server\.ts|app\/server\/cli\/.*|db\/migrate\.server\.ts|app\/.*\.tsx|app\/ui\/.*)$/
    const impure = /\bnew Date\(\)|\bDate\.now\(|Math\.random\(|process\.env/
    const broken = product.filter((file) => impure.test(textOf(file)) && !allowed.test(file))
    expect(broken).toEqual([])
  })
})

describe('routes', () => {
  const table = textOf('app/routes.ts')
  const named = [...table.matchAll(/route\(\s*'([^']+)',\s*'([^']+)'/g)].map((match) => `app/${match[2] ?? ''}`)

  it('are exactly the files the table names', () => {
    expect(product.filter((file) => file.endsWith('.route.tsx')).sort()).toEqual([...named].sort())
  })

  it('go through the guard: every loader and action is guarded, or says open, or is listed here', () => {
    const listed = new Set(['app/routes/live/live.route.tsx'])
    const broken = named.filter((file) => {
      const text = textOf(file)
      return (
        [...text.matchAll(/export const (loader|action)\b[^=]*=\s*(\w+)/g)].some(
          (match) => !['guarded', 'guardedAction', 'open'].includes(match[2] ?? '') && !listed.has(file),
        ) ||
        (/export async function (loader|action)/.test(text) && !listed.has(file))
      )
    })
    expect(broken).toEqual([])
  })

  it('are open to people without a session only where this list says so', () => {
    const open = named.filter((file) => /=\s*open\(/.test(textOf(file)))
    expect(open.sort()).toEqual([
      'app/routes/home/home.route.tsx',
      'app/routes/home/not-found.route.tsx',
      'app/routes/sign-in/invitation.route.tsx',
      'app/routes/sign-in/sign-in.route.tsx',
      'app/routes/sign-in/sign-out.route.tsx',
      'app/routes/welcome/welcome.route.tsx',
    ])
  })

  it('stay thin: what they read is in a page, what they do in a command', () => {
    const broken = named.filter((file) => /\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(textOf(file)))
    expect(broken).toEqual([])
  })
})

describe('commands and pages', () => {
  const commands = product.filter(
    (file) => /^app\/commands\/.*\.server\.ts$/.test(file) && /=\s*(command|designCommand)\(/.test(textOf(file)),
  )

  it('authorise by themselves', () => {
    const authorises =
      /\bauthorize\w*\(|\bopen(Draft|Live|Revision)\(|\bcan\(|\bcanSign\(|visiblePeople\(|\bactor\.personId\b/
    expect(commands.filter((file) => !authorises.test(textOf(file)))).toEqual([])
  })

  it('are each exercised by a test', () => {
    const tests = sourcesOf('tests')
      .map((file) => textOf(file))
      .join('\n')
    const untested = commands.flatMap((file) =>
      [...textOf(file).matchAll(/export const (\w+) = (?:command|designCommand)\(/g)]
        .map((match) => match[1] ?? '')
        .filter((name) => !new RegExp(`\\b${name}\\b`).test(tests))
        .map((name) => `${file}: ${name}`),
    )
    expect(untested).toEqual([])
  })
})

describe('names and texts', () => {
  it('hide nothing behind utils, helpers, misc, common or types', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common|types|manager)(\.|\/)/.test(file))).toEqual([])
  })

  it('build every address in paths.ts', () => {
    const typed = /(?:to|href|action)="\/(?!assets)[a-z]/
    expect(product.filter((file) => file.endsWith('.tsx') && typed.test(textOf(file)))).toEqual([])
  })

  it('give the README only commands that exist', () => {
    const scripts = Object.keys((JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts)
    const named = [...textOf('README.md').matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '')
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
  })

  it('say nothing of the machine they were written on', () => {
    const all = [...files, ...sourcesOf('tests'), 'README.md', 'package.json'].filter(
      (file) => file !== 'tests/architecture.test.ts',
    )
    expect(all.filter((file) => /\/work\/(main|shared)|\/tmp\/(brief|bg)/.test(textOf(file)))).toEqual([])
  })
})

describe('the lock file', () => {
  const lock = JSON.parse(textOf('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string>; version?: string }>
  }

  it('is complete on every platform: each optional package of a package has its entry', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter(
          (name) => !(`${path}/node_modules/${name}` in lock.packages) && !(`node_modules/${name}` in lock.packages),
        )
        .map((name) => `${path} wants ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('names no registry', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved": "https?:\/\/(?!registry\.npmjs\.org)/)
  })
})

function isEntrance(file: string): boolean {
  return (
    file === 'app/routes/home/home.route.tsx' ||
    file.startsWith('app/routes/sign-in/') ||
    file.startsWith('app/routes/welcome/')
  )
}

function isNodeOnly(file: string): boolean {
  return file.startsWith('db/') || file.startsWith('app/cli/') || file === 'app/entry.server.tsx'
}

function roomOf(file: string): string {
  const [top, room = ''] = file.split('/')
  if (top === 'db') return 'db'
  if (room === 'paths.ts') return 'paths'
  if (/^(root|routes|entry\.\w+)\.tsx?$|\.d\.ts$/.test(room)) return 'root'
  return room
}

function importsOf(file: string): string[] {
  const found = [...textOf(file).matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map((match) => match[1] ?? '')
  return found
    .map((target) => {
      if (target.startsWith('~db/')) return `db/${target.slice(4)}`
      if (target.startsWith('~/')) return `app/${target.slice(2)}`
      if (target.startsWith('.')) return normalize(join(dirname(file), target))
      return ''
    })
    .filter(Boolean)
    .map((target) => (target === 'app/paths' ? 'app/paths.ts' : target))
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function sourcesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}
