import { daysBetween } from '~/domain/calendar-date'
import type { CalendarDate } from '~/domain/calendar-date'
import { myPathText as text } from '~/text/my-path.en'
import { formatDate } from '~/ui/date'
import type { PaceView } from './my-path-view'
import { dateWords } from './path-words'

const width = 312
const top = 8
const foot = 64

/** What was met, day by day, against an even pace to the target date. A picture of its label; no figure of its own. */
export function PaceLine({ pace, today }: { pace: PaceView; today: CalendarDate }) {
  const short = pace.expected - pace.met
  const span = Math.max(1, daysBetween(pace.since, pace.targetOn))
  const x = (day: CalendarDate) => {
    const share = Math.min(1, Math.max(0, daysBetween(pace.since, day) / span))
    return Math.round(share * (width - 8))
  }
  const y = (met: number) => Math.round(foot - (met / Math.max(1, pace.needed)) * (foot - top))
  const now = x(today)
  const isNearEnd = now > width - 70
  return (
    <figure className="min-w-0 max-lg:hidden">
      <figcaption className="mb-2 flex items-baseline gap-2 text-t12">
        <span className="grow font-strong">{pace.isBehind ? text.pace.behind(short) : text.pace.on}</span>
        <span className="text-ink-3">{text.pace.target(dateWords(pace.targetOn))}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} 84`}
        width={width}
        height="84"
        role="img"
        className="max-w-full"
        aria-label={text.pace.label({
          met: pace.met,
          expected: pace.expected,
          needed: pace.needed,
          today: dateWords(today),
          target: dateWords(pace.targetOn),
        })}
      >
        <path d={`M0 ${top}.5h${width}M0 ${foot}.5h${width}`} stroke="var(--line)" />
        <path
          d={`M0 ${foot} ${width - 8} ${top}`}
          stroke="var(--ink-3)"
          strokeWidth="1.25"
          strokeDasharray="3 4"
          fill="none"
        />
        <path d={stepsOf(pace, x, y, now)} stroke="var(--ink)" strokeWidth="1.75" strokeLinejoin="round" fill="none" />
        <circle cx={now} cy={y(pace.met)} r="3.5" fill="var(--accent)" />
        <circle cx={width - 8} cy={top} r="3" fill="var(--surface)" stroke="var(--ink-3)" strokeWidth="1.25" />
        <g fontSize="11" fill="var(--ink-3)">
          {now > 60 && (
            <text x="0" y="80">
              {shortDate(pace.since)}
            </text>
          )}
          {!isNearEnd && (
            <text x={Math.max(0, now)} y="80" textAnchor={now > 40 ? 'middle' : 'start'} fill="var(--ink)">
              {text.pace.today(pace.met)}
            </text>
          )}
          {now < width - 100 && (
            <text x={width} y="80" textAnchor="end">
              {text.pace.end(shortDate(pace.targetOn), pace.needed)}
            </text>
          )}
          {isNearEnd && (
            <text x={width} y="80" textAnchor="end" fill="var(--ink)">
              {text.pace.today(pace.met)}
            </text>
          )}
        </g>
      </svg>
    </figure>
  )
}

/** A stair: up by one on each day something that still counts was proven. What was met before the start is its foot. */
function stepsOf(pace: PaceView, x: (day: CalendarDate) => number, y: (met: number) => number, now: number): string {
  const before = pace.provenOn.filter((day) => day <= pace.since).length
  let met = before
  let path = `M0 ${y(met)}`
  for (const day of pace.provenOn.slice(before)) {
    met += 1
    path += `H${x(day)}V${y(met)}`
  }
  return `${path}H${now}`
}

function shortDate(date: CalendarDate): string {
  // Day and month are enough on an axis; the caption has the year.
  return formatDate(date, { locale: text.locale }).replace(/ \d{4}$/u, '')
}
