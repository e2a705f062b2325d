import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { CalendarDate } from '~/domain/calendar-date'

type Dated = { dated: { from_on: CalendarDate; to_on: CalendarDate | null } }

/**
 * Of dated rows (from, to), those in force on `day`; both ends are inclusive.
 * @param table the table's name or alias where the query joins several that are dated
 */
export function inForce(day: CalendarDate, table?: string): () => Expression<SqlBool> {
  return () => {
    const eb = expressionBuilder<Dated, 'dated'>()
    const from = (table ? `${table}.from_on` : 'from_on') as 'from_on'
    const to = (table ? `${table}.to_on` : 'to_on') as 'to_on'
    return eb.and([eb(from, '<=', day), eb.or([eb(to, 'is', null), eb(to, '>=', day)])])
  }
}
