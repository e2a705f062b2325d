/** How dates are written for one viewer. The same props give the same text on the server and in the browser. */
export type DateStyle = {
  /** BCP 47, such as `en-GB`. */
  locale: string
  /** IANA zone of the organisation, such as `Europe/Berlin`. */
  zone: string
}

const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const shapes = {
  day,
  weekday: { ...day, weekday: 'short' },
  instant: { ...day, ...time },
  time,
  iso: { year: 'numeric', month: '2-digit', day: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Making a formatter costs a hundred times more than using one, and a page writes many dates. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(shape: keyof typeof shapes, locale: string, zone: string): Intl.DateTimeFormat {
  const key = `${shape} ${locale} ${zone}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...shapes[shape], timeZone: zone })
  formatters.set(key, made)
  return made
}

/** A calendar date `YYYY-MM-DD` as "24 Nov 2026"; `weekday` gives "Tue 24 Nov 2026". */
export function formatDate(
  date: string,
  { locale }: Pick<DateStyle, 'locale'>,
  options?: { weekday?: boolean },
): string {
  // A calendar date has no zone; noon UTC keeps it on its own day.
  return formatterOf(options?.weekday ? 'weekday' : 'day', locale, 'UTC').format(Date.parse(`${date}T12:00:00Z`))
}

/** An instant (ISO text in UTC) as "24 Nov 2026, 10:42" in the zone. */
export function formatInstant(instant: string, { locale, zone }: DateStyle): string {
  return formatterOf('instant', locale, zone).format(Date.parse(instant))
}

/** An instant as "10:42" in the zone. */
export function formatTime(instant: string, { locale, zone }: DateStyle): string {
  return formatterOf('time', locale, zone).format(Date.parse(instant))
}

/** The calendar date of an instant in a zone, `YYYY-MM-DD`. */
export function dateInZone(instant: string, zone: string): string {
  return formatterOf('iso', 'en-CA', zone).format(Date.parse(instant))
}

/** Whole days from one calendar date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** "today", "yesterday", "in 3 days", "2 months ago": the distance of a calendar date from today. */
export function formatRelative(date: string, { locale, today }: { locale: string; today: string }): string {
  const days = daysBetween(today, date)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (Math.abs(days) < 14) return format.format(days, 'day')
  if (Math.abs(days) < 61) return format.format(Math.trunc(days / 7), 'week')
  if (Math.abs(days) < 730) return format.format(Math.trunc(days / 30.4), 'month')
  return format.format(Math.trunc(days / 365.25), 'year')
}

/** A calendar date in the viewer's way. */
export function DateText({ date, locale, weekday }: { date: string; locale: string; weekday?: boolean }) {
  return <time dateTime={date}>{formatDate(date, { locale }, { weekday })}</time>
}

/** An instant in the viewer's way. */
export function InstantText({ instant, locale, zone }: DateStyle & { instant: string }) {
  return <time dateTime={instant}>{formatInstant(instant, { locale, zone })}</time>
}

/** How far a day is from today, with the day itself on hover and for screen readers. */
export function RelativeDate({ date, today, locale }: { date: string; today: string; locale: string }) {
  const absolute = formatDate(date, { locale }, { weekday: true })
  return (
    <time dateTime={date} title={absolute}>
      {formatRelative(date, { locale, today })}
      <span className="sr-only">, {absolute}</span>
    </time>
  )
}
