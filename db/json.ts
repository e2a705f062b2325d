import type { Json } from './schema/columns'

/** Writes `value` as the JSON text of a column. */
export function toJson<T>(value: T): Json<T> {
  return JSON.stringify(value)
}

/** Reads a JSON column that only `toJson` ever wrote, so its shape is the one it was written with. */
export function fromJson<T>(text: Json<T>): T {
  return JSON.parse(text) as T
}
