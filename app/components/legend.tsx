import { ArrowDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CellStatus } from '~/domain/vocabulary'
import { statusText } from '~/text/status.en'
import { CellChip } from './cell-chip'

const words = statusText.legend

/** "What the marks mean": all statuses by family, then the marks. Put it into a popover or on a page. */
export function Legend({ title = true }: { title?: boolean }) {
  return (
    <section className="w-[520px] max-w-full">
      {title && <h2 className="mb-3">{words.title}</h2>}
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
        <div className="grid content-start gap-3">
          <StatusGroup title={words.groups.counts} statuses={['mastered', 'expiring']} />
          <StatusGroup title={words.groups.act} statuses={['expired', 'on-hold', 'returned']} />
        </div>
        <div className="grid content-start gap-3">
          <StatusGroup title={words.groups.underWay} statuses={['in-review', 'not-yet', 'learning']} />
          <StatusGroup title={words.groups.notBegun} statuses={['locked', 'not-started']} />
        </div>
        <div className="grid content-start gap-3">
          <StatusGroup title={words.groups.notRequired} statuses={['exempt']}>
            <Entry mark={<CellChip status={null} look="legend" />}>{statusText.doesNotApply}</Entry>
          </StatusGroup>
          <Group title={words.groups.marks}>
            <Entry mark={<CellChip status="mastered" look="legend" gap />}>{words.marks.gap}</Entry>
            <Entry mark={<CellChip status="in-review" look="legend" waiting="mine" />}>{words.marks.waitingMine}</Entry>
            <Entry mark={<CellChip status="in-review" look="legend" waiting="others" />}>
              {words.marks.waitingOthers}
            </Entry>
            <Entry mark={<CellChip status="mastered" look="legend" level={2} />}>{words.marks.level}</Entry>
            <Entry mark={<CellChip status="mastered" look="legend" imported />}>{words.marks.imported}</Entry>
            <Entry mark={<ArrowDown aria-hidden size={14} className="mx-[7.5px] text-ink-2" />}>
              {words.marks.behindPace}
            </Entry>
          </Group>
        </div>
      </div>
    </section>
  )
}

function StatusGroup({ title, statuses, children }: { title: string; statuses: CellStatus[]; children?: ReactNode }) {
  return (
    <Group title={title}>
      {statuses.map((status) => (
        <Entry key={status} mark={<CellChip status={status} look="legend" />}>
          {words.words[status]}
        </Entry>
      ))}
      {children}
    </Group>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 font-regular text-ink-3">{title}</h3>
      <ul role="list">{children}</ul>
    </div>
  )
}

function Entry({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <li className="flex min-h-7 items-center gap-2 text-t12">
      {mark}
      {children}
    </li>
  )
}
