/**
 * Time, as the rules know it. What happened is an `Instant`; what lasts is counted in `CalendarDate`s, the days of the
 * organisation's own zone. A mastery that ends on 31 March is good through the whole of that day: it has expired when
 * today's date in the zone is later, never at a midnight instant, because in some zones some midnights do not exist
 * (SECURITY D22). No clock here: `today` and `now` are always arguments.
 */

/** A day as `yyyy-mm-dd`, years 0001 to 9999. Text order is time order. */
export type CalendarDate = `${number}-${number}-${number}`
/** A moment as ISO text in UTC with milliseconds, `2026-03-31T09:15:00.000Z`. */
export type Instant = `${CalendarDate}T${string}Z`

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const instantPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})\.\d{3}Z$/
const firstDay = dayNumber('0001-01-01')
const lastDay = dayNumber('9999-12-31')

/** True when `text` is a day that exists. */
export function isCalendarDate(text: string): text is CalendarDate {
  const parts = datePattern.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The day written in `text`, or null where no such day exists. */
export function parseCalendarDate(text: string): CalendarDate | null {
  return isCalendarDate(text) ? text : null
}

/** True when `text` is an ISO UTC moment with milliseconds. */
export function isInstant(text: string): text is Instant {
  const parts = instantPattern.exec(text)
  if (!parts) return false
  const [date = '', hour, minute, second] = parts.slice(1)
  return isCalendarDate(date) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
}

/** Negative when `a` is earlier than `b`, zero when they are the same day, positive when later. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The earlier of two days. */
export function earlierOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b
}

/** The later of two days. */
export function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b
}

/** True when the end `a` comes after the end `b`; null is an end that never comes, so no end is later. */
export function endsLater(a: CalendarDate | null, b: CalendarDate | null): boolean {
  return b !== null && (a === null || a > b)
}

/** True once the last good day `end` is over: `today > end`. An end of null never comes (SECURITY D22). */
export function isPast(end: CalendarDate | null, today: CalendarDate): boolean {
  return end !== null && today > end
}

/** The day `days` after `date` (before, where negative), kept within years 0001 to 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + Math.trunc(days))
}

/**
 * The same day `months` later, or that month's last day where it is shorter: 31 January + 1 month is 28 or 29 February
 * (DESIGN 4.5). Always counted from the given day, so repeated steps do not drift into the 28th unless asked one by one.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const count = yearOf(date) * 12 + (monthOf(date) - 1) + Math.trunc(months)
  const year = Math.floor(count / 12)
  if (year < 1) return '0001-01-01'
  if (year > 9999) return '9999-12-31'
  const month = count - year * 12 + 1
  return dateOf(year, month, Math.min(dayOf(date), daysInMonth(year, month)))
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The next day that bears `monthDay` (`MM-DD`) after `date`, never `date` itself; 02-29 is the last day of February. */
export function nextMonthDay(date: CalendarDate, monthDay: string): CalendarDate {
  const [month, day] = [Number(monthDay.slice(0, 2)), Number(monthDay.slice(3, 5))]
  const inYear = (year: number) => dateOf(year, month, Math.min(day, daysInMonth(year, month)))
  const sameYear = inYear(yearOf(date))
  if (sameYear > date) return sameYear
  return yearOf(date) === 9999 ? '9999-12-31' : inYear(yearOf(date) + 1)
}

/** True when `text` is a day of the year as `MM-DD`, 29 February included. */
export function isMonthDay(text: string): boolean {
  return /^\d{2}-\d{2}$/.test(text) && isCalendarDate(`2024-${text}`)
}

/** True when `zone` is a time zone this machine knows, `Europe/Zurich`. */
export function isTimeZone(zone: string): boolean {
  try {
    formatterOf(zone)
    return true
  } catch {
    return false
  }
}

/** The day on the wall calendar of `zone` (IANA name) at `instant`. Throws RangeError on an unknown zone. */
export function dateInZone(instant: Instant, zone: string): CalendarDate {
  const parts = formatterOf(zone).formatToParts(Date.parse(instant))
  const of = (type: 'year' | 'month' | 'day') => Number(parts.find((part) => part.type === type)?.value)
  return dateOf(of('year'), of('month'), of('day'))
}

/** Making a formatter costs thousands of times more than using one, and an organisation has one zone. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formatters.set(zone, made)
  return made
}

function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7))
}

function dayOf(date: CalendarDate): number {
  return Number(date.slice(8, 10))
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function dateOf(year: number, month: number, day: number): CalendarDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return text as CalendarDate // Digits by construction; the compiler widens String() to string.
}

/**
 * Days since 1 March of year 0: with March first, the leap day is the last day of a year and every month's start is a
 * straight line. Arithmetic on numbers, because a local Date would bring daylight saving time back in.
 */
function dayNumber(date: CalendarDate): number {
  const month = monthOf(date)
  const year = month > 2 ? yearOf(date) : yearOf(date) - 1
  const monthFromMarch = month > 2 ? month - 3 : month + 9
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + dayOf(date) - 1
}

function dateOfDayNumber(days: number): CalendarDate {
  const kept = Math.min(Math.max(days, firstDay), lastDay)
  // The guess is at most a year too late: 146,097 days make 400 years.
  let year = Math.floor((kept * 400) / 146_097) + 1
  while (dayOfMarchFirst(year) > kept) year -= 1
  const dayOfYear = kept - dayOfMarchFirst(year)
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return monthFromMarch < 10 ? dateOf(year, monthFromMarch + 3, day) : dateOf(year + 1, monthFromMarch - 9, day)
}

function dayOfMarchFirst(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}
