const names = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** The name of a month, 1 to 12. */
export function monthName(month: number): string {
  return names.format(Date.UTC(2024, month - 1, 1))
}

/** "31 March" of `MM-DD`; the text itself where it is none. */
export function monthDayWords(monthDay: string): string {
  const [month, day] = monthDay.split('-').map(Number)
  return month && day ? dayAndMonth.format(Date.UTC(2024, month - 1, day)) : monthDay
}
