import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One role of a published framework with what it asks for. */
export interface FrameworkRole {
  readonly title: string
  readonly purpose: string
  readonly duties: readonly string[]
  readonly skills: readonly {
    readonly name: string
    readonly statement: string
    readonly level: string
    readonly criteria: readonly string[]
  }[]
}

/** The framework's levels, lowest first. */
export const frameworkLevels = ['Awareness', 'Working', 'Practitioner', 'Expert'] as const

/** The table of roles, where it lies beside the repository; nothing of it is kept inside. */
export const frameworkFile = fileURLToPath(
  new URL('../../../../shared/data/uk-gdad-framework/roles.csv', import.meta.url),
)
export const hasFramework = existsSync(frameworkFile)

/** The first role that asks for six skills at more than one level. */
export function readFrameworkRole(): FrameworkRole {
  const [head = [], ...lines] = readTable(readFileSync(frameworkFile, 'utf8').replace(/^\uFEFF/, ''))
  const rows = lines.map((line) => new Map(head.map((name, at) => [name, line[at] ?? ''])))
  const byTitle = new Map<string, typeof rows>()
  for (const row of rows) {
    const title = row.get('Role Level') ?? ''
    byTitle.set(title, [...(byTitle.get(title) ?? []), row])
  }
  for (const [title, ofRole] of byTitle) {
    const levels = new Set(ofRole.map((row) => row.get('Skill Level')))
    const description = ofRole[0]?.get('Role Level Description') ?? ''
    if (title === '' || ofRole.length !== 6 || levels.size < 2) continue
    return {
      title,
      purpose: description.split('\n')[0] ?? '',
      duties: bullets(description),
      skills: ofRole.map((row) => ({
        name: row.get('Skill Name') ?? '',
        // Some skills have no description; what the level asks first says it as well.
        statement:
          (row.get('Skill Description') ?? '').split('\n')[0] ||
          (bullets(row.get('Skill Level Description') ?? '')[0] ?? ''),
        level: row.get('Skill Level') ?? '',
        criteria: bullets(row.get('Skill Level Description') ?? ''),
      })),
    }
  }
  throw new Error('The framework has no role with six skills at several levels')
}

function bullets(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => line.slice(2).trim())
}

/** Comma-separated values with quoted fields that may hold commas, quotes and line ends. */
function readTable(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end !== ',' && end !== '') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 1)
}
