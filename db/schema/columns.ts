/**
 * Column types the drivers do not promise. A phantom-typed JSON text cannot pass for plain text or the other way
 * round; `Flag` is what both engines return for a 0/1 column.
 */
export type Flag = 0 | 1
declare const jsonOf: unique symbol
/** JSON text of a `T`; made by `toJson`, read by `fromJson` of `db/json`. */
export type Json<T> = string & { readonly [jsonOf]?: T }
