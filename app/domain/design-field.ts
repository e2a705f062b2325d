/**
 * How the designer's fields travel in a form, both ways. A field is saved with the value it had when it was shown; the
 * server compares texts, so both sides must write a value alike.
 */
export type FieldValue = string | number | boolean | null | readonly string[]

/** The text of a value as a form carries it: nothing is '', a list is joined by commas, yes and no are words. */
export function fieldText(value: FieldValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'object') return value.join(',')
  return String(value)
}

/** The list a field's text stands for. */
export function listOfField(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}
