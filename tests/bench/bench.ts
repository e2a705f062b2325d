import { rows } from './rows'
import type { Figure } from './figure'

/**
 * Prints every budget of this run: figure, the limit measured in the same run, ratio, budget, met or not. The last line
 * is the same as one JSON object; the exit code is 1 where a budget is missed.
 */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((word) => /^P\d+$/.test(word))
  const chosen = rows.filter((row) => wanted.length === 0 || wanted.includes(row.id))
  const figures: Figure[] = []
  for (const row of chosen) {
    process.stderr.write(`${row.id} ${row.work} …\n`)
    figures.push(...(await row.measure()))
  }
  process.stdout.write(`${tableOf(figures)}\n${JSON.stringify({ figures })}\n`)
  process.exitCode = figures.every((figure) => figure.isMet) ? 0 : 1
}

function tableOf(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => [
    figure.id,
    figure.work,
    shown(figure.figure, figure.unit),
    figure.limit === null ? '' : shown(figure.limit, figure.unit),
    figure.limit === null ? '' : (figure.figure / figure.limit).toFixed(2),
    figure.budget,
    figure.isMet ? 'met' : 'MISSED',
  ])
  const all = [['#', 'work', 'figure', 'limit', 'ratio', 'budget', ''], ...lines]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? []
  return all
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function shown(value: number, unit: string): string {
  return `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}`
}

void main()
