import { z } from 'zod'
import { parseCalendarDate, isTimeZone, type CalendarDate } from '~/domain/calendar-date'
import { isId, type Id, type IdKind } from '~/domain/ids'

/**
 * Fields of the forms about people. Messages are codes; `text/people-problem` has the sentences. An empty field
 * arrives as undefined.
 */
const required = { error: 'required' }

export const nameField = z.string(required).trim().min(1, 'required').max(200, 'too-long')

export function lineField(longest = 200) {
  return z
    .string()
    .trim()
    .max(longest, 'too-long')
    .optional()
    .transform((text) => text || null)
}

export const emailField = z.string(required).trim().toLowerCase().max(254, 'too-long').pipe(z.email('not-an-email'))

export const optionalEmailField = emailField.optional().transform((email) => email ?? null)

export const timeZoneField = z.string(required).max(64, 'not-a-zone').refine(isTimeZone, 'not-a-zone')

export const passwordField = z.string(required).max(1000, 'password-long')

export const dateField = z.string(required).transform((text, context): CalendarDate => {
  const date = parseCalendarDate(text)
  if (date) return date
  context.addIssue({ code: 'custom', message: 'not-a-date' })
  return z.NEVER
})

export const optionalDateField = dateField.optional().transform((date) => date ?? null)

export function idField<K extends IdKind>(kind: K) {
  return z.string({ error: 'choose-one' }).refine((text): text is Id<K> => isId(kind, text), 'choose-one')
}

export function optionalIdField<K extends IdKind>(kind: K) {
  return idField(kind)
    .optional()
    .transform((id) => id ?? null)
}

/** A checkbox: absent is no. */
export const checkboxField = z
  .string()
  .optional()
  .transform((text) => text !== undefined)
