/**
 * What `npm start` and `npm test` do before anything else: from a bare clone to a built server. Plain JavaScript with
 * nothing but Node, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const cache = join(root, 'node_modules', '.masterwork')
const oldestNode = [20, 19]
const sources = ['app', 'db', 'public', 'package-lock.json', 'remix.config.js', 'vite.config.ts', 'tsconfig.json']

/** Stops with a sentence when Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  say(`Masterwork needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Installs the packages when they are absent or the lock file has changed since. */
export function install() {
  const wanted = digest(readFileSync(join(root, 'package-lock.json')))
  const stamp = join(cache, 'installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Installing packages (the database driver may be compiled; this takes a minute or two the first time) …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--include=dev'])
  writeStamp(stamp, wanted)
}

/** Builds the browser's and the server's half when a source has changed since the last build. */
export function build() {
  const wanted = digestOfSources()
  const stamp = join(root, 'build', 'built')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Building …')
  run('npx', ['--no-install', 'remix', 'vite:build', '--logLevel', 'warn'])
  writeStamp(stamp, wanted)
}

/** Runs a program in the project's folder and stops with its exit code when it fails. */
export function run(program, args, env = {}) {
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

export function say(sentence) {
  process.stdout.write(`${sentence}\n`)
}

function digestOfSources() {
  const hash = createHash('sha256')
  const add = (path) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    const facts = statSync(full)
    if (facts.isDirectory()) for (const name of readdirSync(full).sort()) add(join(path, name))
    else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\n${facts.size}\n${facts.mtimeMs}\n`)
  }
  for (const source of sources) add(source)
  return hash.digest('hex')
}

function digest(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

function writeStamp(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  checkNode()
  install()
  build()
}
