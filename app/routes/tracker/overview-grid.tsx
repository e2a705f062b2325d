import { decodeRow } from '~/domain/cell-code'
import type { ProgramRules } from '~/domain/program-rules'
import { readinessPerGroup, scopeOf } from '~/domain/readiness'
import type { TrackerRow } from '~/domain/tracker-row'
import { Readiness } from '~/components/readiness'
import { trackerText } from '~/text/tracker.en'
import { Avatar } from '~/ui/avatar'
import type { TrackerSection } from './tracker-page.server'
import { useGrowing } from './use-growing'

/** Lines added when the end comes near. */
const growth = 40

/** One row per person, one column per group: how many of its musts are met. A group's heading leads to its columns. */
export function OverviewGrid({
  label,
  rows,
  rules,
  groups,
  onGroup,
}: {
  label: string
  rows: readonly TrackerRow[]
  rules: ProgramRules
  groups: TrackerSection['groups']
  onGroup: () => void
}) {
  const { count, end } = useGrowing<HTMLTableRowElement>(rows.length, growth)
  const shown = [
    ...groups.filter((group) => rules.requirements.some((rule) => rule.groupId === group.id)),
    ...(rules.requirements.some((rule) => rule.groupId === null) ? [{ id: null, name: trackerText.ungrouped }] : []),
  ]
  return (
    // A wide table scrolls by itself; focusable, so that keys can scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div className="tg-overview" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{trackerText.person}</th>
            <th scope="col">{trackerText.ready}</th>
            {shown.map((group) => (
              <th key={group.id ?? 'none'} scope="col">
                <button type="button" onClick={onGroup} title={trackerText.openGroup(group.name)}>
                  {group.name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, count).map((row) => (
            <OverviewLine key={row.personId} row={row} rules={rules} groups={shown} />
          ))}
          {count < rows.length && <tr ref={end} aria-hidden />}
        </tbody>
      </table>
    </div>
  )
}

function OverviewLine({
  row,
  rules,
  groups,
}: {
  row: TrackerRow
  rules: ProgramRules
  groups: readonly { id: string | null; name: string }[]
}) {
  const perGroup = readinessPerGroup(rules, decodeRow(row.code), scopeOf(row.participation))
  return (
    <tr>
      <th scope="row">
        <span className="flex items-center gap-2">
          <Avatar name={row.name} />
          <span className="truncate">{row.name}</span>
        </span>
      </th>
      <td>
        <Readiness met={row.readiness.met} needed={row.readiness.needed} />
      </td>
      {groups.map((group) => {
        const figure = perGroup.find((one) => one.groupId === group.id)
        const isAll = figure !== undefined && figure.met >= figure.needed
        return (
          <td key={group.id ?? 'none'} className={isAll ? 'is-all green' : undefined}>
            {figure ? <Readiness met={figure.met} needed={figure.needed} /> : null}
          </td>
        )
      })}
    </tr>
  )
}
