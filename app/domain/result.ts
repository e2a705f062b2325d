/**
 * Expected failures are values. A rule or command answers `ok` with what it decided, or a problem from a small
 * union of codes that knows nothing of HTTP; `server/respond` maps a code to a status, `components/problem-text`
 * to a sentence.
 */
export type Problem<Code extends string = string> = {
  readonly code: Code
  /** Facts the sentence needs: names, dates, paths. Strings only, already meant for the person reading. */
  readonly facts?: Readonly<Record<string, string>>
}

export type Ok<T> = { readonly ok: true; readonly value: T }
export type Refused<P extends Problem> = { readonly ok: false; readonly problem: P }
export type Result<T, P extends Problem = Problem> = Ok<T> | Refused<P>

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

/** Refuses with a code and, where the sentence names somebody or something, the facts for it. */
export function refused<Code extends string>(
  code: Code,
  facts?: Readonly<Record<string, string>>,
): Refused<Problem<Code>> {
  return { ok: false, problem: facts ? { code, facts } : { code } }
}

/** For the `default` of an exhaustive switch: a compile error where a case is missing, a thrown bug at run time. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable case: ${JSON.stringify(value)}`)
}

/**
 * What a form gets back from an action. `values` are the fields as they were typed, so that a refusal keeps them;
 * `fieldErrors` are sentences by field name.
 */
export type ActionResult<T = unknown> =
  | { readonly ok: true; readonly intent: string; readonly value: T }
  | {
      readonly ok: false
      readonly intent: string
      readonly fieldErrors?: Readonly<Record<string, readonly string[]>>
      readonly problem?: Problem
      readonly values: Readonly<Record<string, unknown>>
    }
