import { isMonthDay } from '~/domain/calendar-date'
import { ok, refused, type Problem, type Result } from '~/domain/result'

/** What a field of the designer may hold. Empty text means nothing said: null, unless something is required. */
export type FieldShape =
  | { readonly kind: 'text'; readonly max: number; readonly isRequired?: boolean }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly isRequired?: boolean }
  | { readonly kind: 'flag' }
  /** Yes, no, or nothing said. */
  | { readonly kind: 'maybe' }
  | { readonly kind: 'choice'; readonly of: readonly string[]; readonly isRequired?: boolean }
  /** A day of the year, `MM-DD`. */
  | { readonly kind: 'month-day' }

export type FieldProblem = Problem<'empty' | 'too-long' | 'not-a-number' | 'not-a-choice' | 'not-a-day'>
export type StoredValue = string | number | boolean | null

/** Reads the text of a field by its shape. */
export function readField(shape: FieldShape, written: string): Result<StoredValue, FieldProblem> {
  const value = written.trim()
  if ('isRequired' in shape && shape.isRequired && value === '') return refused('empty')
  switch (shape.kind) {
    case 'text':
      return value.length > shape.max ? refused('too-long', { max: String(shape.max) }) : ok(value)
    case 'number': {
      if (value === '') return ok(null)
      const number = Number(value)
      const isGood = /^-?\d+$/.test(value) && number >= shape.min && number <= shape.max
      return isGood ? ok(number) : refused('not-a-number', { min: String(shape.min), max: String(shape.max) })
    }
    case 'flag':
      return ok(value === 'true')
    case 'maybe':
      return ok(value === '' ? null : value === 'true')
    case 'choice':
      if (value === '') return ok(null)
      return shape.of.includes(value) ? ok(value) : refused('not-a-choice')
    case 'month-day':
      if (value === '') return ok(null)
      return isMonthDay(value) ? ok(value) : refused('not-a-day')
  }
}
