import type { ReactNode } from 'react'
import { peopleText } from '~/text/people.en'
import { formatDate } from '~/ui/date'
import { TableList, TableListRow } from '~/ui/table-list'
import { Tag } from '~/ui/tag'
import type { PlacedLine } from './person-page.server'

/** Dated rows: what, main or not, since or from when, until when, and what can be done to each. */
export function PlacedRows<L extends PlacedLine>({
  label,
  lines,
  today,
  detail,
  acts,
}: {
  label: string
  lines: readonly L[]
  today: string
  detail?: (line: L) => string | null
  acts?: (line: L) => ReactNode
}) {
  return (
    <TableList label={label}>
      {lines.map((line) => (
        <TableListRow
          key={line.id}
          title={
            <span className="flex flex-wrap items-center gap-2">
              {line.label} {line.isMain && <Tag>{peopleText.main}</Tag>}
            </span>
          }
          detail={[span(line, today), detail?.(line)].filter(Boolean).join(' · ')}
          end={acts?.(line)}
        />
      ))}
    </TableList>
  )
}

function span({ fromOn, toOn }: PlacedLine, today: string): string {
  const day = (date: string) => formatDate(date, { locale: peopleText.locale })
  const begin = fromOn > today ? peopleText.from(day(fromOn)) : peopleText.since(day(fromOn))
  return toOn ? `${begin}, ${peopleText.until(day(toOn))}` : begin
}
