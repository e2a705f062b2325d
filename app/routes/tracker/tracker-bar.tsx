import { Link } from '@remix-run/react'
import { ArrowDownUp, ChevronDown, Info, Keyboard, Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { Legend } from '~/components/legend'
import { cellStatuses } from '~/domain/vocabulary'
import { statusText } from '~/text/status.en'
import { trackerText } from '~/text/tracker.en'
import { Chip } from '~/ui/chip'
import { Kbd } from '~/ui/kbd'
import { Menu, MenuChoice, MenuChoices } from '~/ui/menu'
import { Popover } from '~/ui/popover'
import { SegmentedLinks } from '~/ui/segmented'
import { VisuallyHidden } from '~/ui/visually-hidden'
import type { TrackerColumn } from './tracker-page.server'
import { isFiltered, searchHref, type Order, type TrackerSearch } from './tracker-search'

const words = trackerText.filter
/** Typing pauses so long before the address follows. */
const typingPauseMs = 150
const everything = 'all'

/** Search, filters, order and legend. Everything it changes is in the address. */
export function TrackerBar({
  search,
  teams,
  columns,
  searchField,
  onChange,
  onKeys,
}: {
  search: TrackerSearch
  teams: readonly { readonly id: string; readonly name: string }[]
  /** Of the one program shown; empty where a page shows several. */
  columns: readonly TrackerColumn[]
  searchField: RefObject<HTMLInputElement>
  onChange: (change: Partial<TrackerSearch>) => void
  onKeys: () => void
}) {
  const team = teams.find((one) => one.id === search.teamId)
  return (
    <div role="search" aria-label={words.label} className="tg-bar">
      <SearchField field={searchField} value={search.search} onChange={(text) => onChange({ search: text })} />
      {teams.length > 0 && (
        <FilterChip
          label={words.team}
          chosen={team?.name ?? null}
          value={search.teamId ?? everything}
          options={[
            { value: everything, label: words.allTeams },
            ...teams.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(value) =>
            onChange({ teamId: teams.find((one) => one.id === value)?.id as TrackerSearch['teamId'] })
          }
        />
      )}
      <FilterChip
        label={words.status}
        chosen={search.status && statusText.word[search.status]}
        value={search.status ?? everything}
        options={[
          { value: everything, label: words.allStatuses },
          ...cellStatuses.map((status) => ({ value: status, label: statusText.word[status] })),
        ]}
        onChange={(value) => onChange({ status: cellStatuses.find((status) => status === value) ?? null })}
      />
      {isFiltered(search) && (
        <Chip end={<X aria-hidden />} onClick={() => onChange({ search: '', teamId: null, status: null })}>
          {words.clear}
        </Chip>
      )}
      <span className="grow" />
      <OrderMenu search={search} columns={columns} onChange={onChange} />
      <Popover
        label={statusText.legend.title}
        align="end"
        trigger={<Chip icon={<Info aria-hidden />}>{trackerText.legend}</Chip>}
      >
        <Legend />
      </Popover>
      <Chip className="max-md:hidden" icon={<Keyboard aria-hidden />} onClick={onKeys} aria-keyshortcuts="?">
        {trackerText.keys}
      </Chip>
    </div>
  )
}

/** Overview or detail; links, so that each can be shared and works without script. */
export function ViewSwitch({ search, params }: { search: TrackerSearch; params: URLSearchParams }) {
  return (
    <SegmentedLinks label={trackerText.view}>
      {(['overview', 'detail'] as const).map((view) => (
        <Link
          key={view}
          to={searchHref(params, { view })}
          className="seg-item"
          aria-current={search.view === view ? 'page' : undefined}
          preventScrollReset
          replace
        >
          {trackerText.views[view]}
        </Link>
      ))}
    </SegmentedLinks>
  )
}

function SearchField({
  field,
  value,
  onChange,
}: {
  field: RefObject<HTMLInputElement>
  value: string
  onChange: (text: string) => void
}) {
  const [typed, setTyped] = useState(value)
  const sent = useRef(value)
  // Back, a link or "clear filters" changed it from outside.
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value
      setTyped(value)
    }
  }, [value])
  useEffect(() => {
    if (typed.trim() === sent.current) return
    const timer = setTimeout(() => {
      sent.current = typed.trim()
      onChange(typed.trim())
    }, typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed, onChange])
  return (
    <label className="tg-find input input-s">
      <Search aria-hidden className="size-3.5 text-ink-3" />
      <VisuallyHidden>{words.find}</VisuallyHidden>
      <input
        ref={field}
        type="search"
        name="q"
        value={typed}
        placeholder={words.find}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped('')
        }}
      />
      <span aria-hidden className="max-md:hidden">
        <Kbd>{words.findKey}</Kbd>
      </span>
    </label>
  )
}

function FilterChip({
  label,
  chosen,
  value,
  options,
  onChange,
}: {
  label: string
  /** What narrows now; null: nothing. */
  chosen: string | null
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}) {
  return (
    <Menu
      trigger={
        <Chip on={chosen !== null} end={<ChevronDown aria-hidden />}>
          {chosen === null ? label : words.chosen(label, chosen)}
        </Chip>
      }
    >
      <MenuChoices label={label} value={value} onChange={onChange}>
        {options.map((option) => (
          <MenuChoice key={option.value} value={option.value}>
            {option.label}
          </MenuChoice>
        ))}
      </MenuChoices>
    </Menu>
  )
}

function OrderMenu({
  search,
  columns,
  onChange,
}: {
  search: TrackerSearch
  columns: readonly TrackerColumn[]
  onChange: (change: Partial<TrackerSearch>) => void
}) {
  const column = columns.find((one) => one.qualificationId === search.sort)
  const name = search.sort === 'readiness' ? words.byReadiness : (column?.name ?? words.byName)
  return (
    <Menu
      align="end"
      trigger={
        <Chip icon={<ArrowDownUp aria-hidden />} end={<ChevronDown aria-hidden />}>
          {words.orderBy(name)}
        </Chip>
      }
    >
      <MenuChoices
        label={words.order}
        value={search.sort}
        onChange={(value) => onChange({ sort: value as Order, isDescending: false })}
      >
        <MenuChoice value="name">{words.orderBy(words.byName)}</MenuChoice>
        <MenuChoice value="readiness">{words.orderBy(words.byReadiness)}</MenuChoice>
        {column && <MenuChoice value={column.qualificationId}>{words.orderBy(column.name)}</MenuChoice>}
      </MenuChoices>
    </Menu>
  )
}
